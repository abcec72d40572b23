import type { Actor } from '../access/person.js';
import type { Deadline } from '../calendar/deadline-rule.js';
import type { ChecklistItem, Text } from '../checklists/checklist.js';
import type { Evidence } from '../evidence/evidence.js';
import type { InspectionEvents } from '../inspection/facts.js';
import { procedureFor } from '../inspection/regimes.js';
import type { Message } from '../kernel/decider.js';
import type { Recorded, RecordedFacts } from '../kernel/recorded.js';
import type { RecommendationEvents } from '../recommendation/facts.js';
import type { DomainEvents } from '../reporting/catalogue.js';
import type { UnitSnapshot } from '../unit/unit.js';

/** The small world the specs are set in: one ward, the office that inspects it, a checklist of four items. */

export const townId = '01890000-0000-7000-8000-000000000950';
export const officeId = '01890000-0000-7000-8000-000000000951';
export const wardId = '01890000-0000-7000-8000-000000031783';
export const schoolId = '01890000-0000-7000-8000-000000031784';

export const town: UnitSnapshot = {
  id: townId,
  name: 'UBND thị xã Vĩnh Châu',
  code: '950',
  kind: 'town',
  parentId: null,
  headName: 'Trần Quốc Thái',
};
export const office: UnitSnapshot = {
  id: officeId,
  name: 'Phòng Nội vụ',
  code: '950-NV',
  kind: 'department',
  parentId: townId,
  headName: 'Lý Thị Thu Hà',
};
export const ward: UnitSnapshot = {
  id: wardId,
  name: 'UBND phường 1',
  code: '31783',
  kind: 'ward',
  parentId: townId,
  headName: 'Nguyễn Văn Hòa',
};
/** Carries recommendations out together with the ward. */
export const school: UnitSnapshot = {
  id: schoolId,
  name: 'Trung tâm Học tập cộng đồng phường 1',
  code: '31783-HT',
  kind: 'department',
  parentId: wardId,
  headName: null,
};

export const people = {
  lead: { id: 'hai', name: 'Lê Hoàng Hải', role: 'team-lead', unitId: officeId },
  member: { id: 'nam', name: 'Võ Thành Nam', role: 'inspector', unitId: officeId },
  stranger: { id: 'lan', name: 'Thạch Thị Lan', role: 'inspector', unitId: officeId },
  planner: { id: 'thu', name: 'Lý Thị Thu Hà', role: 'programme-officer', unitId: officeId },
  appraiser: { id: 'binh', name: 'Mai Thanh Bình', role: 'appraiser', unitId: townId },
  leader: { id: 'thai', name: 'Trần Quốc Thái', role: 'leadership', unitId: townId },
  officer: { id: 'mai', name: 'Trần Thị Mai', role: 'unit-officer', unitId: wardId },
  teacher: { id: 'tam', name: 'Sơn Thị Tám', role: 'unit-officer', unitId: schoolId },
  /** Worked on the fix at the ward, and sits in the town's leadership since. */
  moved: { id: 'mai', name: 'Trần Thị Mai', role: 'leadership', unitId: townId },
  system: { id: 'system:follow-up', name: 'Soát', role: 'system', unitId: null },
} as const satisfies Record<string, Actor>;

export function text(vi: string, en = `${vi} (en)`): Text {
  return { vi, en };
}

/** A photograph whose digest is the letter, sixty-four times. */
export function photo(letter: string): Evidence {
  return {
    sha256: letter.repeat(64),
    size: 245_760,
    mediaType: 'image/jpeg',
    name: `${letter}.jpg`,
    kind: 'photo',
    capturedAt: '2023-05-09T01:30:00.000Z',
  };
}

function item(code: string, part: Pick<ChecklistItem, 'answer' | 'severity'> & Partial<ChecklistItem>): ChecklistItem {
  return {
    code,
    section: 'A',
    question: text(`Câu hỏi ${code}`),
    verifiedBy: text('Xem tại chỗ'),
    evidence: { requiredWhen: 'failed', kinds: ['photo'] },
    phrases: [text(`Tồn tại của mục ${code}`)],
    remedy: text(`Khắc phục mục ${code}`),
    verificationPoints: [text('Ảnh chụp bảng niêm yết mới')],
    indices: ['P5'],
    basis: [],
    ...part,
  };
}

/** OSC-02 is minor, OSC-04 wants evidence whatever the answer, OSC-16 is critical, OSC-25 the system answers. */
export const items = {
  posted: item('OSC-02', { answer: { kind: 'yesNo', passWhen: true }, severity: 'minor' }),
  photographed: item('OSC-04', {
    answer: { kind: 'number', unit: text('hồ sơ'), passWhen: { atMost: 0 } },
    severity: 'major',
    evidence: { requiredWhen: 'always', kinds: ['photo'] },
  }),
  overcharged: item('OSC-16', { answer: { kind: 'yesNo', passWhen: false }, severity: 'critical' }),
  earlier: item('OSC-25', {
    answer: { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } },
    severity: 'critical',
  }),
} as const;

export const order: InspectionEvents['InspectionOrdered'] = {
  number: '12/QĐ-UBND',
  signedOn: '2023-05-08',
  basis: 'Kế hoạch cải thiện Chỉ số PAPI năm 2023',
  regime: 'internal-check',
  type: 'unannounced',
  procedure: procedureFor({ regime: 'internal-check', type: 'unannounced', on: '2023-05-08' }),
  inspectedPeriod: null,
  fieldworkUntil: null,
  reinspectionOf: null,
  programmeItem: {
    plan: 'Kế hoạch 45/KH-UBND',
    item: '6.2',
    text: 'Kiểm tra đột xuất Bộ phận Một cửa',
    link: null,
  },
  unit: ward,
  orderedBy: { body: office, person: { name: 'Lý Thị Thu Hà', title: 'Trưởng phòng Nội vụ' } },
  checklist: {
    kind: 'one-stop-spot-check',
    edition: 1,
    title: text('Phiếu kiểm tra đột xuất Bộ phận Một cửa', 'Spot check of a one-stop counter'),
    items: Object.values(items),
  },
  team: [
    { personId: people.lead.id, name: people.lead.name, role: 'lead', unitId: officeId },
    { personId: people.member.id, name: people.member.name, role: 'member', unitId: officeId },
  ],
};

export const minutes = {
  number: '03/BB-ĐKT',
  signedOn: '2023-05-09',
  lead: { name: people.lead.name, title: 'Trưởng đoàn kiểm tra' },
  unitRepresentative: { name: people.officer.name, title: 'Công chức Văn phòng' },
} as const;

export const deadline: Deadline = {
  rule: {
    profile: 'internal-check-2021',
    purpose: 'remedy-recommendation',
    amount: 15,
    unit: 'working-day',
    startEvent: 'RecommendationIssued',
    confirmed: false,
  },
  startOn: '2023-05-09',
  originalDueOn: '2023-05-30',
  dueOn: '2023-05-30',
  skippedOn: [],
  calendarEdition: 1,
  confirmed: false,
};

export const programmeId = '01890000-0000-7000-8000-0000000000b1';
export const checklistId = '01890000-0000-7000-8000-0000000000b2';
export const inspectionId = '01890000-0000-7000-8000-0000000000c1';
export const recommendationId = '01890000-0000-7000-8000-0000000000d1';

export const issued: RecommendationEvents['RecommendationIssued'] = {
  number: 'KN-TT-01',
  kind: 'correct-document',
  text: 'Niêm yết lại thủ tục hành chính theo quyết định công bố mới nhất',
  unit: ward,
  source: {
    inspectionId,
    inspectionNumber: order.number,
    teamIds: [people.lead.id, people.member.id],
    finalDocument: { kind: 'minutes', number: minutes.number, signedOn: minutes.signedOn },
  },
  findings: [
    {
      findingId: 'finding-1',
      number: 'TT-01',
      itemCode: items.posted.code,
      severity: 'minor',
      criteria: items.posted.question,
      condition: 'Còn niêm yết thủ tục đã hết hiệu lực',
      place: 'Bộ phận Một cửa',
      evidence: [photo('a')],
      recordedBy: people.member.id,
    },
  ],
  bodies: { lead: office, coordinating: [], implementing: [ward, school] },
  verificationPoints: ['Ảnh bảng niêm yết mới', 'Văn bản phân công'],
  deadline,
  amountToRecover: null,
  issuedBy: people.lead.id,
};

/**
 * Wraps the events of a script as the log would: positions and versions counted, one minute between two events, the unit
 * being the ward unless the part says otherwise.
 */
export function recorded(
  ...script: readonly (readonly [
    stream: RecordedFacts['stream'],
    event: Message<DomainEvents>,
    facts?: Partial<RecordedFacts>,
  ])[]
): readonly Recorded<DomainEvents>[] {
  const lengths = new Map<string, number>();
  return script.map(([stream, event, facts], index) => {
    const version = (lengths.get(stream.id) ?? 0) + 1;
    lengths.set(stream.id, version);
    const position = index + 1;
    const two = (value: number) => String(value).padStart(2, '0');
    const at = `2023-05-09T${two(1 + Math.floor(index / 60))}:${two(index % 60)}:00.000Z`;
    return {
      ...event,
      position,
      id: `01890000-0000-7000-9000-${String(position).padStart(12, '0')}`,
      stream,
      version,
      unitId: wardId,
      actor: people.lead.id,
      role: people.lead.role,
      onBehalfOf: null,
      commandId: `01890000-0000-7000-a000-${String(position).padStart(12, '0')}`,
      causationId: null,
      correlationId: `01890000-0000-7000-b000-${String(position).padStart(12, '0')}`,
      occurredAt: at,
      recordedAt: at,
      effectiveOn: null,
      isSimulated: false,
      ...facts,
    };
  });
}

export const streams = {
  ward: { category: 'unit', id: wardId },
  programme: { category: 'programme', id: programmeId },
  inspection: { category: 'inspection', id: inspectionId },
  recommendation: { category: 'recommendation', id: recommendationId },
} as const;
