import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Actor,
  assertMayAsk,
  fileOf,
  fold,
  type InspectionCommands,
  inspection,
  isToldToUnit,
  type Message,
  maySee,
  refusal,
  sightedInspection,
  sightOf,
  type Uuid,
} from '@soat/domain';
import {
  type CommandAnswer,
  type CommandContext,
  CommandExecutor,
  StaleVersion,
} from '../platform/command-handling/execute.js';

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

  async execute(asked: AskInspection): Promise<CommandAnswer> {
    assertMayAsk(asked.by, asked.command.type);
    try {
      return await this.ask(asked);
    } catch (error) {
      if (error instanceof StaleVersion && sightOf(asked.by) === 'own-unit') throw await this.asTold(error, asked.id);
      throw error;
    }
  }

  private ask({ id, by, command, context }: AskInspection): Promise<CommandAnswer> {
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

  /** What a unit has not seen, it is told no more of here than anywhere else. */
  private async asTold({ stream, expected, actual, since }: StaleVersion, id: Uuid): Promise<StaleVersion> {
    const { state } = await this.executor.load('inspection', id, inspection);
    const path = state.status === 'absent' ? 'long' : state.file.order.procedure.path;
    const told = since.filter((event) => isToldToUnit(event.type, path));
    return new StaleVersion(stream, expected, actual, told);
  }
}
