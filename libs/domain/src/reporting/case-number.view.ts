import type { InspectionEvents } from '../inspection/facts.js';
import type { Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/facts.js';

/** What people call an inspection or a recommendation: the number on its paper. */
export interface CaseNumberRow {
  readonly id: Uuid;
  readonly number: string;
}

export const caseNumber: View<CaseNumberRow, InspectionEvents & RecommendationEvents> = {
  name: 'case-number',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
    RecommendationIssued: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
    ExternalRecommendationEntered: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
  },
};
