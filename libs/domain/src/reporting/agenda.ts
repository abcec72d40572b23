import type { Actor, Role } from '../access/person.js';
import type { LegalDate } from '../kernel/recorded.js';

/** What waits for somebody (việc cần làm), in the order it comes in: of an inspection, then of a recommendation. */
export const taskKinds = [
  'announce',
  'start',
  'fieldwork',
  'minutes',
  'report',
  'order-drafting',
  'draft',
  'appraise',
  'send-draft',
  'respond',
  'assess',
  'decide-dispute',
  'superior-opinion',
  'conclude',
  'publish',
  'end-publication',
  'direct',
  'recommend',
  'resolve-complaint',
  'close-inspection',
  'plan',
  'review-plan',
  'remedy',
  'decide-extension',
  'verify',
  'confirm-effect',
  'close-recommendation',
  'decide-sanction',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** One thing that waits, since when, and by when where anything is counted. */
export interface Task {
  readonly kind: TaskKind;
  readonly since: LegalDate;
  readonly dueOn: LegalDate | null;
  /** As it was before any extension. */
  readonly originalDueOn: LegalDate | null;
}

/**
 * Whose turn it is: `lead` leads the team or issued the recommendation, `team` is anybody of the team, `unit` whoever
 * carries it out or is inspected; the others are roles. `secondEyes`: not who found it.
 */
export interface TaskHands {
  readonly by: readonly ('lead' | 'team' | 'unit' | Role)[];
  readonly secondEyes?: true;
}

export const taskHands: Readonly<Record<TaskKind, TaskHands>> = {
  announce: { by: ['lead'] },
  start: { by: ['team'] },
  fieldwork: { by: ['team'] },
  minutes: { by: ['lead'] },
  report: { by: ['lead'] },
  'order-drafting': { by: ['leadership'] },
  draft: { by: ['lead'] },
  appraise: { by: ['appraiser'] },
  'send-draft': { by: ['lead', 'leadership'] },
  respond: { by: ['unit'] },
  assess: { by: ['lead'] },
  'decide-dispute': { by: ['team', 'leadership'] },
  'superior-opinion': { by: ['programme-officer', 'leadership'] },
  conclude: { by: ['leadership'] },
  publish: { by: ['programme-officer', 'leadership'] },
  'end-publication': { by: ['programme-officer'] },
  direct: { by: ['leadership'] },
  recommend: { by: ['lead', 'leadership'] },
  'resolve-complaint': { by: ['leadership'] },
  'close-inspection': { by: ['lead', 'leadership'] },
  plan: { by: ['unit'] },
  'review-plan': { by: ['team', 'appraiser', 'programme-officer', 'leadership'], secondEyes: true },
  remedy: { by: ['unit'] },
  'decide-extension': { by: ['lead', 'leadership'] },
  verify: { by: ['team', 'appraiser', 'programme-officer', 'leadership'], secondEyes: true },
  'confirm-effect': { by: ['team', 'appraiser', 'programme-officer', 'leadership'], secondEyes: true },
  'close-recommendation': { by: ['lead', 'leadership'], secondEyes: true },
  'decide-sanction': { by: ['leadership'] },
};

/** What a unit may read of what waits: its own turn, and on either path nothing of what others still have to say. */
export const unitTaskKinds: readonly TaskKind[] = taskKinds.filter((kind) => taskHands[kind].by.includes('unit'));

/** The kinds a person may have a hand in, by the hand they would lend. */
export interface TasksOf {
  readonly byRole: readonly TaskKind[];
  readonly asLead: readonly TaskKind[];
  readonly onTeam: readonly TaskKind[];
  readonly ofUnit: readonly TaskKind[];
  readonly secondEyes: readonly TaskKind[];
}

export function tasksOf({ role }: Pick<Actor, 'role'>): TasksOf {
  const whose = (hand: TaskHands['by'][number]) => taskKinds.filter((kind) => taskHands[kind].by.includes(hand));
  const isOfUnit = role === 'unit-officer' || role === 'unit-head';
  return {
    byRole: role === 'system' ? [] : whose(role),
    asLead: whose('lead'),
    onTeam: whose('team'),
    ofUnit: isOfUnit ? unitTaskKinds : [],
    secondEyes: taskKinds.filter((kind) => taskHands[kind].secondEyes),
  };
}

/** What of a row says whose turn it is. */
export interface Handed {
  readonly leadId: string | null;
  readonly teamIds: readonly string[];
  readonly finderIds: readonly string[];
  readonly actingUnitIds: readonly string[];
}

/** Whether it is this person's turn, as far as the case itself is looked at. */
export function isTaskOf(person: Actor, kind: TaskKind, row: Handed): boolean {
  const { byRole, asLead, onTeam, ofUnit, secondEyes } = tasksOf(person);
  if (secondEyes.includes(kind) && row.finderIds.includes(person.id)) return false;
  return (
    byRole.includes(kind) ||
    (asLead.includes(kind) && row.leadId === person.id) ||
    (onTeam.includes(kind) && row.teamIds.includes(person.id)) ||
    (ofUnit.includes(kind) && person.unitId !== null && row.actingUnitIds.includes(person.unitId))
  );
}
