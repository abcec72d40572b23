import { daysBetween, isLegalDay } from '../calendar/legal-day.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';

/** What a person reads: Vietnamese first, English second. */
export type Text = { readonly vi: string; readonly en: string };

/** nhẹ, nặng, nghiêm trọng. */
export const severities = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** `record` is what the system or a book says at that moment: an extract, a count, a broadcast log, a sheet of interviews. */
export const evidenceKinds = ['photo', 'video', 'document', 'url', 'record'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A threshold, the threshold itself included. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** What kind of answer an item takes and when that answer passes; polarity and thresholds are data. */
export type AnswerType =
  | { readonly kind: 'yesNo'; readonly passWhen: boolean }
  /** A count. */
  | { readonly kind: 'number'; readonly unit: Text; readonly passWhen: Bound }
  | {
      readonly kind: 'ratio';
      readonly numerator: Text;
      readonly denominator: Text;
      /** The numerator is a part of the denominator and cannot exceed it. */
      readonly isShare: boolean;
      /** In basis points: 95% is 9500. */
      readonly passWhen: Bound;
      /** Who set the target: a plan, the law, this checklist; another source when the order overrides it. */
      readonly targetSource: string;
      /** Advice to the inspector, never a refusal: where fewer exist, all are taken. */
      readonly sampleMin: number | null;
    }
  | {
      readonly kind: 'money';
      readonly amount: Text;
      readonly reference: Text;
      /**
       * Đồng: how far the amount may lie above the reference, or away from it on either side. Or basis points: the part
       * of the reference that the amount must reach.
       */
      readonly passWhen:
        | { readonly aboveReferenceAtMost: number }
        | { readonly offReferenceAtMost: number }
        | { readonly shareOfReferenceAtLeast: number };
    }
  /** The same sum from three sources (đối chiếu ba bên), each named. */
  | {
      readonly kind: 'reconciliation';
      readonly first: Text;
      readonly second: Text;
      readonly third: Text;
      /** Đồng: how far any two of the three may lie apart. */
      readonly passWhen: { readonly apartAtMost: number };
    }
  | {
      readonly kind: 'date';
      readonly on: Text;
      readonly dueOn: Text;
      /** How the due day follows from another day; left out where it stands in a document. */
      readonly dueAfter?: DueAfter;
      /** Done by the due day, or not ended before it. */
      readonly passWhen: { readonly daysLateAtMost: number } | { readonly daysEarlyAtMost: number };
    }
  /** A description; it passes once it is given. */
  | { readonly kind: 'text' }
  /** The system answers it. The pass mark is the share carried out, in basis points. */
  | { readonly kind: 'derived'; readonly from: 'earlier-recommendations'; readonly passWhen: Bound };

/** So many days after a day that the item names. */
export interface DueAfter {
  readonly from: Text;
  readonly days: number;
  readonly unit: 'working-days' | 'calendar-days';
}

/** Flat records of scalars, the raw counts rather than a percentage. Money is whole đồng. */
export type AnswerValue =
  | { readonly kind: 'yesNo'; readonly yes: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'money'; readonly amount: number; readonly reference: number }
  | { readonly kind: 'reconciliation'; readonly first: number; readonly second: number; readonly third: number }
  | { readonly kind: 'date'; readonly on: LegalDate; readonly dueOn: LegalDate }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'derived'; readonly total: number; readonly implemented: number };

/** A rule behind an item. Unconfirmed: its text was not read, so it is shown as such. */
export interface Basis {
  readonly text: Text;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface ChecklistItem {
  /** `OSC-01`; a point that asks two things is split into `OSC-20a` and `OSC-20b`. */
  readonly code: string;
  /** Code of a section of the edition. */
  readonly section: string;
  readonly question: Text;
  readonly verifiedBy: Text;
  readonly answer: AnswerType;
  readonly severity: Severity;
  readonly evidence: { readonly requiredWhen: 'always' | 'failed'; readonly kinds: readonly EvidenceKind[] };
  /** Stock findings, the likeliest first: one tap records one. */
  readonly phrases: readonly Text[];
  /** Stock recommendation. */
  readonly remedy: Text;
  /** What the unit's proof must show before the recommendation is closed. */
  readonly verificationPoints: readonly Text[];
  /** PAPI (P5, P2.1), PAR-INDEX (PAR 3.2.2), SIPAS (SIPAS 8.1.1), Decision 766 (QĐ766). */
  readonly indices: readonly string[];
  readonly basis: readonly Basis[];
}

/** `one-stop-spot-check`. Not a closed list: a kind more is its own file, and its line in the list of editions. */
export type ChecklistKind = string;

export interface ChecklistSection {
  readonly code: string;
  readonly title: Text;
}

/** Once used, an edition is never changed: a better wording is the next edition. */
export interface ChecklistEdition {
  readonly kind: ChecklistKind;
  /** Leads the items' codes: `OSC`. */
  readonly code: string;
  /** From 1. */
  readonly edition: number;
  readonly title: Text;
  readonly validFrom: LegalDate;
  /** The last day in force; null while it is open. */
  readonly validTo: LegalDate | null;
  readonly source: string;
  readonly sections: readonly ChecklistSection[];
  readonly items: readonly ChecklistItem[];
}

export type Outcome = 'pass' | 'fail';

/**
 * Why a value answers nothing, in order of precedence: another kind than the item asks; not a whole number; below zero;
 * above `countMax` or `moneyMax`; nothing to divide by (the item is not applicable); a part above its whole; a date that
 * is none; a blank text.
 */
export type InvalidAnswer =
  | 'answer.wrong-kind'
  | 'answer.not-an-integer'
  | 'answer.negative'
  | 'answer.too-large'
  | 'answer.denominator-zero'
  | 'answer.numerator-above-denominator'
  | 'answer.not-a-date'
  | 'answer.text-empty';

export type Assessment = { readonly outcome: Outcome } | { readonly code: InvalidAnswer };

/** Keeps a count times ten thousand exact. */
export const countMax = 1_000_000_000;
/** Đồng. */
export const moneyMax = 1_000_000_000_000_000;

/** Judges a value by its item. Returns why it cannot be judged instead of throwing: the client judges as people type. */
export function assess(item: Pick<ChecklistItem, 'answer'>, value: AnswerValue): Assessment {
  const { answer } = item;
  switch (answer.kind) {
    case 'yesNo':
      return value.kind === 'yesNo' ? outcome(value.yes === answer.passWhen) : wrongKind;
    case 'number':
      if (value.kind !== 'number') return wrongKind;
      return faultIn([value.value], countMax) ?? outcome(isWithin(answer.passWhen, value.value));
    case 'ratio':
      if (value.kind !== 'ratio') return wrongKind;
      return shareOf(value.numerator, value.denominator, answer.isShare, answer.passWhen);
    case 'money': {
      if (value.kind !== 'money') return wrongKind;
      const fault = faultIn([value.amount, value.reference], moneyMax);
      if (fault) return fault;
      const above = value.amount - value.reference;
      const { passWhen } = answer;
      if ('shareOfReferenceAtLeast' in passWhen)
        return value.reference === 0
          ? { code: 'answer.denominator-zero' }
          : outcome(isPartOf(value.amount, value.reference, passWhen.shareOfReferenceAtLeast));
      return outcome(
        'aboveReferenceAtMost' in passWhen
          ? above <= passWhen.aboveReferenceAtMost
          : Math.abs(above) <= passWhen.offReferenceAtMost,
      );
    }
    case 'reconciliation':
      if (value.kind !== 'reconciliation') return wrongKind;
      return (
        faultIn([value.first, value.second, value.third], moneyMax) ??
        outcome(differencesOf(value).apart <= answer.passWhen.apartAtMost)
      );
    case 'date': {
      if (value.kind !== 'date') return wrongKind;
      if (!isLegalDay(value.on) || !isLegalDay(value.dueOn)) return { code: 'answer.not-a-date' };
      const { passWhen } = answer;
      return outcome(
        'daysLateAtMost' in passWhen
          ? daysLateOf(value) <= passWhen.daysLateAtMost
          : -daysLateOf(value) <= passWhen.daysEarlyAtMost,
      );
    }
    case 'text':
      if (value.kind !== 'text') return wrongKind;
      return value.text.trim() === '' ? { code: 'answer.text-empty' } : outcome(true);
    case 'derived':
      return value.kind === 'derived' ? shareOf(value.implemented, value.total, true, answer.passWhen) : wrongKind;
  }
}

/** Whole calendar days after the due day; below zero when before it. */
export function daysLateOf({ on, dueOn }: Pick<ValueOf<'date'>, 'on' | 'dueOn'>): number {
  return daysBetween(dueOn, on);
}

/** Đồng: each later source less an earlier one, and how far the two that lie furthest apart do. */
export function differencesOf({ first, second, third }: Omit<ValueOf<'reconciliation'>, 'kind'>) {
  return {
    secondLessFirst: second - first,
    thirdLessFirst: third - first,
    thirdLessSecond: third - second,
    apart: Math.max(first, second, third) - Math.min(first, second, third),
  };
}

type ValueOf<K extends AnswerValue['kind']> = Extract<AnswerValue, { readonly kind: K }>;

const wrongKind: Assessment = { code: 'answer.wrong-kind' };

function outcome(isPassed: boolean): Assessment {
  return { outcome: isPassed ? 'pass' : 'fail' };
}

function isWithin(bound: Bound, value: number): boolean {
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** Compares products, not quotients: 95 of 100 is exactly 95%, and 949 of 1000 is not. */
function shareOf(numerator: number, denominator: number, isShare: boolean, passWhen: Bound): Assessment {
  const fault = faultIn([numerator, denominator], countMax);
  if (fault) return fault;
  if (denominator === 0) return { code: 'answer.denominator-zero' };
  if (isShare && numerator > denominator) return { code: 'answer.numerator-above-denominator' };
  const scaled = numerator * 10_000;
  return outcome(
    'atMost' in passWhen ? scaled <= passWhen.atMost * denominator : scaled >= passWhen.atLeast * denominator,
  );
}

/** Money times basis points does not fit a double. */
function isPartOf(amount: number, reference: number, basisPoints: number): boolean {
  return BigInt(amount) * 10_000n >= BigInt(basisPoints) * BigInt(reference);
}

function faultIn(values: readonly number[], max: number): Assessment | null {
  if (!values.every(Number.isInteger)) return { code: 'answer.not-an-integer' };
  if (values.some((value) => value < 0)) return { code: 'answer.negative' };
  if (values.some((value) => value > max)) return { code: 'answer.too-large' };
  return null;
}

/** Every item is in exactly one of passed, failed, not applicable, unanswered. */
export interface Score {
  readonly passed: number;
  /** Passed and failed together; the share is `passed / applicable`, and there is none while this is 0. */
  readonly applicable: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
}

export type Scored = { readonly status: 'answered'; readonly outcome: Outcome } | { readonly status: 'not-applicable' };

/** Counts, without weights. Answers to items that are not on the list count for nothing. */
export function score(items: readonly ChecklistItem[], answers: Readonly<Record<string, Scored>>): Score {
  const failedBySeverity = { minor: 0, major: 0, critical: 0 };
  let passed = 0;
  let applicable = 0;
  let notApplicable = 0;
  for (const item of items) {
    const answer = answers[item.code];
    if (!answer) continue;
    if (answer.status === 'not-applicable') {
      notApplicable += 1;
      continue;
    }
    applicable += 1;
    if (answer.outcome === 'pass') passed += 1;
    else failedBySeverity[item.severity] += 1;
  }
  return { passed, applicable, notApplicable, unanswered: items.length - applicable - notApplicable, failedBySeverity };
}

/** The numbered point an item belongs to: `OSC-20` for both `OSC-20a` and `OSC-20b`. */
export function pointOf(itemCode: string): string {
  return itemCode.replace(/[a-z]$/, '');
}

/**
 * The items with the unit's own targets, since plans set different ones (on time: 95% in one, 99% in another). Targets are
 * basis points by item code; the direction of the threshold stays, and `source` names who set them.
 * @throws Rejection when a code is no ratio item of the list, or a target is not between 0 and 10000.
 */
export function withTargets(
  items: readonly ChecklistItem[],
  targets: Readonly<Record<string, number>>,
  source: string,
): readonly ChecklistItem[] {
  const overridden = new Map<string, ChecklistItem>();
  for (const [itemCode, target] of Object.entries(targets)) {
    const item = items.find((candidate) => candidate.code === itemCode);
    if (item?.answer.kind !== 'ratio') throw refusal('checklist.target-unknown', { itemCode });
    if (!Number.isInteger(target) || target < 0 || target > 10_000)
      throw refusal('checklist.target-out-of-range', { itemCode, target });
    const passWhen = 'atMost' in item.answer.passWhen ? { atMost: target } : { atLeast: target };
    overridden.set(itemCode, { ...item, answer: { ...item.answer, passWhen, targetSource: source } });
  }
  return items.map((item) => overridden.get(item.code) ?? item);
}
