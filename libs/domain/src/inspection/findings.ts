import type { ChecklistItem } from '../checklists/checklist.js';
import { assertEvidence, type Evidence } from '../evidence/evidence.js';
import type { Message } from '../kernel/decider.js';
import type { PersonId, Uuid } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { changedEarlier, failedEarlier, recurrenceOfEarlier, stillDecided } from './earlier.js';
import type { Finding, InspectionCommands, InspectionEvents, InspectionFile } from './facts.js';
import type { InspectionState } from './facts.js';
import { fileInFieldwork, itemOf, leadOf, liveFinding, liveFindings } from './guards.js';
import { untouchedCourse } from './long-path-facts.js';
import { type InspectionRules, withFile } from './rules.js';
import type { FindingWords } from './shapes.js';

/** What was found: recorded from a failed item or outside the checklist, corrected on site, discarded with a reason. */
export const findings = {
  decide: {
    RecordFinding(state, { by, findingId, itemCode, severity, criteria, evidence, earlierRecommendationId, ...words }) {
      const file = fileInFieldwork(state, by);
      const known = file.findings.find((finding) => finding.findingId === findingId);
      const asked = { itemCode, severity, criteria, evidence, earlierRecommendationId, ...words };
      if (known && isRecorded(known, asked)) return [];
      assertNewFinding(file, findingId);
      const before = earlierRecommendationId === null ? null : failedEarlier(file, earlierRecommendationId);
      if (itemCode !== null) {
        const item = itemOf(file, itemCode);
        const answer = file.answers[itemCode];
        if (answer?.status !== 'answered' || answer.outcome !== 'fail')
          throw refusal('inspection.finding-on-passed-item', { itemCodes: [itemCode] });
        if (liveFindings(file).some((finding) => finding.itemCode === itemCode && finding.place === words.place))
          throw refusal('inspection.finding-already-recorded', { itemCode });
        const recorded = findingOnItem(file, item, [...answer.evidence, ...evidence], words, null, {
          findingId,
          by: by.id,
        });
        const data = { ...recorded.data, severity: severity ?? item.severity, earlierRecommendationId };
        return [{ ...recorded, data }, ...(before ? recurrenceOfEarlier(before, data) : [])];
      }
      if (severity === null) throw refusal('inspection.finding-without-severity');
      // What should have been is what was asked for, and what the check showed is shown already.
      const wanted = criteria ?? before?.text ?? null;
      if (wanted === null) throw refusal('inspection.finding-without-criteria');
      const shown = [...(before?.check?.evidence ?? []), ...evidence];
      if (shown.length === 0) throw refusal('inspection.finding-without-evidence');
      const data = {
        findingId,
        number: nextNumber(file),
        itemCode,
        severity,
        criteria: { vi: wanted, en: wanted },
        ...words,
        indices: [],
        evidence: assertEvidence(shown),
        recordedBy: by.id,
        earlierRecommendationId,
      };
      return [{ type: 'FindingRecorded', data }, ...(before ? recurrenceOfEarlier(before, data) : [])];
    },
    CorrectFindingOnSite(state, { by, findingId, note, before, after }) {
      const finding = liveFinding(fileInFieldwork(state, by), findingId);
      if (finding.correctedOnSite) return [];
      if (after.length === 0) throw refusal('inspection.correction-without-evidence', { number: finding.number });
      return [
        {
          type: 'FindingCorrectedOnSite',
          data: {
            findingId,
            note,
            before: assertEvidence(before.length > 0 ? before : finding.evidence),
            after: assertEvidence(after),
            recordedBy: by.id,
          },
        },
      ];
    },
    DiscardFinding(state, { by, findingId, reason }) {
      const file = fileInFieldwork(state, by);
      if (file.findings.some((finding) => finding.findingId === findingId && finding.discarded)) return [];
      const finding = liveFinding(file, findingId);
      // Dropping what a critical item found is the lead's to answer for, not any member's.
      if (finding.severity === 'critical') leadOf(file, by);
      return [
        {
          type: 'FindingDiscarded',
          data: {
            findingId,
            number: finding.number,
            severity: finding.severity,
            isCorrectedOnSite: finding.correctedOnSite !== null,
            reason,
            discardedBy: by.id,
          },
        },
      ];
    },
    DismissProposedFinding(state, { by, itemCode, reason }) {
      const file = fileInFieldwork(state, by);
      itemOf(file, itemCode);
      if (file.dismissed[itemCode] === reason) return [];
      if (!proposedFindings(file).includes(itemCode)) throw refusal('inspection.nothing-proposed', { itemCode });
      return [{ type: 'ProposedFindingDismissed', data: { itemCode, reason, dismissedBy: by.id } }];
    },
  },
  evolve: {
    FindingRecorded: (state, facts) =>
      withFile(state, (file) => {
        const { [facts.itemCode ?? '']: _, ...dismissed } = file.dismissed;
        return {
          findings: [...file.findings, { ...facts, ...untouchedCourse, correctedOnSite: null, discarded: null }],
          dismissed,
          earlier: changedEarlier(file, facts.earlierRecommendationId, () => ({ dismissedFor: null })),
        };
      }),
    FindingCorrectedOnSite: (state, { findingId, note, before, after }) =>
      withFile(state, (file) => ({ findings: changed(file, findingId, { correctedOnSite: { note, before, after } }) })),
    FindingDiscarded: (state, { findingId, reason }) => dropped(state, findingId, reason, { discarded: { reason } }),
    ProposedFindingDismissed: (state, { itemCode, reason }) =>
      withFile(state, (file) => ({ dismissed: { ...file.dismissed, [itemCode]: reason } })),
  },
} satisfies InspectionRules<
  'RecordFinding' | 'CorrectFindingOnSite' | 'DiscardFinding' | 'DismissProposedFinding',
  'FindingRecorded' | 'FindingCorrectedOnSite' | 'FindingDiscarded' | 'ProposedFindingDismissed'
>;

/** A finding that is no more, for a reason; where it was its item's last, the item is decided on by that reason. */
export function dropped(
  state: InspectionState,
  findingId: Uuid,
  reason: string,
  change: Pick<Finding, 'discarded'> | Pick<Finding, 'withdrawn'>,
): InspectionState {
  return withFile(state, (file) => {
    const findings = changed(file, findingId, change);
    const itemCode = findings.find((finding) => finding.findingId === findingId)?.itemCode ?? null;
    const isLast = !findings.some(
      (finding) => finding.itemCode === itemCode && !finding.discarded && !finding.withdrawn,
    );
    return {
      findings,
      ...(itemCode !== null && isLast && { dismissed: { ...file.dismissed, [itemCode]: reason } }),
      ...stillDecided(file, { ...file, findings }, reason),
    };
  });
}

/** Only what adds nothing is a repeat: other words or new evidence under a known id must not vanish in silence. */
function isRecorded(
  known: Finding,
  {
    itemCode,
    severity,
    criteria,
    evidence,
    earlierRecommendationId,
    ...words
  }: Omit<InspectionCommands['RecordFinding'], 'by' | 'findingId'>,
): boolean {
  const declared = new Set(known.evidence.map((piece) => piece.sha256));
  return (
    known.itemCode === itemCode &&
    (severity === null || severity === known.severity) &&
    (itemCode !== null || criteria === null || criteria === known.criteria.vi) &&
    known.earlierRecommendationId === earlierRecommendationId &&
    evidence.every((piece) => declared.has(piece.sha256)) &&
    isWorded(known, words)
  );
}

/** Whether the finding says exactly this. */
export function isWorded({ condition, cause, effect, amountAtRisk, place }: Finding, words: FindingWords): boolean {
  return same({ condition, cause, effect, amountAtRisk, place }, words);
}

/** An id names one finding for life: a second one under it would be lost wherever findings are kept by id. */
export function assertNewFinding(file: InspectionFile, findingId: Uuid): void {
  const known = file.findings.find((finding) => finding.findingId === findingId);
  if (known) throw refusal('inspection.finding-id-taken', { number: known.number });
}

/** The finding a failed item leads to, worded by the inspector or, failing that, by the item's first stock phrase. */
export function findingOnItem(
  file: InspectionFile,
  item: ChecklistItem,
  evidence: readonly Evidence[],
  words: FindingWords | null,
  note: string | null,
  ids: { readonly findingId: Uuid; readonly by: PersonId },
): Extract<Message<InspectionEvents>, { type: 'FindingRecorded' }> {
  assertNewFinding(file, ids.findingId);
  return {
    type: 'FindingRecorded',
    data: {
      findingId: ids.findingId,
      number: nextNumber(file),
      itemCode: item.code,
      severity: item.severity,
      criteria: item.question,
      condition: words?.condition ?? note ?? item.phrases[0]?.vi ?? item.question.vi,
      cause: words?.cause ?? null,
      effect: words?.effect ?? null,
      amountAtRisk: words?.amountAtRisk ?? null,
      place: words?.place ?? null,
      indices: item.indices,
      evidence: assertEvidence(evidence),
      recordedBy: ids.by,
      earlierRecommendationId: null,
    },
  };
}

/** Codes of failed items that have neither a finding nor a reason for none. */
export function proposedFindings(file: InspectionFile): readonly string[] {
  const decided = new Set(liveFindings(file).map((finding) => finding.itemCode));
  return file.order.checklist.items
    .filter((item) => {
      const answer = file.answers[item.code];
      const isFailed = answer?.status === 'answered' && answer.outcome === 'fail';
      return isFailed && !decided.has(item.code) && file.dismissed[item.code] === undefined;
    })
    .map((item) => item.code);
}

function nextNumber(file: InspectionFile): string {
  return `TT-${String(file.findings.length + 1).padStart(2, '0')}`;
}

export function changedFinding(
  state: InspectionState,
  findingId: Uuid,
  change: (finding: Finding) => Partial<Finding>,
): InspectionState {
  return withFile(state, ({ findings }) => ({
    findings: findings.map((finding) =>
      finding.findingId === findingId ? { ...finding, ...change(finding) } : finding,
    ),
  }));
}

function changed(file: InspectionFile, findingId: Uuid, change: Partial<Finding>): readonly Finding[] {
  return file.findings.map((finding) => (finding.findingId === findingId ? { ...finding, ...change } : finding));
}
