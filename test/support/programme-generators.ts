import type { Message, PlannedItemGiven, ProgrammeCommands, ProgrammeState } from '@soat/domain';
import fc from 'fast-check';
import { actor, basis, commands, type Guide, id, office, people, ward, words } from './generators.js';

function planned(itemId: string, code: string, part: Partial<PlannedItemGiven> = {}): PlannedItemGiven {
  return {
    itemId,
    code,
    text: 'Kiểm tra',
    lead: [{ name: 'Phòng Nội vụ', unit: office }],
    coordinating: [],
    implementing: [],
    time: 'Thường xuyên',
    inspectionType: 'thematic',
    checklistKind: null,
    unannouncedQuota: null,
    ...part,
  };
}

const plannedItem = fc
  .record({
    itemId: id,
    code: fc.constantFrom('6.1', '6.2', '6.3'),
    time: fc.oneof(fc.constantFrom('Thường xuyên', 'Quý II, III năm 2024', 'trước ngày 31/6/2023'), fc.string()),
    inspectionType: fc.constantFrom('unannounced', 'thematic'),
    lead: fc.constantFrom([{ name: 'Phòng Nội vụ', unit: office }], []),
    unannouncedQuota: fc.constantFrom(null, { count: 1, per: 'quarter' } as const),
  })
  .map(({ itemId, code, ...part }) => planned(itemId, code, part));
const pilotSites = fc.array(fc.record({ unit: fc.constant(ward), place: fc.constantFrom('Khóm 1', 'Khóm 2') }), {
  maxLength: 2,
});
const whyChanged = { reason: words, document: fc.option(basis) };

const adopting: Omit<ProgrammeCommands['AdoptProgramme'], 'by'> = {
  number: '45/KH-UBND',
  title: 'Kế hoạch',
  basis: 'Đề án',
  adoptedOn: '2023-04-14',
  period: { from: '2023-01-01', to: '2023-12-31' },
  body: office,
  items: [planned('f-1', '6.1'), planned('f-2', '6.2', { inspectionType: 'unannounced' })],
  pilotSites: [],
};

export const programmeCommand: fc.Arbitrary<Message<ProgrammeCommands>> = commands<ProgrammeCommands>({
  AdoptProgramme: fc
    .record({
      by: actor,
      adoptedOn: fc.constantFrom('2023-04-14', '2024-02-29'),
      period: fc.constantFrom(adopting.period, { from: '2023-12-31', to: '2023-01-01' }),
      items: fc.array(plannedItem, { maxLength: 3 }),
      pilotSites,
    })
    .map((part) => ({ ...adopting, ...part })),
  AddProgrammeItem: fc.record({ by: actor, item: plannedItem, ...whyChanged }),
  AmendProgrammeItem: fc.record({ by: actor, item: plannedItem, ...whyChanged }),
  WithdrawProgrammeItem: fc.record({ by: actor, itemId: id, ...whyChanged }),
  ChangePilotSites: fc.record({ by: actor, pilotSites, ...whyChanged }),
});

export const guideProgramme: Guide<ProgrammeState, ProgrammeCommands> = (state, dice) => {
  const by = people.leader;
  if (state.status === 'absent') return { type: 'AdoptProgramme', data: { by, ...adopting } };
  const why = { by, reason: 'Điều chỉnh', document: null };
  const { items } = state.programme;
  const { item } = dice.pick(items);
  const time = dice.pick(['quý II', 'hằng năm', 'Thường xuyên']);
  const next = String(items.length + 1);
  const place = dice.pick(['Khóm 1', 'Khóm 2']);
  return dice.pick<Message<ProgrammeCommands>>([
    { type: 'AddProgrammeItem', data: { ...why, item: planned(`f-${next}`, `6.${next}`) } },
    { type: 'AmendProgrammeItem', data: { ...why, item: { ...item, time } } },
    { type: 'WithdrawProgrammeItem', data: { ...why, itemId: item.itemId } },
    { type: 'ChangePilotSites', data: { ...why, pilotSites: [{ unit: ward, place }] } },
  ]);
};
