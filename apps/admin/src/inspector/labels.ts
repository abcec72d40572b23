import {
  type AnswerType,
  type AnswerValue,
  type ChecklistItem,
  daysLateOf,
  differencesOf,
  type InspectionStatus,
  type RecommendationStatus,
  type Text,
} from '@soat/domain';
import type { Translate } from '../i18n/use-t.js';
import { formatDate, formatMoney, formatNumber, type Language } from '../ui/format.js';
import type { Tone } from '../ui/tag.js';

export const toneOfStatus: Readonly<Record<InspectionStatus, Tone>> = {
  ordered: 'info',
  announced: 'info',
  'report-submitted': 'info',
  'conclusion-drafting': 'info',
  'conclusion-drafted': 'info',
  'awaiting-response': 'soon',
  'response-received': 'soon',
  'appraisal-returned': 'overdue',
  'conclusion-appraised': 'info',
  'referred-to-superior': 'soon',
  'conclusion-issued': 'info',
  'conclusion-published': 'info',
  'implementation-directed': 'info',
  'in-fieldwork': 'info',
  suspended: 'soon',
  'fieldwork-ended': 'soon',
  'minutes-signed': 'info',
  'minutes-refused': 'soon',
  'under-follow-up': 'info',
  closed: 'done',
  cancelled: 'neutral',
};

export const toneOfRecommendation: Readonly<Record<RecommendationStatus, Tone>> = {
  issued: 'info',
  planned: 'info',
  'in-progress': 'info',
  'awaiting-verification': 'soon',
  returned: 'overdue',
  'plan-returned': 'overdue',
  'plan-approved': 'info',
  'partly-implemented': 'overdue',
  suspended: 'neutral',
  verified: 'done',
  effective: 'done',
  implemented: 'done',
  'not-implemented': 'overdue',
  'sanction-proposed': 'overdue',
  'sanction-decided': 'overdue',
};

/** `07` of `OSC-07`: what people call an item by. */
export function numberOf(itemCode: string): string {
  return itemCode.replace(/^[A-Z]+-0?/, '');
}

/** The reader's wording of a text that has both. */
export function worded(text: Text, language: Language): string {
  return text[language];
}

/** What an item must reach to pass; null where the answer itself says it. */
export function targetOf({ answer }: Pick<ChecklistItem, 'answer'>, t: Translate, language: Language): string | null {
  switch (answer.kind) {
    case 'ratio':
      return boundOf(answer, t, (value) => percent(value, language));
    case 'derived':
      return boundOf(answer, t, (value) => percent(value, language));
    case 'number': {
      const unit = worded(answer.unit, language);
      if ('atMost' in answer.passWhen && answer.passWhen.atMost === 0)
        return t('inspector.target.noneAllowed', { unit });
      return boundOf(answer, t, (value) => `${formatNumber(value, language)} ${unit}`);
    }
    case 'money': {
      if ('shareOfReferenceAtLeast' in answer.passWhen)
        return t('inspector.target.atLeast', { value: percent(answer.passWhen.shareOfReferenceAtLeast, language) });
      const isCeiling = 'aboveReferenceAtMost' in answer.passWhen;
      const room =
        'aboveReferenceAtMost' in answer.passWhen
          ? answer.passWhen.aboveReferenceAtMost
          : answer.passWhen.offReferenceAtMost;
      if (room === 0) return t(isCeiling ? 'inspector.target.notAbove' : 'inspector.target.exact');
      return t(isCeiling ? 'inspector.target.above' : 'inspector.target.off', { amount: formatMoney(room, language) });
    }
    case 'reconciliation': {
      const room = answer.passWhen.apartAtMost;
      return room === 0
        ? t('inspector.target.agree')
        : t('inspector.target.apart', { amount: formatMoney(room, language) });
    }
    case 'date': {
      if ('daysEarlyAtMost' in answer.passWhen) return t('inspector.target.notEarly');
      const days = answer.passWhen.daysLateAtMost;
      return days === 0 ? t('inspector.target.onTime') : t('inspector.target.late', { days });
    }
    case 'yesNo':
    case 'text':
      return null;
  }
}

/** From basis points. */
export function percent(basisPoints: number, language: Language): string {
  return `${formatNumber(basisPoints / 100, language, 2)}%`;
}

/** What was answered, in words. */
export function answerText(
  value: AnswerValue,
  { answer }: Pick<ChecklistItem, 'answer'>,
  t: Translate,
  language: Language,
): string {
  switch (value.kind) {
    case 'yesNo':
      return t(value.yes ? 'inspector.answer.yes' : 'inspector.answer.no');
    case 'number': {
      const number = formatNumber(value.value, language);
      return answer.kind === 'number' ? `${number} ${worded(answer.unit, language)}` : number;
    }
    case 'ratio': {
      const fraction = `${formatNumber(value.numerator, language)}/${formatNumber(value.denominator, language)}`;
      return value.denominator === 0
        ? fraction
        : `${fraction} = ${formatNumber((value.numerator / value.denominator) * 100, language)}%`;
    }
    case 'money':
      return t('inspector.answer.money', {
        amount: formatMoney(value.amount, language),
        reference: formatMoney(value.reference, language),
      });
    case 'reconciliation': {
      const { apart } = differencesOf(value);
      const sums = [value.first, value.second, value.third].map((sum) => formatMoney(sum, language)).join(' · ');
      return apart === 0 ? sums : `${sums}; ${t('inspector.answer.apart', { amount: formatMoney(apart, language) })}`;
    }
    case 'date': {
      const dates = t('inspector.answer.dates', { on: formatDate(value.on), dueOn: formatDate(value.dueOn) });
      return `${dates}; ${latenessOf(value, t)}`;
    }
    case 'text':
      return value.text;
    case 'derived':
      return t('inspector.answer.derived', { implemented: value.implemented, total: value.total });
  }
}

/** How far a day lies from its due day: `trễ 12 ngày`. */
export function latenessOf(dates: { readonly on: string; readonly dueOn: string }, t: Translate): string {
  const days = daysLateOf(dates);
  if (days === 0) return t('inspector.answer.onDay');
  return days > 0 ? t('inspector.answer.late', { days }) : t('inspector.answer.early', { days: -days });
}

/** Which sources of a reconciliation differ, and by how much; nothing where all agree. */
export function differencesIn(
  value: Extract<AnswerValue, { kind: 'reconciliation' }>,
  answer: Extract<AnswerType, { kind: 'reconciliation' }>,
  t: Translate,
  language: Language,
): readonly string[] {
  const { secondLessFirst, thirdLessFirst, thirdLessSecond } = differencesOf(value);
  const pairs = [
    [answer.second, answer.first, secondLessFirst],
    [answer.third, answer.first, thirdLessFirst],
    [answer.third, answer.second, thirdLessSecond],
  ] as const;
  return pairs
    .filter(([, , difference]) => difference !== 0)
    .map(([one, other, difference]) =>
      t(difference > 0 ? 'inspector.answer.above' : 'inspector.answer.below', {
        one: worded(one, language),
        other: worded(other, language),
        amount: formatMoney(Math.abs(difference), language),
      }),
    );
}

function boundOf(
  { passWhen }: Extract<AnswerType, { kind: 'ratio' | 'number' | 'derived' }>,
  t: Translate,
  shown: (value: number) => string,
): string {
  return 'atLeast' in passWhen
    ? t('inspector.target.atLeast', { value: shown(passWhen.atLeast) })
    : t('inspector.target.atMost', { value: shown(passWhen.atMost) });
}
