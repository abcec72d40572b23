import type { AnswerValue } from '@soat/domain';
import { fieldWords } from '../platform/http/field-words.js';
import { HttpProblem } from '../platform/http/problem.js';
import type { AnswerValueBody } from './inspection.bodies.js';

/** The fields each kind of answer needs, all of them and no others. */
const fieldsOf = {
  yesNo: ['yes'],
  number: ['value'],
  ratio: ['numerator', 'denominator'],
  money: ['amount', 'reference'],
  reconciliation: ['first', 'second', 'third'],
  date: ['on', 'dueOn'],
  text: ['text'],
} as const satisfies Record<AnswerValueBody['kind'], readonly (keyof AnswerValueBody)[]>;

/** @throws HttpProblem validation-failed with a pointer to each field that is missing or belongs to another kind. */
export function answerValueOf(body: AnswerValueBody): AnswerValue {
  const needed: readonly string[] = fieldsOf[body.kind];
  const given = Object.entries(body).filter(([name, value]) => name !== 'kind' && value !== undefined);
  const missing = needed.filter((name) => !given.some(([known]) => known === name));
  const foreign = given.map(([name]) => name).filter((name) => !needed.includes(name));
  if (missing.length > 0 || foreign.length > 0)
    throw new HttpProblem('validation-failed', {
      errors: [
        ...missing.map((name) => ({ pointer: `/value/${name}`, code: 'required', message: fieldWords('required') })),
        ...foreign.map((name) => ({
          pointer: `/value/${name}`,
          code: 'unknown-property',
          message: fieldWords('unknown-property'),
        })),
      ],
    });
  return Object.fromEntries([['kind', body.kind], ...given]) as AnswerValue;
}
