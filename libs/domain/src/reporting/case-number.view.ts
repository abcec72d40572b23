import type { InspectionEvents } from '../inspection/facts.js';
import type { Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { ProgrammeEvents } from '../programme/programme.js';
import type { RecommendationEvents } from '../recommendation/facts.js';

/** What people call a programme, an inspection or a recommendation: the number on its paper. */
export interface CaseNumberRow {
  readonly id: Uuid;
  readonly number: string;
}

export const caseNumber: View<CaseNumberRow, ProgrammeEvents & InspectionEvents & RecommendationEvents> = {
  name: 'case-number',
  version: 2,
  key: (event) => event.stream.id,
  handle: {
    InspectionProgrammeAdopted: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
    InspectionOrdered: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
    RecommendationIssued: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
    ExternalRecommendationEntered: (_, { stream, data: { number } }) => ({ id: stream.id, number }),
  },
};
