import type { Samples } from '../kernel/upcast.js';
import type { ChecklistEvents } from './authored.js';

const body = {
  id: '01890000-0000-7000-8000-000000000952',
  name: 'Phòng Tài chính - Kế hoạch thị xã Vĩnh Châu',
  code: '952',
  kind: 'department',
  parentId: '01890000-0000-7000-8000-000000000950',
  headName: 'Đặng Minh Phúc',
} as const;

const title = { vi: 'Phiếu kiểm tra các khoản thu trong trường học', en: 'Check of fees at schools' } as const;
const sections = [{ code: 'A', title: { vi: 'Công khai', en: 'Disclosure' } }] as const;

const item = {
  code: 'HP-01',
  section: 'A',
  question: { vi: 'Các khoản thu được công khai đầu năm học?', en: 'Are the fees disclosed when school begins?' },
  verifiedBy: { vi: 'Ảnh bảng công khai', en: 'Photo of the board' },
  answer: { kind: 'yesNo', passWhen: true },
  severity: 'major',
  evidence: { requiredWhen: 'failed', kinds: ['photo'] },
  phrases: [{ vi: 'Chưa công khai các khoản thu', en: 'The fees are not disclosed' }],
  remedy: { vi: 'Công khai các khoản thu', en: 'Disclose the fees' },
  verificationPoints: [{ vi: 'Ảnh bảng công khai mới', en: 'Photo of the new board' }],
  indices: ['P2.1'],
  basis: [
    {
      text: { vi: 'Thông tư 36/2017/TT-BGDĐT', en: 'Circular 36/2017/TT-BGDĐT' },
      source: 'Bộ Giáo dục và Đào tạo',
      confirmed: false,
    },
  ],
} as const;

/** As they were stored. Never edit a sample: what it stands for is in somebody's log. */
export const checklistSamples: Samples<ChecklistEvents> = {
  ChecklistDrafted: [{ kind: 'school-fees-check', code: 'HP', body, title, sections, draftedBy: 'thu' }],
  ChecklistHeadChanged: [
    {
      title,
      sections: [...sections, { code: 'B', title: { vi: 'Thu, chi', en: 'Money' } }],
      changedBy: 'thu',
    },
  ],
  ChecklistItemWritten: [{ item, place: 0, previous: null, writtenBy: 'thu' }],
  ChecklistItemRemoved: [{ item: { ...item, code: 'HP-02' }, removedBy: 'thu' }],
  ChecklistPublished: [
    {
      edition: {
        kind: 'school-fees-check',
        code: 'HP',
        edition: 1,
        title,
        validFrom: '2023-09-05',
        validTo: null,
        source: 'Công văn số 12/PGDĐT ngày 15/8/2023',
        sections,
        items: [item],
      },
      publishedOn: '2023-08-20',
      publishedBy: 'thai',
    },
  ],
  NextChecklistEditionDrafted: [{ edition: 2, title, sections, items: [item], draftedBy: 'thu' }],
  ChecklistWithdrawn: [{ from: '2024-06-01', reason: 'Bộ đã ban hành mẫu chung', withdrawnBy: 'thai' }],
};
