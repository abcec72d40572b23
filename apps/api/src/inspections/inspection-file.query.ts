import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Actor,
  type AnswerProposal,
  budgetProposals,
  commandsOf,
  fileForUnit,
  type CommandName,
  type InspectionCommands,
  type InspectionEvents,
  type InspectionFile,
  type InspectionState,
  type InspectionStatus,
  type Instant,
  inspection,
  ledgerProposals,
  maySee,
  nextStage,
  proposedFindings,
  type Recorded,
  refusal,
  score,
  type Score,
  sightedInspection,
  sightOf,
  type Uuid,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor, type Loaded } from '../platform/command-handling/execute.js';
import { asOf } from '../platform/command-handling/past.js';
import { type AsOf, type Past, PastMoments, type PastStreamQuery } from '../platform/http/as-of.js';

/** The whole file of an inspection, folded from its stream: at the moment of asking, so never behind, or at a past one. */
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
  /** What the reader's role may ask for; what the case allows is judged when asked. Nothing of the past: it is read only. */
  readonly mayAsk: readonly CommandName[];
  /** Where a past moment was asked. */
  readonly asOf?: AsOf;
}

export class ShowInspectionFile extends Query<InspectionFileShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: PastStreamQuery = {},
  ) {
    super();
  }
}

@QueryHandler(ShowInspectionFile)
export class ShowInspectionFileHandler implements IQueryHandler<ShowInspectionFile> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: PeopleDirectory,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, id, asked }: ShowInspectionFile): Promise<InspectionFileShown> {
    const past = await this.moments.resolve(asked);
    const sighted = inspectionInSight(await this.executor.load('inspection', id, inspection), person, past);
    if (!sighted) throw refusal('inspection.unknown');
    return {
      id,
      ...fileShown(sighted),
      names: namesIn(sighted, this.people),
      mayAsk: past ? [] : commandsOf(person.role),
      ...(past && { asOf: past }),
    };
  }
}

/** As one reader may read it. */
export interface InspectionInSight {
  readonly status: InspectionStatus;
  readonly file: InspectionFile;
  /** Whether the reader was told all there is; on the long path a unit reads what was sent to it. */
  readonly isWhole: boolean;
  /** All that count, the ones the reader is not told of too. */
  readonly events: readonly Recorded<InspectionEvents>[];
}

/**
 * Null where there is nothing for this reader. Of the past nobody sees more than today, and a unit no more than it was told
 * by then.
 */
export function inspectionInSight(
  loaded: Loaded<InspectionState, InspectionEvents>,
  person: Actor,
  past: Past | null,
): InspectionInSight | null {
  if (loaded.state.status === 'absent' || !maySee(person, sightedInspection(loaded.state.file))) return null;
  const { state, events } = asOf<InspectionState, InspectionCommands, InspectionEvents>(inspection, loaded, past);
  if (state.status === 'absent') return null;
  if (sightOf(person) !== 'own-unit') return { status: state.status, file: state.file, isWhole: true, events };
  if (!maySee(person, sightedInspection(state.file))) return null;
  const isWhole = state.file.order.procedure.path === 'short';
  return { ...fileForUnit(state.status, state.file), isWhole, events };
}

/** Everything the file answers that follows from its events alone. */
export function fileShown({
  status,
  file,
  isWhole,
  events,
}: InspectionInSight): Omit<InspectionFileShown, 'id' | 'names' | 'mayAsk' | 'asOf'> {
  const at = (...types: readonly (keyof InspectionEvents)[]) =>
    events.find((event) => types.includes(event.type))?.occurredAt ?? null;
  return {
    length: events.length,
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
  };
}

/** The directory has no past: names are those of today. */
function namesIn({ file, events }: InspectionInSight, people: PeopleDirectory): Readonly<Record<string, string>> {
  const ids = new Set([...file.order.team, ...file.team].map((member) => member.personId));
  for (const event of events) ids.add(event.actor);
  return Object.fromEntries([...ids].map((personId) => [personId, people.find(personId)?.name ?? personId]));
}
