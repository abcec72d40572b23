import { legalDayOf } from '../calendar/legal-day.js';
import type { Severity, Text } from '../checklists/checklist.js';
import type { Settlement } from '../inspection/facts.js';
import type { RecurrenceKind } from '../inspection/long-path-facts.js';
import type { InspectionPath } from '../inspection/regimes.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { InspectionEvents } from '../inspection/facts.js';
import { searchKey } from './search-key.js';

export const findingStatuses = [
  'recorded',
  'disputed',
  'corrected-on-site',
  'recommended',
  'remedied',
  'not-remedied',
  'discarded',
  'withdrawn',
] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** One finding on the board. */
export interface BoardFinding {
  readonly findingId: Uuid;
  readonly number: string;
  readonly itemCode: string | null;
  readonly severity: Severity;
  readonly criteria: Text;
  readonly condition: string;
  readonly place: string | null;
  readonly amountAtRisk: number | null;
  readonly foundOn: LegalDate;
  /** As the team identified it; null where nobody did. */
  readonly recurrence: RecurrenceKind | null;
  readonly status: FindingStatus;
  readonly isCommunicated: boolean;
  readonly isCorrected: boolean;
  /** By id; null while it is not settled. */
  readonly recommendations: Readonly<Record<Uuid, Settlement | null>>;
  readonly searchKey: string;
}

/** What one inspection found, and what became of it. */
export interface FindingsBoardRow {
  readonly id: Uuid;
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly inspectionNumber: string;
  readonly checklistKind: string;
  readonly path: InspectionPath;
  readonly teamIds: readonly PersonId[];
  readonly isRevealed: boolean;
  readonly findings: readonly BoardFinding[];
}

export const findingsBoard: View<FindingsBoardRow, InspectionEvents> = {
  name: 'findings-board',
  version: 2,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data: { unit, number, checklist, procedure, team } }) => ({
      id: stream.id,
      unitId: unit.id,
      unitName: unit.name,
      inspectionNumber: number,
      checklistKind: checklist.kind,
      path: procedure.path,
      teamIds: team.map(({ personId }) => personId),
      isRevealed: procedure.teamFrom === 'own-unit',
      findings: [],
    }),
    TeamMemberReplaced: (row, { data: { leaving, joining } }) =>
      row && { ...row, teamIds: row.teamIds.map((id) => (id === leaving.personId ? joining.personId : id)) },
    InspectionAnnounced: (row) => row && { ...row, isRevealed: true },
    UnannouncedInspectionStarted: (row) => row && { ...row, isRevealed: true },
    FieldworkStarted: (row) => row && { ...row, isRevealed: true },
    FindingRecorded: (row, { occurredAt, data }) => {
      if (!row) return null;
      const { findingId, number, itemCode, severity, criteria, condition, place, amountAtRisk } = data;
      const found: BoardFinding = {
        findingId,
        number,
        itemCode,
        severity,
        criteria,
        condition,
        place,
        amountAtRisk,
        foundOn: legalDayOf(occurredAt),
        recurrence: null,
        status: 'recorded',
        isCommunicated: false,
        isCorrected: false,
        recommendations: {},
        searchKey: searchKey(number, condition, criteria.vi, row.unitName, row.inspectionNumber),
      };
      return { ...row, findings: [...row.findings, found] };
    },
    FindingAmended: (row, { data: { findingId, amended } }) =>
      row &&
      changed(row, findingId, ({ number, criteria }) => ({
        severity: amended.severity,
        condition: amended.condition,
        place: amended.place,
        amountAtRisk: amended.amountAtRisk,
        searchKey: searchKey(number, amended.condition, criteria.vi, row.unitName, row.inspectionNumber),
      })),
    FindingSeverityRaised: (row, { data: { findingId, severity } }) =>
      row && changed(row, findingId, () => ({ severity })),
    RecurrenceIdentified: (row, { data: { findingId, kind } }) =>
      row && changed(row, findingId, () => ({ recurrence: kind })),
    FindingCorrectedOnSite: (row, { data: { findingId } }) =>
      row && changed(row, findingId, () => ({ isCorrected: true, status: 'corrected-on-site' })),
    FindingDiscarded: (row, { data: { findingId } }) => row && changed(row, findingId, () => ({ status: 'discarded' })),
    FindingWithdrawn: (row, { data: { findingId } }) => row && changed(row, findingId, () => ({ status: 'withdrawn' })),
    FindingCommunicated: (row, { data: { findingId } }) =>
      row && changed(row, findingId, () => ({ isCommunicated: true })),
    FindingDisputed: (row, { data: { findingId } }) => row && changed(row, findingId, () => ({ status: 'disputed' })),
    DisputeAccepted: (row, { data: { findingId } }) => row && changed(row, findingId, settledStatus),
    DisputeRejected: (row, { data: { findingId } }) => row && changed(row, findingId, settledStatus),
    FollowUpStarted: (row, { data: { recommendationId, findingIds } }) =>
      row && {
        ...row,
        findings: row.findings.map((finding) =>
          findingIds.includes(finding.findingId)
            ? recommended(finding, { ...finding.recommendations, [recommendationId]: null })
            : finding,
        ),
      },
    RecommendationSettled: (row, { data: { recommendationId, outcome } }) =>
      row && {
        ...row,
        findings: row.findings.map((finding) =>
          recommendationId in finding.recommendations
            ? recommended(finding, { ...finding.recommendations, [recommendationId]: outcome })
            : finding,
        ),
      },
  },
};

function changed(
  row: FindingsBoardRow,
  findingId: Uuid,
  change: (finding: BoardFinding) => Partial<BoardFinding>,
): FindingsBoardRow {
  return {
    ...row,
    findings: row.findings.map((finding) =>
      finding.findingId === findingId ? { ...finding, ...change(finding) } : finding,
    ),
  };
}

function recommended(finding: BoardFinding, recommendations: BoardFinding['recommendations']): BoardFinding {
  const after = { ...finding, recommendations };
  return finding.status === 'disputed' || isGone(finding) ? after : { ...after, ...settledStatus(after) };
}

function isGone({ status }: BoardFinding): boolean {
  return status === 'discarded' || status === 'withdrawn';
}

/** Where it stands when nobody disputes it: by its recommendations, else as it was left on site. */
function settledStatus({ status, isCorrected, recommendations }: BoardFinding): Pick<BoardFinding, 'status'> {
  if (status === 'discarded' || status === 'withdrawn') return { status };
  const outcomes = Object.values(recommendations);
  if (outcomes.length === 0) return { status: isCorrected ? 'corrected-on-site' : 'recorded' };
  if (outcomes.includes('not-implemented')) return { status: 'not-remedied' };
  return { status: outcomes.includes(null) ? 'recommended' : 'remedied' };
}
