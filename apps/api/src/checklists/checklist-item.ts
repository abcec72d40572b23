import type { AnswerType, ChecklistItem, Text } from '@soat/domain';
import { fieldWords } from '../platform/http/field-words.js';
import { HttpProblem } from '../platform/http/problem.js';
import type {
  ChecklistAnswerTypeBody,
  ChecklistItemBody,
  ChecklistTextBody,
  ChecklistThresholdBody,
} from './checklist.bodies.js';

type Threshold = keyof ChecklistThresholdBody;

interface Members {
  /** Beside the kind and the threshold: all of them. */
  readonly names: readonly (keyof ChecklistAnswerTypeBody)[];
  /** One of them. */
  readonly thresholds: readonly Threshold[];
  readonly mayHave?: readonly (keyof ChecklistAnswerTypeBody)[];
}

/** What each kind of answer is described by, all of it and nothing else. */
const membersOf: Readonly<Record<ChecklistAnswerTypeBody['kind'], Members>> = {
  yesNo: { names: [], thresholds: ['yes'] },
  number: { names: ['unit'], thresholds: ['atMost', 'atLeast'] },
  ratio: {
    names: ['numerator', 'denominator', 'isShare', 'targetSource'],
    thresholds: ['atMost', 'atLeast'],
    mayHave: ['sampleMin'],
  },
  money: {
    names: ['amount', 'reference'],
    thresholds: ['aboveReferenceAtMost', 'offReferenceAtMost', 'shareOfReferenceAtLeast'],
  },
  reconciliation: { names: ['first', 'second', 'third'], thresholds: ['apartAtMost'] },
  date: { names: ['on', 'dueOn'], thresholds: ['daysLateAtMost', 'daysEarlyAtMost'] },
  text: { names: [], thresholds: [] },
  derived: { names: [], thresholds: ['atLeast', 'atMost'] },
};

export function textOf({ vi, en }: ChecklistTextBody): Text {
  return { vi, en: en ?? vi };
}

/** @throws HttpProblem validation-failed with a pointer to each member that is missing or belongs to another kind. */
export function checklistItemOf(body: ChecklistItemBody): ChecklistItem {
  const { code, section, severity } = body;
  return {
    code,
    section,
    question: textOf(body.question),
    verifiedBy: textOf(body.verifiedBy),
    answer: answerTypeOf(body.answer),
    severity,
    evidence: { requiredWhen: body.evidenceWhen, kinds: body.evidenceKinds },
    phrases: (body.phrases ?? []).map(textOf),
    remedy: textOf(body.remedy),
    verificationPoints: body.verificationPoints.map(textOf),
    indices: body.indices ?? [],
    basis: (body.basis ?? []).map(({ text, source, confirmed }) => ({ text: textOf(text), source, confirmed })),
  };
}

function answerTypeOf({ kind, passWhen, ...rest }: ChecklistAnswerTypeBody): AnswerType {
  const { names, thresholds, mayHave = [] } = membersOf[kind];
  const given = namesIn(rest);
  const set = namesIn(passWhen ?? {});
  const fitting = set.filter((name) => thresholds.some((known) => known === name));
  const faults = [
    ...names.filter((name) => !given.includes(name)).map((name) => fault(name, 'required')),
    ...given
      .filter((name) => ![...names, ...mayHave].some((known) => known === name))
      .map((name) => fault(name, 'unknown-property')),
    ...set.filter((name) => !fitting.includes(name)).map((name) => fault(`passWhen/${name}`, 'unknown-property')),
    // Two thresholds would be two questions.
    ...fitting.slice(1).map((name) => fault(`passWhen/${name}`, 'unknown-property')),
    ...(thresholds.length > 0 && fitting.length === 0 ? [fault('passWhen', 'required')] : []),
  ];
  if (faults.length > 0) throw new HttpProblem('validation-failed', { errors: faults });
  const told = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, isText(value) ? textOf(value) : value]),
  );
  const threshold = Object.fromEntries(Object.entries(passWhen ?? {}).filter(([name]) => fitting.includes(name)));
  return {
    kind,
    ...told,
    ...(kind === 'ratio' && { sampleMin: rest.sampleMin ?? null }),
    ...(kind === 'derived' && { from: 'earlier-recommendations' }),
    ...(kind === 'yesNo' ? { passWhen: passWhen?.yes } : thresholds.length > 0 && { passWhen: threshold }),
  } as AnswerType;
}

function namesIn(body: object): readonly string[] {
  return Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

function isText(value: unknown): value is ChecklistTextBody {
  return typeof value === 'object' && value !== null && 'vi' in value;
}

function fault(member: string, code: string) {
  return { pointer: `/item/answer/${member}`, code, message: fieldWords(code) };
}
