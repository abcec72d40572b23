import type { Role, UnitKind } from '@soat/domain';
import type { PersonListed } from '../platform/access/people-directory.js';

/**
 * Thị xã Vĩnh Châu (Sóc Trăng) and its ten wards and communes with their official codes, as they stood until 30/06/2025; the
 * people are invented. Ids are fixed so that links and scripts keep working from one demo to the next.
 */
export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly headName: string;
}

const unitIdOf = (number: number) => `01880000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const townId = unitIdOf(950);
export const homeAffairsId = unitIdOf(951);
export const financeId = unitIdOf(952);
export const cultureId = unitIdOf(953);

export const demoUnits: readonly DemoUnit[] = [
  unit(townId, 'UBND thị xã Vĩnh Châu', '950', 'town', null, 'Trần Quốc Thái'),
  unit(homeAffairsId, 'Phòng Nội vụ thị xã Vĩnh Châu', '950-NV', 'department', townId, 'Lý Thị Thu Hà'),
  unit(financeId, 'Phòng Tài chính - Kế hoạch thị xã Vĩnh Châu', '950-TCKH', 'department', townId, 'Đặng Minh Phúc'),
  unit(cultureId, 'Phòng Văn hóa và Thông tin thị xã Vĩnh Châu', '950-VHTT', 'department', townId, 'Hồ Minh Trí'),
  commune(31783, 'Phường 1', 'ward', 'Nguyễn Văn Hòa'),
  commune(31801, 'Phường 2', 'ward', 'Thạch Sươl'),
  commune(31798, 'Xã Lạc Hòa', 'commune', 'Trần Thị Kim Ngân'),
  commune(31786, 'Xã Hòa Đông', 'commune', 'Lâm Văn Tèo'),
  commune(31789, 'Phường Khánh Hòa', 'ward', 'Sơn Thị Mỹ Dung'),
  commune(31792, 'Xã Vĩnh Hiệp', 'commune', 'Huỳnh Công Danh'),
  commune(31795, 'Xã Vĩnh Hải', 'commune', 'Kim Sà Rương'),
  commune(31804, 'Phường Vĩnh Phước', 'ward', 'Phan Thị Ngọc Ánh'),
  commune(31807, 'Xã Vĩnh Tân', 'commune', 'Ngô Tấn Lực'),
  commune(31810, 'Xã Lai Hòa', 'commune', 'Quách Thị Bích'),
];

export function communeId(code: number): string {
  return unitIdOf(code);
}

function commune(code: number, name: string, kind: UnitKind, headName: string): DemoUnit {
  return unit(
    unitIdOf(code),
    `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    String(code),
    kind,
    townId,
    headName,
  );
}

function unit(
  id: string,
  name: string,
  code: string,
  kind: UnitKind,
  parentId: string | null,
  headName: string,
): DemoUnit {
  return { id, name, code, kind, parentId, headName };
}

export const cast = {
  hai: person('hai', 'Lê Hoàng Hải', 'Trưởng đoàn kiểm tra, Phòng Nội vụ', 'team-lead', homeAffairsId),
  nam: person('nam', 'Võ Thành Nam', 'Chuyên viên Phòng Nội vụ', 'inspector', homeAffairsId),
  lan: person('lan', 'Thạch Thị Lan', 'Chuyên viên Phòng Nội vụ', 'inspector', homeAffairsId),
  tuan: person('tuan', 'Đỗ Anh Tuấn', 'Chuyên viên Phòng Tài chính - Kế hoạch', 'inspector', financeId),
  quang: person('quang', 'Nguyễn Minh Quang', 'Phó Trưởng phòng Tài chính - Kế hoạch', 'team-lead', financeId),
  ngoc: person('ngoc', 'Trần Thị Bích Ngọc', 'Phó Trưởng phòng Nội vụ', 'team-lead', homeAffairsId),
  vy: person('vy', 'Lâm Tường Vy', 'Chuyên viên Phòng Nội vụ', 'inspector', homeAffairsId),
  dat: person('dat', 'Huỳnh Tấn Đạt', 'Chuyên viên Phòng Tài chính - Kế hoạch', 'inspector', financeId),
  thu: person(
    'thu',
    'Lý Thị Thu Hà',
    'Trưởng phòng Nội vụ, phụ trách chương trình',
    'programme-officer',
    homeAffairsId,
  ),
  binh: person('binh', 'Mai Thanh Bình', 'Chuyên viên thẩm định, Văn phòng UBND thị xã', 'appraiser', townId),
  thai: person('thai', 'Trần Quốc Thái', 'Chủ tịch UBND thị xã', 'leadership', townId),
  yen: person('yen', 'Hồ Hải Yến', 'Kiểm toán viên', 'auditor', null),
  admin: person('admin', 'Quản trị hệ thống', 'Quản trị', 'administrator', null),
  mai: person('mai', 'Trần Thị Mai', 'Công chức Văn phòng, UBND phường 1', 'unit-officer', communeId(31783)),
  hoa: person('hoa', 'Nguyễn Văn Hòa', 'Chủ tịch UBND phường 1', 'unit-head', communeId(31783)),
  suol: person('suol', 'Lâm Thị Sáu', 'Công chức Văn phòng, UBND phường 2', 'unit-officer', communeId(31801)),
  ngan: person('ngan', 'Danh Thị Ngọc', 'Công chức Văn phòng, UBND xã Lạc Hòa', 'unit-officer', communeId(31798)),
  teo: person('teo', 'Sơn Văn Khải', 'Công chức Văn phòng, UBND xã Hòa Đông', 'unit-officer', communeId(31786)),
  dung: person(
    'dung',
    'Trương Mỹ Linh',
    'Công chức Văn phòng, UBND phường Khánh Hòa',
    'unit-officer',
    communeId(31789),
  ),
  danh: person('danh', 'Huỳnh Thị Lệ', 'Công chức Văn phòng, UBND xã Vĩnh Hiệp', 'unit-officer', communeId(31792)),
  ruong: person('ruong', 'Kim Thị Phượng', 'Công chức Văn phòng, UBND xã Vĩnh Hải', 'unit-officer', communeId(31795)),
  anh: person('anh', 'Phạm Hữu Đức', 'Công chức Văn phòng, UBND phường Vĩnh Phước', 'unit-officer', communeId(31804)),
  luc: person('luc', 'Ngô Thị Diễm', 'Công chức Văn phòng, UBND xã Vĩnh Tân', 'unit-officer', communeId(31807)),
  bich: person('bich', 'Trịnh Công Minh', 'Công chức Văn phòng, UBND xã Lai Hòa', 'unit-officer', communeId(31810)),
} as const satisfies Record<string, PersonListed>;

export const demoPeople: readonly PersonListed[] = Object.values(cast);

/** The civil servant who answers for a commune. */
export function officerOf(unitId: string): PersonListed {
  const officer = demoPeople.find((candidate) => candidate.role === 'unit-officer' && candidate.unitId === unitId);
  if (!officer) throw new Error(`nobody answers for ${unitId}`);
  return officer;
}

/** Who leads a commune; only some of them are told as people. */
export function headOf(unitId: string): PersonListed {
  const head = demoPeople.find((candidate) => candidate.role === 'unit-head' && candidate.unitId === unitId);
  if (!head) throw new Error(`nobody leads ${unitId}`);
  return head;
}

function person(id: string, name: string, title: string, role: Role, unitId: string | null): PersonListed {
  return { id, name, title, role, unitId };
}
