import { refusal } from '../refusals.js';
import {
  type AnswerType,
  type Bound,
  type ChecklistItem,
  type ChecklistSection,
  countMax,
  moneyMax,
  type Text,
} from './checklist.js';
import { checklistEditions } from './index.js';

/** What one person answers in a day, twice over; an order carries every one of them. */
export const itemsMax = 100;

/** @throws Rejection for a kind or a code that is none, or that a checklist of the house has. */
export function assertNames({ kind, code }: { readonly kind: string; readonly code: string }): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kind) || kind.length > 60)
    throw refusal('checklist.kind-malformed', { kind });
  if (!/^[A-Z]{2,6}$/.test(code)) throw refusal('checklist.code-malformed', { code });
  if (checklistEditions.some((edition) => edition.kind === kind)) throw refusal('checklist.kind-taken', { kind });
  // Findings repeat by the codes of their items, so a code means one checklist for good.
  if (checklistEditions.some((edition) => edition.code === code)) throw refusal('checklist.code-taken', { code });
}

/** @throws Rejection for no sections, a section twice, or one left out that an item stands in. */
export function assertHead(
  { sections }: { readonly sections: readonly ChecklistSection[] },
  items: readonly ChecklistItem[],
): void {
  if (sections.length === 0) throw refusal('checklist.without-sections');
  const codes = sections.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw refusal('checklist.section-twice', { section: twice });
  const used = items.find(({ section }) => !codes.includes(section));
  if (used) throw refusal('checklist.section-in-use', { section: used.section, itemCode: used.code });
}

/** @throws Rejection that names the item and what is wrong with it. */
export function assertItem(
  item: ChecklistItem,
  { code, sections }: { readonly code: string; readonly sections: readonly ChecklistSection[] },
): void {
  const itemCode = item.code;
  if (!new RegExp(`^${code}-\\d{2,3}[a-z]?$`).test(itemCode))
    throw refusal('checklist.item-code-malformed', { itemCode, prefix: code });
  if (!sections.some((section) => section.code === item.section))
    throw refusal('checklist.item-section-unknown', { itemCode, section: item.section });
  if (textsOf(item).some(({ vi, en }) => vi.trim() === '' || en.trim() === ''))
    throw refusal('checklist.item-text-blank', { itemCode });
  if (item.evidence.kinds.length === 0) throw refusal('checklist.item-without-evidence-kind', { itemCode });
  // Without one no recommendation on it could ever be verified.
  if (item.verificationPoints.length === 0) throw refusal('checklist.item-without-verification-point', { itemCode });
  if (!isThresholdWhole(item.answer)) throw refusal('checklist.item-threshold-out-of-range', { itemCode });
}

function textsOf({
  question,
  verifiedBy,
  phrases,
  remedy,
  verificationPoints,
  answer,
}: ChecklistItem): readonly Text[] {
  return [question, verifiedBy, remedy, ...phrases, ...verificationPoints, ...namesIn(answer)];
}

function namesIn(answer: AnswerType): readonly Text[] {
  switch (answer.kind) {
    case 'number':
      return [answer.unit];
    case 'ratio':
      return [answer.numerator, answer.denominator];
    case 'money':
      return [answer.amount, answer.reference];
    case 'reconciliation':
      return [answer.first, answer.second, answer.third];
    case 'date':
      return answer.dueAfter ? [answer.on, answer.dueOn, answer.dueAfter.from] : [answer.on, answer.dueOn];
    default:
      return [];
  }
}

/** Basis points; a share cannot exceed its whole, another ratio may. */
const shareMax = 10_000;
const daysMax = 3_650;

function isThresholdWhole(answer: AnswerType): boolean {
  switch (answer.kind) {
    case 'yesNo':
    case 'text':
      return true;
    case 'number':
      return isUpTo(boundOf(answer.passWhen), countMax);
    case 'ratio':
      return (
        isUpTo(boundOf(answer.passWhen), answer.isShare ? shareMax : 100 * shareMax) &&
        (answer.sampleMin === null || (answer.sampleMin > 0 && isUpTo(answer.sampleMin, countMax)))
      );
    case 'derived':
      return isUpTo(boundOf(answer.passWhen), shareMax);
    case 'money': {
      const { passWhen } = answer;
      if ('shareOfReferenceAtLeast' in passWhen) return isUpTo(passWhen.shareOfReferenceAtLeast, shareMax);
      return isUpTo(
        'aboveReferenceAtMost' in passWhen ? passWhen.aboveReferenceAtMost : passWhen.offReferenceAtMost,
        moneyMax,
      );
    }
    case 'reconciliation':
      return isUpTo(answer.passWhen.apartAtMost, moneyMax);
    case 'date': {
      const { passWhen, dueAfter } = answer;
      const days = 'daysLateAtMost' in passWhen ? passWhen.daysLateAtMost : passWhen.daysEarlyAtMost;
      return isUpTo(days, daysMax) && (dueAfter === undefined || isUpTo(dueAfter.days, daysMax));
    }
  }
}

function boundOf(bound: Bound): number {
  return 'atMost' in bound ? bound.atMost : bound.atLeast;
}

function isUpTo(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
