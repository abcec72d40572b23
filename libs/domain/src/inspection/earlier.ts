import { assertEvidence } from '../evidence/evidence.js';
import type { Message } from '../kernel/decider.js';
import type { Uuid } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type {
  EarlierChecked,
  EarlierInFile,
  EarlierRecommendation,
  Finding,
  InspectionEvents,
  InspectionFile,
} from './facts.js';
import { fileInFieldwork, liveFindings } from './guards.js';
import { type InspectionRules, withFile } from './rules.js';

/**
 * "Kiểm tra việc thực hiện kết luận các cuộc thanh tra, kiểm tra trước đây" (plan of Như Quỳnh 2024, §5a): what the unit was
 * told before is loaded at the start of fieldwork and gone back to one by one.
 */
export const earlier = {
  decide: {
    CheckEarlierRecommendation(state, { by, recommendationId, outcome, note, evidence }) {
      const file = fileInFieldwork(state, by);
      const { number, check, isDue } = loadedIn(file, recommendationId);
      const checked: EarlierChecked = { outcome, note, evidence: assertEvidence(evidence), checkedBy: by.id };
      if (check && same({ ...check, checkedBy: null }, { ...checked, checkedBy: null })) return [];
      if (outcome === 'not-due' && isDue) throw refusal('inspection.earlier-is-due', { number });
      if (isFailing(outcome) && checked.evidence.length === 0)
        throw refusal('inspection.earlier-without-evidence', { number });
      // The one before stays in the history; why it no longer holds must stand beside it.
      if (check && note === null) throw refusal('inspection.earlier-already-checked', { number });
      return [{ type: 'EarlierRecommendationChecked', data: { recommendationId, number, ...checked } }];
    },
    DismissEarlierProposal(state, { by, recommendationId, reason }) {
      const file = fileInFieldwork(state, by);
      const loaded = loadedIn(file, recommendationId);
      const { number } = loaded;
      if (loaded.dismissedFor === reason) return [];
      if (!earlierUndecided(file).includes(loaded)) throw refusal('inspection.earlier-nothing-proposed', { number });
      return [{ type: 'EarlierProposalDismissed', data: { recommendationId, number, reason, dismissedBy: by.id } }];
    },
  },
  evolve: {
    EarlierRecommendationsLoaded: (state, { recommendations }) =>
      withFile(state, () => ({
        earlier: recommendations.map((loaded) => ({ ...loaded, check: null, dismissedFor: null })),
      })),
    EarlierRecommendationChecked: (state, { recommendationId, number: _, ...check }) =>
      withFile(state, (file) => ({
        earlier: changedEarlier(file, recommendationId, (loaded) => ({
          check,
          // What was decided about a failure says nothing about the next one.
          dismissedFor: hasFailed(loaded) === isFailing(check.outcome) ? loaded.dismissedFor : null,
        })),
      })),
    EarlierProposalDismissed: (state, { recommendationId, reason }) =>
      withFile(state, (file) => ({
        earlier: changedEarlier(file, recommendationId, () => ({ dismissedFor: reason })),
      })),
  },
} satisfies InspectionRules<
  'CheckEarlierRecommendation' | 'DismissEarlierProposal',
  'EarlierRecommendationsLoaded' | 'EarlierRecommendationChecked' | 'EarlierProposalDismissed'
>;

/** What the start of fieldwork adds where the unit was told anything before. */
export function earlierLoaded(recommendations: readonly EarlierRecommendation[]): readonly Message<InspectionEvents>[] {
  return recommendations.length === 0 ? [] : [{ type: 'EarlierRecommendationsLoaded', data: { recommendations } }];
}

/** Loaded ones nobody has gone back to yet. */
export function earlierUnchecked(file: InspectionFile): readonly EarlierInFile[] {
  return file.earlier.filter((loaded) => loaded.check === null);
}

/** Found not carried out, with neither a finding nor a reason for none. */
export function earlierUndecided(file: InspectionFile): readonly EarlierInFile[] {
  return file.earlier.filter((loaded) => hasFailed(loaded) && loaded.dismissedFor === null && !isFound(file, loaded));
}

/** Carried out after all, and still somebody's finding. */
export function earlierContradicted(file: InspectionFile): readonly Finding[] {
  return liveFindings(file).filter(({ earlierRecommendationId }) => {
    const loaded = file.earlier.find(({ recommendationId }) => recommendationId === earlierRecommendationId);
    return loaded !== undefined && !hasFailed(loaded);
  });
}

/** One that was found not carried out, for a finding to come from. @throws Rejection when it is unknown or was not. */
export function failedEarlier(file: InspectionFile, recommendationId: Uuid): EarlierInFile {
  const loaded = loadedIn(file, recommendationId);
  if (!hasFailed(loaded)) throw refusal('inspection.earlier-not-failed', { number: loaded.number });
  return loaded;
}

/**
 * How a finding of a failed check stands to the one before it: still open, or never carried out, it persists; put right and
 * back within the year that is loaded, it is a repeat. Nothing where the earlier finding is not known.
 */
export function recurrenceOfEarlier(
  { status, inspectionId, inspectionNumber, findings }: EarlierInFile,
  { findingId, number, itemCode }: Pick<Finding, 'findingId' | 'number' | 'itemCode'>,
): readonly Message<InspectionEvents>[] {
  const before = findings.find((known) => known.itemCode === itemCode) ?? findings[0];
  if (inspectionId === null || !before || before.number === null) return [];
  const kind = status === 'implemented' ? 'repeat' : 'persisting';
  const earlier = { inspectionId, inspectionNumber, findingId: before.findingId, number: before.number };
  return [{ type: 'RecurrenceIdentified', data: { findingId, number, kind, earlier } }];
}

/** What a finding had decided stays decided, by the reason for which it is no more, or is another. */
export function stillDecided(
  before: InspectionFile,
  after: InspectionFile,
  reason: string,
): Pick<InspectionFile, 'earlier'> {
  return {
    earlier: after.earlier.map((loaded) =>
      hasFailed(loaded) && loaded.dismissedFor === null && isFound(before, loaded) && !isFound(after, loaded)
        ? { ...loaded, dismissedFor: reason }
        : loaded,
    ),
  };
}

export function changedEarlier(
  { earlier }: InspectionFile,
  recommendationId: Uuid | null,
  change: (loaded: EarlierInFile) => Partial<EarlierInFile>,
): readonly EarlierInFile[] {
  return earlier.map((loaded) =>
    loaded.recommendationId === recommendationId ? { ...loaded, ...change(loaded) } : loaded,
  );
}

function loadedIn(file: InspectionFile, recommendationId: Uuid): EarlierInFile {
  const loaded = file.earlier.find((known) => known.recommendationId === recommendationId);
  if (!loaded) throw refusal('inspection.earlier-unknown', { recommendationId });
  return loaded;
}

/** By a finding that names it, or one on the same item at the same place: the same thing is not found twice. */
function isFound(file: InspectionFile, { recommendationId, findings }: EarlierInFile): boolean {
  return liveFindings(file).some(
    (found) =>
      found.earlierRecommendationId === recommendationId ||
      findings.some(
        (before) =>
          before.itemCode !== null &&
          before.itemCode === found.itemCode &&
          (before.place === null || found.place === null || before.place === found.place),
      ),
  );
}

function hasFailed({ check }: EarlierInFile): boolean {
  return check !== null && isFailing(check.outcome);
}

function isFailing(outcome: EarlierChecked['outcome']): boolean {
  return outcome === 'partly' || outcome === 'not-carried-out';
}
