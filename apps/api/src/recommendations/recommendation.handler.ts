import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Actor,
  assertMayAsk,
  fold,
  type Message,
  maySee,
  type RecommendationCommands,
  recommendation,
  refusal,
  sightedRecommendation,
  type Uuid,
} from '@soat/domain';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '../platform/command-handling/execute.js';

/** Any command to one recommendation. */
export class AskRecommendation extends Command<CommandAnswer> {
  constructor(
    readonly id: Uuid,
    readonly by: Actor,
    readonly command: Message<RecommendationCommands>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskRecommendation)
export class RecommendationHandler implements ICommandHandler<AskRecommendation> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ id, by, command, context }: AskRecommendation): Promise<CommandAnswer> {
    assertMayAsk(by, command.type);
    return this.executor.execute({
      category: 'recommendation',
      id,
      decider: recommendation,
      command,
      unitIdOf: (before, events) => {
        const state = fold(recommendation, events, before);
        if (state.status === 'absent') throw refusal('recommendation.unknown');
        return state.order.unit.id;
      },
      authorise: (state) => {
        if (state.status !== 'absent' && !maySee(by, sightedRecommendation(state))) throw refusal('access.not-visible');
      },
      context,
    });
  }
}
