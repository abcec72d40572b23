import { describe, expect, it } from '@jest/globals';
import type { Message } from '../kernel/decider.js';
import { recorded, streams, townId, wardId } from '../testing/fixtures.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { type UnitEvents, unit } from './unit.js';
import { unitRegister } from './unit-register.view.js';

const established: Message<UnitEvents> = {
  type: 'UnitEstablished',
  data: {
    id: wardId,
    name: 'UBND phường 1',
    code: '31783',
    kind: 'ward',
    parentId: townId,
    basis: null,
    validFrom: '2011-08-25',
  },
};
const renamed: Message<UnitEvents> = {
  type: 'UnitRenamed',
  data: {
    name: 'UBND phường Vĩnh Châu',
    previousName: 'UBND phường 1',
    basis: { number: '1668/NQ-UBTVQH15', signedOn: '2025-06-16' },
    validFrom: '2025-07-01',
  },
};
const appointed: Message<UnitEvents> = {
  type: 'UnitHeadAppointed',
  data: { headName: 'Nguyễn Văn Hòa', basis: null, validFrom: '2021-06-01' },
};

function log(...events: readonly Message<UnitEvents>[]) {
  return recorded(...events.map((event) => [streams.ward, event] as const));
}

describe('the register of units', () => {
  it('takes a unit as it was established', () => {
    expect(rowOf(unitRegister, wardId, log(established))).toEqual({
      id: wardId,
      code: '31783',
      name: 'UBND phường 1',
      kind: 'ward',
      parentId: townId,
      headName: null,
      validFrom: '2011-08-25',
      searchKey: 'ubnd phuong 1 31783',
      length: 1,
    });
  });

  it('finds it by its new name, and still by its code', () => {
    expect(rowOf(unitRegister, wardId, log(established, renamed))).toMatchObject({
      name: 'UBND phường Vĩnh Châu',
      searchKey: 'ubnd phuong vinh chau 31783',
      length: 2,
    });
  });

  it('names the head', () => {
    expect(rowOf(unitRegister, wardId, log(established, renamed, appointed))).toMatchObject({
      headName: 'Nguyễn Văn Hòa',
      name: 'UBND phường Vĩnh Châu',
      length: 3,
    });
  });

  it('handles every event of the stream, and knows nothing of one without its establishment', () => {
    expect(Object.keys(unitRegister.handle).sort()).toEqual(Object.keys(unit.evolve).sort());
    expect(rowsOf(unitRegister, log(renamed, appointed)).size).toBe(0);
  });
});
