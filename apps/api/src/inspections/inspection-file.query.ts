import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type AnswerProposal,
  budgetProposals,
  commandsOf,
  fileForUnit,
  type CommandName,
  type InspectionEvents,
  type InspectionFile,
  type InspectionStatus,
  type Instant,
  inspection,
  ledgerProposals,
  maySee,
  nextStage,
  proposedFindings,
  refusal,
  score,
  type Score,
  sightedInspection,
  sightOf,
  type Uuid,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';

/** The whole file of an inspection, folded from its stream at the moment of asking, so never behind. */
export interface InspectionFileShown {
  readonly id: Uuid;
  readonly length: number;
  /** Position of its newest event. */
  readonly position: number;
  readonly status: InspectionStatus;
  readonly file: InspectionFile;
  /** Counts so far; final once fieldwork has ended. */
  readonly score: Score;
  /** Codes of failed items with neither a finding nor a reason for none. */
  readonly proposed: readonly string[];
  /** What the long path waits for next, and by when. */
  readonly nextStage: ReturnType<typeof nextStage>;
  /** Answers that the ledger or the figures propose; the team takes them over or not. */
  readonly answerProposals: readonly AnswerProposal[];
  readonly moments: {
    readonly orderedAt: Instant;
    readonly startedAt: Instant | null;
    readonly endedAt: Instant | null;
    readonly minutesAt: Instant | null;
  };
  /** Names of everyone whose id stands in the file. */
  readonly names: Readonly<Record<string, string>>;
  /** What the reader's role may ask for; what the case allows is judged when asked. */
  readonly mayAsk: readonly CommandName[];
}

export class ShowInspectionFile extends Query<InspectionFileShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
  ) {
    super();
  }
}

@QueryHandler(ShowInspectionFile)
export class ShowInspectionFileHandler implements IQueryHandler<ShowInspectionFile> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: PeopleDirectory,
  ) {}

  async execute({ person, id }: ShowInspectionFile): Promise<InspectionFileShown> {
    const { state, length, events } = await this.executor.load('inspection', id, inspection);
    if (state.status === 'absent' || !maySee(person, sightedInspection(state.file)))
      throw refusal('inspection.unknown');
    // The unit reads what has been sent to it; everybody else who sees the case sees all of it.
    const { file, status } = sightOf(person) === 'own-unit' ? fileForUnit(state.status, state.file) : state;
    const isWhole = file.order.procedure.path === 'short' || sightOf(person) !== 'own-unit';
    const at = (...types: readonly (keyof InspectionEvents)[]) =>
      events.find((event) => types.includes(event.type))?.occurredAt ?? null;
    const ids = new Set([...file.order.team, ...file.team].map((member) => member.personId));
    for (const event of events) ids.add(event.actor);
    return {
      id,
      length,
      position: events.at(-1)?.position ?? 0,
      status,
      file,
      score: file.score ?? score(file.order.checklist.items, file.answers),
      proposed: isWhole ? proposedFindings(file) : [],
      nextStage: nextStage(status, file),
      answerProposals: [
        ...(file.ledger ? ledgerProposals(file.ledger.analysis, file.order.checklist.items) : []),
        ...(file.budgetFigures ? budgetProposals(file.budgetFigures.lines, file.order.checklist.items) : []),
      ],
      moments: {
        orderedAt: events[0]?.occurredAt ?? '',
        startedAt: at('UnannouncedInspectionStarted', 'FieldworkStarted'),
        endedAt: at('FieldworkEnded'),
        minutesAt: at('MinutesSigned', 'MinutesSignedWithReservation', 'MinutesSignatureRefused'),
      },
      names: Object.fromEntries([...ids].map((personId) => [personId, this.people.find(personId)?.name ?? personId])),
      mayAsk: commandsOf(person.role),
    };
  }
}
