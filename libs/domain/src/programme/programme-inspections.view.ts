import { legalDayOf } from '../calendar/legal-day.js';
import type { InspectionEvents } from '../inspection/facts.js';
import type { InspectionType } from '../inspection/regimes.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';

/** One inspection that names the item of a programme which ordered it: what was done under the plan. */
export interface ProgrammeInspectionRow {
  readonly id: Uuid;
  readonly programmeId: Uuid;
  readonly itemId: Uuid;
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly number: string;
  readonly type: InspectionType;
  readonly teamIds: readonly PersonId[];
  /** Whether anybody beside its team and those above it may know of it: from the start of fieldwork. */
  readonly isRevealed: boolean;
  readonly orderedOn: LegalDate;
  /** Days on the clocks on site. */
  readonly startedOn: LegalDate | null;
  readonly endedOn: LegalDate | null;
  readonly isCancelled: boolean;
}

export const programmeInspections: View<ProgrammeInspectionRow, InspectionEvents> = {
  name: 'programme-inspections',
  version: 3,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, data: { programmeItem, unit, number, type, team, signedOn } }) =>
      programmeItem?.link
        ? {
            id: stream.id,
            ...programmeItem.link,
            unitId: unit.id,
            unitName: unit.name,
            number,
            type,
            teamIds: team.map((member) => member.personId),
            isRevealed: false,
            orderedOn: signedOn,
            startedOn: null,
            endedOn: null,
            isCancelled: false,
          }
        : null,
    UnannouncedInspectionStarted: (row, { occurredAt }) =>
      row && { ...row, isRevealed: true, startedOn: legalDayOf(occurredAt) },
    FieldworkStarted: (row, { occurredAt }) => row && { ...row, isRevealed: true, startedOn: legalDayOf(occurredAt) },
    InspectionAnnounced: (row) => row && { ...row, isRevealed: true },
    TeamMemberReplaced: (row, { data: { leaving, joining } }) =>
      row && { ...row, teamIds: row.teamIds.map((id) => (id === leaving.personId ? joining.personId : id)) },
    FieldworkEnded: (row, { occurredAt }) => row && { ...row, endedOn: legalDayOf(occurredAt) },
    InspectionCancelled: (row) => row && { ...row, isCancelled: true },
  },
};
