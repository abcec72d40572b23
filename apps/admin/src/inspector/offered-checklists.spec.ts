import { describe, expect, it } from '@jest/globals';
import { oneStopSpotCheck } from '@soat/domain';
import { offeredOn } from './offered-checklists.js';

const edition = (kind: string, edition: number, validFrom: string, validTo: string | null) => ({
  ...oneStopSpotCheck,
  kind,
  edition,
  validFrom,
  validTo,
});

describe('the checklists an order may use', () => {
  it('are one edition of each kind, the newest in force on the day of the order', () => {
    const editions = [
      edition('fees', 1, '2023-01-01', '2023-12-31'),
      edition('fees', 2, '2024-01-01', null),
      edition('waste', 1, '2023-01-01', '2023-05-31'),
      edition('counter', 1, '2021-01-01', null),
    ];
    const on = (day: string) => offeredOn(day, editions).map(({ kind, edition }) => `${kind} ${edition}`);
    expect(on('2023-05-31')).toEqual(['fees 1', 'waste 1', 'counter 1']);
    expect(on('2024-01-01')).toEqual(['fees 2', 'counter 1']);
    expect(on('2022-12-31')).toEqual(['counter 1']);
  });
});
