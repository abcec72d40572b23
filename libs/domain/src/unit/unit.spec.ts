import { describe, it } from '@jest/globals';
import type { Message } from '../kernel/decider.js';
import { scenario } from '../testing/scenario.js';
import { type UnitEvents, unit } from './unit.js';

const { given } = scenario(unit);

const id = '01890000-0000-7000-8000-000000031783';
const parentId = '01890000-0000-7000-8000-000000000950';
const establishing: UnitEvents['UnitEstablished'] = {
  id,
  name: 'UBND phường 1',
  code: '31783',
  kind: 'ward',
  parentId,
  basis: { number: '90/NQ-CP', signedOn: '2011-08-25' },
  validFrom: '2011-08-25',
};
const established: Message<UnitEvents> = { type: 'UnitEstablished', data: establishing };
const basis = { number: '1668/NQ-UBTVQH15', signedOn: '2025-06-16' };
const renaming = { name: 'UBND phường Vĩnh Châu', basis, validFrom: '2025-07-01' };
const renamed: Message<UnitEvents> = { type: 'UnitRenamed', data: { ...renaming, previousName: 'UBND phường 1' } };
const appointing = { headName: 'Nguyễn Văn Hòa', basis: null, validFrom: '2021-06-01' };
const appointed: Message<UnitEvents> = { type: 'UnitHeadAppointed', data: appointing };

describe('establishing a unit', () => {
  it('records it as it was established', () => {
    given().when({ type: 'EstablishUnit', data: establishing }).expect(established);
  });

  it('takes a unit without a parent', () => {
    const data = { ...establishing, parentId: null };
    given().when({ type: 'EstablishUnit', data }).expect({ type: 'UnitEstablished', data });
  });

  it('takes the same again once a head was appointed', () => {
    given(established, appointed).when({ type: 'EstablishUnit', data: establishing }).expectNothing();
  });

  it.each<[string, Partial<UnitEvents['UnitEstablished']>]>([
    ['name', { name: 'UBND phường 2' }],
    ['code', { code: '31801' }],
    ['kind', { kind: 'commune' }],
    ['parent', { parentId: null }],
    ['day', { validFrom: '2011-09-01' }],
  ])('turns down another %s', (_, part) => {
    given(established)
      .when({ type: 'EstablishUnit', data: { ...establishing, ...part } })
      .expectRejection('unit.already-established', { name: 'UBND phường 1' });
  });

  it('knows no unit that is its own parent', () => {
    given()
      .when({ type: 'EstablishUnit', data: { ...establishing, parentId: id } })
      .expectRejection('unit.own-parent');
  });

  it('says first that there is one already', () => {
    given(established)
      .when({ type: 'EstablishUnit', data: { ...establishing, parentId: id } })
      .expectRejection('unit.already-established');
  });
});

describe('renaming a unit', () => {
  it('keeps the name it had', () => {
    given(established).when({ type: 'RenameUnit', data: renaming }).expect(renamed);
  });

  it('takes back an earlier name as a new fact', () => {
    const back = { name: 'UBND phường 1', basis, validFrom: '2026-01-01' };
    given(established, renamed)
      .when({ type: 'RenameUnit', data: back })
      .expect({ type: 'UnitRenamed', data: { ...back, previousName: 'UBND phường Vĩnh Châu' } });
  });

  it('decides nothing for the name it has', () => {
    given(established, renamed).when({ type: 'RenameUnit', data: renaming }).expectNothing();
  });

  it('may take effect on the day of establishment, not before', () => {
    const onTheDay = { ...renaming, validFrom: '2011-08-25' };
    given(established)
      .when({ type: 'RenameUnit', data: onTheDay })
      .expect({ type: 'UnitRenamed', data: { ...onTheDay, previousName: 'UBND phường 1' } });
    given(established)
      .when({ type: 'RenameUnit', data: { ...renaming, validFrom: '2011-08-24' } })
      .expectRejection('unit.before-establishment', { validFrom: '2011-08-24', establishedOn: '2011-08-25' });
  });

  it('knows no unit before its establishment', () => {
    given().when({ type: 'RenameUnit', data: renaming }).expectRejection('unit.unknown');
  });
});

describe('appointing the head of a unit', () => {
  it('records the head', () => {
    given(established).when({ type: 'AppointUnitHead', data: appointing }).expect(appointed);
  });

  it('records the next head', () => {
    const data = { ...appointing, headName: 'Trần Văn Sáu', validFrom: '2023-01-01' };
    given(established, appointed).when({ type: 'AppointUnitHead', data }).expect({ type: 'UnitHeadAppointed', data });
  });

  it('takes nobody from before the establishment', () => {
    given(established)
      .when({ type: 'AppointUnitHead', data: { ...appointing, validFrom: '2011-08-24' } })
      .expectRejection('unit.before-establishment', { validFrom: '2011-08-24', establishedOn: '2011-08-25' });
  });

  it('knows no unit before its establishment', () => {
    given().when({ type: 'AppointUnitHead', data: appointing }).expectRejection('unit.unknown');
  });
});
