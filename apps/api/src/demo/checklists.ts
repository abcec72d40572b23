import type { AnswerType, ChecklistCommands, ChecklistItem, LegalDate, Message, Severity } from '@soat/domain';
import { idOfName } from '../platform/named-id.js';
import { snapshot } from './acts.js';
import { cast, financeId, homeAffairsId } from './cast.js';
import { type Act, at } from './story-time.js';
import type { World } from './world.js';

/**
 * Checklists that the offices of Vĩnh Châu wrote themselves, for activities of the plan the house has none for; the items are
 * made up. One is in force, one is being revised, one was withdrawn, and one is still a draft.
 */
interface Sheet {
  readonly kind: string;
  readonly code: string;
  readonly bodyId: string;
  readonly vi: string;
  readonly en: string;
  readonly draftedOn: LegalDate;
  readonly published?: { readonly on: LegalDate; readonly from: LegalDate; readonly source: string };
  readonly revisedOn?: LegalDate;
  readonly withdrawn?: { readonly on: LegalDate; readonly from: LegalDate; readonly reason: string };
  readonly items: readonly (readonly [vi: string, en: string, answer: AnswerType, severity: Severity])[];
}

const yes: AnswerType = { kind: 'yesNo', passWhen: true };
const allOf = (vi: string, en: string): AnswerType => ({
  kind: 'ratio',
  numerator: { vi, en },
  denominator: { vi: 'tổng số', en: 'of all' },
  isShare: true,
  passWhen: { atLeast: 10_000 },
  targetSource: 'Mẫu phiếu này',
  sampleMin: null,
});

const sheets: readonly Sheet[] = [
  {
    kind: 'school-fees-check',
    code: 'HP',
    bodyId: financeId,
    vi: 'Phiếu kiểm tra các khoản thu đầu năm học',
    en: 'Check of fees at the beginning of the school year',
    draftedOn: '2024-07-08',
    published: { on: '2024-08-15', from: '2024-09-05', source: 'Công văn số 214/TCKH ngày 15/8/2024 (mô phỏng)' },
    revisedOn: '2025-07-14',
    items: [
      ['Các khoản thu được công khai trước khi thu?', 'Are the fees disclosed before they are taken?', yes, 'major'],
      [
        'Tỷ lệ khoản thu có trong danh mục được phép',
        'Share of fees on the list of what may be taken',
        allOf('khoản có trong danh mục', 'fees on the list'),
        'critical',
      ],
      [
        'Có thu vượt mức quy định?',
        'Is more taken than the rate?',
        {
          kind: 'money',
          amount: { vi: 'mức đã thu', en: 'rate taken' },
          reference: { vi: 'mức được thu', en: 'rate allowed' },
          passWhen: { aboveReferenceAtMost: 0 },
        },
        'critical',
      ],
    ],
  },
  {
    kind: 'citizen-reception-check',
    code: 'TCD',
    bodyId: homeAffairsId,
    vi: 'Phiếu kiểm tra công tác tiếp công dân cấp xã',
    en: 'Check of how communes receive citizens',
    draftedOn: '2024-02-19',
    published: { on: '2024-03-01', from: '2024-03-11', source: 'Công văn số 58/NV ngày 01/3/2024 (mô phỏng)' },
    items: [
      ['Lịch tiếp công dân được niêm yết?', 'Is the schedule of reception posted?', yes, 'minor'],
      [
        'Tỷ lệ kỳ tiếp công dân do Chủ tịch UBND chủ trì',
        'Share of receptions led by the chair',
        allOf('kỳ do Chủ tịch chủ trì', 'receptions led by the chair'),
        'major',
      ],
    ],
  },
  {
    kind: 'waste-collection-check',
    code: 'CTR',
    bodyId: homeAffairsId,
    vi: 'Phiếu kiểm tra thu gom chất thải rắn',
    en: 'Check of waste collection',
    draftedOn: '2024-04-02',
    published: { on: '2024-04-10', from: '2024-04-15', source: 'Công văn số 90/NV ngày 10/4/2024 (mô phỏng)' },
    withdrawn: {
      on: '2025-02-03',
      from: '2025-03-01',
      reason: 'Ngành Tài nguyên và Môi trường dùng mẫu chung của tỉnh',
    },
    items: [['Điểm tập kết được dọn theo lịch?', 'Are collection points cleared on schedule?', yes, 'major']],
  },
  {
    kind: 'digital-skills-check',
    code: 'CDS',
    bodyId: homeAffairsId,
    vi: 'Phiếu kiểm tra kỹ năng số của công chức cấp xã',
    en: 'Check of the digital skills of commune officers',
    draftedOn: '2025-05-06',
    items: [
      [
        'Tỷ lệ công chức xử lý hồ sơ trên hệ thống',
        'Share of officers who work on the system',
        allOf('công chức xử lý trên hệ thống', 'officers on the system'),
        'minor',
      ],
    ],
  },
];

/** An act for each. */
export function checklistActs(world: World): readonly Act[] {
  return sheets.map((sheet) => written(world, sheet));
}

function* written(world: World, sheet: Sheet): Act {
  const { kind, code, bodyId, vi, en, items, published, revisedOn, withdrawn } = sheet;
  const id = idOfName('checklist', kind);
  const ask = (command: Message<ChecklistCommands>) => world.askChecklist(id, cast.thu, command);
  yield at(sheet.draftedOn, 8 * 60 + 30);
  const sections = [{ code: 'A', title: { vi: 'Nội dung kiểm tra', en: 'What is checked' } }];
  const body = snapshot(world, bodyId);
  ask({ type: 'DraftChecklist', data: { by: cast.thu, kind, code, body, title: { vi, en }, sections } });
  for (const [index, item] of items.entries())
    ask({ type: 'WriteChecklistItem', data: { by: cast.thu, item: itemOf(code, index, item), place: null } });
  if (published) {
    yield at(published.on, 9 * 60);
    const data = { by: cast.thu, validFrom: published.from, source: published.source, publishedOn: published.on };
    ask({ type: 'PublishChecklist', data });
  }
  if (revisedOn) {
    yield at(revisedOn, 9 * 60);
    ask({ type: 'DraftNextChecklistEdition', data: { by: cast.thu } });
    yield at(revisedOn, 9 * 60 + 20);
    // What the year has shown: another title, and a question that asked nothing new.
    const title = { vi: `${vi}, đã sửa`, en: `${en}, revised` };
    ask({ type: 'ChangeChecklistHead', data: { by: cast.thu, title, sections } });
    ask({ type: 'RemoveChecklistItem', data: { by: cast.thu, itemCode: codeAt(code, items.length - 1) } });
  }
  if (withdrawn) {
    yield at(withdrawn.on, 9 * 60);
    const { from, reason, on } = withdrawn;
    ask({ type: 'WithdrawChecklist', data: { by: cast.thu, from, reason, today: on } });
  }
}

function itemOf(code: string, index: number, [vi, en, answer, severity]: Sheet['items'][number]): ChecklistItem {
  return {
    code: codeAt(code, index),
    section: 'A',
    question: { vi, en },
    verifiedBy: { vi: 'Xem hồ sơ và quan sát tại chỗ', en: 'Papers, and a look on site' },
    answer,
    severity,
    evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
    phrases: [],
    remedy: { vi: 'Khắc phục theo đúng quy định', en: 'Put right as the rules say' },
    verificationPoints: [{ vi: 'Ảnh hoặc văn bản cho thấy đã khắc phục', en: 'A photo or paper that shows it' }],
    indices: [],
    basis: [],
  };
}

function codeAt(code: string, index: number): string {
  return `${code}-${String(index + 1).padStart(2, '0')}`;
}
