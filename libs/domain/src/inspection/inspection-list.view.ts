import type { Severity, Text } from '../checklists/checklist.js';
import type { Instant, LegalDate, PersonId, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { Answer, InspectionEvents, InspectionStatus, InspectionType, Minutes } from './facts.js';

type Mark = 'pass' | 'fail' | 'not-applicable';

/** One inspection in a list. */
export interface InspectionListRow {
  readonly id: Uuid;
  readonly unitId: Uuid;
  /** As it was called on the day of the order. */
  readonly unitName: string;
  readonly number: string;
  readonly type: InspectionType;
  readonly checklistKind: string;
  readonly checklistEdition: number;
  readonly title: Text;
  readonly status: InspectionStatus;
  readonly orderedOn: LegalDate;
  readonly orderedBy: string;
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
  readonly recommendations: number;
  readonly recommendationsSettled: number;
  readonly length: number;
}

export const inspectionList: View<InspectionListRow, InspectionEvents> = {
  name: 'inspection-list',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data, version }) => ({
      id: stream.id,
      unitId: data.unit.id,
      unitName: data.unit.name,
      number: data.number,
      type: data.type,
      checklistKind: data.checklist.kind,
      checklistEdition: data.checklist.edition,
      title: data.checklist.title,
      status: 'ordered',
      orderedOn: data.signedOn,
      orderedBy: data.orderedBy.body.name,
      startedAt: null,
      endedAt: null,
      minutesKind: null,
      minutesOn: null,
      leadName: data.team.find((member) => member.role === 'lead')?.name ?? '',
      teamIds: data.team.map((member) => member.personId),
      isRevealed: false,
      items: data.checklist.items.length,
      marks: {},
      findings: {},
      recommendations: 0,
      recommendationsSettled: 0,
      length: version,
    }),
    UnannouncedInspectionStarted: (row, event) =>
      row && at(event, { ...row, status: 'in-fieldwork', isRevealed: true, startedAt: event.occurredAt }),
    EarlierRecommendationsLoaded: (row, event) => row && at(event, row),
    EarlierRecommendationChecked: (row, event) => row && at(event, row),
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
    RecommendationSettled: (row, event) =>
      row && at(event, { ...row, recommendationsSettled: row.recommendationsSettled + 1 }),
    InspectionClosed: (row, event) => row && at(event, { ...row, status: 'closed' }),
  },
};

function at(event: Recorded<InspectionEvents>, row: InspectionListRow): InspectionListRow {
  return { ...row, length: event.version };
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
