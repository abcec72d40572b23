import type { AnswerType, ChecklistItem, EvidenceKind, Severity, Text } from '@soat/domain';

export type AnswerKind = AnswerType['kind'];

export const answerKinds = [
  'yesNo',
  'number',
  'ratio',
  'money',
  'reconciliation',
  'date',
  'text',
  'derived',
] as const satisfies readonly AnswerKind[];

export const partsOf = {
  yesNo: [],
  number: ['unit'],
  ratio: ['numerator', 'denominator'],
  money: ['amount', 'reference'],
  reconciliation: ['first', 'second', 'third'],
  date: ['on', 'dueOn'],
  text: [],
  derived: [],
} as const satisfies Readonly<Record<AnswerKind, readonly string[]>>;

export type PartName = (typeof partsOf)[AnswerKind][number];

/** How a kind of answer can pass; the first one is the usual one. */
export const rulesOf = {
  yesNo: [],
  number: ['atMost', 'atLeast'],
  ratio: ['atLeast', 'atMost'],
  money: ['aboveReferenceAtMost', 'offReferenceAtMost'],
  reconciliation: ['apartAtMost'],
  date: ['daysLateAtMost'],
  text: [],
  derived: ['atLeast'],
} as const satisfies Readonly<Record<AnswerKind, readonly string[]>>;

export type RuleName = (typeof rulesOf)[AnswerKind][number];

/** An item as it is being typed. */
export interface ItemDraft {
  readonly code: string;
  readonly section: string;
  readonly question: string;
  readonly questionEn: string;
  readonly verifiedBy: string;
  readonly kind: AnswerKind;
  readonly yes: boolean;
  readonly rule: RuleName;
  /** Percent for shares, else as the rule counts. */
  readonly threshold: number | null;
  readonly parts: Readonly<Partial<Record<PartName, string>>>;
  readonly severity: Severity;
  readonly evidenceWhen: 'always' | 'failed';
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly phrases: string;
  readonly remedy: string;
  readonly points: string;
  readonly indices: string;
  readonly basis: string;
}

export function newItem(code: string, section: string): ItemDraft {
  return {
    code,
    section,
    question: '',
    questionEn: '',
    verifiedBy: '',
    kind: 'yesNo',
    yes: true,
    rule: 'atMost',
    threshold: 0,
    parts: {},
    severity: 'major',
    evidenceWhen: 'failed',
    evidenceKinds: ['photo'],
    phrases: '',
    remedy: '',
    points: '',
    indices: '',
    basis: '',
  };
}

/** The next code that is free: `HP-09`. */
export function nextCode(code: string, items: readonly ChecklistItem[]): string {
  const numbers = items.map((item) => Number(/-(\d+)/.exec(item.code)?.[1] ?? 0));
  return `${code}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

export function isPercent(kind: AnswerKind): boolean {
  return kind === 'ratio' || kind === 'derived';
}

export function draftOf(item: ChecklistItem): ItemDraft {
  const { answer } = item;
  const passWhen = 'passWhen' in answer ? answer.passWhen : null;
  const rules: readonly string[] = rulesOf[answer.kind];
  const [rule, threshold] =
    typeof passWhen === 'object' && passWhen !== null
      ? (Object.entries(passWhen).find(([name]) => rules.includes(name)) ?? [undefined, null])
      : [undefined, null];
  const texts: Readonly<Record<string, unknown>> = { ...answer };
  return {
    code: item.code,
    section: item.section,
    question: item.question.vi,
    questionEn: item.question.en === item.question.vi ? '' : item.question.en,
    verifiedBy: item.verifiedBy.vi,
    kind: answer.kind,
    yes: answer.kind === 'yesNo' ? answer.passWhen : true,
    rule: isRule(rule) ? rule : (rulesOf[answer.kind][0] ?? 'atMost'),
    threshold: threshold === null ? null : isPercent(answer.kind) ? threshold / 100 : threshold,
    parts: Object.fromEntries(
      partsOf[answer.kind].map((name) => {
        const text = texts[name];
        return [name, isText(text) ? text.vi : ''];
      }),
    ),
    severity: item.severity,
    evidenceWhen: item.evidence.requiredWhen,
    evidenceKinds: item.evidence.kinds,
    phrases: item.phrases.map(({ vi }) => vi).join('\n'),
    remedy: item.remedy.vi,
    points: item.verificationPoints.map(({ vi }) => vi).join('\n'),
    indices: item.indices.join(', '),
    basis: item.basis.map(({ text }) => text.vi).join('\n'),
  };
}

/** Which fields are still empty. */
export function missingIn(draft: ItemDraft): ReadonlySet<string> {
  const texts = { question: draft.question, verifiedBy: draft.verifiedBy, remedy: draft.remedy, points: draft.points };
  const empty = Object.entries({ ...texts, code: draft.code }).flatMap(([name, text]) =>
    text.trim() === '' ? [name] : [],
  );
  const parts = partsOf[draft.kind].filter((name) => (draft.parts[name] ?? '').trim() === '');
  return new Set([
    ...empty,
    ...parts,
    ...(draft.evidenceKinds.length === 0 ? ['evidenceKinds'] : []),
    ...(rulesOf[draft.kind].length > 0 && draft.threshold === null ? ['threshold'] : []),
  ]);
}

/** As the server takes it. What was not reworded keeps its English, its source and what nobody can type here. */
export function bodyOf(draft: ItemDraft, before: ChecklistItem | null, targetSource: string) {
  const texts: Readonly<Record<string, unknown>> = before?.answer.kind === draft.kind ? { ...before.answer } : {};
  const worded = (vi: string, known: Text | undefined): { readonly vi: string; readonly en?: string } =>
    known?.vi === settled(vi) ? known : { vi: settled(vi) };
  const linesOf = (text: string, known: readonly Text[] = []) =>
    lines(text).map((line) => known.find(({ vi }) => vi === line) ?? { vi: line });
  const threshold = isPercent(draft.kind) ? Math.round((draft.threshold ?? 0) * 100) : draft.threshold;
  const answer = {
    kind: draft.kind,
    ...Object.fromEntries(
      partsOf[draft.kind].map((name) => {
        const known = texts[name];
        return [name, worded(draft.parts[name] ?? '', isText(known) ? known : undefined)];
      }),
    ),
    ...(draft.kind === 'yesNo' && { passWhen: { yes: draft.yes } }),
    ...(rulesOf[draft.kind].length > 0 && { passWhen: { [draft.rule]: threshold } }),
    ...(draft.kind === 'ratio' && ratioOf(before, targetSource)),
  };
  const question = settled(draft.question);
  const questionEn = settled(draft.questionEn);
  return {
    code: settled(draft.code),
    section: draft.section,
    question: { vi: question, ...(questionEn && { en: questionEn }) },
    verifiedBy: worded(draft.verifiedBy, before?.verifiedBy),
    answer,
    severity: draft.severity,
    evidenceWhen: draft.evidenceWhen,
    evidenceKinds: draft.evidenceKinds,
    phrases: linesOf(draft.phrases, before?.phrases),
    remedy: worded(draft.remedy, before?.remedy),
    verificationPoints: linesOf(draft.points, before?.verificationPoints),
    indices: draft.indices
      .split(',')
      .map(settled)
      .filter((index) => index !== ''),
    basis: lines(draft.basis).map(
      (line) =>
        before?.basis.find(({ text }) => text.vi === line) ?? { text: { vi: line }, source: line, confirmed: false },
    ),
  };
}

/** An item just as it stands, as the server takes it. */
export function bodyOfItem(item: ChecklistItem) {
  const { evidence, answer, ...rest } = item;
  const {
    kind,
    passWhen,
    sampleMin,
    from: _,
    ...parts
  } = { passWhen: undefined, sampleMin: null, from: null, ...answer };
  return {
    ...rest,
    evidenceWhen: evidence.requiredWhen,
    evidenceKinds: evidence.kinds,
    answer: {
      kind,
      ...parts,
      ...(sampleMin !== null && { sampleMin }),
      ...(passWhen !== undefined && { passWhen: typeof passWhen === 'boolean' ? { yes: passWhen } : passWhen }),
    },
  };
}

function ratioOf(before: ChecklistItem | null, targetSource: string) {
  const known = before?.answer.kind === 'ratio' ? before.answer : null;
  return {
    isShare: known?.isShare ?? true,
    targetSource: known?.targetSource ?? targetSource,
    ...(known?.sampleMin != null && { sampleMin: known.sampleMin }),
  };
}

function settled(text: string): string {
  return text.trim().normalize('NFC');
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(settled)
    .filter((line) => line !== '');
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
}

function isRule(name: string | undefined): name is RuleName {
  return name !== undefined && Object.values(rulesOf).some((rules) => rules.some((rule) => rule === name));
}
