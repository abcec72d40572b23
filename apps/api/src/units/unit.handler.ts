import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Actor, assertMayAsk, type Message, type UnitCommands, type Uuid, unit } from '@soat/domain';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '../platform/command-handling/execute.js';

/** Any command to one unit. */
export class AskUnit extends Command<CommandAnswer> {
  constructor(
    readonly id: Uuid,
    readonly by: Actor,
    readonly command: Message<UnitCommands>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskUnit)
export class UnitHandler implements ICommandHandler<AskUnit> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ id, by, command, context }: AskUnit): Promise<CommandAnswer> {
    assertMayAsk(by, command.type);
    return this.executor.execute({
      category: 'unit',
      id,
      decider: unit,
      command,
      unitIdOf: () => id,
      // The register is everyone's; who may change it is a matter of role alone.
      authorise: () => {},
      context,
    });
  }
}
