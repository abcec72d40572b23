import type { Message } from '../kernel/decider.js';
import { plannedTimeOf } from '../programme/planned-time.js';
import type { PlannedItem, PlannedItemGiven, ProgrammeCommands, ProgrammeEvents } from '../programme/programme.js';
import { office, people, town, ward } from './fixtures.js';

export type ProgrammeEvent = Message<ProgrammeEvents>;

/** Three lines of the plan of Vĩnh Châu 2023, section 6. */
export const counters: PlannedItemGiven = {
  itemId: '01890000-0000-7000-8000-0000000000a2',
  code: '6.2',
  text: 'Tăng cường thanh tra, kiểm tra công vụ, chú trọng kiểm tra đột xuất tại Bộ phận một cửa các cấp.',
  lead: [{ name: 'Phòng Nội vụ', unit: office }],
  coordinating: [{ name: 'Đoàn kiểm tra và các cơ quan, đơn vị có liên quan', unit: null }],
  implementing: [],
  time: 'Thường xuyên',
  inspectionType: 'unannounced',
  checklistKind: 'one-stop-spot-check',
  unannouncedQuota: { count: 2, per: 'quarter' },
};
export const staff: PlannedItemGiven = {
  itemId: '01890000-0000-7000-8000-0000000000a3',
  code: '6.3',
  text: 'Kiểm tra, đánh giá năng lực cán bộ, công chức cấp xã.',
  lead: [{ name: 'Phòng Nội vụ', unit: office }],
  coordinating: [],
  implementing: [],
  time: 'Năm 2023',
  inspectionType: 'thematic',
  checklistKind: null,
  unannouncedQuota: null,
};
export const waste: PlannedItemGiven = {
  ...staff,
  itemId: '01890000-0000-7000-8000-0000000000a9',
  code: '6.9',
  text: 'Kiểm tra vận hành, xử lý chất thải.',
  lead: [{ name: 'Phòng Tài nguyên và Môi trường', unit: null }],
  time: 'hàng quý',
  inspectionType: 'planned',
};

export function asRead(item: PlannedItemGiven): PlannedItem {
  return { ...item, time: plannedTimeOf(item.time) };
}

export const adopting: Omit<ProgrammeCommands['AdoptProgramme'], 'by'> = {
  number: '45/KH-UBND',
  title: 'Kế hoạch cải thiện, nâng cao Chỉ số PAPI năm 2023',
  basis: 'Đề án số 02/ĐA-UBND ngày 08/8/2022 của UBND tỉnh Sóc Trăng',
  adoptedOn: '2023-04-14',
  period: { from: '2023-01-01', to: '2023-12-31' },
  body: town,
  items: [counters, staff],
  pilotSites: [{ unit: ward, place: 'Khóm 1' }],
};

export const adopted: ProgrammeEvent = {
  type: 'InspectionProgrammeAdopted',
  data: { ...adopting, items: adopting.items.map(asRead), adoptedBy: people.planner.id },
};

export const wasteAdded: ProgrammeEvent = {
  type: 'ProgrammeItemAdded',
  data: { item: asRead(waste), reason: 'Bổ sung', document: null, addedBy: people.planner.id },
};

export const staffWithdrawn: ProgrammeEvent = {
  type: 'ProgrammeItemWithdrawn',
  data: {
    itemId: staff.itemId,
    code: staff.code,
    reason: 'Tỉnh đã kiểm tra',
    document: null,
    withdrawnBy: people.planner.id,
  },
};

export function countersAmended(part: Partial<PlannedItemGiven>): ProgrammeEvent {
  return {
    type: 'ProgrammeItemAmended',
    data: {
      previous: asRead(counters),
      item: asRead({ ...counters, ...part }),
      reason: 'Điều chỉnh',
      document: null,
      amendedBy: people.leader.id,
    },
  };
}
