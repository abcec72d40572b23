import { describe, expect, it } from '@jest/globals';
import { order, people, town, ward, wardId } from '../testing/fixtures.js';
import { longOrder, longPathAt } from '../testing/long-path-histories.js';
import { scenario } from '../testing/scenario.js';
import { fold } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import type { InspectionCommands } from './facts.js';
import { inspection } from './inspection.js';
import { inspectionTypes, type InspectionType, procedureFor, regimeProfiles } from './regimes.js';
import { nextStage, stageDueOn } from './stage-deadlines.js';

const { given } = scenario(inspection);

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'nothing';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

describe('a regime', () => {
  it('has the path of each type it offers', () => {
    const paths = (regime: Parameters<typeof procedureFor>[0]['regime'], on = '2024-05-01') =>
      inspectionTypes.map((type) => {
        const profile = regimeProfiles.find((known) => known.regime === regime && (known.validTo ?? '9') >= on);
        return profile?.paths[type] ?? '-';
      });
    expect(paths('state-inspection')).toEqual(['long', 'long', 'long', 'long', '-']);
    expect(paths('sectoral-check')).toEqual(['long', 'short', 'long', 'short', '-']);
    expect(paths('internal-check')).toEqual(['long', 'short', 'long', 'short', '-']);
    expect(paths('self-check')).toEqual(['-', '-', '-', '-', 'short']);
  });

  it('takes the profile in force on the day of the order', () => {
    const on = (day: string) => procedureFor({ regime: 'state-inspection', type: 'planned', on: day }).profile;
    expect(on('2025-06-30')).toBe('state-inspection-2023');
    expect(on('2025-07-01')).toBe('state-inspection-2025');
    expect(codeOf(() => on('2023-06-30'))).toBe('inspection.regime-not-in-force');
  });

  it('turns down a type it does not have', () => {
    const ask = (type: InspectionType) => () => procedureFor({ regime: 'internal-check', type, on: '2024-01-02' });
    expect(codeOf(ask('self-check'))).toBe('inspection.type-not-offered');
    expect(codeOf(ask('planned'))).toBe('nothing');
  });

  it('never announces what is unannounced, nor what the unit does itself', () => {
    expect(procedureFor({ regime: 'state-inspection', type: 'unannounced', on: '2024-01-02' }).isAnnounced).toBe(false);
    expect(procedureFor({ regime: 'self-check', type: 'self-check', on: '2024-01-02' }).isAnnounced).toBe(false);
    expect(procedureFor({ regime: 'sectoral-check', type: 'planned', on: '2024-01-02' }).isAnnounced).toBe(true);
  });

  it('has its profiles in order, without gaps or overlaps, each with a source', () => {
    for (const profile of regimeProfiles) {
      expect(profile.source).not.toBe('');
      for (const term of Object.values(profile.rules.terms)) expect(term.source).not.toBe('');
      const next = regimeProfiles.find(
        (other) => other.regime === profile.regime && other.validFrom > profile.validFrom,
      );
      if (next) expect(profile.validTo && profile.validTo < next.validFrom).toBe(true);
    }
  });
});

describe('what a stage is due by', () => {
  const procedure = procedureFor({ regime: 'state-inspection', type: 'planned', on: '2025-08-01' });

  it('counts working days in one stage and calendar days in the next, as the law does', () => {
    expect(stageDueOn(procedure, 'draft', '2025-08-28')).toBe('2025-09-08');
    expect(stageDueOn(procedure, 'conclusion', '2025-08-20')).toBe('2025-09-04');
    expect(stageDueOn({ ...procedure, terms: {} }, 'draft', '2025-08-28')).toBeNull();
  });

  it('says what the case waits for, at every status without throwing', () => {
    const waits = Object.values(longPathAt).map((history) => {
      const state = fold(inspection, history);
      return state.status === 'absent' ? null : (nextStage(state.status, state.file)?.stage ?? null);
    });
    expect(waits).toEqual([
      'announce',
      null,
      null,
      null,
      null,
      'report',
      'report',
      'draft',
      'draft',
      'conclusion',
      'response',
      'conclusion',
      'conclusion',
      'conclusion',
      'superior-opinion',
      'publish',
      'direct',
      'file',
      null,
      null,
      null,
    ]);
  });
});

describe('ordering under a regime', () => {
  const [lead, member] = order.team;
  if (!lead || !member) throw new Error('the order needs a team of two');
  const own = [
    { ...lead, unitId: wardId },
    { ...member, unitId: wardId },
  ];
  const selfCheck = {
    ...order,
    regime: 'self-check',
    type: 'self-check',
    procedure: procedureFor({ regime: 'self-check', type: 'self-check', on: order.signedOn }),
    orderedBy: { body: ward, person: { name: 'Nguyễn Văn Hòa', title: 'Chủ tịch' } },
    team: own,
  } as const;
  const head = { ...people.officer, id: 'hoa', role: 'unit-head' } as const;
  const ask = (part: Partial<InspectionCommands['OrderInspection']>) =>
    ({ type: 'OrderInspection', data: { by: people.planner, ...order, ...part } }) as const;

  it('lets a unit check itself with its own people', () => {
    given()
      .when(ask({ ...selfCheck, by: head }))
      .expect({ type: 'InspectionOrdered', data: selfCheck });
  });

  it('turns down what a regime does not allow', () => {
    const cases: readonly [Partial<InspectionCommands['OrderInspection']>, string][] = [
      [{ ...selfCheck, team: order.team }, 'inspection.team-member-not-of-unit'],
      [{ ...selfCheck, orderedBy: { ...selfCheck.orderedBy, body: town } }, 'inspection.self-check-of-another'],
      [{ by: head }, 'inspection.unit-orders-self-checks-only'],
      [{ ...longOrder, fieldworkUntil: '2023-05-07' }, 'inspection.fieldwork-before-decision'],
      [{ ...longOrder, inspectedPeriod: { from: '2022-12-31', to: '2022-01-01' } }, 'inspection.period-reversed'],
    ];
    for (const [part, code] of cases) given().when(ask(part)).expectRejection(code);
  });
});
