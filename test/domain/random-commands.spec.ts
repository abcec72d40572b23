import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  authoredChecklists,
  checklist,
  type Change,
  checklistStatuses,
  agenda,
  type AgendaRow,
  type Decider,
  type DomainEvents,
  earlierUnchecked,
  earlierUndecided,
  finalDocumentOf,
  findingsToRemedy,
  fold,
  foldRow,
  inspection,
  inspectionChanges,
  type InspectionCommands,
  type InspectionEvents,
  inspectionList,
  type InspectionState,
  inspectionStatuses,
  isDisputed,
  isOwing,
  liveFindings,
  type Message,
  nextStage,
  pendingExtension,
  proposedFindings,
  type Recorded,
  type RecommendationCommands,
  type RecommendationEvents,
  recommendation,
  recommendationBoard,
  recommendationChanges,
  type RecommendationBoardRow,
  type RecommendationState,
  programme,
  programmeList,
  recommendationStatuses,
  recovered,
  type Shapes,
  stagesMissing,
  type StreamCategory,
  type Task,
  type TaskKind,
  unit,
  unitRegister,
  type View,
} from '@soat/domain';
import fc from 'fast-check';
import { commandOf, type Guide, guideUnit, type Step, steps, unitCommand, unitId } from '../support/generators.js';
import { checklistCommand, guideChecklist } from '../support/checklist-generators.js';
import { inspectionBeginnings } from '../support/inspection-beginnings.js';
import { guideInspection, inspectionCommand } from '../support/inspection-generators.js';
import { guideProgramme, programmeCommand } from '../support/programme-generators.js';
import { guideRecommendation, recommendationCommand } from '../support/recommendation-generators.js';
import { answerOf, eventsOf } from '../support/walks.js';

/** `npm run walks` takes 10 000, or as many as SOAT_RUNS says. */
const numRuns = Number(process.env.SOAT_RUNS ?? 500);
/** A long run takes as long as it takes. */
const timeoutMs = Math.max(60_000, numRuns * 500);

interface Taken<S, C extends Shapes, E extends Shapes> {
  readonly before: S;
  readonly command: Message<C>;
  readonly event: Message<E>;
}

interface Stream<S extends { readonly status: string }, C extends Shapes, E extends Shapes, Row> {
  readonly decider: Decider<S, C, E>;
  readonly command: fc.Arbitrary<Message<C>>;
  readonly guide: Guide<S, C>;
  /** What walks go on from. */
  readonly beginnings: readonly (readonly Message<C>[])[];
  readonly statuses: readonly string[];
  /** What must hold of every event, given the state and the command it came of. */
  readonly holds: (taken: Taken<S, C, E>) => void;
  readonly category: StreamCategory;
  /** Folded beside the state, to agree with it. */
  readonly view: View<Row, E>;
  /** What waits for somebody, where anything of the stream does. */
  readonly agenda?: {
    readonly fold: (row: AgendaRow | null, event: Recorded<E>) => AgendaRow | null;
    readonly isTold: (state: S, tasks: readonly Task[]) => void;
  };
  /** What is said of the way from one state to another. */
  readonly changes?: (before: S, after: S) => readonly Change[];
  /** What must hold after every command. */
  readonly isWhole: (state: S, row: Row | null, length: number) => void;
}

type RecommendationTaken = Taken<RecommendationState, RecommendationCommands, RecommendationEvents>;
type InspectionTaken = Taken<InspectionState, InspectionCommands, InspectionEvents>;

walks({
  category: 'unit',
  view: unitRegister,
  decider: unit,
  command: unitCommand,
  guide: guideUnit,
  beginnings: [[]],
  statuses: ['absent', 'established'],
  holds: () => undefined,
  isWhole(state, row, length) {
    const known = row && { name: row.name, headName: row.headName, length: row.length };
    const { name, headName } = state.status === 'absent' ? { name: '', headName: null } : state.unit;
    equal(known, state.status === 'absent' ? null : { name, headName, length });
  },
});

walks({
  category: 'programme',
  view: programmeList,
  decider: programme,
  command: programmeCommand,
  guide: guideProgramme,
  beginnings: [[]],
  statuses: ['absent', 'adopted'],
  holds: () => undefined,
  isWhole(state, row, length) {
    const { items, pilotSites } = state.status === 'absent' ? { items: null, pilotSites: null } : state.programme;
    equal([row?.items ?? null, row?.pilotSites ?? null, row?.length ?? 0], [items, pilotSites, length]);
    equal(row?.amendments.length ?? 0, Math.max(length - 1, 0));
    // Ids and numbers name one item for good.
    for (const names of [items?.map(({ item }) => item.itemId), items?.map(({ item }) => item.code)])
      equal(new Set(names).size, names?.length ?? 0);
  },
});

walks({
  category: 'checklist',
  view: authoredChecklists,
  decider: checklist,
  command: checklistCommand,
  guide: guideChecklist,
  beginnings: [[]],
  statuses: ['absent', ...checklistStatuses],
  // What was published stays as it is; only its last day may come nearer.
  holds({ before, event }) {
    if (before.status === 'absent') return;
    const after = fold(checklist, [event], before);
    const editions = after.status === 'absent' ? [] : after.checklist.editions;
    for (const [index, { validTo: _, ...edition }] of before.checklist.editions.entries())
      expect(editions[index]).toMatchObject(edition);
  },
  isWhole(state, row, length) {
    expect([row?.status ?? 'absent', row?.length ?? 0]).toEqual([state.status, length]);
    if (state.status === 'absent') return;
    const { draft, editions, withdrawn } = state.checklist;
    expect([row?.draft, row?.editions, row?.withdrawn]).toEqual([draft, editions, withdrawn]);
    expect(editions.map(({ edition }) => edition)).toEqual(editions.map((_, index) => index + 1));
    const codes = draft?.items.map(({ code }) => code) ?? [];
    expect(new Set(codes).size).toBe(codes.length);
    // Of any day there is one edition in force at most.
    for (const [index, { validFrom }] of editions.entries()) {
      const before = editions[index - 1];
      if (before) expect(before.validTo !== null && before.validTo < validFrom).toBe(true);
    }
  },
});

walks({
  category: 'inspection',
  view: inspectionList,
  decider: inspection,
  command: inspectionCommand,
  guide: guideInspection,
  beginnings: inspectionBeginnings,
  statuses: ['absent', ...inspectionStatuses],
  holds: onlyTheTeam,
  changes: (before, after) =>
    after.status === 'absent' ? [] : inspectionChanges(before.status === 'absent' ? null : before, after),
  agenda: {
    fold: (row, event) => foldRow<AgendaRow, DomainEvents>(agenda, row, event),
    isTold(state, tasks) {
      if (state.status === 'absent') return;
      const next = finalDocumentOf(state.file) ? null : nextStage(state.status, state.file);
      if (next)
        among(
          tasks.map(({ dueOn }) => dueOn),
          next.dueOn,
        );
      if (state.status === 'closed' || state.status === 'cancelled') equal(tasks, []);
      // Nothing is told to be left where the rules say that something is.
      if (tasks.some(({ kind }) => kind === 'close-inspection')) equal(stagesMissing(state.file), []);
    },
  },
  isWhole(state, row, length) {
    equal([row?.status ?? 'absent', row?.length ?? 0], [state.status, length]);
    if (state.status === 'absent') return;
    const { file } = state;
    const live = liveFindings(file);
    equal(Object.keys(row?.findings ?? {}).sort(), live.map(({ findingId }) => findingId).sort());
    // Ids and numbers name one finding for life.
    equal(new Set(file.findings.map(({ findingId }) => findingId)).size, file.findings.length);
    equal(new Set(file.findings.map(({ number }) => number)).size, file.findings.length);
    // Once fieldwork has ended nothing is left open, and what is final stays so.
    if (file.score) {
      equal(proposedFindings(file), []);
      equal([earlierUnchecked(file), earlierUndecided(file)], [[], []]);
      equal(file.score.unanswered, 0);
    }
    if (file.minutes) equal(file.score !== null, true);
    if (file.conclusion) equal(file.minutes !== null, true);
    equal(row?.path, file.order.procedure.path);
    equal(
      row?.teamIds,
      file.team.map(({ personId }) => personId),
    );
    if (state.status === 'closed') {
      const covered = new Set(file.recommendations.flatMap(({ findingIds }) => findingIds));
      equal(
        findingsToRemedy(file).filter(({ findingId }) => !covered.has(findingId)),
        [],
      );
      equal(
        file.recommendations.every(({ outcome }) => outcome !== null),
        true,
      );
    }
  },
});

const recommendations: Stream<
  RecommendationState,
  RecommendationCommands,
  RecommendationEvents,
  RecommendationBoardRow
> = {
  category: 'recommendation',
  view: recommendationBoard,
  decider: recommendation,
  command: recommendationCommand,
  guide: guideRecommendation,
  beginnings: [[]],
  statuses: ['absent', ...recommendationStatuses],
  holds: onlyASecondPairOfEyes,
  changes: (before, after) =>
    after.status === 'absent' ? [] : recommendationChanges(before.status === 'absent' ? null : before, after),
  agenda: {
    fold: (row, event) => foldRow<AgendaRow, DomainEvents>(agenda, row, event),
    isTold(state, tasks) {
      const told = (kind: TaskKind) => tasks.filter((task) => task.kind === kind).map(({ dueOn }) => dueOn);
      const owed = state.status !== 'absent' && isOwing(state.status) ? [state.deadline.dueOn] : [];
      equal(told('remedy'), owed);
      equal(told('verify').length, state.status === 'awaiting-verification' ? 1 : 0);
      const asked = state.status !== 'absent' && state.status !== 'suspended' && pendingExtension(state) ? 1 : 0;
      equal(told('decide-extension').length, asked);
    },
  },
  isWhole(state, row, length) {
    equal([row?.status ?? 'absent', row?.length ?? 0], [state.status, length]);
    if (state.status === 'absent') return;
    equal(row?.rounds, state.proofs.length);
    equal(row?.returns, state.returns.length);
    equal(
      state.proofs.map(({ round }) => round),
      state.proofs.map((_, index) => index + 1),
    );
    // Both dates are kept: nothing moves the original one, and the one in force is what the board shows.
    equal(state.deadline.originalDueOn, state.order.deadline.originalDueOn);
    equal(row?.dueOn, state.deadline.dueOn);
    equal(row?.originalDueOn, state.deadline.originalDueOn);
    equal(row?.amountRecovered, recovered(state));
    equal(recovered(state) <= (state.order.amountToRecover ?? 0), true);
    equal(row?.extensionAsked?.dueOn, pendingExtension(state)?.dueOn);
    // No step of the ladder twice for one date, none after a later one, no date overdue twice.
    const taken = state.ladder.map((entry) =>
      entry.kind === 'overdue' ? `overdue ${entry.dueOn}` : `${entry.kind} ${entry.step} ${entry.dueOn}`,
    );
    equal(new Set(taken).size, taken.length);
    for (const dueOn of new Set(state.ladder.map((entry) => entry.dueOn))) {
      const days = state.ladder.flatMap((entry) =>
        entry.kind === 'reminder' && entry.dueOn === dueOn ? [entry.workingDays] : [],
      );
      equal(
        [...days].sort((one, other) => one - other),
        days,
      );
    }
  },
};

walks(recommendations);

describe('the walks themselves', () => {
  it('would be caught when the verifier is the finder, the fixer or of the unit', () => {
    // Issued on what "member" found, proved by "officer".
    const dice: Step<RecommendationCommands> = { dice: [0] };
    const issued = fold(recommendation, eventsOf(recommendations, [dice]));
    const proof = { round: 1, note: '', evidence: [], submittedOn: '2023-05-10', by: 'officer' };
    const before = fold(recommendation, [{ type: 'RemediationReportedComplete', data: proof }], issued);
    const judged = (by: Actor): RecommendationTaken => ({
      before,
      command: { type: 'VerifyRemediation', data: { by, metPoints: ['Ảnh'], note: null } },
      event: {
        type: 'RemediationVerified',
        data: { round: 1, points: ['Ảnh'], note: null, isOnTime: true, isOnTimeOriginally: true, by: by.id },
      },
    });
    const who = (id: string, of: string | null): Actor => ({ id, name: id, role: 'leadership', unitId: of });
    expect(() => onlyASecondPairOfEyes(judged(who('leader', null)))).not.toThrow();
    expect(() => onlyASecondPairOfEyes(judged(who('member', null)))).toThrow();
    expect(() => onlyASecondPairOfEyes(judged(who('officer', null)))).toThrow();
    expect(() => onlyASecondPairOfEyes(judged(who('leader', unitId)))).toThrow();
  });
});

/** Domain rule 1: never the finder, never a fixer, never of a body that carries it out; and whoever verified does not close. */
function onlyASecondPairOfEyes({ before, command, event }: RecommendationTaken): void {
  const judging = [
    'RemediationPlanApproved',
    'RemediationPlanReturned',
    'RemediationVerificationFailed',
    'RemediationPartlyVerified',
    'RemediationVerified',
    'EffectivenessConfirmed',
    'EffectivenessNotConfirmed',
    'RecommendationClosed',
    'RecommendationDeclaredNotImplemented',
  ];
  if (event.type === 'DeadlineExtended' || event.type === 'DeadlineExtensionRefused')
    notDecidedByTheAsker(before, command);
  if (!judging.includes(event.type)) return;
  if (before.status === 'absent') throw new Error(`${event.type} of nothing`);
  const { by } = command.data;
  const { order, fixers } = before;
  notAmong(
    order.findings.map(({ recordedBy }) => recordedBy),
    by.id,
  );
  notAmong(fixers, by.id);
  notAmong([order.unit.id, ...order.bodies.implementing.map(({ id }) => id)], by.unitId);
  if (event.type === 'RecommendationClosed') {
    if (before.status !== 'verified' && before.status !== 'effective') throw new Error(`closed while ${before.status}`);
    expect(by.id).not.toBe(before.verifiedBy);
  }
}

function notDecidedByTheAsker(before: RecommendationState, { data: { by } }: Message<RecommendationCommands>): void {
  if (before.status === 'absent') throw new Error('an extension of nothing');
  expect(pendingExtension(before)?.askedBy).toBeDefined();
  expect(by.id).not.toBe(pendingExtension(before)?.askedBy);
  equal(by.role === 'leadership' || by.id === before.order.issuedBy, true);
}

const ledByLead: readonly (keyof InspectionEvents)[] = [
  'FieldworkSuspended',
  'FieldworkResumed',
  'FieldworkEnded',
  'MinutesSigned',
  'MinutesSignedWithReservation',
  'MinutesSignatureRefused',
  'InspectionAnnounced',
  'InspectionReportSubmitted',
  'ConclusionDrafted',
  'ResponseAssessed',
  'FindingSeverityRaised',
];
const onSite: readonly (keyof InspectionEvents)[] = [
  'UnannouncedInspectionStarted',
  'FieldworkStarted',
  'ChecklistItemAnswered',
  'ChecklistItemMarkedNotApplicable',
  'ChecklistAnswerCorrected',
  'EvidenceCaptured',
  'FindingRecorded',
  'FindingCorrectedOnSite',
  'FindingDiscarded',
  'ProposedFindingDismissed',
  'EarlierRecommendationChecked',
  'EarlierProposalDismissed',
  'PositiveFindingRecorded',
];
const notByTeam: readonly (keyof InspectionEvents)[] = [
  'TeamMemberReplaced',
  'FieldworkExtended',
  'ConclusionDraftingOrdered',
  'DraftConclusionAppraised',
  'AppraisalReturned',
  'ConclusionReferredToSuperior',
  'SuperiorOpinionReceived',
  'ConclusionIssued',
  'ConclusionRectified',
  'ImplementationDirected',
  'ComplaintResolved',
  'ReinspectionOrdered',
  'ReinspectionConcluded',
  'CaseReferredToInvestigation',
];
const byUnit: readonly (keyof InspectionEvents)[] = [
  'FindingAccepted',
  'FindingDisputed',
  'UnitResponseReceived',
  'UnitResponseWaived',
];

/** Separation of duties (domain.md 3.3): who works on site, who leads, who decides over the team, who judges a finding. */
function onlyTheTeam({ before, command, event }: InspectionTaken): void {
  if (before.status === 'absent') return;
  const { by } = command.data;
  const { file } = before;
  const team = file.team.map(({ personId }) => personId);
  const lead = file.team.find(({ role }) => role === 'lead')?.personId;
  if (onSite.includes(event.type)) {
    among(team, by.id);
    among(['ordered', 'announced', 'in-fieldwork'], before.status);
  }
  if (onSite.includes(event.type) || ledByLead.includes(event.type))
    notAmong(
      file.conflicts.map(({ personId }) => personId),
      by.id,
    );
  if (ledByLead.includes(event.type)) equal(by.id, lead);
  if (event.type === 'FindingDiscarded' && event.data.severity === 'critical') equal(by.id, lead);
  if (notByTeam.includes(event.type)) notAmong(team, by.id);
  if (byUnit.includes(event.type)) equal(by.unitId, file.order.unit.id);
  if (event.type === 'FindingConfirmed' || event.type === 'DisputeAccepted' || event.type === 'DisputeRejected') {
    const { findingId } = event.data;
    expect(file.findings.find((finding) => finding.findingId === findingId)?.recordedBy).not.toBe(by.id);
  }
  if (event.type === 'ConclusionPublished') expect(event.data.publishedBy).not.toBe(event.data.redactedBy);
  if (event.type === 'ConclusionIssued') {
    // The right of reply: heard, no window open, nothing disputed left, appraised by somebody who does not sign.
    expect(file.hearings.length).toBeGreaterThan(0);
    equal(
      file.hearings.filter(({ outcome }) => outcome === 'open'),
      [],
    );
    equal(liveFindings(file).filter(isDisputed), []);
    notAmong(
      file.appraisals.map((appraisal) => appraisal.by),
      by.id,
    );
  }
}

function walks<S extends { readonly status: string }, C extends Shapes, E extends Shapes, Row>(
  stream: Stream<S, C, E, Row>,
): void {
  const { category, decider, guide, statuses, view } = stream;
  const walk = steps(stream.command, stream.beginnings);

  describe(`random walks of the ${category} stream`, () => {
    it(
      'never reach an undefined state, decide nothing twice, keep the rules, and get everywhere',
      () => {
        const reached = new Set<string>([decider.initial.status]);
        const happened = new Set<string>();
        fc.assert(
          fc.property(walk, (path) => {
            let state = frozen(decider.initial);
            let stored = decider.initial;
            let row: Row | null = null;
            let agendaRow: AgendaRow | null = null;
            let length = 0;
            for (const step of path) {
              // As it comes over HTTP; fast-check makes records without a prototype as well.
              const command = throughJson(commandOf<S, C>(step, state, guide));
              const answer = answerOf(decider, state, command);
              // What was read back from the log decides the same as what was never stored.
              equal(isDeepStrictEqual(answerOf(decider, stored, command), answer), true);
              if ('code' in answer || answer.events.length === 0) continue;
              const before = state;
              state = frozen(fold(decider, answer.events, state));
              stored = fold(decider, throughJson(answer.events), stored);
              equal(isDeepStrictEqual(stored, state), true);
              among(statuses, state.status);
              for (const event of answer.events) stream.holds({ before, command, event });
              for (const event of answer.events) {
                const recorded = inTheLog(category, event, ++length);
                row = foldRow(view, row, recorded);
                if (stream.agenda) agendaRow = stream.agenda.fold(agendaRow, recorded);
              }
              stream.isWhole(state, row, length);
              stream.agenda?.isTold(state, agendaRow?.tasks ?? []);
              if (stream.changes) allTold(stream.changes(before, state));
              // The same command again, at once: nothing, or a refusal, but never the same facts twice.
              const again = answerOf(decider, state, command);
              if ('events' in again) equal(again.events, []);
              reached.add(state.status);
              for (const { type } of answer.events) happened.add(type);
            }
          }),
          { numRuns },
        );
        // A generator that never gets anywhere would prove nothing.
        equal([...reached].sort(), [...statuses].sort());
        equal([...happened].sort(), Object.keys(decider.evolve).sort());
      },
      timeoutMs,
    );

    it(
      'fold into any other history without throwing',
      () => {
        fc.assert(
          fc.property(walk, walk, (one, other) => {
            // Events of another history, out of their order: history is folded as it stands, it is not judged again.
            const foreign = eventsOf(stream, other).reverse();
            const state = fold(decider, foreign, fold(decider, eventsOf(stream, one)));
            among(statuses, state.status);
          }),
          { numRuns: Math.ceil(numRuns / 5) },
        );
      },
      timeoutMs,
    );
  });
}

function inTheLog<E extends Shapes>(category: StreamCategory, event: Message<E>, version: number): Recorded<E> {
  return {
    ...event,
    position: version,
    id: `e-${version}`,
    stream: { category, id: 's' },
    version,
    unitId,
    actor: 'someone',
    role: 'leadership',
    onBehalfOf: null,
    commandId: `c-${version}`,
    causationId: null,
    correlationId: 'c',
    occurredAt: '2023-05-09T01:00:00.000Z',
    recordedAt: '2023-05-09T01:00:00.000Z',
    effectiveOn: null,
    isSimulated: false,
  };
}

/** Whatever happens changes something that has its words, once each. */
function allTold(changes: readonly Change[]): void {
  equal(changes.length > 0, true);
  equal(new Set(changes.map(({ field }) => field)).size, changes.length);
  for (const { vi, en } of changes)
    if (/undefined|null|NaN|\[object/.test(vi + en)) expect([vi, en]).toEqual(['words', 'words']);
}

/** A walk would spend most of its time on `expect`: it is asked only where a plain look says no. */
function equal(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function among<T>(all: readonly T[], one: T): void {
  if (!all.includes(one)) expect(all).toContain(one);
}

function notAmong<T>(all: readonly T[], one: T): void {
  if (all.includes(one)) expect(all).not.toContain(one);
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A decision or a fold that writes into the state it was given would throw. */
function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}
