import { describe, expect, it } from '@jest/globals';
import { figuresOf, found, sorted, sumOf, type UnitFigures } from './overview.js';

function unit(name: string, figures: Partial<UnitFigures> = {}): UnitFigures {
  return {
    unitId: name,
    name,
    code: '31783',
    kind: 'ward',
    parentId: null,
    headName: null,
    inspectionsStarted: 1,
    inspectionsEnded: 1,
    lastInspectedAt: null,
    findings: { minor: 0, major: 0, critical: 0 },
    correctedOnSite: 0,
    recommendationsIssued: 0,
    implemented: 0,
    notImplemented: 0,
    verified: 0,
    verifiedOnTime: 0,
    verifiedOnTimeOriginally: 0,
    amountToRecover: 0,
    amountRecovered: 0,
    extensionsGranted: 0,
    timesOverdue: 0,
    reminders: 0,
    escalations: 0,
    sanctionsImposed: 0,
    asOf: { position: null, on: '2026-11-21', at: null, basis: 'recorded' },
    open: 0,
    overdue: 0,
    dueSoon: 0,
    awaitingVerification: 0,
    returned: 0,
    suspended: 0,
    extensionsAsked: 0,
    escalated: 0,
    nextDueOn: null,
    ...figures,
  };
}

const names = (units: readonly UnitFigures[]) => units.map(({ name }) => name);

describe('a unit’s figures', () => {
  it('tell what is owed from what waits for others', () => {
    const figures = figuresOf(
      unit('Phường 1', {
        findings: { minor: 3, major: 2, critical: 1 },
        correctedOnSite: 1,
        implemented: 2,
        verified: 3,
        open: 4,
        awaitingVerification: 1,
      }),
    );
    expect(figures).toMatchObject({ found: 6, fixed: 3, toClose: 1, owing: 2 });
  });

  it('add up', () => {
    expect(sumOf([unit('A', { overdue: 2, verified: 1 }), unit('B', { overdue: 1, verified: 4 })])).toMatchObject({
      overdue: 3,
      verified: 5,
    });
  });
});

describe('the list of units', () => {
  const units = [
    unit('UBND xã Vĩnh Hải', { overdue: 1, lastInspectedAt: '2025-11-12T01:00:00.000Z' }),
    unit('UBND phường Ân', { lastInspectedAt: '2026-11-19T01:00:00.000Z' }),
    unit('UBND phường An', { overdue: 1 }),
    unit('UBND xã Đông'),
  ];

  it('is sorted by counts, the greatest first, equals by name', () => {
    expect(names(sorted(units, 'overdue'))).toEqual([
      'UBND phường An',
      'UBND xã Vĩnh Hải',
      'UBND phường Ân',
      'UBND xã Đông',
    ]);
  });

  it('is sorted by the last inspection, the units without one at the end', () => {
    expect(names(sorted(units, 'lastInspected')).slice(0, 2)).toEqual(['UBND phường Ân', 'UBND xã Vĩnh Hải']);
  });

  it('is sorted by Vietnamese letters, either way round', () => {
    const byName = ['UBND phường An', 'UBND phường Ân', 'UBND xã Đông', 'UBND xã Vĩnh Hải'];
    expect(names(sorted(units, 'name'))).toEqual(byName);
    expect(names(sorted(units, 'name', true))).toEqual([...byName].reverse());
  });

  it('is searched without diacritics, in any order of words', () => {
    expect(names(found(units, 'hai vinh'))).toEqual(['UBND xã Vĩnh Hải']);
    expect(names(found(units, 'đong'))).toEqual(['UBND xã Đông']);
    expect(found(units, ' ')).toHaveLength(4);
    expect(found(units, 'khong co')).toHaveLength(0);
  });
});
