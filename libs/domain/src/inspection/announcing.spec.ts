import { describe, expect, it } from '@jest/globals';
import { items, people } from '../testing/fixtures.js';
import { ordered } from '../testing/inspection-histories.js';
import {
  after,
  announced,
  ask,
  longOrder,
  longOrdered,
  longPathCommands,
  onSite,
  shortPathCommands,
  suspended,
} from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, member } = people;

describe('announcing the decision', () => {
  it('tells the unit before fieldwork starts', () => {
    const { by: _, ...announcement } = longPathCommands.AnnounceInspection;
    given(...longOrdered)
      .when(ask('AnnounceInspection'))
      .expect({ type: 'InspectionAnnounced', data: announcement });
  });

  it('comes before the start, which then is no surprise', () => {
    given(...longOrdered)
      .when({ type: 'StartInspection', data: shortPathCommands.StartInspection })
      .expectRejection('inspection.not-announced');
    expect(after(announced, { type: 'StartInspection', data: shortPathCommands.StartInspection }).at(2)).toEqual({
      type: 'FieldworkStarted',
      data: { startedOn: '2023-05-12', place: null, startedBy: lead.id },
    });
  });

  it.each<Refused>([
    ['an unannounced check', [ordered], ask('AnnounceInspection'), 'inspection.never-announced'],
    ['a member', longOrdered, ask('AnnounceInspection', { by: member }), 'inspection.lead-only'],
    [
      'a day before the decision',
      longOrdered,
      ask('AnnounceInspection', { announcedOn: '2023-05-07' }),
      'inspection.dated-too-early',
    ],
    ['a second time', announced, ask('AnnounceInspection', { form: 'remote' }), 'inspection.not-at-this-stage'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('extending fieldwork', () => {
  const { by: _, ...extension } = longPathCommands.ExtendFieldwork;
  const extended = after(onSite, ask('ExtendFieldwork'));

  it('keeps the end that was in force beside the new one, also while it is suspended', () => {
    for (const history of [onSite, suspended])
      given(...history)
        .when(ask('ExtendFieldwork'))
        .expect({ type: 'FieldworkExtended', data: { ...extension, previousUntil: '2023-05-19' } });
  });

  it.each<Refused>([
    ['the team', onSite, ask('ExtendFieldwork', { by: lead }), 'inspection.extended-by-team'],
    [
      'an end that is no later',
      onSite,
      ask('ExtendFieldwork', { until: '2023-05-19' }),
      'inspection.extension-not-later',
    ],
    [
      'a decision after the end',
      onSite,
      ask('ExtendFieldwork', { signedOn: '2023-05-20' }),
      'inspection.extension-too-late',
    ],
    ['a second extension', extended, ask('ExtendFieldwork', { until: '2023-06-30' }), 'inspection.extended-too-often'],
    [
      'a decision that set no end',
      after([{ type: 'InspectionOrdered', data: { ...longOrder, fieldworkUntil: null } }], ask('AnnounceInspection'), {
        type: 'StartInspection',
        data: shortPathCommands.StartInspection,
      }),
      ask('ExtendFieldwork'),
      'inspection.fieldwork-without-end',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('a positive finding', () => {
  it('is numbered among its own kind', () => {
    const { by, ...strength } = longPathCommands.RecordPositiveFinding;
    given(...onSite)
      .when(ask('RecordPositiveFinding'))
      .expect({ type: 'PositiveFindingRecorded', data: { ...strength, number: 'UD-01', recordedBy: by.id } });
  });

  it.each<Refused>([
    [
      'a failed item',
      onSite,
      ask('RecordPositiveFinding', { itemCode: items.posted.code }),
      'inspection.strength-on-failed-item',
    ],
    [
      'an id that is taken',
      after(onSite, ask('RecordPositiveFinding')),
      ask('RecordPositiveFinding', { text: 'x' }),
      'inspection.finding-id-taken',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});
