import type { LegalDate, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { Recipient, RecommendationEvents } from './facts.js';

export const ladderEntryKinds = ['overdue', 'reminder', 'escalation'] as const;

/** One line of the log of reminders and escalations (nhật ký đôn đốc): what the clock did, of every recommendation. */
export interface LadderLogRow {
  readonly eventId: Uuid;
  readonly position: number;
  readonly unitId: Uuid;
  readonly recommendationId: Uuid;
  readonly kind: (typeof ladderEntryKinds)[number];
  /** `T+5`; null for the line that says it became overdue. */
  readonly step: string | null;
  readonly level: 'lead' | 'superior' | null;
  readonly dueOn: LegalDate;
  /** The day the ladder names for it. */
  readonly plannedOn: LegalDate | null;
  readonly takenOn: LegalDate;
  readonly to: readonly Recipient[];
}

export const ladderLog: View<LadderLogRow, RecommendationEvents> = {
  name: 'ladder-log',
  version: 1,
  key: (event) => event.id,
  handle: {
    RecommendationBecameOverdue: (_, event) => {
      const { dueOn, on } = event.data;
      return {
        ...lineOf(event),
        kind: 'overdue',
        step: null,
        level: null,
        dueOn,
        plannedOn: null,
        takenOn: on,
        to: [],
      };
    },
    ReminderSent: (_, event) => {
      const { step, dueOn, plannedOn, takenOn, to } = event.data;
      return { ...lineOf(event), kind: 'reminder', step, level: null, dueOn, plannedOn, takenOn, to };
    },
    RecommendationEscalated: (_, event) => {
      const { step, level, dueOn, plannedOn, takenOn, to } = event.data;
      return { ...lineOf(event), kind: 'escalation', step, level, dueOn, plannedOn, takenOn, to };
    },
  },
};

function lineOf({ id, position, unitId, stream }: Recorded<RecommendationEvents>) {
  return { eventId: id, position, unitId, recommendationId: stream.id };
}
