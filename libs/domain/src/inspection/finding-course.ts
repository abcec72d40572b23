import type { Actor } from '../access/person.js';
import { severities } from '../checklists/checklist.js';
import { assertEvidence } from '../evidence/evidence.js';
import type { Message } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { stillDecided } from './earlier.js';
import type { Finding, InspectionEvents, InspectionFile, InspectionState, InspectionStatus } from './facts.js';
import { changedFinding, dropped } from './findings.js';
import { assertOfUnit, assertOnTeam, fileOf, finalDocumentOf, isDisputed, leadOf, liveFinding } from './guards.js';
import type { FindingWording } from './long-path-facts.js';
import { type InspectionRules, withFile } from './rules.js';

/**
 * What becomes of a finding once it is recorded: confirmed by a second pair of eyes, communicated to the unit, accepted or
 * disputed, decided; amended, withdrawn, raised, each with a reason and nothing overwritten.
 */
export const findingCourse = {
  decide: {
    ConfirmFinding(state, { by, findingId }) {
      const file = fileOf(state);
      const known = file.findings.find((finding) => finding.findingId === findingId);
      if (known?.confirmedBy === by.id) return [];
      assertOpenToChange(state, 'in-fieldwork');
      if (by.role !== 'leadership') assertOnTeam(file, by);
      const finding = liveFinding(file, findingId);
      if (finding.confirmedBy !== null)
        throw refusal('inspection.finding-already-confirmed', { number: finding.number });
      if (finding.recordedBy === by.id)
        throw refusal('inspection.finding-judged-by-finder', { number: finding.number });
      return [{ type: 'FindingConfirmed', data: { findingId, number: finding.number, confirmedBy: by.id } }];
    },
    AcceptFinding(state, { by, findingId }) {
      const file = fileOf(state);
      assertOfUnit(file, by);
      const finding = communicatedFinding(state, file, findingId);
      if (finding.acceptedBy !== null) return [];
      if (isDisputed(finding)) throw refusal('inspection.finding-disputed', { number: finding.number });
      return [{ type: 'FindingAccepted', data: { findingId, number: finding.number, acceptedBy: by.id } }];
    },
    DisputeFinding(state, { by, findingId, reason, evidence }) {
      const file = fileOf(state);
      assertOfUnit(file, by);
      const finding = communicatedFinding(state, file, findingId);
      if (finding.dispute) {
        if (finding.dispute.reason === reason && same(finding.dispute.evidence, evidence)) return [];
        throw refusal('inspection.finding-disputed', { number: finding.number });
      }
      if (finding.acceptedBy !== null) throw refusal('inspection.finding-accepted', { number: finding.number });
      assertNotRecommended(file, finding);
      return [
        {
          type: 'FindingDisputed',
          data: {
            findingId,
            number: finding.number,
            reason,
            evidence: assertEvidence(evidence),
            disputedBy: by.id,
          },
        },
      ];
    },
    AcceptDispute(state, { by, findingId, reason, amended }) {
      const file = fileOf(state);
      const outcome = amended ? 'amended' : 'withdrawn';
      const decided = file.findings.find((candidate) => candidate.findingId === findingId)?.dispute?.decision;
      if (decided && same(decided, { outcome, reason, decidedBy: by.id })) return [];
      const finding = findingInDispute(state, file, by, findingId);
      const { number } = finding;
      return [
        { type: 'DisputeAccepted', data: { findingId, number, outcome, reason, decidedBy: by.id } },
        amended ? amendment(finding, amended, reason, by) : withdrawal(finding, reason, by),
      ];
    },
    RejectDispute(state, { by, findingId, reason }) {
      const file = fileOf(state);
      const decided = file.findings.find((candidate) => candidate.findingId === findingId)?.dispute?.decision;
      if (decided && same(decided, { outcome: 'rejected', reason, decidedBy: by.id })) return [];
      const { number } = findingInDispute(state, file, by, findingId);
      return [{ type: 'DisputeRejected', data: { findingId, number, reason, decidedBy: by.id } }];
    },
    AmendFinding(state, { by, findingId, amended, reason }) {
      const file = fileOf(state);
      const known = file.findings.find((finding) => finding.findingId === findingId);
      if (known && same(wordingOf(known), amended)) return [];
      assertOpenToChange(state);
      leadOf(file, by);
      return [amendment(liveFinding(file, findingId), amended, reason, by)];
    },
    WithdrawFinding(state, { by, findingId, reason }) {
      const file = fileOf(state);
      if (file.findings.some((finding) => finding.findingId === findingId && finding.withdrawn?.reason === reason))
        return [];
      assertOpenToChange(state);
      leadOf(file, by);
      return [withdrawal(liveFinding(file, findingId), reason, by)];
    },
    RaiseFindingSeverity(state, { by, findingId, severity, reason }) {
      const file = fileOf(state);
      assertOpenToChange(state, 'in-fieldwork');
      leadOf(file, by);
      const finding = liveFinding(file, findingId);
      if (finding.severity === severity) return [];
      if (isGraver(finding.severity, severity))
        throw refusal('inspection.severity-not-raised', { severity, previous: finding.severity });
      return [
        {
          type: 'FindingSeverityRaised',
          data: {
            findingId,
            number: finding.number,
            previous: finding.severity,
            severity,
            reason,
            raisedBy: by.id,
          },
        },
      ];
    },
    IdentifyRecurrences(state, { by, found }) {
      const file = fileOf(state);
      assertOpenToChange(state, 'in-fieldwork');
      assertOnTeam(file, by);
      return found.flatMap(({ findingId, kind, earlier }): readonly Message<InspectionEvents>[] => {
        const finding = liveFinding(file, findingId);
        if (same(finding.recurrence, { kind, earlier })) return [];
        return [{ type: 'RecurrenceIdentified', data: { findingId, number: finding.number, kind, earlier } }];
      });
    },
  },
  evolve: {
    FindingConfirmed: (state, { findingId, confirmedBy }) => changedFinding(state, findingId, () => ({ confirmedBy })),
    FindingCommunicated: (state, { findingId, communicatedOn }) =>
      changedFinding(state, findingId, () => ({ communicatedOn })),
    FindingAccepted: (state, { findingId, acceptedBy }) => changedFinding(state, findingId, () => ({ acceptedBy })),
    FindingDisputed: (state, { findingId, reason, evidence, disputedBy }) =>
      changedFinding(state, findingId, () => ({ dispute: { reason, evidence, disputedBy, decision: null } })),
    DisputeAccepted: (state, { findingId, outcome, reason, decidedBy }) =>
      changedFinding(state, findingId, ({ dispute }) => ({
        dispute: dispute && { ...dispute, decision: { outcome, reason, decidedBy } },
      })),
    DisputeRejected: (state, { findingId, reason, decidedBy }) =>
      changedFinding(state, findingId, ({ dispute }) => ({
        dispute: dispute && { ...dispute, decision: { outcome: 'rejected', reason, decidedBy } },
      })),
    FindingAmended: (state, { findingId, previous, amended, reason }) =>
      withFile(
        changedFinding(state, findingId, ({ amendments }) => ({
          ...amended,
          amendments: [...amendments, { previous, reason }],
        })),
        (file) => (state.status === 'absent' ? {} : stillDecided(state.file, file, reason)),
      ),
    FindingWithdrawn: (state, { findingId, reason }) => dropped(state, findingId, reason, { withdrawn: { reason } }),
    FindingSeverityRaised: (state, { findingId, severity }) => changedFinding(state, findingId, () => ({ severity })),
    RecurrenceIdentified: (state, { findingId, kind, earlier }) =>
      changedFinding(state, findingId, () => ({ recurrence: { kind, earlier } })),
  },
} satisfies InspectionRules<
  | 'ConfirmFinding'
  | 'AcceptFinding'
  | 'DisputeFinding'
  | 'AcceptDispute'
  | 'RejectDispute'
  | 'AmendFinding'
  | 'WithdrawFinding'
  | 'RaiseFindingSeverity'
  | 'IdentifyRecurrences',
  | 'FindingConfirmed'
  | 'FindingCommunicated'
  | 'FindingAccepted'
  | 'FindingDisputed'
  | 'DisputeAccepted'
  | 'DisputeRejected'
  | 'FindingAmended'
  | 'FindingWithdrawn'
  | 'FindingSeverityRaised'
  | 'RecurrenceIdentified'
>;

/** FindingCommunicated for each live finding the unit has not been told yet. */
export function communicationOf(file: InspectionFile, on: string): readonly Message<InspectionEvents>[] {
  return file.findings
    .filter((finding) => !finding.discarded && !finding.withdrawn && finding.communicatedOn === null)
    .map(({ findingId, number }) => ({
      type: 'FindingCommunicated',
      data: { findingId, number, communicatedOn: on },
    }));
}

/** After fieldwork and before the final document: on the short path what the minutes say stands. */
function assertOpenToChange(state: InspectionState, ...also: readonly InspectionStatus[]): void {
  const file = fileOf(state);
  const isBefore = ['ordered', 'announced', 'in-fieldwork', 'suspended', 'cancelled', 'closed'].includes(state.status);
  if (also.some((status) => status === state.status)) return;
  if (isBefore || finalDocumentOf(file)) throw refusal('inspection.findings-not-open', { status: state.status });
}

/** Told to the unit, and not past deciding: the short path's minutes may be disputed until a recommendation rests on them. */
function communicatedFinding(state: InspectionState, file: InspectionFile, findingId: string): Finding {
  const finding = liveFinding(file, findingId);
  if (finding.communicatedOn === null) throw refusal('inspection.finding-not-communicated', { number: finding.number });
  if (state.status === 'closed' || state.status === 'cancelled' || file.conclusion)
    throw refusal('inspection.findings-not-open', { status: state.status });
  return finding;
}

function findingInDispute(state: InspectionState, file: InspectionFile, by: Actor, findingId: string): Finding {
  const finding = communicatedFinding(state, file, findingId);
  if (!isDisputed(finding)) throw refusal('inspection.nothing-disputed', { number: finding.number });
  // Neither who found it nor whom it is about says who was right.
  if (finding.recordedBy === by.id) throw refusal('inspection.finding-judged-by-finder', { number: finding.number });
  if (by.unitId === file.order.unit.id) throw refusal('inspection.judged-by-own-unit');
  if (by.role !== 'leadership') assertOnTeam(file, by);
  return finding;
}

function assertNotRecommended(file: InspectionFile, { findingId, number }: Finding): void {
  if (file.recommendations.some(({ findingIds }) => findingIds.includes(findingId)))
    throw refusal('inspection.finding-recommended', { number });
}

function amendment(finding: Finding, amended: FindingWording, reason: string, by: Actor): Message<InspectionEvents> {
  if (isGraver(amended.severity, finding.severity))
    throw refusal('inspection.amendment-raises-severity', { number: finding.number });
  const { findingId, number } = finding;
  return {
    type: 'FindingAmended',
    data: { findingId, number, previous: wordingOf(finding), amended, reason, amendedBy: by.id },
  };
}

function withdrawal(finding: Finding, reason: string, by: Actor): Message<InspectionEvents> {
  const { findingId, number, severity, correctedOnSite } = finding;
  return {
    type: 'FindingWithdrawn',
    data: { findingId, number, severity, isCorrectedOnSite: correctedOnSite !== null, reason, withdrawnBy: by.id },
  };
}

function wordingOf({ severity, condition, cause, effect, amountAtRisk, place }: Finding): FindingWording {
  return { severity, condition, cause, effect, amountAtRisk, place };
}

function isGraver(one: Finding['severity'], other: Finding['severity']): boolean {
  return severities.indexOf(one) > severities.indexOf(other);
}
