import { assertEvidence } from '../evidence/evidence.js';
import type { Message } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type { EarlierChecked, EarlierRecommendation, InspectionEvents, InspectionFile } from './facts.js';
import { fileInFieldwork } from './guards.js';
import { type InspectionRules, withFile } from './rules.js';

/**
 * "Kiểm tra việc thực hiện kết luận các cuộc thanh tra, kiểm tra trước đây" (plan of Như Quỳnh 2024, §5a): what the unit was
 * told before is loaded at the start of fieldwork and gone back to one by one.
 */
export const earlier = {
  decide: {
    CheckEarlierRecommendation(state, { by, recommendationId, outcome, note, evidence }) {
      const file = fileInFieldwork(state, by);
      const loaded = file.earlier.find((known) => known.recommendationId === recommendationId);
      if (!loaded) throw refusal('inspection.earlier-unknown', { recommendationId });
      const { number, check } = loaded;
      const checked: EarlierChecked = { outcome, note, evidence: assertEvidence(evidence), checkedBy: by.id };
      if (check && same({ ...check, checkedBy: null }, { ...checked, checkedBy: null })) return [];
      if (outcome === 'not-due' && loaded.isDue) throw refusal('inspection.earlier-is-due', { number });
      if (isFailing(outcome) && checked.evidence.length === 0)
        throw refusal('inspection.earlier-without-evidence', { number });
      // The one before stays in the history; why it no longer holds must stand beside it.
      if (check && note === null) throw refusal('inspection.earlier-already-checked', { number });
      return [{ type: 'EarlierRecommendationChecked', data: { recommendationId, number, ...checked } }];
    },
  },
  evolve: {
    EarlierRecommendationsLoaded: (state, { recommendations }) =>
      withFile(state, () => ({ earlier: recommendations.map((loaded) => ({ ...loaded, check: null })) })),
    EarlierRecommendationChecked: (state, { recommendationId, number: _, ...check }) =>
      withFile(state, (file) => ({
        earlier: file.earlier.map((loaded) =>
          loaded.recommendationId === recommendationId ? { ...loaded, check } : loaded,
        ),
      })),
  },
} satisfies InspectionRules<
  'CheckEarlierRecommendation',
  'EarlierRecommendationsLoaded' | 'EarlierRecommendationChecked'
>;

/** What the start of fieldwork adds where the unit was told anything before. */
export function earlierLoaded(recommendations: readonly EarlierRecommendation[]): readonly Message<InspectionEvents>[] {
  return recommendations.length === 0 ? [] : [{ type: 'EarlierRecommendationsLoaded', data: { recommendations } }];
}

/** Loaded ones nobody has gone back to yet. */
export function earlierUnchecked(file: InspectionFile): readonly EarlierRecommendation[] {
  return file.earlier.filter((loaded) => loaded.check === null);
}

function isFailing(outcome: EarlierChecked['outcome']): boolean {
  return outcome === 'partly' || outcome === 'not-carried-out';
}
