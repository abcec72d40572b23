import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '@soat/domain';
import { draftOf, emptyDraft, valueFrom } from './answer-draft.js';

const values: readonly AnswerValue[] = [
  { kind: 'yesNo', yes: false },
  { kind: 'number', value: 0 },
  { kind: 'ratio', numerator: 0, denominator: 12 },
  { kind: 'money', amount: 0, reference: 50_000 },
  { kind: 'reconciliation', first: 3, second: 0, third: 5 },
  { kind: 'date', on: '2026-11-05', dueOn: '2026-11-01' },
  { kind: 'text', text: 'Bảng niêm yết ở nơi khó thấy' },
];

describe('the fields of an answer', () => {
  it.each(values)('give back the $kind they were filled from', (value) => {
    expect(valueFrom(value, draftOf(value))).toEqual(value);
  });

  it.each(values)('are no $kind while one of them is empty', (value) => {
    for (const field of Object.keys(value).filter((name) => name !== 'kind'))
      expect(valueFrom(value, { ...draftOf(value), [field]: field === 'text' ? '  ' : null })).toBeNull();
  });

  it('never answer for the system', () => {
    expect(valueFrom({ kind: 'derived' }, emptyDraft)).toBeNull();
  });
});
