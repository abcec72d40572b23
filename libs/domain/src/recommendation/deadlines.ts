import { deadlineAfterStop, deadlineMovedTo, deadlineRecounted } from '../calendar/deadline-change.js';
import { compareDays } from '../calendar/legal-day.js';
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { LegalDate } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type { ExtensionRequest, Issued, Known, RecommendationState } from './facts.js';
import {
  assertFixes,
  assertInHand,
  assertNotOwnUnit,
  assertNotSuspended,
  isOwing,
  open,
  suspendedOn,
} from './guards.js';
import { became, issuedOf, type RecommendationRules, withFacts, working } from './rules.js';
import { lapsed } from './verification.js';

/** When it is due, and who answers for it: extensions, the clock that stands still, another calendar, other bodies. */
export const deadlines = {
  decide: {
    RequestExtension(state, { by, dueOn, reason, on, calendar }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertInHand(issued);
      const pending = pendingExtension(issued);
      if (pending) {
        if (pending.dueOn === dueOn && pending.reason === reason) return [];
        throw refusal('recommendation.extension-pending', { dueOn: pending.dueOn });
      }
      // The due date itself is still in time: it ends with that day.
      if (compareDays(on, issued.deadline.dueOn) > 0)
        throw refusal('recommendation.extension-after-due-date', { dueOn: issued.deadline.dueOn, on });
      assertLater(issued, dueOn, calendar);
      const currentDueOn = issued.deadline.dueOn;
      return [{ type: 'DeadlineExtensionRequested', data: { dueOn, reason, askedOn: on, currentDueOn, by: by.id } }];
    },
    GrantExtension(state, { by, dueOn, note, calendar }) {
      const issued = open(state);
      const last = issued.extensions.at(-1);
      if (last?.outcome === 'granted' && last.decidedBy === by.id && last.note === note && isGranted(last, dueOn))
        return [];
      const pending = decidedBy(issued, by);
      const granted = dueOn ?? pending.dueOn;
      if (compareDays(granted, pending.dueOn) > 0)
        throw refusal('recommendation.extension-beyond-asked', { asked: pending.dueOn, dueOn: granted });
      assertLater(issued, granted, calendar);
      const deadline = deadlineMovedTo(issued.deadline, granted, calendar);
      const previousDueOn = issued.deadline.dueOn;
      return [
        { type: 'DeadlineExtended', data: { previousDueOn, deadline, note, askedBy: pending.askedBy, by: by.id } },
      ];
    },
    RefuseExtension(state, { by, note }) {
      const issued = open(state);
      const last = issued.extensions.at(-1);
      if (last?.outcome === 'refused' && last.decidedBy === by.id && last.note === note) return [];
      const pending = decidedBy(issued, by);
      return [{ type: 'DeadlineExtensionRefused', data: { dueOn: pending.dueOn, note, by: by.id } }];
    },
    SuspendRecommendation(state, { by, cause, document, note, on }) {
      const issued = open(state);
      assertNotOwnUnit(issued, by);
      if (issued.status === 'suspended') {
        const known = issued.suspensions.at(-1);
        if (known && known.cause === cause && known.note === note && same(known.document, document)) return [];
      }
      assertNotSuspended(issued);
      if (issued.status === 'verified' || issued.status === 'effective')
        throw refusal('recommendation.already-verified');
      return [{ type: 'RecommendationSuspended', data: { cause, document, note, suspendedOn: on, by: by.id } }];
    },
    ResumeRecommendation(state, { by, note, on, calendar }) {
      const issued = open(state);
      assertNotOwnUnit(issued, by);
      if (issued.status !== 'suspended') {
        const resumedOn = issued.suspensions.at(-1)?.resumedOn ?? null;
        if (resumedOn !== null && compareDays(on, resumedOn) <= 0) return [];
        throw refusal('recommendation.not-suspended', { status: issued.status });
      }
      const stoppedOn = suspendedOn(issued);
      // The clock of the server may have been set back; the days in between are nobody's gain.
      const resumedOn = compareDays(on, stoppedOn) < 0 ? stoppedOn : on;
      const previousDueOn = issued.deadline.dueOn;
      const deadline = deadlineAfterStop(issued.deadline, { stoppedOn, resumedOn }, calendar);
      return [
        {
          type: 'RecommendationResumed',
          data: { note, suspendedOn: stoppedOn, resumedOn, previousDueOn, deadline, by: by.id },
        },
      ];
    },
    RecomputeDeadline(state, { on, calendar }) {
      const issued = open(state);
      // A clock that stands still is counted when it goes on; a proof that was judged needs no date any more.
      if (!isOwing(issued.status) && issued.status !== 'awaiting-verification') return [];
      const deadline = deadlineRecounted(issued.deadline, on, calendar);
      if (deadline.dueOn === issued.deadline.dueOn) return [];
      const { dueOn: previousDueOn, calendarEdition: previousEdition } = issued.deadline;
      return [{ type: 'DeadlineRecomputed', data: { previousDueOn, previousEdition, deadline, recomputedOn: on } }];
    },
    ReassignRecommendation(state, { by, bodies, reason, document }) {
      const issued = open(state);
      assertNotOwnUnit(issued, by);
      if (bodies.implementing.length === 0) throw refusal('recommendation.without-implementing-body');
      if (same(issued.bodies, bodies)) return [];
      assertInHand(issued);
      return [
        {
          type: 'RecommendationReassigned',
          data: { previous: issued.bodies, bodies, reason, document, by: by.id },
        },
      ];
    },
  },
  evolve: {
    DeadlineExtensionRequested: (state, { dueOn, currentDueOn, reason, askedOn, by }) =>
      withFacts(state, ({ extensions }) => ({
        extensions: [
          ...extensions,
          {
            dueOn,
            currentDueOn,
            reason,
            askedOn,
            askedBy: by,
            outcome: 'asked',
            note: null,
            decidedBy: null,
            grantedOn: null,
          },
        ],
      })),
    DeadlineExtended: (state, { deadline, note, by }) =>
      withFacts(state, ({ extensions }) => ({
        deadline,
        extensions: decided(extensions, { outcome: 'granted', note, decidedBy: by, grantedOn: deadline.dueOn }),
      })),
    DeadlineExtensionRefused: (state, { note, by }) =>
      withFacts(state, ({ extensions }) => ({
        extensions: decided(extensions, { outcome: 'refused', note, decidedBy: by, grantedOn: null }),
      })),
    RecommendationSuspended: (state, { cause, document, note, suspendedOn }) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: 'suspended',
            held: state.status === 'awaiting-verification' ? 'awaiting-verification' : working(state),
            suspensions: [...state.suspensions, { cause, document, note, suspendedOn, resumedOn: null }],
          },
    RecommendationResumed: (state, { resumedOn, deadline }) =>
      resumed(
        withFacts(state, ({ suspensions }) => ({
          deadline,
          suspensions: suspensions.map((one) => (one.resumedOn === null ? { ...one, resumedOn } : one)),
        })),
      ),
    DeadlineRecomputed: (state, { deadline }) => withFacts(state, () => ({ deadline })),
    RecommendationReassigned: (state, { bodies }) =>
      withFacts(state, ({ extensions }) => ({ bodies, isReassigned: true, extensions: lapsed(extensions) })),
  },
} satisfies RecommendationRules<
  | 'RequestExtension'
  | 'GrantExtension'
  | 'RefuseExtension'
  | 'SuspendRecommendation'
  | 'ResumeRecommendation'
  | 'RecomputeDeadline'
  | 'ReassignRecommendation',
  | 'DeadlineExtensionRequested'
  | 'DeadlineExtended'
  | 'DeadlineExtensionRefused'
  | 'RecommendationSuspended'
  | 'RecommendationResumed'
  | 'DeadlineRecomputed'
  | 'RecommendationReassigned'
>;

/** The request that waits for a decision, or null. */
export function pendingExtension({ extensions }: Pick<Issued, 'extensions'>): ExtensionRequest | null {
  return extensions.find(({ outcome }) => outcome === 'asked') ?? null;
}

/** Leadership decides, or whoever issued it; never the unit, and never who asked. */
function decidedBy(
  issued: Known,
  by: { readonly id: string; readonly role: string } & Parameters<typeof assertNotOwnUnit>[1],
) {
  assertNotOwnUnit(issued, by);
  const pending = pendingExtension(issued);
  if (pending?.askedBy === by.id) throw refusal('recommendation.extension-decided-by-asker');
  if (by.role !== 'leadership' && by.id !== issued.order.issuedBy)
    throw refusal('recommendation.extension-not-yours-to-decide');
  if (!pending) throw refusal('recommendation.no-extension-asked');
  return pending;
}

function assertLater({ deadline }: Issued, dueOn: LegalDate, calendar: WorkingCalendar): void {
  if (compareDays(dueOn, deadline.dueOn) <= 0)
    throw refusal('recommendation.extension-not-later', { current: deadline.dueOn, dueOn });
  if (!isWorkingDay(dueOn, calendar)) throw refusal('recommendation.extension-not-working-day', { dueOn });
}

function isGranted(last: ExtensionRequest, dueOn: LegalDate | null): boolean {
  return last.grantedOn === (dueOn ?? last.dueOn);
}

function decided(
  extensions: readonly ExtensionRequest[],
  decision: Pick<ExtensionRequest, 'outcome' | 'note' | 'decidedBy' | 'grantedOn'>,
): readonly ExtensionRequest[] {
  return extensions.map((asked) => (asked.outcome === 'asked' ? { ...asked, ...decision } : asked));
}

/** Back to where it stood when the clock was stopped. */
function resumed(state: RecommendationState): RecommendationState {
  if (state.status !== 'suspended') return state;
  const proof = state.proofs.at(-1);
  if (state.held !== 'awaiting-verification') return became(state, state.held);
  return proof ? { ...issuedOf(state), status: 'awaiting-verification', proof } : became(state, 'in-progress');
}
