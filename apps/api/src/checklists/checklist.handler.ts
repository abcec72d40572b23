import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Actor,
  assertMayAsk,
  type ChecklistCommands,
  checklist,
  fold,
  type Message,
  refusal,
  type Uuid,
} from '@soat/domain';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '../platform/command-handling/execute.js';

/** Any command to one checklist that people make. */
export class AskChecklist extends Command<CommandAnswer> {
  constructor(
    readonly id: Uuid,
    readonly by: Actor,
    readonly command: Message<ChecklistCommands>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskChecklist)
export class ChecklistHandler implements ICommandHandler<AskChecklist> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ id, by, command, context }: AskChecklist): Promise<CommandAnswer> {
    assertMayAsk(by, command.type);
    return this.executor.execute({
      category: 'checklist',
      id,
      decider: checklist,
      command,
      unitIdOf: (state, events) => {
        const after = fold(checklist, events, state);
        if (after.status === 'absent') throw refusal('checklist.unknown');
        return after.checklist.body.id;
      },
      // Whoever may write checklists sees every one of them.
      authorise: () => {},
      context,
    });
  }
}
