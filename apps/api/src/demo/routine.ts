import { addDays, addWorkingDays, type LegalDate, type Uuid, vietnamCalendar } from '@soat/domain';
import type { PersonListed } from '../platform/access/people-directory.js';
import { cast, communeId } from './cast.js';
import type { Fate } from './fate.js';
import type { LongPlot } from './long-check.js';
import type { SiteTurns } from './on-site.js';
import type { Plot } from './plot.js';
import { firstProgrammeYear } from './programmes.js';
import { SeededRandom } from './random.js';
import { type Subject, subjects } from './subjects.js';

/**
 * The checks that make up the years: every activity of the plan every year, every commune in turn, with the seasons (one-stop
 * counters after Tết and before the year's end, contributions after the harvest, school funds in autumn). However long the
 * story has become, there are about as many of them: enough to be real, few enough to be told quickly.
 */
const routineChecksMin = 150;

/** Checks that begin later than this are told one by one: what is open today is not left to chance. */
const settledDays = { short: 48, long: 80 } as const;

interface Slot {
  readonly subject: Subject;
  readonly unitId: Uuid;
  readonly on: LegalDate;
}

type Activity = keyof typeof subjects;

/** What is checked in each quarter, the most important first. */
const seasons: readonly (readonly Activity[])[] = [
  [
    'oneStop',
    'budget',
    'information',
    'procedures',
    'oneStop',
    'contributions',
    'guidance',
    'oneStop',
    'staff',
    'followUp',
    'oneStop',
    'waste',
    'inspectorate',
  ],
  [
    'oneStop',
    'contributions',
    'budget',
    'procedures',
    'oneStop',
    'staff',
    'poverty',
    'oneStop',
    'information',
    'selfCheck',
    'oneStop',
    'followUp',
    'budget',
  ],
  [
    'budget',
    'oneStop',
    'schoolFees',
    'waste',
    'guidance',
    'oneStop',
    'procedures',
    'inspectorate',
    'oneStop',
    'information',
    'followUp',
    'contributions',
    'budget',
  ],
  [
    'oneStop',
    'poverty',
    'contributions',
    'schoolFees',
    'oneStop',
    'budget',
    'followUp',
    'poverty',
    'oneStop',
    'selfCheck',
    'staff',
    'oneStop',
    'schoolFees',
  ],
];

/** How a commune does: what fails the first year and the last, and how what it is told ends. */
interface Temper {
  readonly code: number;
  readonly failsAtFirst: number;
  readonly failsAtLast: number;
  readonly fates: readonly Fate[];
}

const diligent: readonly Fate[] = [
  'closed',
  'closed',
  'corrected-on-site',
  'closed',
  'closed-after-part',
  'closed-extended',
];
const usual: readonly Fate[] = [
  'closed',
  'closed-late',
  'closed',
  'corrected-on-site',
  'closed-after-return',
  'closed-extended-less',
  'closed',
  'dismissed',
  'closed-undecided',
  'closed-after-opinion',
];
const negligent: readonly Fate[] = [
  'closed-late',
  'not-implemented',
  'closed-after-return',
  'closed-late',
  'sanctioned',
  'closed-after-relapse',
  'sanction-declined',
  'closed',
];

const tempers: readonly Temper[] = [
  { code: 31801, failsAtFirst: 4, failsAtLast: 0, fates: diligent },
  { code: 31795, failsAtFirst: 3, failsAtLast: 5, fates: negligent },
  { code: 31783, failsAtFirst: 3, failsAtLast: 2, fates: usual },
  { code: 31786, failsAtFirst: 4, failsAtLast: 1, fates: diligent },
  { code: 31798, failsAtFirst: 2, failsAtLast: 2, fates: usual },
  { code: 31810, failsAtFirst: 1, failsAtLast: 4, fates: usual },
  { code: 31804, failsAtFirst: 3, failsAtLast: 0, fates: diligent },
  { code: 31792, failsAtFirst: 2, failsAtLast: 3, fates: usual },
  { code: 31789, failsAtFirst: 2, failsAtLast: 1, fates: usual },
  { code: 31807, failsAtFirst: 3, failsAtLast: 2, fates: usual },
];

/** Items that do fail in real life, by checklist; a commune has two of its own that come again. */
const weakItems: Readonly<Record<string, readonly string[]>> = {
  'one-stop-spot-check': [
    'OSC-01',
    'OSC-02',
    'OSC-03',
    'OSC-05',
    'OSC-06',
    'OSC-08',
    'OSC-10',
    'OSC-11',
    'OSC-12',
    'OSC-13',
    'OSC-14',
    'OSC-15',
    'OSC-17',
    'OSC-18',
    'OSC-19',
    'OSC-21',
    'OSC-22',
    'OSC-23',
    'OSC-24',
  ],
  'budget-disclosure-check': ['CBD-02', 'CBD-07', 'CBD-08', 'CBD-09', 'CBD-10', 'CBD-12', 'CBD-15', 'CBD-18', 'CBD-22'],
  'contributions-audit': ['VCA-01', 'VCA-04', 'VCA-08', 'VCA-10', 'VCA-11', 'VCA-13', 'VCA-14', 'VCA-17', 'VCA-20'],
};

const { hai, ngoc, quang, nam, lan, tuan, vy, dat } = cast;
const offices: Readonly<Record<'general' | 'money', readonly (readonly PersonListed[])[]>> = {
  general: [
    [hai, nam],
    [ngoc, vy],
    [hai, lan, tuan],
    [ngoc, lan],
    [hai, vy, nam],
  ],
  money: [
    [quang, dat],
    [quang, tuan, lan],
    [hai, dat],
    [quang, tuan],
  ],
};

export interface Routine {
  readonly short: readonly Plot[];
  readonly long: readonly LongPlot[];
}

/** `taken`: numbers of decisions that are told one by one, as `2024 31`. */
export function routine(seed: number, today: LegalDate, taken: ReadonlySet<string>): Routine {
  const short: Plot[] = [];
  const long: LongPlot[] = [];
  const slots = slotsUntil(today);
  const years = new Map<string, Slot[]>();
  for (const slot of slots) years.set(slot.on.slice(0, 4), [...(years.get(slot.on.slice(0, 4)) ?? []), slot]);
  let nth = 0;
  for (const [year, ofYear] of years) {
    const used = new Set(taken);
    for (const [index, slot] of ofYear.entries()) {
      nth += 1;
      const random = SeededRandom.named(seed, `${slot.on} ${slot.unitId} ${nth}`);
      const number = free(used, year, 1 + Math.floor((index * 112) / Math.max(ofYear.length, 57)));
      const told = caseOf(slot, number, Number(year), random);
      if (isLong(slot.subject)) long.push({ ...told, orderedOn: slot.on, ...longTurns(nth, slot.subject) });
      else short.push({ ...told, startedOn: slot.on, ...shortTurns(nth, told.fails, random) });
    }
  }
  return { short, long };
}

function slotsUntil(today: LegalDate): readonly Slot[] {
  const quarters = quartersUntil(today);
  const perQuarter = Math.ceil(routineChecksMin / Math.max(1, quarters.length - 1));
  let turn = 0;
  return quarters
    .flatMap(({ from, season, days }) => {
      const activities = seasons[season] ?? [];
      return Array.from({ length: perQuarter }, (_, index): Slot => {
        const activity = activities[index % activities.length] ?? 'oneStop';
        turn += 1;
        // Seven and ten share no factor, so every commune has its turn at everything.
        const temper = tempers[(turn * 7 + season) % tempers.length];
        const day = addWorkingDays(from, 3 + Math.floor((index * (days - 6)) / perQuarter), vietnamCalendar);
        const subject = subjects[isWithdrawn(activity, day) ? 'procedures' : activity];
        const unitId = activity === 'selfCheck' ? communeId(31783) : communeId(temper?.code ?? 31783);
        return { subject, unitId, on: day };
      });
    })
    .filter(({ subject, on }) => on <= addDays(today, -(isLong(subject) ? settledDays.long : settledDays.short)))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The plan of 2025 lost its activity on waste in March. */
function isWithdrawn(activity: Activity, on: LegalDate): boolean {
  return activity === 'waste' && on.startsWith('2025') && on > '2025-03-08';
}

/** From the second quarter of 2023 on, when the first plan was adopted. */
function quartersUntil(today: LegalDate) {
  const all = [];
  for (let year = firstProgrammeYear; year <= Number(today.slice(0, 4)); year += 1)
    for (const [season, month] of ['01', '04', '07', '10'].entries()) {
      const from = year === firstProgrammeYear && season === 1 ? `${year}-04-18` : `${year}-${month}-01`;
      if (from < '2023-04-18' || from > today) continue;
      // Fewer in the weeks around Tết and in the first quarter of a plan.
      all.push({ from, season, days: season === 0 ? 52 : from.endsWith('18') ? 50 : 60 });
    }
  return all;
}

function isLong({ regime, type }: Subject): boolean {
  return regime === 'state-inspection' || (regime === 'internal-check' && (type === 'planned' || type === 'thematic'));
}

function caseOf(slot: Slot, rank: number, year: number, random: SeededRandom) {
  const { subject, unitId } = slot;
  const isMoney = subject.checklist.kind !== 'one-stop-spot-check';
  const own = subject.regime === 'self-check' ? [cast.mai] : random.pick(offices[isMoney ? 'money' : 'general']);
  const series = subject.regime === 'self-check' ? 'QĐ-UBND' : seriesOf[subject.orderedBy];
  return { subject, unitId, number: `${rank}/${series}`, team: own, fails: failsOf(slot, year, random) };
}

const seriesOf: Readonly<Record<Uuid, string>> = {
  [subjects.oneStop.orderedBy]: 'QĐ-PNV',
  [subjects.budget.orderedBy]: 'QĐ-TCKH',
  [subjects.guidance.orderedBy]: 'QĐ-UBND',
};

/** The next number that nobody has in that year: recommendations are called by it, whoever ordered. */
function free(used: Set<string>, year: string, wanted: number): number {
  let number = wanted;
  while (used.has(`${year} ${number}`)) number += 1;
  used.add(`${year} ${number}`);
  return number;
}

/** What fails: the commune's own weaknesses first, then others; the more it has learned, the fewer. */
function failsOf({ subject, unitId, on }: Slot, year: number, random: SeededRandom): Readonly<Record<string, Fate>> {
  const temper = tempers.find(({ code }) => communeId(code) === unitId);
  const weak = (weakItems[subject.checklist.kind] ?? []).filter(
    (item) => subject.notApplicable(on)[item] === undefined,
  );
  if (!temper) return {};
  const learned = Math.min(1, (year - firstProgrammeYear + random.next()) / 4);
  const isOwn = subject.regime === 'self-check';
  const trend = Math.round(temper.failsAtFirst + (temper.failsAtLast - temper.failsAtFirst) * learned);
  const count = isOwn ? Math.min(1, trend) : trend;
  const habits = [weak[temper.code % weak.length], weak[(temper.code * 3 + 1) % weak.length]];
  const codes = new Set<string>();
  for (const habit of habits) if (habit && codes.size < count && random.between(0, 2) > 0) codes.add(habit);
  while (codes.size < Math.min(count, weak.length)) codes.add(random.pick(weak));
  return Object.fromEntries([...codes].map((code) => [code, isOwn ? 'corrected-on-site' : random.pick(temper.fates)]));
}

const downtimes: readonly string[] = [
  'Mất điện toàn khu vực, hệ thống một cửa không truy cập được.',
  'Mưa lớn, nước tràn vào phòng tiếp dân, tạm dừng để di chuyển hồ sơ.',
  'Lãnh đạo đơn vị dự họp đột xuất về phòng chống triều cường.',
];

/** Something else happens at every few checks. */
function siteTurns(nth: number): SiteTurns {
  const downtime = downtimes[nth % downtimes.length];
  return {
    ...(nth % 11 === 3 && downtime && { suspendedFor: downtime }),
    ...(nth % 5 === 1 && { isMiscounted: true }),
    ...(nth % 4 === 2 && { isPhotographed: true }),
    ...(nth % 13 === 6 && { discardedFor: 'Không thuộc phạm vi kiểm tra, đã nhắc đơn vị tại chỗ.' }),
  };
}

function shortTurns(
  nth: number,
  fails: Plot['fails'],
  random: SeededRandom,
): Pick<Plot, 'ending' | 'dispute'> & SiteTurns {
  const hasSomething = Object.keys(fails).length > 0;
  const isCalm = !hasSomething || random.between(0, 9) < 7;
  const ending =
    nth % 29 === 13
      ? 'cancelled'
      : isCalm
        ? 'signed'
        : random.between(0, 3) === 0
          ? 'refused'
          : 'signed-with-reservation';
  return {
    ending,
    ...siteTurns(nth),
    ...(ending === 'signed-with-reservation' && { dispute: random.pick(['withdrawn', 'rejected'] as const) }),
  };
}

const hearings = ['responded', 'lapsed', 'waived'] as const;
const complaints = ['dismissed', 'partly-upheld', 'upheld'] as const;
const reinspections = [
  { ground: 'evidence-contradicts', outcome: 'upheld' },
  { ground: 'law-misapplied', outcome: 'partly-replaced' },
  { ground: 'signs-missed', outcome: 'replaced' },
] as const;

function longTurns(
  nth: number,
  { orderedBy, checklist }: Subject,
): Omit<LongPlot, 'subject' | 'unitId' | 'number' | 'team' | 'fails' | 'orderedOn'> {
  // Who ordered it, the town itself, has no superior here to ask or to inspect it again.
  const hasSuperior = orderedBy !== subjects.guidance.orderedBy;
  const complaint = complaints[nth % complaints.length];
  const reinspection = reinspections[nth % reinspections.length];
  return {
    ...siteTurns(nth),
    hearing: hearings[nth % hearings.length] ?? 'responded',
    isExtended: nth % 6 === 2,
    hasReservation: nth % 5 === 2,
    hasDissent: nth % 9 === 4,
    isRaised: nth % 6 === 1,
    isWithdrawn: nth % 7 === 3,
    isReturned: nth % 5 === 3,
    isReferred: hasSuperior && nth % 8 === 5,
    isRectified: nth % 7 === 1,
    isInvestigated: checklist.kind === 'contributions-audit' && nth % 10 === 7,
    ...(complaint && nth % 5 === 0 && { complaint }),
    ...(reinspection && hasSuperior && nth % 4 === 1 && { reinspection }),
  };
}
