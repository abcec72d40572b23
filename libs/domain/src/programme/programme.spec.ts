import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { people, ward } from '../testing/fixtures.js';
import {
  adopted,
  adopting,
  asRead,
  counters,
  countersAmended,
  staff,
  staffWithdrawn,
  waste,
  wasteAdded,
} from '../testing/programme-histories.js';
import { scenario } from '../testing/scenario.js';
import {
  assertAdoptedByToday,
  itemToOrderBy,
  type PlannedItemGiven,
  type ProgrammeCommands,
  programme,
} from './programme.js';

const { given } = scenario(programme);
const by = people.planner;
const why = { reason: 'Điều chỉnh', document: null };

function adopt(part: Partial<ProgrammeCommands['AdoptProgramme']> = {}) {
  return { type: 'AdoptProgramme', data: { by, ...adopting, ...part } } as const;
}
function add(item: PlannedItemGiven) {
  return { type: 'AddProgrammeItem', data: { by, item, reason: 'Bổ sung', document: null } } as const;
}
function amend(item: PlannedItemGiven) {
  return { type: 'AmendProgrammeItem', data: { by: people.leader, item, ...why } } as const;
}
function withdraw(itemId: string) {
  return {
    type: 'WithdrawProgrammeItem',
    data: { by, itemId, reason: 'Tỉnh đã kiểm tra', document: null },
  } as const;
}

describe('adopting a programme', () => {
  it('records it with every item’s time as given and as read', () => {
    given().when(adopt()).expect(adopted);
    const [item] = adopted.type === 'InspectionProgrammeAdopted' ? adopted.data.items : [];
    expect(item?.time).toEqual({ text: 'Thường xuyên', periods: [{ kind: 'ongoing' }], unread: [] });
  });

  it('takes the same again, also once it was amended', () => {
    given(adopted, wasteAdded, countersAmended({ unannouncedQuota: null }))
      .when(adopt())
      .expectNothing();
  });

  it('turns down another one in its place', () => {
    given(adopted)
      .when(adopt({ number: '46/KH-UBND' }))
      .expectRejection('programme.already-adopted', { number: '45/KH-UBND' });
  });

  it('may be adopted within its period, even on its last day, but not after it', () => {
    const late = { adoptedOn: '2023-12-31' };
    given()
      .when(adopt(late))
      .expect({ ...adopted, data: { ...adopted.data, ...late } } as typeof adopted);
    given()
      .when(adopt({ adoptedOn: '2024-01-01' }))
      .expectRejection('programme.adopted-after-period', { adoptedOn: '2024-01-01', to: '2023-12-31' });
  });

  it('does not end before it begins, and says that first', () => {
    given()
      .when(adopt({ period: { from: '2023-12-31', to: '2023-01-01' }, items: [] }))
      .expectRejection('programme.period-reversed', { from: '2023-12-31', to: '2023-01-01' });
  });

  it('orders something', () => {
    given()
      .when(adopt({ items: [] }))
      .expectRejection('programme.without-items');
  });

  it.each<[string, PlannedItemGiven, string]>([
    ['the id of another item', { ...staff, itemId: counters.itemId }, 'programme.item-id-taken'],
    ['the number of another item', { ...staff, code: '6.2' }, 'programme.item-code-twice'],
    ['an item that nobody leads', { ...staff, lead: [] }, 'programme.item-without-lead'],
    [
      'a quota of unannounced checks on an announced item',
      { ...staff, unannouncedQuota: { count: 1, per: 'year' } },
      'programme.quota-of-announced-item',
    ],
  ])('turns down %s', (_, item, code) => {
    given()
      .when(adopt({ items: [counters, item] }))
      .expectRejection(code);
    given(adopted, staffWithdrawn)
      .when(
        add({
          ...item,
          itemId: item.itemId === staff.itemId ? waste.itemId : item.itemId,
          code: item.code === '6.3' ? '6.9' : item.code,
        }),
      )
      .expectRejection(code);
  });

  it('names a pilot site once', () => {
    const pilotSites = [
      { unit: ward, place: 'Khóm 1' },
      { unit: ward, place: 'khóm 1' },
    ];
    given().when(adopt({ pilotSites })).expectRejection('programme.pilot-site-twice', { place: 'khóm 1' });
  });
});

describe('the day of adoption', () => {
  it('is past or today', () => {
    expect(() => assertAdoptedByToday('2023-04-14', '2023-04-14')).not.toThrow();
    expect(() => assertAdoptedByToday('2023-04-15', '2023-04-14')).toThrow('programme.dated-ahead');
  });
});

describe('adding an item', () => {
  it('records it', () => {
    given(adopted).when(add(waste)).expect(wasteAdded);
  });

  it('is no repeat when the item was withdrawn since', () => {
    given(adopted, staffWithdrawn).when(add(staff)).expectRejection('programme.item-id-taken', { code: '6.3' });
  });

  it('does not use the number of a withdrawn item again', () => {
    given(adopted, staffWithdrawn)
      .when(add({ ...waste, code: '6.3' }))
      .expectRejection('programme.item-code-twice', { code: '6.3' });
  });

  it('knows no programme before its adoption', () => {
    given().when(add(waste)).expectRejection('programme.unknown');
  });
});

describe('amending an item', () => {
  const change = { unannouncedQuota: { count: 3, per: 'quarter' } } as const;

  it('keeps what it was', () => {
    given(adopted)
      .when(amend({ ...counters, ...change }))
      .expect(countersAmended(change));
  });

  it('reads its time anew', () => {
    given(adopted)
      .when(amend({ ...counters, time: 'quý II' }))
      .expect(countersAmended({ time: 'quý II' }));
  });

  it('decides nothing where nothing changes', () => {
    given(adopted).when(amend(counters)).expectNothing();
  });

  it('may not take another item’s number', () => {
    given(adopted)
      .when(amend({ ...counters, code: '6.3' }))
      .expectRejection('programme.item-code-twice');
  });

  it('leaves a withdrawn item alone', () => {
    given(adopted, staffWithdrawn)
      .when(amend({ ...staff, text: 'Khác' }))
      .expectRejection('programme.item-withdrawn', { code: '6.3' });
  });

  it('knows its items, and no programme before its adoption', () => {
    given(adopted).when(amend(waste)).expectRejection('programme.item-unknown', { itemId: waste.itemId });
    given().when(amend(counters)).expectRejection('programme.unknown');
  });
});

describe('withdrawing an item', () => {
  it('keeps it, with the reason', () => {
    given(adopted).when(withdraw(staff.itemId)).expect(staffWithdrawn);
    const state = fold(programme, [adopted, staffWithdrawn]);
    expect(state.status === 'adopted' && state.programme.items).toEqual([
      { item: asRead(counters), withdrawnFor: null },
      { item: asRead(staff), withdrawnFor: 'Tỉnh đã kiểm tra' },
    ]);
  });

  it('knows its items, and no programme before its adoption', () => {
    given(adopted).when(withdraw(waste.itemId)).expectRejection('programme.item-unknown', { itemId: waste.itemId });
    given().when(withdraw(staff.itemId)).expectRejection('programme.unknown');
  });
});

describe('changing the pilot sites', () => {
  const change = (place: string) =>
    ({ type: 'ChangePilotSites', data: { by, pilotSites: [{ unit: ward, place }], ...why } }) as const;

  it('keeps which they were', () => {
    const { pilotSites: previous } = adopting;
    given(adopted)
      .when(change('Khóm 2'))
      .expect({
        type: 'PilotSitesChanged',
        data: { previous, pilotSites: [{ unit: ward, place: 'Khóm 2' }], ...why, changedBy: by.id },
      });
  });

  it('decides nothing where they stay', () => {
    given(adopted).when(change('Khóm 1')).expectNothing();
  });

  it('names each once', () => {
    const pilotSites = [adopting.pilotSites, adopting.pilotSites].flat();
    given(adopted)
      .when({ type: 'ChangePilotSites', data: { by, pilotSites, ...why } })
      .expectRejection('programme.pilot-site-twice');
  });

  it('knows no programme before its adoption', () => {
    given().when(change('Khóm 2')).expectRejection('programme.unknown');
  });
});

describe('the item an inspection is ordered by', () => {
  it('stands in the programme', () => {
    expect(itemToOrderBy(fold(programme, [adopted]), counters.itemId)).toEqual(asRead(counters));
    const refused = (events: readonly (typeof adopted)[], itemId: string) => {
      try {
        itemToOrderBy(fold(programme, events), itemId);
        return null;
      } catch (error) {
        return error instanceof Rejection ? error.code : error;
      }
    };
    expect(refused([adopted], waste.itemId)).toBe('programme.item-unknown');
    expect(refused([adopted, staffWithdrawn], staff.itemId)).toBe('programme.item-withdrawn');
    expect(refused([], staff.itemId)).toBe('programme.unknown');
  });
});
