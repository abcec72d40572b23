import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';

/** trưởng đoàn, phó trưởng đoàn, thư ký, thành viên, giám sát hoạt động đoàn (who watches the team and acts in nothing). */
export const teamRoles = ['lead', 'deputy-lead', 'secretary', 'member', 'supervisor'] as const;
export type TeamRole = (typeof teamRoles)[number];

export interface TeamMember {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: TeamRole;
  /** The body the member works in now. */
  readonly unitId: Uuid | null;
}

export interface PersonNamed {
  readonly name: string;
  readonly title: string;
}

/** When and where fieldwork began; the day is null in what was stored before it was kept. */
export interface Start {
  readonly startedOn: LegalDate | null;
  readonly place: string | null;
  readonly startedBy: PersonId;
}

/** What the inspector says about a failed item when recording the finding with the answer. */
export interface FindingWords {
  readonly condition: string;
  readonly cause: string | null;
  readonly effect: string | null;
  readonly amountAtRisk: number | null;
  readonly place: string | null;
}
