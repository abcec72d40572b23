import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Actor,
  assertMayAsk,
  fold,
  type Message,
  type ProgrammeCommands,
  programme,
  refusal,
  type Uuid,
} from '@soat/domain';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '../platform/command-handling/execute.js';

/** Any command to one programme. */
export class AskProgramme extends Command<CommandAnswer> {
  constructor(
    readonly id: Uuid,
    readonly by: Actor,
    readonly command: Message<ProgrammeCommands>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskProgramme)
export class ProgrammeHandler implements ICommandHandler<AskProgramme> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ id, by, command, context }: AskProgramme): Promise<CommandAnswer> {
    assertMayAsk(by, command.type);
    return this.executor.execute({
      category: 'programme',
      id,
      decider: programme,
      command,
      unitIdOf: (state, events) => {
        const after = fold(programme, events, state);
        if (after.status === 'absent') throw refusal('programme.unknown');
        return after.programme.body.id;
      },
      // Whoever may ask for any of its commands sees every programme whole.
      authorise: () => {},
      context,
    });
  }
}
