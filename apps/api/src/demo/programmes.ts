import {
  checklistEditions,
  type InspectionType,
  type LegalDate,
  type PlannedItemGiven,
  type ProgrammeBody,
  type ProgrammeCommands,
  type ProgrammeItem,
  type UnitSnapshot,
  type Uuid,
} from '@soat/domain';
import { communeId, financeId, homeAffairsId, townId } from './cast.js';

/**
 * Section 6 of the annex to the plan of thị xã Vĩnh Châu of April 2023: its nine activities, their bodies and times word for
 * word. The years after it are invented, the plan being the same.
 */
interface Activity {
  readonly code: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly implementing?: readonly string[];
  readonly time: string;
  readonly type: InspectionType;
  readonly checklistKind?: string;
  readonly quota?: PlannedItemGiven['unannouncedQuota'];
}

const homeAffairs = 'Phòng Nội vụ';
const finance = 'Phòng Tài chính-Kế hoạch';
const sectors = 'Các ngành có liên quan';

const activities: readonly Activity[] = [
  {
    code: '6.1',
    text: 'Kiểm tra công tác tổ chức chỉ đạo điều hành cải thiện Chỉ số PAPI của Ủy ban nhân dân thị xã, xã, phường.',
    lead: [homeAffairs],
    coordinating: ['Ủy ban MTTQ Việt Nam thị xã', 'Các cơ quan có liên quan'],
    time: 'Thường xuyên',
    type: 'planned',
  },
  {
    code: '6.2',
    text: 'Tăng cường công tác thanh tra, kiểm tra công vụ, chú trọng kiểm tra đột xuất việc giải quyết thủ tục hành chính cho người dân tại Bộ phận một cửa các cấp.',
    lead: [homeAffairs],
    coordinating: ['Đoàn kiểm tra và các cơ quan, đơn vị có liên quan'],
    implementing: ['Các cơ quan khác thực hiện tự kiểm tra'],
    time: 'Thường xuyên',
    type: 'unannounced',
    checklistKind: 'one-stop-spot-check',
    quota: { count: 1, per: 'quarter' },
  },
  {
    code: '6.3',
    text: 'Kiểm tra, đánh giá năng lực cán bộ, công chức cấp xã đáp ứng yêu cầu cải cách hành chính gắn với chuyển đổi số.',
    lead: [homeAffairs],
    coordinating: ['Phòng Văn hóa và Thông tin', 'Các cơ quan có liên quan'],
    time: 'Năm {year}',
    type: 'thematic',
  },
  {
    code: '6.4',
    text: 'Kiểm tra quản lý tài chính, sử dụng các nguồn đóng góp tự nguyện.',
    lead: [finance],
    coordinating: ['Các ban ngành có liên quan và UBND xã, phường'],
    time: 'Thường xuyên',
    type: 'planned',
    checklistKind: 'contributions-audit',
  },
  {
    code: '6.5',
    text: 'Kiểm tra công tác phổ biến giáo dục pháp luật, Luật tiếp cận thông tin.',
    lead: ['Phòng Tư pháp'],
    coordinating: [sectors],
    time: 'Thường xuyên',
    type: 'planned',
  },
  {
    code: '6.6',
    text: 'Kiểm tra thực hiện kiểm soát thủ tục hành chính.',
    lead: ['Văn phòng HĐND và UBND thị xã'],
    coordinating: [sectors],
    time: 'Thường xuyên',
    type: 'planned',
  },
  {
    code: '6.7',
    text: 'Hướng dẫn rà soát hộ nghèo, hộ cận nghèo; theo dõi, kiểm tra các xã, phường trong quá trình rà soát.',
    lead: ['Phòng Lao động-Thương binh và Xã hội'],
    coordinating: [sectors, 'Ủy ban nhân dân xã, phường'],
    time: 'Thường xuyên',
    type: 'thematic',
  },
  {
    code: '6.8',
    text: 'Kiểm tra tình trạng dạy thêm, học thêm, các khoản thu, chi phí, lệ phí, các loại quỹ.',
    lead: ['Phòng Giáo dục và Đào tạo'],
    coordinating: [sectors, 'UBND xã, phường', 'Các Trường Tiểu học, Trung học cơ sở công lập'],
    time: 'Thường xuyên',
    type: 'thematic',
  },
  {
    code: '6.9',
    text: 'Kiểm tra vận hành, xử lý chất thải.',
    lead: ['Phòng Tài nguyên và Môi trường'],
    coordinating: [sectors],
    time: 'Thường xuyên',
    type: 'planned',
  },
];

/** The task V.9 of the plan, made an activity of its own for what was left of that year. */
const budgetActivity: Activity = {
  code: '6.10',
  text: 'Kiểm tra việc công khai ngân sách ở xã, phường.',
  lead: [finance],
  coordinating: [homeAffairs],
  time: 'Quý II, III, IV',
  type: 'unannounced',
  checklistKind: 'budget-disclosure-check',
  quota: { count: 1, per: 'half-year' },
};

export const budgetItemAddedOn: LegalDate = '2025-04-03';

/** Ấp Vĩnh Biên, ấp Ca Lạc, Khóm 1, Khóm 2: plan of 2023, I.1. */
export const pilotSites = [
  { unitId: communeId(31798), place: 'Ấp Vĩnh Biên' },
  { unitId: communeId(31798), place: 'Ấp Ca Lạc' },
  { unitId: communeId(31783), place: 'Khóm 1' },
  { unitId: communeId(31783), place: 'Khóm 2' },
];

export const firstProgrammeYear = 2023;

/** The first plan is of April; the later ones are there before their year begins. */
export function programmeAdoptedOn(year: number): LegalDate {
  return year === firstProgrammeYear ? '2023-04-14' : `${year - 1}-12-28`;
}

export function programmeId(year: number): Uuid {
  return `01880000-0000-7000-8000-00000000${year}`;
}

export function programmeItemId(year: number, code: string): Uuid {
  return `01880000-0000-7000-8000-0000${year}${code.replace('.', '').padStart(4, '0')}`;
}

/** What an order by this activity of the year's plan names. */
export function orderedBy(year: number, activity: string): ProgrammeItem {
  const { code, text } = activityOf(activity);
  return {
    plan: programmeNumber(year),
    item: code,
    text,
    link: { programmeId: programmeId(year), itemId: programmeItemId(year, code) },
  };
}

export function plannedItem(year: number, code: string, snapshot: (id: Uuid) => UnitSnapshot): PlannedItemGiven {
  const { text, lead, coordinating, implementing = [], time, type, checklistKind, quota } = activityOf(code);
  const bodies = (names: readonly string[]): readonly ProgrammeBody[] =>
    names.map((name) => ({ name, unit: registered[name] === undefined ? null : snapshot(registered[name]) }));
  return {
    itemId: programmeItemId(year, code),
    code,
    text,
    lead: bodies(lead),
    coordinating: bodies(coordinating),
    implementing: bodies(implementing),
    time: time.replace('{year}', String(year)),
    inspectionType: type,
    checklistKind: checklistEditions.some(({ kind }) => kind === checklistKind) ? (checklistKind ?? null) : null,
    unannouncedQuota: quota ?? null,
  };
}

export function programmeOf(
  year: number,
  snapshot: (id: Uuid) => UnitSnapshot,
): Omit<ProgrammeCommands['AdoptProgramme'], 'by'> {
  return {
    number: programmeNumber(year),
    title: `Kế hoạch triển khai thực hiện nhiệm vụ, giải pháp cải thiện, nâng cao Chỉ số PAPI thị xã Vĩnh Châu năm ${year}: hoạt động kiểm tra, giám sát`,
    basis:
      'Đề án số 02/ĐA-UBND ngày 08/8/2022 của UBND tỉnh Sóc Trăng; Kế hoạch số 90/KH-UBND ngày 05/9/2022 của UBND thị xã Vĩnh Châu',
    adoptedOn: programmeAdoptedOn(year),
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    body: snapshot(townId),
    items: activities.map(({ code }) => plannedItem(year, code, snapshot)),
    pilotSites: pilotSites.map(({ unitId, place }) => ({ unit: snapshot(unitId), place })),
  };
}

const registered: Readonly<Record<string, Uuid>> = { [homeAffairs]: homeAffairsId, [finance]: financeId };

function activityOf(code: string): Activity {
  const activity = [...activities, budgetActivity].find((candidate) => candidate.code === code);
  if (!activity) throw new Error(`the plan has no activity ${code}`);
  return activity;
}

/** The plan of 2023 leaves its number blank; these are the demo's own. */
export function programmeNumber(year: number): string {
  return `${year === firstProgrammeYear ? 45 : 5}/KH-UBND (${year})`;
}
