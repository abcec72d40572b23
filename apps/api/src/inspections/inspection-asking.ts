import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { InspectionCommands, Message, Uuid } from '@soat/domain';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import type { Sender } from '../platform/http/command-route.js';
import { AskInspection } from './inspection.handler.js';

/** A command to an inspection as it comes over HTTP, for the controllers of its chapters. */
@Injectable()
export class InspectionAsking {
  constructor(
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  /** The legal day of the server's clock. */
  today(): string {
    return this.clock.today();
  }

  /** `effectiveOn`: the day of the document behind it. */
  ask(
    id: Uuid,
    command: Message<InspectionCommands>,
    from: Sender,
    { occurredAt }: { readonly occurredAt?: string },
    effectiveOn?: string,
  ): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, {
      ...(occurredAt !== undefined && { occurredAt }),
      ...(effectiveOn !== undefined && { effectiveOn }),
    });
    return this.commands.execute(new AskInspection(id, from.person, command, context));
  }
}
