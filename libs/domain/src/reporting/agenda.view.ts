import { type Deadline, type DeadlinePurpose, deadlineProfiles, type Regime } from '../calendar/deadline-rule.js';
import { addDays, legalDayOf } from '../calendar/legal-day.js';
import { vietnamCalendar } from '../calendar/vietnam-calendar.js';
import { addWorkingDays, firstWorkingDayFrom } from '../calendar/working-calendar.js';
import type { Text } from '../checklists/checklist.js';
import type { InspectionStatus, Minutes } from '../inspection/facts.js';
import { furthest } from '../inspection/progress.js';
import type { AwaitedResponse } from '../inspection/response-lapse.policy.js';
import type { InspectionStage, Procedure } from '../inspection/regimes.js';
import { stageDueOn } from '../inspection/stage-deadlines.js';
import type { LegalDate, PersonId, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/facts.js';
import { highestSeverity } from '../recommendation/recommendation.js';
import type { UnitSnapshot } from '../unit/unit.js';
import type { Task, TaskKind } from './agenda.js';
import type { DomainEvents } from './catalogue.js';

/** One inspection or recommendation, and what of it waits for somebody. */
export interface AgendaRow {
  readonly id: Uuid;
  readonly category: 'inspection' | 'recommendation';
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly number: string;
  readonly title: Text;
  /** Null for a recommendation by a profile nobody knows any more. */
  readonly regime: Regime | null;
  /** Who leads the team, or issued the recommendation. */
  readonly leadId: PersonId;
  readonly teamIds: readonly PersonId[];
  readonly finderIds: readonly PersonId[];
  readonly actingUnitIds: readonly Uuid[];
  readonly seeingUnitIds: readonly Uuid[];
  readonly isRevealed: boolean;
  readonly tasks: readonly Task[];
  readonly course: InspectionCourse | RecommendationCourse;
  readonly isSimulated: boolean;
}

/** As much of an inspection as says what comes next. */
interface InspectionCourse {
  readonly of: 'inspection';
  readonly status: InspectionStatus;
  readonly procedure: Pick<Procedure, 'path' | 'isAnnounced' | 'isAppraised' | 'isUnitHeard' | 'terms'>;
  /** The day the present status began. */
  readonly since: LegalDate;
  readonly orderedOn: LegalDate;
  readonly fieldworkUntil: LegalDate | null;
  readonly fieldworkUntilAtFirst: LegalDate | null;
  readonly minutesOn: LegalDate | null;
  readonly reportOn: LegalDate | null;
  readonly draftingDueOn: LegalDate | null;
  readonly firstDraftOn: LegalDate | null;
  readonly isAppraised: boolean;
  readonly replyDueOn: LegalDate | null;
  /** How often a draft was sent to the unit. */
  readonly hearings: number;
  readonly opinionDueOn: LegalDate | null;
  readonly conclusionOn: LegalDate | null;
  readonly publishedUntil: LegalDate | null;
  readonly isPublicationEnded: boolean;
  readonly directedOn: LegalDate | null;
  /** Findings that must be put right, and which of them a recommendation covers. */
  readonly toRemedy: readonly Uuid[];
  readonly covered: readonly Uuid[];
  readonly disputed: Readonly<Record<Uuid, LegalDate>>;
  readonly complaints: Readonly<Record<Uuid, LegalDate>>;
  readonly reinspections: readonly Uuid[];
  readonly unsettled: readonly Uuid[];
}

interface RecommendationCourse {
  readonly of: 'recommendation';
  readonly issuedOn: LegalDate;
  readonly profile: string;
  readonly isCritical: boolean;
  readonly dueOn: LegalDate;
  readonly originalDueOn: LegalDate;
  readonly stage:
    | 'owing'
    | 'proved'
    | 'verified'
    | 'effective'
    | 'implemented'
    | 'not-implemented'
    | 'sanction-proposed';
  readonly stageSince: LegalDate;
  readonly plan: 'none' | 'pending' | 'judged' | 'returned' | 'passed';
  readonly planSince: LegalDate;
  readonly extensionAskedOn: LegalDate | null;
  readonly isSuspended: boolean;
}

/** Days are counted by the calendar, so another edition of it makes every row anew. */
const fold = 1;

export const agenda: View<AgendaRow, DomainEvents> = {
  name: 'agenda',
  version: vietnamCalendar.edition * 1_000 + fold,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, event) => {
      const { unit, number, checklist, regime, procedure, team, signedOn, fieldworkUntil } = event.data;
      const { path, isAnnounced, isAppraised, isUnitHeard, terms } = procedure;
      return told({
        id: event.stream.id,
        category: 'inspection',
        unitId: unit.id,
        unitName: unit.name,
        number,
        title: checklist.title,
        regime,
        leadId: team.find(({ role }) => role === 'lead')?.personId ?? '',
        teamIds: team.map(({ personId }) => personId),
        finderIds: [],
        actingUnitIds: [unit.id],
        seeingUnitIds: [unit.id],
        isRevealed: procedure.teamFrom === 'own-unit',
        tasks: [],
        course: {
          of: 'inspection',
          status: 'ordered',
          procedure: { path, isAnnounced, isAppraised, isUnitHeard, terms },
          since: signedOn,
          orderedOn: signedOn,
          fieldworkUntil,
          fieldworkUntilAtFirst: fieldworkUntil,
          minutesOn: null,
          reportOn: null,
          draftingDueOn: null,
          firstDraftOn: null,
          isAppraised: false,
          replyDueOn: null,
          hearings: 0,
          opinionDueOn: null,
          conclusionOn: null,
          publishedUntil: null,
          isPublicationEnded: false,
          directedOn: null,
          toRemedy: [],
          covered: [],
          disputed: {},
          complaints: {},
          reinspections: [],
          unsettled: [],
        },
        isSimulated: event.isSimulated,
      });
    },
    TeamMemberReplaced: (row, { data: { leaving, joining } }) =>
      row && {
        ...row,
        teamIds: row.teamIds.map((id) => (id === leaving.personId ? joining.personId : id)),
        leadId: joining.role === 'lead' ? joining.personId : row.leadId,
      },
    InspectionAnnounced: (row, { data: { announcedOn } }) =>
      inspected(row && { ...row, isRevealed: true }, () => ({ status: 'announced', since: announcedOn })),
    UnannouncedInspectionStarted: (row, event) => started(row, event),
    FieldworkStarted: (row, event) => started(row, event),
    FieldworkExtended: (row, { data: { until } }) => inspected(row, () => ({ fieldworkUntil: until })),
    FieldworkSuspended: (row) => inspected(row, () => ({ status: 'suspended' })),
    FieldworkResumed: (row) => inspected(row, () => ({ status: 'in-fieldwork' })),
    FieldworkEnded: (row, event) => inspected(row, () => ({ status: 'fieldwork-ended', since: dayOf(event) })),
    FindingRecorded: (row, { data: { findingId } }) =>
      inspected(row, ({ toRemedy }) => ({ toRemedy: [...toRemedy, findingId] })),
    FindingCorrectedOnSite: (row, { data: { findingId } }) => without(row, findingId),
    FindingDiscarded: (row, { data: { findingId } }) => without(row, findingId),
    FindingWithdrawn: (row, { data: { findingId } }) => without(row, findingId),
    FindingDisputed: (row, event) =>
      inspected(row, ({ disputed }) => ({ disputed: { ...disputed, [event.data.findingId]: dayOf(event) } })),
    DisputeAccepted: (row, { data: { findingId } }) =>
      inspected(row, ({ disputed }) => ({ disputed: lessOf(disputed, findingId) })),
    DisputeRejected: (row, { data: { findingId } }) =>
      inspected(row, ({ disputed }) => ({ disputed: lessOf(disputed, findingId) })),
    MinutesSigned: (row, { data }) => minuted(row, 'minutes-signed', data),
    MinutesSignedWithReservation: (row, { data }) => minuted(row, 'minutes-signed', data),
    MinutesSignatureRefused: (row, { data }) => minuted(row, 'minutes-refused', data),
    InspectionReportSubmitted: (row, { data: { signedOn } }) =>
      inspected(row, () => ({ status: 'report-submitted', since: signedOn, reportOn: signedOn })),
    ConclusionDraftingOrdered: (row, { data: { orderedOn, dueOn } }) =>
      inspected(row, () => ({ status: 'conclusion-drafting', since: orderedOn, draftingDueOn: dueOn })),
    ConclusionDrafted: (row, { data: { draftedOn } }) =>
      inspected(row, ({ firstDraftOn }) => ({
        status: 'conclusion-drafted',
        since: draftedOn,
        firstDraftOn: firstDraftOn ?? draftedOn,
        isAppraised: false,
      })),
    DraftSentForResponse: (row, { data: { sentOn, dueOn } }) =>
      inspected(row, ({ hearings }) => ({
        status: 'awaiting-response',
        since: sentOn,
        replyDueOn: dueOn,
        hearings: hearings + 1,
      })),
    UnitResponseReceived: (row, { data: { receivedOn } }) =>
      inspected(row, () => ({ status: 'response-received', since: receivedOn })),
    UnitResponseWaived: (row, { data: { waivedOn } }) => backToDraft(row, waivedOn),
    ResponseDeadlineLapsed: (row, { data: { notedOn } }) => backToDraft(row, notedOn),
    ResponseAssessed: (row, event) => backToDraft(row, dayOf(event)),
    DraftConclusionAppraised: (row, event) =>
      inspected(row, () => ({ status: 'conclusion-appraised', since: dayOf(event), isAppraised: true })),
    AppraisalReturned: (row, event) => inspected(row, () => ({ status: 'appraisal-returned', since: dayOf(event) })),
    ConclusionReferredToSuperior: (row, { data: { referredOn, dueOn } }) =>
      inspected(row, () => ({ status: 'referred-to-superior', since: referredOn, opinionDueOn: dueOn })),
    SuperiorOpinionReceived: (row, { data: { receivedOn } }) => backToDraft(row, receivedOn),
    ConclusionIssued: (row, { data: { signedOn } }) =>
      inspected(row, () => ({ status: 'conclusion-issued', since: signedOn, conclusionOn: signedOn })),
    ConclusionPublished: (row, { data: { from, until } }) =>
      inspected(row, ({ status }) => ({
        status: furthest(status, 'conclusion-published'),
        since: from,
        publishedUntil: until,
      })),
    PublicationEnded: (row) => inspected(row, () => ({ isPublicationEnded: true })),
    ImplementationDirected: (row, { data: { signedOn } }) =>
      inspected(row, ({ status }) => ({
        status: furthest(status, 'implementation-directed'),
        since: signedOn,
        directedOn: signedOn,
      })),
    ComplaintLodged: (row, { data: { complaintId, lodgedOn } }) =>
      inspected(row, ({ complaints }) => ({ complaints: { ...complaints, [complaintId]: lodgedOn } })),
    ComplaintResolved: (row, { data: { complaintId } }) =>
      inspected(row, ({ complaints }) => ({ complaints: lessOf(complaints, complaintId) })),
    ReinspectionOrdered: (row, { data: { reinspectionId } }) =>
      inspected(row, ({ reinspections }) => ({ reinspections: [...reinspections, reinspectionId] })),
    ReinspectionConcluded: (row, { data: { reinspectionId } }) =>
      inspected(row, ({ reinspections }) => ({ reinspections: reinspections.filter((id) => id !== reinspectionId) })),
    FollowUpStarted: (row, { data: { recommendationId, findingIds } }) =>
      inspected(row, ({ covered, unsettled }) => ({
        status: 'under-follow-up',
        covered: [...covered, ...findingIds],
        unsettled: [...unsettled, recommendationId],
      })),
    RecommendationSettled: (row, { data: { recommendationId } }) =>
      inspected(row, ({ unsettled }) => ({ unsettled: unsettled.filter((id) => id !== recommendationId) })),
    InspectionClosed: (row) => inspected(row, () => ({ status: 'closed' })),
    InspectionCancelled: (row) => inspected(row, () => ({ status: 'cancelled' })),

    RecommendationIssued: (_, event) => {
      const { source, findings, issuedBy } = event.data;
      return issued(event, event.data, {
        leadId: issuedBy,
        teamIds: source.teamIds,
        finderIds: [...new Set(findings.map(({ recordedBy }) => recordedBy))],
        isCritical: highestSeverity(findings) === 'critical',
      });
    },
    ExternalRecommendationEntered: (_, event) =>
      issued(event, event.data, {
        leadId: event.data.enteredBy,
        teamIds: [],
        finderIds: [],
        isCritical: event.data.severity === 'critical',
      }),
    RecommendationReassigned: (row, { data: { bodies } }) => {
      const actingUnitIds = idsOf(bodies.implementing);
      return followed(
        row && { ...row, actingUnitIds, seeingUnitIds: distinct([row.unitId, ...actingUnitIds]) },
        () => ({
          extensionAskedOn: null,
        }),
      );
    },
    RemediationPlanSubmitted: (row, event) => followed(row, () => ({ plan: 'pending', planSince: dayOf(event) })),
    RemediationPlanApproved: (row) => followed(row, () => ({ plan: 'judged' })),
    RemediationPlanReturned: (row, event) => followed(row, () => ({ plan: 'returned', planSince: dayOf(event) })),
    RemediationProgressReported: (row) =>
      followed(row, ({ plan }) => ({ plan: plan === 'none' || plan === 'returned' ? 'passed' : plan })),
    RemediationReportedComplete: (row, { data: { submittedOn } }) =>
      followed(row, () => ({ stage: 'proved', stageSince: submittedOn })),
    RemediationVerificationFailed: (row, event) => again(row, event),
    RemediationPartlyVerified: (row, event) => again(row, event),
    RemediationVerified: (row, event) =>
      followed(row, () => ({ stage: 'verified', stageSince: dayOf(event), extensionAskedOn: null })),
    EffectivenessConfirmed: (row, { data: { on } }) => followed(row, () => ({ stage: 'effective', stageSince: on })),
    EffectivenessNotConfirmed: (row, event) => again(row, event),
    RecommendationClosed: (row) => followed(row, () => ({ stage: 'implemented' })),
    RecommendationDeclaredNotImplemented: (row, event) =>
      followed(row, () => ({ stage: 'not-implemented', stageSince: dayOf(event), extensionAskedOn: null })),
    SanctionProposed: (row, event) => followed(row, () => ({ stage: 'sanction-proposed', stageSince: dayOf(event) })),
    SanctionDecided: (row) => followed(row, () => ({ stage: 'not-implemented' })),
    DeadlineExtensionRequested: (row, { data: { askedOn } }) => followed(row, () => ({ extensionAskedOn: askedOn })),
    DeadlineExtended: (row, { data: { deadline } }) =>
      followed(row, () => ({ dueOn: deadline.dueOn, extensionAskedOn: null })),
    DeadlineExtensionRefused: (row) => followed(row, () => ({ extensionAskedOn: null })),
    RecommendationSuspended: (row) => followed(row, () => ({ isSuspended: true })),
    RecommendationResumed: (row, { data: { deadline } }) =>
      followed(row, () => ({ isSuspended: false, dueOn: deadline.dueOn })),
    DeadlineRecomputed: (row, { data: { deadline } }) => followed(row, () => ({ dueOn: deadline.dueOn })),
  },
};

/** The row with what waits now. */
function told(row: AgendaRow): AgendaRow {
  const { course } = row;
  return { ...row, tasks: course.of === 'inspection' ? tasksOfInspection(course) : tasksOfRecommendation(course) };
}

function inspected(
  row: AgendaRow | null,
  change: (course: InspectionCourse) => Partial<InspectionCourse>,
): AgendaRow | null {
  return row?.course.of === 'inspection' ? told({ ...row, course: { ...row.course, ...change(row.course) } }) : row;
}

function followed(
  row: AgendaRow | null,
  change: (course: RecommendationCourse) => Partial<RecommendationCourse>,
): AgendaRow | null {
  return row?.course.of === 'recommendation' ? told({ ...row, course: { ...row.course, ...change(row.course) } }) : row;
}

function started(row: AgendaRow | null, event: Recorded<DomainEvents>): AgendaRow | null {
  return inspected(row && { ...row, isRevealed: true }, () => ({ status: 'in-fieldwork', since: dayOf(event) }));
}

function minuted(row: AgendaRow | null, status: InspectionStatus, { signedOn }: Minutes): AgendaRow | null {
  return inspected(row, () => ({ status, since: signedOn, minutesOn: signedOn }));
}

function backToDraft(row: AgendaRow | null, since: LegalDate): AgendaRow | null {
  return inspected(row, ({ isAppraised }) => ({
    status: isAppraised ? 'conclusion-appraised' : 'conclusion-drafted',
    since,
    replyDueOn: null,
    opinionDueOn: null,
  }));
}

/** It is the unit's to do again. */
function again(row: AgendaRow | null, event: Recorded<DomainEvents>): AgendaRow | null {
  return followed(row, () => ({ stage: 'owing', stageSince: dayOf(event) }));
}

function without(row: AgendaRow | null, findingId: Uuid): AgendaRow | null {
  return inspected(row, ({ toRemedy }) => ({ toRemedy: toRemedy.filter((id) => id !== findingId) }));
}

function lessOf<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = all;
  return rest;
}

function issued(
  event: Recorded<DomainEvents>,
  asked: Pick<RecommendationEvents['RecommendationIssued'], 'number' | 'text' | 'unit' | 'bodies' | 'deadline'>,
  {
    isCritical,
    ...people
  }: Pick<AgendaRow, 'leadId' | 'teamIds' | 'finderIds'> & Pick<RecommendationCourse, 'isCritical'>,
): AgendaRow {
  const { number, text, unit, bodies, deadline } = asked;
  const acting = idsOf([unit, ...bodies.implementing]);
  const issuedOn = dayOf(event);
  return told({
    id: event.stream.id,
    category: 'recommendation',
    unitId: unit.id,
    unitName: unit.name,
    number,
    title: { vi: text, en: text },
    regime: profileOf(deadline)?.regime ?? null,
    ...people,
    actingUnitIds: acting,
    seeingUnitIds: acting,
    isRevealed: true,
    tasks: [],
    course: {
      of: 'recommendation',
      issuedOn,
      profile: deadline.rule.profile,
      isCritical,
      dueOn: deadline.dueOn,
      originalDueOn: deadline.originalDueOn,
      stage: 'owing',
      stageSince: issuedOn,
      plan: 'none',
      planSince: issuedOn,
      extensionAskedOn: null,
      isSuspended: false,
    },
    isSimulated: event.isSimulated,
  });
}

function idsOf(bodies: readonly UnitSnapshot[]): readonly Uuid[] {
  return distinct(bodies.map(({ id }) => id));
}

function distinct(ids: readonly Uuid[]): readonly Uuid[] {
  return [...new Set(ids)];
}

function profileOf({ rule }: Pick<Deadline, 'rule'>) {
  return deadlineProfiles.find(({ id }) => id === rule.profile);
}

function dayOf({ occurredAt }: Recorded<DomainEvents>): LegalDate {
  return legalDayOf(occurredAt);
}

function task(kind: TaskKind, since: LegalDate, dueOn: LegalDate | null = null, originalDueOn = dueOn): Task {
  return { kind, since, dueOn, originalDueOn };
}

function tasksOfInspection(course: InspectionCourse): readonly Task[] {
  const { status, since, disputed, complaints } = course;
  if (status === 'closed' || status === 'cancelled') return [];
  const days = (all: Readonly<Record<Uuid, LegalDate>>) => Object.values(all).sort();
  return [
    ...nextOf(course),
    ...(course.conclusionOn === null ? days(disputed).slice(0, 1) : []).map((on) => task('decide-dispute', on)),
    ...days(complaints).map((on) => task('resolve-complaint', on)),
    ...(isFinal(course) ? afterwards(course, since) : []),
  ];
}

function isFinal({ procedure, conclusionOn, minutesOn }: InspectionCourse): boolean {
  return (procedure.path === 'long' ? conclusionOn : minutesOn) !== null;
}

/** What the case itself waits for before its final document; `nextStage` counts the same days. */
function nextOf(course: InspectionCourse): readonly Task[] {
  const { status, since, procedure, fieldworkUntil, fieldworkUntilAtFirst, isAppraised, hearings } = course;
  const due = (stage: InspectionStage, on: LegalDate | null) => on && stageDueOn(procedure, stage, on);
  const toConclude = due('conclusion', course.firstDraftOn);
  const isLong = procedure.path === 'long';
  switch (status) {
    case 'ordered':
      return procedure.isAnnounced
        ? [task('announce', since, isLong ? due('announce', course.orderedOn) : null)]
        : [task('start', since, fieldworkUntil)];
    case 'announced':
      return [task('start', since, fieldworkUntil)];
    case 'in-fieldwork':
    case 'suspended':
      return [task('fieldwork', since, fieldworkUntil, fieldworkUntilAtFirst)];
    case 'fieldwork-ended':
      return [task('minutes', since)];
    case 'minutes-signed':
    case 'minutes-refused':
      return isLong ? [task('report', since, due('report', course.minutesOn))] : [];
    case 'report-submitted':
      return [task('order-drafting', since, due('draft', course.reportOn))];
    case 'conclusion-drafting':
      return [task('draft', since, course.draftingDueOn)];
    case 'appraisal-returned':
      return [task('draft', since, toConclude)];
    case 'awaiting-response':
      return [task('respond', since, course.replyDueOn)];
    case 'response-received':
      return [task('assess', since, toConclude)];
    case 'referred-to-superior':
      return [task('superior-opinion', since, course.opinionDueOn)];
    case 'conclusion-drafted':
    case 'conclusion-appraised': {
      const left: readonly TaskKind[] = [
        ...(procedure.isUnitHeard && hearings === 0 ? (['send-draft'] as const) : []),
        ...(procedure.isAppraised && !isAppraised ? (['appraise'] as const) : []),
      ];
      return (left.length > 0 ? left : (['conclude'] as const)).map((kind) => task(kind, since, toConclude));
    }
    default:
      return [];
  }
}

/** What is still owed once the final document stands: recommended, published, directed, closed. */
function afterwards(course: InspectionCourse, since: LegalDate): readonly Task[] {
  const { procedure, conclusionOn, publishedUntil, directedOn, toRemedy, covered, unsettled } = course;
  const isLong = procedure.path === 'long';
  const due = (stage: InspectionStage, on: LegalDate | null) => on && stageDueOn(procedure, stage, on);
  const uncovered = toRemedy.filter((id) => !covered.includes(id) && course.disputed[id] === undefined);
  const tasks: Task[] = [];
  if (isLong && publishedUntil === null)
    tasks.push(task('publish', conclusionOn ?? since, due('publish', conclusionOn)));
  if (isLong && publishedUntil !== null && !course.isPublicationEnded)
    tasks.push(task('end-publication', since, publishedUntil));
  if (isLong && directedOn === null && toRemedy.length > 0)
    tasks.push(task('direct', conclusionOn ?? since, due('direct', conclusionOn)));
  if (uncovered.length > 0) tasks.push(task('recommend', conclusionOn ?? course.minutesOn ?? since));
  const isNothingOwed =
    tasks.length === 0 &&
    unsettled.length === 0 &&
    Object.keys(course.complaints).length === 0 &&
    Object.keys(course.disputed).length === 0 &&
    course.reinspections.length === 0;
  return isNothingOwed ? [task('close-inspection', since, due('file', directedOn))] : tasks;
}

function tasksOfRecommendation(course: RecommendationCourse): readonly Task[] {
  const { stage, stageSince, plan, planSince, issuedOn, dueOn, originalDueOn, extensionAskedOn } = course;
  const isOwing = stage === 'owing' && !course.isSuspended;
  const tasks: Task[] = [];
  if (isOwing && plan === 'none') tasks.push(task('plan', issuedOn, termOf(course, 'submit-plan', issuedOn)));
  if (isOwing && plan === 'returned') tasks.push(task('plan', planSince));
  if (isOwing && plan === 'pending') tasks.push(task('review-plan', planSince));
  if (isOwing) tasks.push(task('remedy', issuedOn, dueOn, originalDueOn));
  if (extensionAskedOn !== null && !course.isSuspended) tasks.push(task('decide-extension', extensionAskedOn));
  if (stage === 'proved' && !course.isSuspended)
    tasks.push(task('verify', stageSince, termOf(course, 'verify', stageSince)));
  if (stage === 'verified') tasks.push(task(course.isCritical ? 'confirm-effect' : 'close-recommendation', stageSince));
  if (stage === 'effective') tasks.push(task('close-recommendation', stageSince));
  if (stage === 'sanction-proposed') tasks.push(task('decide-sanction', stageSince));
  return tasks;
}

/** By the default term of the profile the recommendation was counted by. */
function termOf({ profile }: RecommendationCourse, purpose: DeadlinePurpose, from: LegalDate): LegalDate | null {
  const term = deadlineProfiles.find(({ id }) => id === profile)?.rules[purpose].default;
  if (!term) return null;
  return term.unit === 'working-day'
    ? addWorkingDays(from, term.amount, vietnamCalendar)
    : firstWorkingDayFrom(addDays(from, term.amount), vietnamCalendar);
}

/** The draft the unit has not answered yet; null where none waits. */
export function awaitedResponse({ id, course }: Pick<AgendaRow, 'id' | 'course'>): AwaitedResponse | null {
  if (course.of !== 'inspection' || course.status !== 'awaiting-response' || course.replyDueOn === null) return null;
  return { id, hearing: course.hearings, dueOn: course.replyDueOn };
}
