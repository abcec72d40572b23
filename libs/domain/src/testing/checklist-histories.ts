import type { ChecklistCommands, ChecklistDraft, ChecklistEvents } from '../checklists/authored.js';
import type { AnswerType, ChecklistItem } from '../checklists/checklist.js';
import type { Message } from '../kernel/decider.js';
import { office, people, text } from './fixtures.js';

export type ChecklistEvent = Message<ChecklistEvents>;

/** A checklist of school fees, as an office of finance would write it. */
export const drafting: Omit<ChecklistCommands['DraftChecklist'], 'by'> = {
  kind: 'school-fees-check',
  code: 'HP',
  body: office,
  title: text('Phiếu kiểm tra các khoản thu trong trường học', 'Check of fees at schools'),
  sections: [
    { code: 'A', title: text('Công khai', 'Disclosure') },
    { code: 'B', title: text('Thu, chi', 'Money') },
  ],
};

export function feeItem(code: string, answer: AnswerType, part: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    code,
    section: 'A',
    question: text(`Câu hỏi ${code}`),
    verifiedBy: text('Xem bảng công khai'),
    answer,
    severity: 'major',
    evidence: { requiredWhen: 'failed', kinds: ['photo'] },
    phrases: [text('Chưa công khai')],
    remedy: text('Công khai lại'),
    verificationPoints: [text('Ảnh bảng công khai')],
    indices: ['P2.1'],
    basis: [{ text: text('Thông tư 36/2017/TT-BGDĐT'), source: 'Bộ Giáo dục và Đào tạo', confirmed: false }],
    ...part,
  };
}

const named = (words: string) => text(words);

/** One item for every kind of answer. */
export const everyAnswer: readonly AnswerType[] = [
  { kind: 'yesNo', passWhen: true },
  { kind: 'number', unit: named('khoản'), passWhen: { atMost: 0 } },
  {
    kind: 'ratio',
    numerator: named('đã công khai'),
    denominator: named('phải công khai'),
    isShare: true,
    passWhen: { atLeast: 10_000 },
    targetSource: 'Phiếu này',
    sampleMin: 10,
  },
  { kind: 'money', amount: named('đã thu'), reference: named('mức được thu'), passWhen: { aboveReferenceAtMost: 0 } },
  {
    kind: 'reconciliation',
    first: named('biên lai'),
    second: named('sổ'),
    third: named('ngân hàng'),
    passWhen: { apartAtMost: 0 },
  },
  { kind: 'date', on: named('ngày công khai'), dueOn: named('hạn'), passWhen: { daysLateAtMost: 0 } },
  { kind: 'text' },
  { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } },
];

export const posted = feeItem('HP-01', { kind: 'yesNo', passWhen: true });
export const counted = feeItem('HP-02', { kind: 'number', unit: named('khoản'), passWhen: { atMost: 0 } });

const by = people.planner.id;

export const drafted: ChecklistEvent = { type: 'ChecklistDrafted', data: { ...drafting, draftedBy: by } };
export const postedWritten: ChecklistEvent = {
  type: 'ChecklistItemWritten',
  data: { item: posted, place: 0, previous: null, writtenBy: by },
};
export const countedWritten: ChecklistEvent = {
  type: 'ChecklistItemWritten',
  data: { item: counted, place: 1, previous: null, writtenBy: by },
};

const content: Omit<ChecklistDraft, 'edition'> = {
  title: drafting.title,
  sections: drafting.sections,
  items: [posted, counted],
};

export const published: ChecklistEvent = {
  type: 'ChecklistPublished',
  data: {
    edition: {
      kind: drafting.kind,
      code: drafting.code,
      edition: 1,
      validFrom: '2023-09-05',
      validTo: null,
      source: 'Công văn số 12/PGDĐT',
      ...content,
    },
    publishedOn: '2023-08-20',
    publishedBy: by,
  },
};
export const nextDrafted: ChecklistEvent = {
  type: 'NextChecklistEditionDrafted',
  data: { edition: 2, ...content, draftedBy: by },
};
export const withdrawn: ChecklistEvent = {
  type: 'ChecklistWithdrawn',
  data: { from: '2024-06-01', reason: 'Bộ đã ban hành mẫu chung', withdrawnBy: by },
};

/** A history for each status. */
export const checklistHistories: Readonly<
  Record<'absent' | 'drafting' | 'published' | 'revising' | 'withdrawn', readonly ChecklistEvent[]>
> = {
  absent: [],
  drafting: [drafted, postedWritten, countedWritten],
  published: [drafted, postedWritten, countedWritten, published],
  revising: [drafted, postedWritten, countedWritten, published, nextDrafted],
  withdrawn: [drafted, postedWritten, countedWritten, published, withdrawn],
};
