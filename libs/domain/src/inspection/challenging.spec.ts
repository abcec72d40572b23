import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { office, people, ward } from '../testing/fixtures.js';
import {
  after,
  ask,
  closedLong,
  concluded,
  longPathCommands,
  minuted,
  onSite,
} from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, leader, officer, teacher, moved } = people;
const complained = after(concluded, ask('LodgeComplaint'));
const reinspected = after(concluded, ask('OrderReinspection'));

describe('a complaint', () => {
  it('is lodged and resolved, each with its day', () => {
    const { by, ...complaint } = longPathCommands.LodgeComplaint;
    given(...concluded)
      .when(ask('LodgeComplaint'))
      .expect({ type: 'ComplaintLodged', data: { ...complaint, lodgedBy: by.id } });
    const { by: _, ...resolution } = longPathCommands.ResolveComplaint;
    given(...complained)
      .when(ask('ResolveComplaint'))
      .expect({ type: 'ComplaintResolved', data: resolution });
  });

  it.each<Refused>([
    ['another unit', concluded, ask('LodgeComplaint', { by: teacher }), 'inspection.unit-only'],
    ['the same id for other words', complained, ask('LodgeComplaint', { text: 'y' }), 'inspection.complaint-id-taken'],
    [
      'a day before the conclusion',
      concluded,
      ask('LodgeComplaint', { lodgedOn: '2023-06-20' }),
      'inspection.dated-too-early',
    ],
    ['the team, to resolve it', complained, ask('ResolveComplaint', { by: lead }), 'inspection.decided-by-team'],
    [
      'the unit, to resolve it',
      complained,
      ask('ResolveComplaint', { by: { ...moved, unitId: officer.unitId } }),
      'inspection.judged-by-own-unit',
    ],
    ['one nobody lodged', complained, ask('ResolveComplaint', { complaintId: 'x' }), 'inspection.complaint-unknown'],
    [
      'a second resolution',
      after(complained, ask('ResolveComplaint')),
      ask('ResolveComplaint', { outcome: 'upheld' }),
      'inspection.complaint-resolved',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('a re-inspection', () => {
  it.each(['upheld', 'partly-replaced', 'replaced'] as const)('may end with the conclusion %s', (outcome) => {
    const state = fold(inspection, after(reinspected, ask('ConcludeReinspection', { outcome })));
    expect(state.status === 'absent' ? null : state.file.reinspections[0]?.outcome?.outcome).toBe(outcome);
  });

  it('may come after the case was closed, and leaves it closed', () => {
    expect(fold(inspection, after(closedLong, ask('OrderReinspection'), ask('ConcludeReinspection'))).status).toBe(
      'closed',
    );
  });

  it.each<Refused>([
    [
      'the body that concluded',
      concluded,
      ask('OrderReinspection', { orderedBy: office }),
      'inspection.reinspected-by-a-party',
    ],
    ['the unit', concluded, ask('OrderReinspection', { orderedBy: ward }), 'inspection.reinspected-by-a-party'],
    [
      'a second one meanwhile',
      reinspected,
      ask('OrderReinspection', { reinspectionId: 'x' }),
      'inspection.reinspection-under-way',
    ],
    [
      'the day after two years',
      concluded,
      ask('OrderReinspection', { signedOn: '2025-06-22' }),
      'inspection.reinspection-too-late',
    ],
    ['the team', concluded, ask('OrderReinspection', { by: lead }), 'inspection.decided-by-team'],
    ['an outcome of none', concluded, ask('ConcludeReinspection'), 'inspection.reinspection-unknown'],
    [
      'a second outcome',
      after(reinspected, ask('ConcludeReinspection')),
      ask('ConcludeReinspection', { outcome: 'upheld' }),
      'inspection.reinspection-concluded',
    ],
  ])('turns down %s', (...line) => expectRefused(line));

  it('may be ordered on the last day of two years', () => {
    expect(after(concluded, ask('OrderReinspection', { signedOn: '2025-06-21' }))).toHaveLength(concluded.length + 1);
  });
});

describe('signs of crime', () => {
  it('go to the investigators, and the inspection goes on', () => {
    for (const history of [onSite, minuted, concluded]) {
      const before = fold(inspection, history);
      const referred = fold(inspection, after(history, ask('ReferToInvestigation', { by: leader })));
      expect(referred.status).toBe(before.status);
    }
    expectRefused(['', onSite, ask('ReferToInvestigation', { by: lead }), 'inspection.decided-by-team']);
  });
});
