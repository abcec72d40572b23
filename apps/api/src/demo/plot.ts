import { addDays, addWorkingDays, isWorkingDay, type LegalDate, vietnamCalendar } from '@soat/domain';
import type { PersonListed } from '../platform/access/people-directory.js';
import type { Case } from './case.js';
import { cast, communeId } from './cast.js';
import type { SiteTurns } from './on-site.js';
import { type Subject, subjects } from './subjects.js';

/** One check of the story on the short path. */
export interface Plot extends Case, SiteTurns {
  readonly startedOn: LegalDate;
  readonly ending:
    | 'signed'
    | 'signed-with-reservation'
    | 'refused'
    | 'cancelled'
    | { readonly answered: number; readonly suspendedNowFor?: string }
    | 'only-ordered';
  /** What the unit does not agree with: its first finding, and what leadership says to that. */
  readonly dispute?: 'withdrawn' | 'rejected';
}

const { hai, nam, lan, tuan } = cast;

const rain = 'Triều cường làm ngập sân trụ sở, tạm dừng tiếp dân đến khi nước rút.';

/**
 * The checks that are told one by one: those of the past that people ask for by name, and whatever has to look alive
 * (overdue, due soon, under way), which is dated by the day of loading. The rest is `routine.ts`.
 */
export function plots(today: LegalDate): readonly Plot[] {
  const workingDaysAgo = (days: number) => workingDayBack(today, days);
  return [
    check(31783, '2023-05-17', '31/QĐ-UBND', [hai, nam, lan], 'signed', {
      'OSC-03': 'closed',
      'OSC-06': 'corrected-on-site',
      'OSC-08': 'closed-after-return',
      'OSC-12': 'closed-late',
      'OSC-14': 'closed-extended',
    }),
    check(31801, '2023-08-09', '52/QĐ-UBND', [hai, lan], 'signed', {}),
    check(31798, '2023-10-18', '74/QĐ-UBND', [hai, nam], 'refused', { 'OSC-10': 'closed-late', 'OSC-16': 'closed' }),
    check(31795, '2024-03-12', '18/QĐ-UBND', [hai, lan, tuan], 'signed', {
      'OSC-14': 'not-implemented',
      'OSC-17': 'closed',
      'OSC-11': 'sanctioned',
      'OSC-05': 'dismissed',
    }),
    check(31804, '2024-06-20', '45/QĐ-UBND', [hai, nam], 'signed', {
      'OSC-04': 'corrected-on-site',
      'OSC-07': 'corrected-on-site',
    }),
    check(31810, '2024-09-25', '77/QĐ-UBND', [hai, tuan], 'signed-with-reservation', {
      'OSC-11': 'closed',
      'OSC-13': 'closed-after-part',
      'OSC-24': 'closed',
    }),
    check(31786, '2025-02-19', '12/QĐ-UBND', [hai, lan], 'signed', {
      'OSC-15': 'closed',
      'OSC-08': 'closed-after-relapse',
      'OSC-13': 'closed-after-suspension',
      'OSC-19': 'closed-after-return',
    }),
    check(31783, '2025-05-14', '40/QĐ-UBND', [hai, nam], 'signed', { 'OSC-12': 'closed' }),
    check(31789, '2025-10-08', '96/QĐ-UBND', [hai, lan], 'cancelled', {}),
    check(31795, '2025-11-12', '108/QĐ-UBND', [hai, nam, lan], 'signed', {
      'OSC-14': 'closed-late',
      'OSC-18': 'closed',
      'OSC-11': 'sanction-proposed',
    }),
    check(31789, workingDaysAgo(34), '131/QĐ-UBND', [hai, nam], 'signed', {
      'OSC-01': 'untouched',
      'OSC-10': 'in-progress',
      'OSC-22': 'verified',
      'OSC-15': 'effective',
      'OSC-04': 'extended',
      'OSC-24': 'reassigned',
    }),
    check(31795, workingDaysAgo(27), '134/QĐ-UBND', [hai, lan], 'signed-with-reservation', {
      'OSC-11': 'untouched',
      'OSC-12': 'in-progress',
      'OSC-14': 'closed-late',
      'OSC-23': 'partly',
    }),
    check(31807, workingDaysAgo(16), '138/QĐ-UBND', [hai, lan, tuan], 'signed', {
      'OSC-03': 'returned',
      'OSC-13': 'awaiting-verification',
      'OSC-23': 'planned',
      'OSC-05': 'partly',
      'OSC-18': 'plan-returned',
    }),
    check(31792, workingDaysAgo(8), '142/QĐ-UBND', [hai, nam], 'signed-with-reservation', {
      'OSC-04': 'untouched',
      'OSC-12': 'awaiting-verification',
      'OSC-21': 'in-progress',
      'OSC-07': 'plan-approved',
      'OSC-08': 'extension-asked',
      'OSC-10': 'suspended',
      'OSC-24': 'extension-refused',
    }),
    check(31783, workingDaysAgo(12), '140/QĐ-UBND', [hai, lan], 'signed', {
      'OSC-02': 'planned',
      'OSC-06': 'corrected-on-site',
      'OSC-13': 'returned',
      'OSC-16': 'closed',
      'OSC-21': 'awaiting-verification',
    }),
    check(31801, workingDaysAgo(1), '147/QĐ-UBND', [hai, nam, lan], { answered: 9 }, { 'OSC-03': 'untouched' }),
    check(31798, workingDaysAgo(0), '149/QĐ-UBND', [hai, nam], 'only-ordered', {}),
    of(
      subjects.budget,
      check(31801, '2023-06-14', '37/QĐ-UBND', [hai, tuan], 'signed', {
        'CBD-03': 'closed',
        'CBD-08': 'closed-after-return',
        'CBD-12': 'corrected-on-site',
      }),
    ),
    of(
      subjects.contributionsAtOnce,
      check(31798, '2024-04-17', '27/QĐ-UBND', [hai, lan], 'signed-with-reservation', {
        'VCA-04': 'closed',
        'VCA-08': 'closed-late',
        'VCA-10': 'closed',
      }),
    ),
    of(
      subjects.budget,
      check(31804, '2025-08-13', '82/QĐ-UBND', [hai, tuan, lan], 'signed', {
        'CBD-11': 'closed',
        'CBD-15': 'closed-late',
      }),
    ),
    of(
      subjects.contributionsAtOnce,
      check(31810, workingDaysAgo(20), '136/QĐ-UBND', [hai, lan], 'signed', {
        'VCA-11': 'in-progress',
        'VCA-17': 'awaiting-verification',
      }),
    ),
    {
      ...check(31804, workingDaysAgo(3), '143/QĐ-UBND', [hai, lan], { answered: 11, suspendedNowFor: rain }, {}),
      isPhotographed: true,
    },
    of(
      subjects.budget,
      check(31786, workingDaysAgo(2), '145/QĐ-UBND', [hai, tuan], { answered: 9 }, { 'CBD-04': 'untouched' }),
    ),
    of(
      subjects.contributionsAtOnce,
      check(
        31807,
        workingDaysAgo(1),
        '148/QĐ-UBND',
        [hai, lan, nam],
        { answered: 5 },
        { 'VCA-04': 'untouched', 'VCA-08': 'untouched', 'VCA-10': 'untouched' },
      ),
    ),
  ];
}

function check(
  code: number,
  startedOn: LegalDate,
  number: string,
  team: readonly PersonListed[],
  ending: Plot['ending'],
  fails: Plot['fails'],
): Plot {
  return {
    unitId: communeId(code),
    startedOn,
    number,
    team,
    fails,
    ending,
    subject: subjects.oneStop,
  };
}

/** The same check of another subject. */
function of(subject: Subject, plot: Plot): Plot {
  return { ...plot, subject };
}

/** The last working day before this one. */
export function dayBefore(on: LegalDate): LegalDate {
  let day = addDays(on, -1);
  while (!isWorkingDay(day, vietnamCalendar)) day = addDays(day, -1);
  return day;
}

/** The working day from which `days` working days lead to the given day, or to the last working day before it. */
export function workingDayBack(today: LegalDate, days: number): LegalDate {
  let on = addDays(today, -days);
  while (!isWorkingDay(on, vietnamCalendar) || addWorkingDays(on, days, vietnamCalendar) > today) on = addDays(on, -1);
  return on;
}
