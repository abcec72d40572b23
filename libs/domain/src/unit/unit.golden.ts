import type { Samples } from '../kernel/upcast.js';
import type { UnitEvents } from './unit.js';

/** As they were stored. Never edit a sample: what it stands for is in somebody's log. */
export const unitSamples: Samples<UnitEvents> = {
  UnitEstablished: [
    {
      id: '01890000-0000-7000-8000-000000031783',
      name: 'UBND phường 1',
      code: '31783',
      kind: 'ward',
      parentId: '01890000-0000-7000-8000-000000000950',
      basis: { number: '90/NQ-CP', signedOn: '2011-08-25' },
      validFrom: '2011-08-25',
    },
  ],
  UnitRenamed: [
    {
      name: 'UBND phường Vĩnh Châu',
      previousName: 'UBND phường 1',
      basis: { number: '1668/NQ-UBTVQH15', signedOn: '2025-06-16' },
      validFrom: '2025-07-01',
    },
  ],
  UnitHeadAppointed: [{ headName: 'Nguyễn Văn Hòa', basis: null, validFrom: '2021-06-01' }],
};
