import type { PersonId, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { InspectionEvents } from './facts.js';

/** Who may know of an inspection: its team from the order, its unit from the start of fieldwork. */
export interface InspectionSightRow {
  readonly id: Uuid;
  readonly teamIds: readonly PersonId[];
  readonly isRevealed: boolean;
}

export const inspectionSight: View<InspectionSightRow, InspectionEvents> = {
  name: 'inspection-sight',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data }) => ({
      id: stream.id,
      teamIds: data.team.map((member) => member.personId),
      isRevealed: false,
    }),
    UnannouncedInspectionStarted: (row) => row && { ...row, isRevealed: true },
  },
};
