import { type Instant, type LegalDate, legalDayOf, type Uuid } from '@soat/domain';
import { snapshot } from './acts.js';
import { checklistActs } from './checklists.js';
import { cast, communeId, cultureId, demoUnits } from './cast.js';
import { longCheck } from './long-check.js';
import { longPlots } from './long-plots.js';
import { plots } from './plot.js';
import {
  budgetItemAddedOn,
  firstProgrammeYear,
  pilotSites,
  plannedItem,
  programmeAdoptedOn,
  programmeId,
  programmeItemId,
  programmeOf,
} from './programmes.js';
import { chasing, externalRecommendations } from './remedy-course.js';
import { routine } from './routine.js';
import { shortCheck } from './short-check.js';
import { type Act, at, sideBySide } from './story-time.js';
import { type Step, World } from './world.js';

/**
 * Every command of the demo up to now, in the order of its time; the same seed and instant give the same list. A short one
 * leaves out the routine of the years, and none of what is told one by one.
 */
export function storyOf(seed: number, now: Instant, isShort = false): readonly Step[] {
  const today = legalDayOf(now);
  const world = new World(seed);
  const oneByOne = { short: plots(today), long: longPlots(today) };
  const taken = new Set([
    ...oneByOne.short.map(({ startedOn, number }) => `${startedOn.slice(0, 4)} ${number.split('/')[0]}`),
    ...oneByOne.long.map(({ orderedOn, number }) => `${orderedOn.slice(0, 4)} ${number.split('/')[0]}`),
  ]);
  const others = isShort ? { short: [], long: [] } : routine(seed, today, taken);
  const acts = [
    establish(world),
    renaming(world),
    ...programmeYears(today).map((year) => programmeYear(world, year)),
    ...checklistActs(world),
    ...[...oneByOne.long, ...others.long].map((plot) => longCheck(world, plot, today)),
    ...[...oneByOne.short, ...others.short].map((plot) => shortCheck(world, plot, today)),
    ...externalRecommendations(world, today),
    chasing(world, today),
  ];
  for (const time of sideBySide(acts)) {
    if (time > now) break;
    world.moveTo(time);
  }
  return world.steps;
}

function* establish(world: World): Act {
  yield at('2023-03-01', 480);
  for (const { headName, ...unit } of demoUnits) {
    const basis = { number: '01/NQ-HĐND', signedOn: '2023-01-05' };
    world.askUnit(unit.id, cast.admin, { type: 'EstablishUnit', data: { ...unit, basis, validFrom: '2023-01-01' } });
    world.askUnit(unit.id, cast.admin, {
      type: 'AppointUnitHead',
      data: { headName, basis: null, validFrom: '2023-01-01' },
    });
  }
}

/** The department that took over science in the reorganisation of 2025, and its new name with it. */
function* renaming(world: World): Act {
  yield at('2025-03-03', 8 * 60);
  const basis = { number: '05/NQ-HĐND', signedOn: '2025-02-24' };
  const name = 'Phòng Văn hóa, Khoa học và Thông tin thị xã Vĩnh Châu';
  world.askUnit(cultureId, cast.admin, { type: 'RenameUnit', data: { name, basis, validFrom: '2025-03-01' } });
}

/** Up to the next year's, which is adopted before it begins. */
function programmeYears(today: LegalDate): readonly number[] {
  const last = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: last - firstProgrammeYear + 1 }, (_, index) => firstProgrammeYear + index);
}

/** The plan of a year, and what was changed in it on the way. */
function* programmeYear(world: World, year: number): Act {
  const id = programmeId(year);
  const { thai, thu } = cast;
  const named = (unitId: Uuid) => snapshot(world, unitId);
  yield at(programmeAdoptedOn(year), 14 * 60);
  world.askProgramme(id, thai, { type: 'AdoptProgramme', data: { by: thai, ...programmeOf(year, named) } });
  if (year === 2024) {
    yield at('2024-02-27', 10 * 60);
    const added = { unit: named(communeId(31795)), place: 'Ấp Huỳnh Kỳ' };
    const sites = [...pilotSites.map(({ unitId, place }) => ({ unit: named(unitId), place })), added];
    const reason = 'Mở rộng địa bàn điểm sang xã có nhiều tồn tại nhất năm 2023.';
    const document = { number: '22/UBND-NC', signedOn: '2024-02-26' };
    world.askProgramme(id, thu, { type: 'ChangePilotSites', data: { by: thu, pilotSites: sites, reason, document } });
    yield at('2024-07-03', 9 * 60);
    const item = { ...plannedItem(year, '6.8', named), time: 'Quý III, IV' };
    const why = 'Kiểm tra khoản thu đầu năm học, theo đề nghị của Phòng Giáo dục và Đào tạo.';
    const amended = { item, reason: why, document: { number: '61/UBND-NC', signedOn: '2024-07-02' } };
    world.askProgramme(id, thu, { type: 'AmendProgrammeItem', data: { by: thu, ...amended } });
  }
  if (year === Number(budgetItemAddedOn.slice(0, 4))) {
    yield at('2025-03-10', 10 * 60);
    const reason = 'Thanh tra tỉnh đã đưa cùng nội dung vào kế hoạch năm, tránh chồng chéo.';
    const itemId = programmeItemId(year, '6.9');
    world.askProgramme(id, thu, { type: 'WithdrawProgrammeItem', data: { by: thu, itemId, reason, document: null } });
    yield at(budgetItemAddedOn, 9 * 60);
    const why = 'Công khai ngân sách là nhiệm vụ V.9 của kế hoạch, giao thành một hoạt động để theo dõi.';
    const document = { number: '34/UBND-NC', signedOn: '2025-04-02' };
    const added = { item: plannedItem(year, '6.10', named), reason: why, document };
    world.askProgramme(id, thu, { type: 'AddProgrammeItem', data: { by: thu, ...added } });
  }
}
