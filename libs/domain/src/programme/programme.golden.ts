import type { Samples } from '../kernel/upcast.js';
import type { ProgrammeEvents } from './programme.js';

const body = {
  id: '01890000-0000-7000-8000-000000000950',
  name: 'UBND thị xã Vĩnh Châu',
  code: '950',
  kind: 'town',
  parentId: null,
  headName: 'Trần Quốc Thái',
} as const;

const counters = {
  itemId: '01890000-0000-7000-8000-0000000000a2',
  code: '6.2',
  text: 'Tăng cường thanh tra, kiểm tra công vụ, chú trọng kiểm tra đột xuất tại Bộ phận một cửa các cấp.',
  lead: [{ name: 'Phòng Nội vụ', unit: null }],
  coordinating: [{ name: 'Đoàn kiểm tra và các cơ quan, đơn vị có liên quan', unit: null }],
  implementing: [{ name: 'UBND thị xã', unit: body }],
  time: { text: 'Thường xuyên', periods: [{ kind: 'ongoing' }], unread: [] },
  inspectionType: 'unannounced',
  checklistKind: 'one-stop-spot-check',
  unannouncedQuota: { count: 2, per: 'quarter' },
} as const;

const staff = {
  itemId: '01890000-0000-7000-8000-0000000000a3',
  code: '6.3',
  text: 'Kiểm tra, đánh giá năng lực cán bộ, công chức cấp xã.',
  lead: [{ name: 'Phòng Nội vụ', unit: null }],
  coordinating: [],
  implementing: [],
  time: { text: 'Năm 2023', periods: [{ kind: 'years', first: 2023, last: 2023 }], unread: [] },
  inspectionType: 'thematic',
  checklistKind: null,
  unannouncedQuota: null,
} as const;

/** As they were stored. Never edit a sample: what it stands for is in somebody's log. */
export const programmeSamples: Samples<ProgrammeEvents> = {
  InspectionProgrammeAdopted: [
    {
      number: '45/KH-UBND',
      title: 'Kế hoạch cải thiện, nâng cao Chỉ số PAPI thị xã Vĩnh Châu năm 2023',
      basis: 'Đề án số 02/ĐA-UBND ngày 08/8/2022 của UBND tỉnh Sóc Trăng',
      adoptedOn: '2023-04-14',
      period: { from: '2023-01-01', to: '2023-12-31' },
      body,
      items: [counters],
      pilotSites: [{ unit: body, place: 'Khóm 1' }],
      adoptedBy: 'thu',
    },
  ],
  ProgrammeItemAdded: [
    {
      item: staff,
      reason: 'Bổ sung theo chỉ đạo của Ban Chỉ đạo cải cách hành chính',
      document: { number: '60/KH-UBND', signedOn: '2023-06-01' },
      addedBy: 'thu',
    },
  ],
  ProgrammeItemAmended: [
    {
      previous: counters,
      item: { ...counters, unannouncedQuota: { count: 3, per: 'quarter' } },
      reason: 'Tăng số cuộc kiểm tra đột xuất',
      document: null,
      amendedBy: 'thai',
    },
  ],
  PilotSitesChanged: [
    {
      previous: [{ unit: body, place: 'Khóm 1' }],
      pilotSites: [
        { unit: body, place: 'Khóm 1' },
        { unit: body, place: 'Khóm 2' },
      ],
      reason: 'Thêm một khóm',
      document: null,
      changedBy: 'thu',
    },
  ],
  ProgrammeItemWithdrawn: [
    {
      itemId: '01890000-0000-7000-8000-0000000000a3',
      code: '6.3',
      reason: 'Đã có đoàn của tỉnh kiểm tra cùng nội dung',
      document: null,
      withdrawnBy: 'thu',
    },
  ],
};
