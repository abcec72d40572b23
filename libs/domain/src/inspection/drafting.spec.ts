import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { office, people, ward } from '../testing/fixtures.js';
import { oneFoundSigned } from '../testing/inspection-histories.js';
import {
  after,
  appraised,
  ask,
  assessed,
  drafted,
  draftingOrdered,
  longPathCommands,
  minuted,
  onSite,
  referred,
  reported,
  responded,
  returnedDraft,
  sent,
} from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, member, leader, officer, teacher, stranger, appraiser } = people;
const statusOf = (history: Parameters<typeof after>[0]) => fold(inspection, history).status;

const unconfirmed = after(
  onSite,
  { type: 'EndFieldwork', data: { by: lead } },
  {
    type: 'SignMinutes',
    data: {
      by: lead,
      number: null,
      signedOn: '2023-05-19',
      leadTitle: 'Trưởng đoàn',
      unitRepresentative: { name: 'A', title: 'x' },
      reservation: null,
    },
  },
);

describe('the report of the team', () => {
  it.each<Refused>([
    ['the short path', oneFoundSigned, ask('SubmitReport'), 'inspection.not-on-long-path'],
    ['a member', minuted, ask('SubmitReport', { by: member }), 'inspection.lead-only'],
    ['a finding one person saw', unconfirmed, ask('SubmitReport'), 'inspection.findings-unconfirmed'],
    [
      'a day before the minutes',
      minuted,
      ask('SubmitReport', { signedOn: '2023-05-18' }),
      'inspection.dated-too-early',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('a reserved opinion', () => {
  it('is about the report until there is a draft, then about the conclusion, and is kept though overruled', () => {
    const about = (history: Parameters<typeof after>[0]) => after(history, ask('ReserveDissent')).at(-1)?.data;
    expect(about(reported)).toMatchObject({ about: 'report', reservedBy: member.id });
    expect(about(drafted)).toMatchObject({ about: 'conclusion' });
    const state = fold(inspection, after(reported, ask('ReserveDissent', { by: lead })));
    expect(state.status === 'absent' ? [] : state.file.dissents).toHaveLength(1);
  });

  it('stays open to a member who was replaced', () => {
    const replaced = after(reported, ask('ReplaceTeamMember'));
    expect(after(replaced, ask('ReserveDissent'))).toHaveLength(replaced.length + 1);
    expectRefused(['', reported, ask('ReserveDissent', { by: stranger }), 'inspection.not-on-team']);
  });
});

describe('drafting', () => {
  it('numbers the drafts', () => {
    const again = ask('DraftConclusion', { draftedOn: '2023-06-07', text: 'Bản sửa' });
    expect(after(returnedDraft, again).at(-1)?.data).toMatchObject({ version: 2, text: 'Bản sửa' });
    expect(statusOf(after(appraised, again))).toBe('conclusion-drafted');
  });

  it.each<Refused>([
    [
      'an order by the team',
      reported,
      ask('OrderConclusionDrafting', { by: { ...lead, role: 'leadership' } }),
      'inspection.decided-by-team',
    ],
    [
      'a due day before the order',
      reported,
      ask('OrderConclusionDrafting', { dueOn: '2023-05-22' }),
      'inspection.dated-too-early',
    ],
    ['a member', draftingOrdered, ask('DraftConclusion', { by: member }), 'inspection.lead-only'],
    [
      'a draft older than the last',
      drafted,
      ask('DraftConclusion', { draftedOn: '2023-05-25', text: 'y' }),
      'inspection.dated-too-early',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('hearing the unit', () => {
  it('tells it every live finding with the draft', () => {
    given(...drafted)
      .when(ask('SendDraftForResponse'))
      .expect(
        {
          type: 'DraftSentForResponse',
          data: { version: 1, sentOn: '2023-05-29', dueOn: '2023-06-05', sentBy: leader.id },
        },
        {
          type: 'FindingCommunicated',
          data: { findingId: 'finding-1', number: 'TT-01', communicatedOn: '2023-05-29' },
        },
      );
  });

  it('numbers its points', () => {
    expect(responded.at(-1)?.data).toMatchObject({
      points: [{ number: 'YK-01', findingId: 'finding-1', text: 'Đã gỡ 1 trong 2 thủ tục' }],
    });
  });

  it('closes the window by a waiver, or once the day has passed', () => {
    expect(statusOf(after(sent, ask('WaiveResponse')))).toBe('conclusion-drafted');
    expect(statusOf(after(sent, ask('NoteResponseLapsed')))).toBe('conclusion-drafted');
    for (const type of ['WaiveResponse', 'NoteResponseLapsed'] as const)
      given(...after(sent, ask(type)))
        .when(ask(type))
        .expectNothing();
  });

  it.each<Refused>([
    [
      'fewer working days than the rules ask for',
      drafted,
      ask('SendDraftForResponse', { dueOn: '2023-06-02' }),
      'inspection.reply-window-too-short',
    ],
    ['a member who sends it', drafted, ask('SendDraftForResponse', { by: member }), 'inspection.lead-only'],
    ['another unit', sent, ask('RespondToDraft', { by: teacher }), 'inspection.unit-only'],
    ['another unit, to waive', sent, ask('WaiveResponse', { by: teacher }), 'inspection.unit-only'],
    ['an answer after the day', sent, ask('RespondToDraft', { on: '2023-06-06' }), 'inspection.reply-window-closed'],
    ['an answer of nothing', sent, ask('RespondToDraft', { points: [] }), 'inspection.response-without-points'],
    [
      'a point on no finding of the case',
      sent,
      ask('RespondToDraft', { points: [{ findingId: 'x', text: 'y' }] }),
      'inspection.finding-unknown',
    ],
    ['a lapse on the last day', sent, ask('NoteResponseLapsed', { on: '2023-06-05' }), 'inspection.reply-window-open'],
    ['no draft sent', drafted, ask('RespondToDraft'), 'inspection.no-reply-window'],
    [
      'a point nobody made',
      responded,
      ask('AssessResponse', { points: [{ number: 'YK-02', outcome: 'accepted', reason: 'x' }] }),
      'inspection.response-point-unknown',
    ],
    ['a point passed over', responded, ask('AssessResponse', { points: [] }), 'inspection.response-points-unassessed'],
    ['a member who assesses', responded, ask('AssessResponse', { by: member }), 'inspection.lead-only'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('appraisal', () => {
  it('is by somebody outside the team, of the newest draft', () => {
    given(...assessed)
      .when(ask('AppraiseDraft'))
      .expect({ type: 'DraftConclusionAppraised', data: { version: 1, opinion: 'Đủ căn cứ', by: appraiser.id } });
    given(...assessed)
      .when(ask('ReturnDraft'))
      .expect({ type: 'AppraisalReturned', data: { version: 1, opinion: 'Thiếu căn cứ pháp lý', by: appraiser.id } });
  });

  it.each<Refused>([
    ['the team', assessed, ask('AppraiseDraft', { by: lead }), 'inspection.appraised-by-team'],
    [
      'whoever was on the team',
      after(assessed, ask('ReplaceTeamMember')),
      ask('AppraiseDraft', { by: member }),
      'inspection.appraised-by-team',
    ],
    ['the unit', assessed, ask('AppraiseDraft', { by: officer }), 'inspection.judged-by-own-unit'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('asking the superior', () => {
  it('comes back to where the draft stood', () => {
    expect(statusOf(after(referred, ask('RecordSuperiorOpinion')))).toBe('conclusion-appraised');
    expect(statusOf(after(assessed, ask('ReferToSuperior'), ask('RecordSuperiorOpinion')))).toBe('conclusion-drafted');
  });

  it.each<Refused>([
    [
      'the unit as its own superior',
      appraised,
      ask('ReferToSuperior', { superior: ward }),
      'inspection.superior-is-a-party',
    ],
    [
      'the body that ordered',
      appraised,
      ask('ReferToSuperior', { superior: office }),
      'inspection.superior-is-a-party',
    ],
    ['the team', appraised, ask('ReferToSuperior', { by: lead }), 'inspection.decided-by-team'],
    [
      'an opinion before the question',
      referred,
      ask('RecordSuperiorOpinion', { receivedOn: '2023-06-07' }),
      'inspection.dated-too-early',
    ],
  ])('turns down %s', (...line) => expectRefused(line));

  it('keeps the term that was set', () => {
    expect(longPathCommands.ReferToSuperior.dueOn).toBe('2023-07-10');
    expect(referred.at(-1)?.data).toMatchObject({ dueOn: '2023-07-10' });
  });
});
