import type { Decider, Message } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import { announcing } from './announcing.js';
import { challenging } from './challenging.js';
import { closing } from './closing.js';
import { concluding } from './concluding.js';
import { drafting } from './drafting.js';
import { earlier } from './earlier.js';
import type { EarlierRecommendation, InspectionCommands, InspectionEvents, InspectionState } from './facts.js';
import { fieldwork } from './fieldwork.js';
import { findingCourse } from './finding-course.js';
import { findings } from './findings.js';
import { emptyLongPath } from './long-path-facts.js';
import { procedureBeforeRegimes } from './regimes.js';
import { team } from './team.js';
import { assertMayInspect } from './team-rules.js';
import { workingPapers } from './working-papers.js';

type Ordered = InspectionEvents['InspectionOrdered'];

/** As it was stored before there were regimes. */
type OrderedBeforeRegimes = Omit<Ordered, 'procedure' | 'inspectedPeriod' | 'fieldworkUntil' | 'reinspectionOf'>;

/** As it was stored while the plan line was words only. */
type OrderedByWords = Omit<OrderedBeforeRegimes, 'programmeItem'> & {
  readonly programmeItem: Omit<NonNullable<Ordered['programmeItem']>, 'link'> | null;
};

/** As it was stored while the day was only the clock's beside the event. */
type StartedSomeDay = Omit<InspectionEvents['FieldworkStarted'], 'startedOn'>;
const startedSomeDay = (older: StartedSomeDay): InspectionEvents['FieldworkStarted'] => ({ startedOn: null, ...older });

type Loaded = InspectionEvents['EarlierRecommendationsLoaded'];

/** As they were stored before they named where they came from. */
type LoadedFromSomewhere = {
  readonly recommendations: readonly (Omit<EarlierRecommendation, 'inspectionId' | 'findings'> & {
    readonly findings: readonly Omit<EarlierRecommendation['findings'][number], 'number'>[];
  })[];
};

type FoundAnew = Omit<InspectionEvents['FindingRecorded'], 'earlierRecommendationId'>;

export const inspectionUpcasts: Upcasts<InspectionEvents> = {
  InspectionOrdered: [
    (older: OrderedByWords): OrderedBeforeRegimes => ({
      ...older,
      programmeItem: older.programmeItem && { ...older.programmeItem, link: null },
    }),
    (older: OrderedBeforeRegimes): Ordered => ({
      ...older,
      procedure: procedureBeforeRegimes,
      inspectedPeriod: null,
      fieldworkUntil: null,
      reinspectionOf: null,
    }),
  ],
  EarlierRecommendationsLoaded: [
    ({ recommendations }: LoadedFromSomewhere): Loaded => ({
      recommendations: recommendations.map((loaded) => ({
        ...loaded,
        inspectionId: null,
        findings: loaded.findings.map((finding) => ({ ...finding, number: null })),
      })),
    }),
  ],
  FindingRecorded: [
    (older: FoundAnew): InspectionEvents['FindingRecorded'] => ({ ...older, earlierRecommendationId: null }),
  ],
  UnannouncedInspectionStarted: [startedSomeDay],
  FieldworkStarted: [startedSomeDay],
};

/**
 * An inspection, a chapter a file. On the short path: ordered, started, answered, minutes signed or refused, followed up,
 * closed. On the long path the minutes lead on to a report, a draft the unit is heard on, an appraisal and a conclusion.
 * The order carries the checklist, the unit, the team and the procedure as they were, so the fold looks nothing up.
 */
export const inspection: Decider<InspectionState, InspectionCommands, InspectionEvents> = {
  initial: { status: 'absent' },
  decide: {
    OrderInspection: order,
    ...team.decide,
    ...announcing.decide,
    ...earlier.decide,
    ...fieldwork.decide,
    ...findings.decide,
    ...findingCourse.decide,
    ...drafting.decide,
    ...concluding.decide,
    ...challenging.decide,
    ...workingPapers.decide,
    ...closing.decide,
  },
  evolve: {
    InspectionOrdered: (_, order) => ({
      status: 'ordered',
      file: {
        order,
        team: order.team,
        ...emptyLongPath,
        isStarted: false,
        startedOn: null,
        place: null,
        earlier: [],
        answers: {},
        dismissed: {},
        findings: [],
        evidence: {},
        samples: [],
        ledger: null,
        budgetFigures: null,
        score: null,
        suspendedFor: null,
        cancelledFor: null,
        minutes: null,
        recommendations: [],
      },
    }),
    ...team.evolve,
    ...announcing.evolve,
    ...earlier.evolve,
    ...fieldwork.evolve,
    ...findings.evolve,
    ...findingCourse.evolve,
    ...drafting.evolve,
    ...concluding.evolve,
    ...challenging.evolve,
    ...workingPapers.evolve,
    ...closing.evolve,
  },
};

function order(
  state: InspectionState,
  { by, ...data }: InspectionCommands['OrderInspection'],
): readonly Message<InspectionEvents>[] {
  if (state.status !== 'absent') {
    if (same(state.file.order, data)) return [];
    throw refusal('inspection.already-ordered', { number: state.file.order.number });
  }
  // The head of a unit orders its self-checks, and nobody else's.
  const isSelfCheck = data.procedure.teamFrom === 'own-unit' && by.unitId === data.unit.id;
  if (by.role === 'unit-head' && !isSelfCheck) throw refusal('inspection.unit-orders-self-checks-only');
  if (data.checklist.items.length === 0) throw refusal('inspection.checklist-empty');
  const leads = data.team.filter((member) => member.role === 'lead');
  if (leads.length !== 1) throw refusal('inspection.one-lead', { leads: leads.length });
  const people = new Set(data.team.map((member) => member.personId));
  if (people.size !== data.team.length) throw refusal('inspection.team-member-twice');
  assertMayInspect(data.team, data.unit, data.procedure);
  const isOwn = data.orderedBy.body.id === data.unit.id;
  if (isOwn && data.procedure.teamFrom === 'outside')
    throw refusal('inspection.orders-itself', { unit: data.unit.name });
  if (!isOwn && data.procedure.teamFrom === 'own-unit')
    throw refusal('inspection.self-check-of-another', { unit: data.unit.name });
  if (data.fieldworkUntil !== null && data.fieldworkUntil < data.signedOn)
    throw refusal('inspection.fieldwork-before-decision', { until: data.fieldworkUntil, signedOn: data.signedOn });
  const period = data.inspectedPeriod;
  if (period && period.to < period.from) throw refusal('inspection.period-reversed', { ...period });
  return [{ type: 'InspectionOrdered', data }];
}
