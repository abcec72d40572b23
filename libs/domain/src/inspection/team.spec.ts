import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { officeId, people, wardId } from '../testing/fixtures.js';
import { ordered } from '../testing/inspection-histories.js';
import {
  after,
  announced,
  ask,
  longOrdered,
  longPathCommands,
  minuted,
  onSite,
  shortPathCommands,
} from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, member, stranger, leader, planner } = people;
const { leavingId: _, by: __, joining, ...decision } = longPathCommands.ReplaceTeamMember;
const replaced = after(longOrdered, ask('ReplaceTeamMember'));
const declared = after(onSite, ask('DeclareConflictOfInterest'));

describe('replacing a member of the team', () => {
  it('keeps who left and who came, by a decision with its reason', () => {
    given(...longOrdered)
      .when(ask('ReplaceTeamMember'))
      .expect({
        type: 'TeamMemberReplaced',
        data: {
          leaving: { personId: member.id, name: member.name, role: 'member', unitId: officeId },
          joining,
          ...decision,
        },
      });
  });

  it('lets the new member work and the former one no more', () => {
    const answer = { ...shortPathCommands.CaptureEvidence };
    const started = after(announced, ask('ReplaceTeamMember'), {
      type: 'StartInspection',
      data: shortPathCommands.StartInspection,
    });
    given(...started)
      .when({ type: 'CaptureEvidence', data: { ...answer, by: member } })
      .expectRejection('inspection.not-on-team');
    expect(after(started, { type: 'CaptureEvidence', data: { ...answer, by: stranger } })).toHaveLength(
      started.length + 1,
    );
  });

  it('can replace the lead, by a lead', () => {
    const to = { personId: leader.id, name: leader.name, role: 'lead', unitId: officeId } as const;
    const state = fold(inspection, after(longOrdered, ask('ReplaceTeamMember', { leavingId: lead.id, joining: to })));
    expect(state.status === 'absent' ? null : state.file.team[0]).toEqual(to);
  });

  it.each<Refused>([
    ['the team itself', longOrdered, ask('ReplaceTeamMember', { by: lead }), 'inspection.team-changed-by-itself'],
    [
      'somebody not on it',
      longOrdered,
      ask('ReplaceTeamMember', { leavingId: 'lan' }),
      'inspection.leaving-not-on-team',
    ],
    [
      'somebody on it already',
      longOrdered,
      ask('ReplaceTeamMember', { joining: { ...joining, personId: lead.id } }),
      'inspection.team-member-twice',
    ],
    [
      'a second lead',
      longOrdered,
      ask('ReplaceTeamMember', { joining: { ...joining, role: 'lead' } }),
      'inspection.one-lead',
    ],
    [
      'somebody of the unit',
      longOrdered,
      ask('ReplaceTeamMember', { joining: { ...joining, unitId: wardId } }),
      'inspection.team-member-of-unit',
    ],
    [
      'somebody with a conflict',
      after(declared, ask('ReplaceTeamMember')),
      ask('ReplaceTeamMember', { leavingId: stranger.id, joining: { ...joining, personId: member.id } }),
      'inspection.conflict-declared',
    ],
  ])('turns down %s', (...line) => expectRefused(line));

  it('is the same once it is done', () => {
    given(...replaced)
      .when(ask('ReplaceTeamMember'))
      .expectNothing();
  });
});

describe('declaring a conflict of interest', () => {
  it('bars whoever declares it from everything on the case', () => {
    given(...onSite)
      .when(ask('DeclareConflictOfInterest'))
      .expect({
        type: 'ConflictOfInterestDeclared',
        data: { personId: member.id, name: member.name, relation: 'kinship', note: 'Em ruột của công chức Một cửa' },
      });
    given(...declared)
      .when({ type: 'CaptureEvidence', data: shortPathCommands.CaptureEvidence })
      .expectRejection('inspection.conflict-declared', { name: member.name });
  });

  it('bars a lead as well, until replaced', () => {
    const history = after(minuted, ask('DeclareConflictOfInterest', { by: lead }));
    given(...history)
      .when(ask('SubmitReport'))
      .expectRejection('inspection.conflict-declared');
  });

  it.each<Refused>([
    ['a stranger', longOrdered, ask('DeclareConflictOfInterest', { by: stranger }), 'inspection.not-on-team'],
    ['another word on it', declared, ask('DeclareConflictOfInterest', { note: 'x' }), 'inspection.conflict-declared'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('a supervisor of the team', () => {
  it('sees and does nothing', () => {
    const watching = after(announced, ask('ReplaceTeamMember', { joining: { ...joining, role: 'supervisor' } }), {
      type: 'StartInspection',
      data: shortPathCommands.StartInspection,
    });
    given(...watching)
      .when({ type: 'CaptureEvidence', data: { ...shortPathCommands.CaptureEvidence, by: stranger } })
      .expectRejection('inspection.not-on-team');
    given(ordered)
      .when(ask('ReplaceTeamMember', { by: planner, leavingId: 'x' }))
      .expectRejection('inspection.leaving-not-on-team');
  });
});
