import { compareDays } from '../calendar/legal-day.js';
import type { Message } from '../kernel/decider.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';
import type { Issued, Known, LadderEntry, Recipient, RecommendationEvents, TakenStep } from './facts.js';
import { isOwing, open } from './guards.js';
import type { LadderAudience } from './ladder-profile.js';
import { type RecommendationRules, withFacts } from './rules.js';

/**
 * What the clock asks for. A step belongs to one due date and is taken once for it, never after a later one; what does not
 * apply is refused rather than decided to be nothing, for a nothing would be remembered under the step's own command id.
 */
export const ladder = {
  decide: {
    NoteOverdue(state, { dueOn, on }) {
      const issued = open(state);
      if (issued.ladder.some((entry) => entry.kind === 'overdue' && entry.dueOn === dueOn)) return [];
      assertApplies(issued, dueOn);
      if (compareDays(on, dueOn) <= 0) throw refusal('recommendation.not-overdue', { dueOn, on });
      return [{ type: 'RecommendationBecameOverdue', data: { dueOn, on } }];
    },
    TakeLadderStep(state, { profile, step, dueOn, plannedOn, on }) {
      const issued = open(state);
      const last = lastStepFor(issued, dueOn);
      if (last?.step === step.code) return [];
      assertApplies(issued, dueOn);
      if (last && last.workingDays >= step.workingDays)
        throw refusal('recommendation.ladder-step-outdated', { step: step.code, after: last.step });
      if (compareDays(on, plannedOn) < 0)
        throw refusal('recommendation.ladder-step-not-due', { step: step.code, plannedOn });
      const { code, workingDays, remind, escalateTo } = step;
      const taken: TakenStep = { profile, step: code, workingDays, dueOn, plannedOn, takenOn: on };
      const to = (audiences: readonly LadderAudience[]) => audiences.flatMap((each) => recipientsOf(issued, each));
      const events: Message<RecommendationEvents>[] = [];
      if (remind.length > 0 || escalateTo === null)
        events.push({ type: 'ReminderSent', data: { ...taken, channel: 'in-app', to: to(remind) } });
      if (escalateTo !== null)
        events.push({ type: 'RecommendationEscalated', data: { ...taken, level: escalateTo, to: to([escalateTo]) } });
      return events;
    },
  },
  evolve: {
    RecommendationBecameOverdue: (state, { dueOn, on }) =>
      withFacts(state, (issued) => logged(issued, { kind: 'overdue', dueOn, takenOn: on })),
    ReminderSent: (state, { channel: _, ...reminder }) =>
      withFacts(state, (issued) => logged(issued, { kind: 'reminder', ...reminder })),
    RecommendationEscalated: (state, { level: _, ...escalation }) =>
      withFacts(state, (issued) => logged(issued, { kind: 'escalation', ...escalation })),
  },
} satisfies RecommendationRules<
  'NoteOverdue' | 'TakeLadderStep',
  'RecommendationBecameOverdue' | 'ReminderSent' | 'RecommendationEscalated'
>;

/** The furthest step taken for a due date, or null. */
export function lastStepFor({ ladder }: Pick<Issued, 'ladder'>, dueOn: LegalDate): TakenStep | null {
  const taken = ladder.flatMap((entry) => (entry.kind !== 'overdue' && entry.dueOn === dueOn ? [entry] : []));
  return taken.reduce<TakenStep | null>(
    (furthest, entry) => (furthest && furthest.workingDays >= entry.workingDays ? furthest : entry),
    null,
  );
}

/** The unit owes it, and by that date. */
function assertApplies(issued: Known, dueOn: LegalDate): void {
  if (!isOwing(issued.status) || issued.deadline.dueOn !== dueOn)
    throw refusal('recommendation.ladder-not-applicable', { status: issued.status, dueOn: issued.deadline.dueOn });
}

function recipientsOf({ bodies, order }: Issued, role: LadderAudience): readonly Recipient[] {
  switch (role) {
    case 'implementing':
      return bodies.implementing.map(({ id, name }) => ({ role, unitId: id, name }));
    case 'lead':
      return [{ role, unitId: bodies.lead.id, name: bodies.lead.name }];
    case 'superior':
      // Its name is not ours to look up: the snapshot knows the one above by its id only.
      return [{ role, unitId: order.unit.parentId, name: '' }];
  }
}

function logged({ ladder }: Issued, entry: LadderEntry): Partial<Issued> {
  return { ladder: [...ladder, entry] };
}
