import type { PersonId, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { InspectionEvents } from './facts.js';
import type { InspectionPath } from './regimes.js';

/** Who may know of an inspection: its team from the order, its unit from the announcement or the start of fieldwork. */
export interface InspectionSightRow {
  readonly id: Uuid;
  readonly teamIds: readonly PersonId[];
  readonly isRevealed: boolean;
  /** On the long path the unit reads less of it. */
  readonly path: InspectionPath;
  /** Whether a draft was ever sent to the unit; on the long path it learns its findings by it. */
  readonly isDraftSent: boolean;
}

export const inspectionSight: View<InspectionSightRow, InspectionEvents> = {
  name: 'inspection-sight',
  version: 3,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data }) => ({
      id: stream.id,
      teamIds: data.team.map((member) => member.personId),
      isRevealed: data.procedure.teamFrom === 'own-unit',
      path: data.procedure.path,
      isDraftSent: false,
    }),
    UnannouncedInspectionStarted: (row) => row && { ...row, isRevealed: true },
    DraftSentForResponse: (row) => row && { ...row, isDraftSent: true },
    ConclusionIssued: (row) => row && { ...row, isDraftSent: true },
    InspectionAnnounced: (row) => row && { ...row, isRevealed: true },
    FieldworkStarted: (row) => row && { ...row, isRevealed: true },
    TeamMemberReplaced: (row, { data: { leaving, joining } }) =>
      row && { ...row, teamIds: row.teamIds.map((id) => (id === leaving.personId ? joining.personId : id)) },
  },
};
