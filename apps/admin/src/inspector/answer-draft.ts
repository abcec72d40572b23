import type { AnswerType, AnswerValue } from '@soat/domain';

/** What stands in the fields of an answer; which of them count is told by the item's kind. */
export interface AnswerDraft {
  readonly yes: boolean | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly amount: number | null;
  readonly reference: number | null;
  readonly first: number | null;
  readonly second: number | null;
  readonly third: number | null;
  readonly on: string | null;
  readonly dueOn: string | null;
  readonly text: string;
}

export const emptyDraft: AnswerDraft = {
  yes: null,
  value: null,
  numerator: null,
  denominator: null,
  amount: null,
  reference: null,
  first: null,
  second: null,
  third: null,
  on: null,
  dueOn: null,
  text: '',
};

export function draftOf(value: AnswerValue): AnswerDraft {
  return { ...emptyDraft, ...value };
}

/** Null while a field is still empty, and for what only the system answers. */
export function valueFrom({ kind }: Pick<AnswerType, 'kind'>, draft: AnswerDraft): AnswerValue | null {
  const { yes, value, numerator, denominator, amount, reference, first, second, third, on, dueOn } = draft;
  const text = draft.text.trim().normalize('NFC');
  switch (kind) {
    case 'yesNo':
      return yes === null ? null : { kind, yes };
    case 'number':
      return value === null ? null : { kind, value };
    case 'ratio':
      return numerator === null || denominator === null ? null : { kind, numerator, denominator };
    case 'money':
      return amount === null || reference === null ? null : { kind, amount, reference };
    case 'reconciliation':
      return first === null || second === null || third === null ? null : { kind, first, second, third };
    case 'date':
      return on === null || dueOn === null ? null : { kind, on, dueOn };
    case 'text':
      return text === '' ? null : { kind, text };
    case 'derived':
      return null;
  }
}
