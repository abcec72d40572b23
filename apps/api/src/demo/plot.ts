import {
  addDays,
  addWorkingDays,
  budgetDisclosureCheck,
  type ChecklistEdition,
  contributionsAudit,
  type LegalDate,
  oneStopSpotCheck,
  type ProgrammeItem,
  vietnamCalendar,
} from '@soat/domain';
import { cast, communeId } from './cast.js';
import { orderedBy } from './programmes.js';
import type { PersonListed } from '../platform/access/people-directory.js';

/** What becomes of a failed item: put right on site, let off with a reason, or recommended and followed that far. */
export type Fate =
  | 'corrected-on-site'
  | 'dismissed'
  | 'closed'
  | 'closed-late'
  | 'closed-after-return'
  | 'not-implemented'
  | 'verified'
  | 'awaiting-verification'
  | 'returned'
  | 'in-progress'
  | 'planned'
  | 'untouched'
  | 'plan-returned'
  | 'plan-approved'
  | 'partly'
  | 'closed-after-part'
  | 'closed-after-relapse'
  | 'effective'
  | 'extension-asked'
  | 'extension-refused'
  | 'extended'
  | 'closed-extended'
  | 'suspended'
  | 'closed-after-suspension'
  | 'reassigned'
  | 'sanction-proposed'
  | 'sanctioned';

/** What is checked, by which line of the plan, and where in the unit. */
export interface Subject {
  readonly checklist: ChecklistEdition;
  readonly programmeItem: (year: number) => ProgrammeItem;
  readonly place: string;
  /** Whom the unit sends to sign. */
  readonly representative: string;
}

const oneStop: Subject = {
  checklist: oneStopSpotCheck,
  programmeItem: (year) => orderedBy(year, '6.2'),
  place: 'Bộ phận Một cửa',
  representative: 'Phụ trách Bộ phận Một cửa',
};

const budget: Subject = {
  checklist: budgetDisclosureCheck,
  // A task of the plan beside its nine activities.
  programmeItem: () => ({
    plan: 'Kế hoạch PAPI năm 2023 của thị xã Vĩnh Châu',
    item: 'V.9',
    text: 'Chú trọng việc thực hiện công khai ngân sách ở xã, phường',
    link: null,
  }),
  place: 'Bộ phận Tài chính - Kế toán',
  representative: 'Công chức Tài chính - Kế toán',
};

const contributions: Subject = {
  checklist: contributionsAudit,
  programmeItem: (year) => orderedBy(year, '6.4'),
  place: 'Bộ phận Tài chính - Kế toán',
  representative: 'Công chức Tài chính - Kế toán',
};

/** One check of the story. */
export interface Plot {
  readonly subject: Subject;
  readonly unitId: string;
  readonly startedOn: LegalDate;
  readonly number: string;
  readonly team: readonly PersonListed[];
  readonly fails: Readonly<Record<string, Fate>>;
  readonly notApplicable: Readonly<Record<string, string>>;
  readonly ending:
    | 'signed'
    | 'signed-with-reservation'
    | 'refused'
    | 'cancelled'
    | { readonly answered: number }
    | 'only-ordered';
}

const { hai, nam, lan, tuan } = cast;

/**
 * Checks of the three kinds since 2023, most of them of one-stop counters. What has to look alive (overdue, due soon, under way) is dated by the day of
 * loading; the rest stands still.
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
      budget,
      check(31801, '2023-06-14', '37/QĐ-UBND', [hai, tuan], 'signed', {
        'CBD-03': 'closed',
        'CBD-08': 'closed-after-return',
        'CBD-12': 'corrected-on-site',
      }),
    ),
    of(
      contributions,
      check(31798, '2024-04-17', '27/QĐ-UBND', [hai, lan], 'signed-with-reservation', {
        'VCA-04': 'closed',
        'VCA-08': 'closed-late',
        'VCA-10': 'closed',
      }),
    ),
    of(
      budget,
      check(31804, '2025-08-13', '82/QĐ-UBND', [hai, tuan, lan], 'signed', {
        'CBD-11': 'closed',
        'CBD-15': 'closed-late',
      }),
    ),
    of(
      contributions,
      check(31810, workingDaysAgo(20), '136/QĐ-UBND', [hai, lan], 'signed', {
        'VCA-11': 'in-progress',
        'VCA-17': 'awaiting-verification',
      }),
    ),
    of(budget, check(31786, workingDaysAgo(2), '145/QĐ-UBND', [hai, tuan], { answered: 9 }, { 'CBD-04': 'untouched' })),
    of(
      contributions,
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
    subject: oneStop,
    notApplicable: { 'OSC-20b': 'Bộ phận Một cửa chưa mở thanh toán trực tuyến trong kỳ kiểm tra.' },
  };
}

/** The same check of another subject. */
function of(subject: Subject, plot: Plot): Plot {
  return { ...plot, subject };
}

/** The working day from which `days` working days lead to the given day, or to the last working day before it. */
function workingDayBack(today: LegalDate, days: number): LegalDate {
  let on = addDays(today, -days);
  while (addWorkingDays(on, days, vietnamCalendar) > today) on = addDays(on, -1);
  return on;
}
