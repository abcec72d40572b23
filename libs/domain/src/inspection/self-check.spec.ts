import { describe, expect, it } from '@jest/globals';
import type { AnswerValue, ChecklistItem } from '../checklists/checklist.js';
import { items, order } from '../testing/fixtures.js';
import type { Answer, InspectionFile } from './facts.js';
import { compareSelfCheck, inspectionBeside, type Paired, selfCheckBeside } from './self-check.js';

const answered = (value: AnswerValue, outcome: 'pass' | 'fail'): Answer => ({
  status: 'answered',
  value,
  outcome,
  note: null,
  evidence: [],
});
const yes = answered({ kind: 'yesNo', yes: true }, 'pass');
const no = answered({ kind: 'yesNo', yes: false }, 'fail');
const notApplicable: Answer = { status: 'not-applicable', reason: 'Không có hồ sơ nào' };

function compared(
  said: InspectionFile['answers'],
  verified: InspectionFile['answers'],
  asked?: readonly ChecklistItem[],
) {
  const checklist = { ...order.checklist, items: asked ?? order.checklist.items };
  return compareSelfCheck({ answers: said }, { answers: verified, order: { ...order, checklist } });
}

function coded(...codes: readonly string[]): readonly ChecklistItem[] {
  return codes.map((code) => ({ ...items.posted, code }));
}

describe('a self-check beside the inspection', () => {
  it('is told item by item: agreed, overstated, understated, or one says it does not apply', () => {
    const said = { a: yes, b: yes, c: no, d: notApplicable, e: yes, f: notApplicable };
    const verified = { a: yes, b: no, c: yes, d: notApplicable, e: notApplicable, f: no };
    const { items: told, counts, compared: both, notCompared } = compared(said, verified, coded(...'abcdef'));
    expect(told.map(({ itemCode, verdict }) => `${itemCode} ${verdict}`)).toEqual([
      'a agreed',
      'b overstated',
      'c understated',
      'd agreed',
      'e applicability-differs',
      'f applicability-differs',
    ]);
    expect(counts).toEqual({ agreed: 2, overstated: 1, understated: 1, 'applicability-differs': 2 });
    expect([both, notCompared]).toEqual([6, 0]);
  });

  it('says nothing of an item that one of the two has not answered, nor of what the system answers', () => {
    const derived = answered({ kind: 'derived', total: 2, implemented: 1 }, 'fail');
    const all = { 'OSC-02': yes, 'OSC-04': yes, 'OSC-25': derived };
    expect(compared(all, { 'OSC-02': no, 'OSC-25': derived })).toMatchObject({
      items: [{ itemCode: 'OSC-02' }],
      compared: 1,
      notCompared: 2,
    });
    expect(compared({}, all)).toMatchObject({ items: [], compared: 0, notCompared: 3 });
  });

  it('lays the figures side by side, also where both pass', () => {
    const ratio = (numerator: number) => answered({ kind: 'ratio', numerator, denominator: 100 }, 'pass');
    const due = (on: string) => answered({ kind: 'date', on, dueOn: '2023-05-10' }, 'pass');
    const money = (amount: number) => answered({ kind: 'money', amount, reference: 500 }, 'pass');
    const told = compared(
      { a: ratio(100), b: due('2023-05-09'), c: money(500), d: yes, e: ratio(100) },
      { a: ratio(96), b: due('2023-05-12'), c: money(700), d: no, e: money(1) },
      coded(...'abcde'),
    );
    expect(told.items.map(({ figures }) => figures)).toEqual([
      [{ part: 'numerator', said: 100, verified: 96, difference: -4 }],
      [{ part: 'on', said: '2023-05-09', verified: '2023-05-12', difference: 3 }],
      [{ part: 'amount', said: 500, verified: 700, difference: 200 }],
      [],
      [],
    ]);
  });
});

describe('the self-check an inspection is laid beside', () => {
  const row = (id: string, change: Partial<Paired>): Paired => ({
    id,
    unitId: 'ward',
    regime: 'self-check',
    checklistKind: 'one-stop-spot-check',
    status: 'fieldwork-ended',
    startedAt: '2023-04-01T01:00:00.000Z',
    endedAt: '2023-04-01T09:00:00.000Z',
    ...change,
  });
  const inspection = row('check', {
    regime: 'internal-check',
    startedAt: '2023-05-09T01:00:00.000Z',
    endedAt: '2023-05-09T09:00:00.000Z',
  });
  const own = row('own', {});

  it('is the last one of the same unit and kind that was final before the inspection was', () => {
    const older = row('older', { startedAt: '2023-02-01T01:00:00.000Z', endedAt: '2023-02-01T09:00:00.000Z' });
    const later = row('later', { startedAt: '2023-06-01T01:00:00.000Z', endedAt: '2023-06-01T09:00:00.000Z' });
    expect(selfCheckBeside(inspection, [older, own, later])).toBe(own);
    expect(selfCheckBeside({ ...inspection, endedAt: null }, [older, own, later])).toBe(later);
    expect(inspectionBeside(own, [older, own, later, inspection])).toBe(inspection);
    expect(inspectionBeside(older, [older, own, inspection])).toBeNull();
    expect(inspectionBeside(own, [inspection])).toBe(inspection);
  });

  it.each<[string, Partial<Paired>]>([
    ['of another unit', { unitId: 'commune' }],
    ['of another kind', { checklistKind: 'contributions-audit' }],
    ['that is no self-check', { regime: 'internal-check' }],
    ['that was cancelled', { status: 'cancelled' }],
    ['that has not ended', { endedAt: null }],
    ['of more than a year before', { startedAt: '2022-05-01T01:00:00.000Z', endedAt: '2022-05-08T09:00:00.000Z' }],
  ])('is none %s', (_, change) => expect(selfCheckBeside(inspection, [row('own', change)])).toBeNull());

  it.each<[string, Partial<Paired>]>([
    ['has not started, whatever the unit did', { startedAt: null, endedAt: null }],
    ['was cancelled', { status: 'cancelled' }],
    ['is one itself', { regime: 'self-check' }],
  ])('is none while the inspection %s', (_, change) => {
    const other = { ...inspection, ...change };
    expect(selfCheckBeside(other, [own])).toBeNull();
    expect(inspectionBeside(own, [own, other])).toBeNull();
  });
});
