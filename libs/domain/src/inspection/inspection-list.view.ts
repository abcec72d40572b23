import type { Regime } from '../calendar/deadline-rule.js';
import type { Severity, Text } from '../checklists/checklist.js';
import type { Instant, LegalDate, PersonId, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { Answer, InspectionEvents, InspectionStatus, Minutes } from './facts.js';
import { furthest } from './progress.js';
import type { InspectionPath, InspectionType } from './regimes.js';

type Mark = 'pass' | 'fail' | 'not-applicable';

/** One inspection in a list. */
export interface InspectionListRow {
  readonly id: Uuid;
  readonly unitId: Uuid;
  /** As it was called on the day of the order. */
  readonly unitName: string;
  readonly number: string;
  readonly type: InspectionType;
  readonly regime: Regime;
  readonly path: InspectionPath;
  readonly checklistKind: string;
  readonly checklistEdition: number;
  readonly title: Text;
  readonly status: InspectionStatus;
  readonly orderedOn: LegalDate;
  readonly orderedById: Uuid;
  readonly orderedBy: string;
  /** By the order, or its last extension. */
  readonly fieldworkUntil: LegalDate | null;
  readonly programmeItemId: Uuid | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly minutesKind: Minutes['kind'] | null;
  readonly minutesOn: LegalDate | null;
  readonly leadName: string;
  readonly teamIds: readonly PersonId[];
  /** Whether the unit may know of it: from the start of fieldwork. */
  readonly isRevealed: boolean;
  readonly items: number;
  readonly marks: Readonly<Record<string, Mark>>;
  /** Live findings by id. */
  readonly findings: Readonly<Record<Uuid, Severity>>;
  /** Those of them the unit was told of. */
  readonly told: Readonly<Record<Uuid, true>>;
  /** Whether a draft was ever sent to the unit. */
  readonly isDraftSent: boolean;
  /** Whether the newest draft was appraised: where it goes back to once the unit or the superior has spoken. */
  readonly isAppraised: boolean;
  readonly conclusionOn: LegalDate | null;
  readonly recommendations: number;
  readonly recommendationsSettled: number;
  readonly length: number;
}

export const inspectionList: View<InspectionListRow, InspectionEvents> = {
  name: 'inspection-list',
  version: 4,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data, version }) => ({
      id: stream.id,
      unitId: data.unit.id,
      unitName: data.unit.name,
      number: data.number,
      type: data.type,
      regime: data.regime,
      path: data.procedure.path,
      checklistKind: data.checklist.kind,
      checklistEdition: data.checklist.edition,
      title: data.checklist.title,
      status: 'ordered',
      orderedOn: data.signedOn,
      orderedById: data.orderedBy.body.id,
      orderedBy: data.orderedBy.body.name,
      fieldworkUntil: data.fieldworkUntil,
      programmeItemId: data.programmeItem?.link?.itemId ?? null,
      startedAt: null,
      endedAt: null,
      minutesKind: null,
      minutesOn: null,
      leadName: data.team.find((member) => member.role === 'lead')?.name ?? '',
      teamIds: data.team.map((member) => member.personId),
      isRevealed: data.procedure.teamFrom === 'own-unit',
      items: data.checklist.items.length,
      marks: {},
      findings: {},
      told: {},
      isDraftSent: false,
      isAppraised: false,
      conclusionOn: null,
      recommendations: 0,
      recommendationsSettled: 0,
      length: version,
    }),
    UnannouncedInspectionStarted: (row, event) =>
      row && at(event, { ...row, status: 'in-fieldwork', isRevealed: true, startedAt: event.occurredAt }),
    EarlierRecommendationsLoaded: (row, event) => row && at(event, row),
    EarlierRecommendationChecked: (row, event) => row && at(event, row),
    EarlierProposalDismissed: (row, event) => row && at(event, row),
    ChecklistItemAnswered: (row, event) => row && at(event, marked(row, event.data.itemCode, event.data.outcome)),
    ChecklistItemMarkedNotApplicable: (row, event) =>
      row && at(event, marked(row, event.data.itemCode, 'not-applicable')),
    ChecklistAnswerCorrected: (row, event) =>
      row && at(event, marked(row, event.data.itemCode, markOf(event.data.corrected))),
    EvidenceCaptured: (row, event) => row && at(event, row),
    SampleDrawn: (row, event) => row && at(event, row),
    ContributionLedgerImported: (row, event) => row && at(event, row),
    BudgetFiguresRecorded: (row, event) => row && at(event, row),
    FindingRecorded: (row, event) =>
      row && at(event, { ...row, findings: { ...row.findings, [event.data.findingId]: event.data.severity } }),
    FindingDiscarded: (row, event) => {
      if (!row) return null;
      const { [event.data.findingId]: _, ...findings } = row.findings;
      return at(event, { ...row, findings });
    },
    FindingCorrectedOnSite: (row, event) => row && at(event, row),
    ProposedFindingDismissed: (row, event) => row && at(event, row),
    FieldworkSuspended: (row, event) => row && at(event, { ...row, status: 'suspended' }),
    FieldworkResumed: (row, event) => row && at(event, { ...row, status: 'in-fieldwork' }),
    FieldworkEnded: (row, event) => row && at(event, { ...row, status: 'fieldwork-ended', endedAt: event.occurredAt }),
    MinutesSigned: (row, event) => row && at(event, withMinutes(row, 'minutes-signed', event.data)),
    MinutesSignedWithReservation: (row, event) => row && at(event, withMinutes(row, 'minutes-signed', event.data)),
    MinutesSignatureRefused: (row, event) => row && at(event, withMinutes(row, 'minutes-refused', event.data)),
    InspectionCancelled: (row, event) => row && at(event, { ...row, status: 'cancelled' }),
    FollowUpStarted: (row, event) =>
      row && at(event, { ...row, status: 'under-follow-up', recommendations: row.recommendations + 1 }),
    InspectionAnnounced: (row, event) => row && at(event, { ...row, status: 'announced', isRevealed: true }),
    FieldworkStarted: (row, event) =>
      row && at(event, { ...row, status: 'in-fieldwork', isRevealed: true, startedAt: event.occurredAt }),
    TeamMemberReplaced: (row, event) => {
      if (!row) return null;
      const { leaving, joining } = event.data;
      const teamIds = row.teamIds.map((id) => (id === leaving.personId ? joining.personId : id));
      return at(event, { ...row, teamIds, leadName: joining.role === 'lead' ? joining.name : row.leadName });
    },
    ConflictOfInterestDeclared: (row, event) => row && at(event, row),
    FieldworkExtended: (row, event) => row && at(event, { ...row, fieldworkUntil: event.data.until }),
    PositiveFindingRecorded: (row, event) => row && at(event, row),
    FindingConfirmed: (row, event) => row && at(event, row),
    FindingCommunicated: (row, event) =>
      row && at(event, { ...row, told: { ...row.told, [event.data.findingId]: true } }),
    FindingAccepted: (row, event) => row && at(event, row),
    FindingDisputed: (row, event) => row && at(event, row),
    DisputeAccepted: (row, event) => row && at(event, row),
    DisputeRejected: (row, event) => row && at(event, row),
    FindingAmended: (row, event) =>
      row && at(event, withSeverity(row, event.data.findingId, event.data.amended.severity)),
    FindingWithdrawn: (row, event) => {
      if (!row) return null;
      const { [event.data.findingId]: _, ...findings } = row.findings;
      return at(event, { ...row, findings });
    },
    FindingSeverityRaised: (row, event) =>
      row && at(event, withSeverity(row, event.data.findingId, event.data.severity)),
    RecurrenceIdentified: (row, event) => row && at(event, row),
    InspectionReportSubmitted: (row, event) => row && at(event, { ...row, status: 'report-submitted' }),
    DissentingOpinionReserved: (row, event) => row && at(event, row),
    ConclusionDraftingOrdered: (row, event) => row && at(event, { ...row, status: 'conclusion-drafting' }),
    ConclusionDrafted: (row, event) => row && at(event, { ...row, status: 'conclusion-drafted', isAppraised: false }),
    DraftSentForResponse: (row, event) => row && at(event, { ...row, status: 'awaiting-response', isDraftSent: true }),
    UnitResponseReceived: (row, event) => row && at(event, { ...row, status: 'response-received' }),
    UnitResponseWaived: (row, event) => row && at(event, backToDraft(row)),
    ResponseDeadlineLapsed: (row, event) => row && at(event, backToDraft(row)),
    ResponseAssessed: (row, event) => row && at(event, backToDraft(row)),
    DraftConclusionAppraised: (row, event) =>
      row && at(event, { ...row, status: 'conclusion-appraised', isAppraised: true }),
    AppraisalReturned: (row, event) => row && at(event, { ...row, status: 'appraisal-returned' }),
    ConclusionReferredToSuperior: (row, event) => row && at(event, { ...row, status: 'referred-to-superior' }),
    SuperiorOpinionReceived: (row, event) => row && at(event, backToDraft(row)),
    ConclusionIssued: (row, event) =>
      row && at(event, { ...row, status: 'conclusion-issued', conclusionOn: event.data.signedOn }),
    ConclusionRectified: (row, event) => row && at(event, row),
    RedactionPrepared: (row, event) => row && at(event, row),
    ConclusionPublished: (row, event) =>
      row && at(event, { ...row, status: furthest(row.status, 'conclusion-published') }),
    PublicationProofAttached: (row, event) => row && at(event, row),
    PublicationEnded: (row, event) => row && at(event, row),
    ImplementationDirected: (row, event) =>
      row && at(event, { ...row, status: furthest(row.status, 'implementation-directed') }),
    ComplaintLodged: (row, event) => row && at(event, row),
    ComplaintResolved: (row, event) => row && at(event, row),
    ReinspectionOrdered: (row, event) => row && at(event, row),
    ReinspectionConcluded: (row, event) => row && at(event, row),
    CaseReferredToInvestigation: (row, event) => row && at(event, row),
    RecommendationSettled: (row, event) =>
      row && at(event, { ...row, recommendationsSettled: row.recommendationsSettled + 1 }),
    InspectionClosed: (row, event) => row && at(event, { ...row, status: 'closed' }),
  },
};

function at(event: Recorded<InspectionEvents>, row: InspectionListRow): InspectionListRow {
  return { ...row, length: event.version };
}

function withSeverity(row: InspectionListRow, findingId: Uuid, severity: Severity): InspectionListRow {
  return row.findings[findingId] === undefined ? row : { ...row, findings: { ...row.findings, [findingId]: severity } };
}

function backToDraft(row: InspectionListRow): InspectionListRow {
  return { ...row, status: row.isAppraised ? 'conclusion-appraised' : 'conclusion-drafted' };
}

function marked(row: InspectionListRow, itemCode: string, mark: Mark): InspectionListRow {
  return { ...row, marks: { ...row.marks, [itemCode]: mark } };
}

function markOf(answer: Answer): Mark {
  return answer.status === 'not-applicable' ? 'not-applicable' : answer.outcome;
}

function withMinutes(row: InspectionListRow, status: InspectionStatus, minutes: Minutes): InspectionListRow {
  return { ...row, status, minutesKind: minutes.kind, minutesOn: minutes.signedOn };
}
