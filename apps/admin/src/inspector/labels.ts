import type {
  AnswerType,
  AnswerValue,
  ChecklistItem,
  InspectionStatus,
  RecommendationStatus,
  Text,
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
  verified: 'done',
  implemented: 'done',
  'not-implemented': 'overdue',
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
      const isCeiling = 'aboveReferenceAtMost' in answer.passWhen;
      const room =
        'aboveReferenceAtMost' in answer.passWhen
          ? answer.passWhen.aboveReferenceAtMost
          : answer.passWhen.offReferenceAtMost;
      if (room === 0) return t(isCeiling ? 'inspector.target.notAbove' : 'inspector.target.exact');
      return t(isCeiling ? 'inspector.target.above' : 'inspector.target.off', { amount: formatMoney(room, language) });
    }
    case 'date': {
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
    case 'date':
      return t('inspector.answer.dates', { on: formatDate(value.on), dueOn: formatDate(value.dueOn) });
    case 'text':
      return value.text;
    case 'derived':
      return t('inspector.answer.derived', { implemented: value.implemented, total: value.total });
  }
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
