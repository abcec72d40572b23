import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Actor,
  assertMayAsk,
  fileOf,
  fold,
  type InspectionCommands,
  inspection,
  type Message,
  maySee,
  refusal,
  sightedInspection,
  type Uuid,
} from '@soat/domain';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '../platform/command-handling/execute.js';

/** Any command to one inspection. */
export class AskInspection extends Command<CommandAnswer> {
  constructor(
    readonly id: Uuid,
    readonly by: Actor,
    readonly command: Message<InspectionCommands>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskInspection)
export class InspectionHandler implements ICommandHandler<AskInspection> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ id, by, command, context }: AskInspection): Promise<CommandAnswer> {
    assertMayAsk(by, command.type);
    return this.executor.execute({
      category: 'inspection',
      id,
      decider: inspection,
      command,
      unitIdOf: (state, events) => fileOf(fold(inspection, events, state)).order.unit.id,
      authorise: (state) => {
        if (state.status !== 'absent' && !maySee(by, sightedInspection(state.file)))
          throw refusal('access.not-visible');
      },
      context,
    });
  }
}
