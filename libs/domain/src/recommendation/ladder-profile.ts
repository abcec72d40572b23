import { compareDays } from '../calendar/legal-day.js';
import type { Text } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';

/** Whom a step of the ladder speaks to: the implementing bodies, the lead body, and who stands above the unit. */
export const ladderAudiences = ['implementing', 'lead', 'superior'] as const;
export type LadderAudience = (typeof ladderAudiences)[number];

/** One step of the ladder (đôn đốc), so many working days before or after the due date in force. */
export interface LadderStep {
  /** `T-5`, `T0`, `T+15`: what people call it. */
  readonly code: string;
  /** Negative before the due date. */
  readonly workingDays: number;
  readonly remind: readonly LadderAudience[];
  /** Whose matter it becomes; null where it stays with the unit. */
  readonly escalateTo: Exclude<LadderAudience, 'implementing'> | null;
}

/** The ladder for as long as it is in force. */
export interface LadderProfile {
  readonly id: string;
  readonly validFrom: LegalDate;
  /** The last day in force; null while it is open. */
  readonly validTo: LegalDate | null;
  readonly name: Text;
  readonly source: string;
  /** False for a ladder nobody has decided: it is proposed, and shown as such. */
  readonly confirmed: boolean;
  /** In the order of their days. */
  readonly steps: readonly LadderStep[];
}

/** The ladder in force on the day the recommendation was issued, as with deadlines; null when there is none. */
export function ladderProfileOn(
  on: LegalDate,
  profiles: readonly LadderProfile[] = ladderProfiles,
): LadderProfile | null {
  const inForce = profiles.filter(
    ({ validFrom, validTo }) => compareDays(validFrom, on) <= 0 && (validTo === null || compareDays(on, validTo) <= 0),
  );
  return inForce.at(-1) ?? null;
}

/** Oldest first. */
export const ladderProfiles: readonly LadderProfile[] = [
  {
    id: 'internal-check-2021',
    validFrom: '2021-01-01',
    validTo: null,
    name: { vi: 'Đôn đốc thực hiện kiến nghị', en: 'Chasing recommendations' },
    source: 'Đề xuất của hệ thống theo kế hoạch Cần Thơ 2023, 6.1.3 (đôn đốc, kiểm tra); chờ cơ quan quyết định',
    confirmed: false,
    steps: [
      step('T-5', -5, ['implementing'], null),
      step('T-2', -2, ['implementing'], null),
      step('T0', 0, ['implementing'], null),
      step('T+1', 1, ['implementing', 'lead'], null),
      step('T+5', 5, ['implementing', 'lead'], 'lead'),
      step('T+15', 15, ['implementing', 'lead'], 'superior'),
    ],
  },
];

function step(
  code: string,
  workingDays: number,
  remind: LadderStep['remind'],
  escalateTo: LadderStep['escalateTo'],
): LadderStep {
  return { code, workingDays, remind, escalateTo };
}
