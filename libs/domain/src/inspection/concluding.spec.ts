import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { people } from '../testing/fixtures.js';
import { oneFoundSigned } from '../testing/inspection-histories.js';
import {
  after,
  appraised,
  ask,
  assessed,
  concluded,
  directed,
  drafted,
  followed,
  longPathCommands,
  minuted,
  published,
  referred,
  reported,
  responded,
  sent,
} from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { stagesMissing } from './concluding.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, leader, planner, appraiser, system } = people;
const redacted = after(concluded, ask('PrepareRedaction'));
const proven = after(published, ask('AttachPublicationProof'));

describe('issuing the conclusion', () => {
  it('signs the newest draft with its findings and every reserved opinion', () => {
    const history = after(reported, ask('ReserveDissent'), ...rest());
    const conclusion = after(history, ask('IssueConclusion')).at(-1);
    expect(conclusion).toMatchObject({
      type: 'ConclusionIssued',
      data: {
        number: '21/KL-UBND',
        version: 1,
        findingIds: ['finding-1'],
        signer: { name: leader.name, title: 'Chủ tịch UBND thị xã' },
        dissents: [{ about: 'report', opinion: 'Mức độ phải là nặng' }],
      },
    });
  });

  it('takes a superior who stays silent past the term for one without objection', () => {
    given(...referred)
      .when(ask('IssueConclusion', { signedOn: '2023-07-10' }))
      .expectRejection('inspection.superior-opinion-awaited', { dueOn: '2023-07-10' });
    const silent = after(referred, ask('IssueConclusion', { signedOn: '2023-07-11' }));
    expect(fold(inspection, silent).status).toBe('conclusion-issued');
  });

  it.each<Refused>([
    ['the short path', oneFoundSigned, ask('IssueConclusion'), 'inspection.not-on-long-path'],
    ['no draft', minuted, ask('IssueConclusion'), 'inspection.no-draft'],
    ['the team', appraised, ask('IssueConclusion', { by: lead }), 'inspection.decided-by-team'],
    ['the appraiser', appraised, ask('IssueConclusion', { by: appraiser }), 'inspection.signed-by-appraiser'],
    ['a unit that was not heard', drafted, ask('IssueConclusion'), 'inspection.unit-not-heard'],
    ['a window that is open', sent, ask('IssueConclusion'), 'inspection.reply-window-open'],
    ['points nobody looked at', responded, ask('IssueConclusion'), 'inspection.response-points-unassessed'],
    ['a draft nobody appraised', assessed, ask('IssueConclusion'), 'inspection.draft-not-appraised'],
    [
      'a dispute nobody decided',
      after(sent, ask('DisputeFinding'), ask('WaiveResponse'), ask('AppraiseDraft')),
      ask('IssueConclusion'),
      'inspection.disputes-undecided',
    ],
    [
      'a day before its draft',
      appraised,
      ask('IssueConclusion', { signedOn: '2023-05-25' }),
      'inspection.dated-too-early',
    ],
    ['a second conclusion', concluded, ask('IssueConclusion', { number: '22/KL' }), 'inspection.conclusion-issued'],
  ])('turns down %s', (...line) => expectRefused(line));

  it('may be issued on a waiver', () => {
    const history = after(sent, ask('WaiveResponse'), ask('AppraiseDraft'), ask('IssueConclusion'));
    expect(fold(inspection, history).status).toBe('conclusion-issued');
  });
});

describe('rectifying', () => {
  it('is a document of its own and leaves the conclusion as it was signed', () => {
    const state = fold(inspection, after(concluded, ask('RectifyConclusion')));
    if (state.status === 'absent') throw new Error('there is no file');
    expect(state.file.conclusion?.text).toContain('phường 1');
    expect(state.file.rectifications).toHaveLength(1);
  });

  it.each<Refused>([
    ['no error', concluded, ask('RectifyConclusion', { corrections: [] }), 'inspection.rectification-empty'],
    [
      'the number of the conclusion',
      concluded,
      ask('RectifyConclusion', { number: '21/KL-UBND' }),
      'inspection.number-taken',
    ],
    [
      'words that do not stand there',
      concluded,
      ask('RectifyConclusion', { corrections: [{ where: 'x', was: 'không có', now: 'y' }] }),
      'inspection.rectified-text-not-found',
    ],
    ['the team', concluded, ask('RectifyConclusion', { by: lead }), 'inspection.decided-by-team'],
    ['what is not there', minuted, ask('RectifyConclusion'), 'inspection.not-concluded'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('publishing', () => {
  it('names both who redacted and who looked again', () => {
    expect(published.at(-1)).toMatchObject({
      type: 'ConclusionPublished',
      data: { redactedBy: lead.id, publishedBy: planner.id },
    });
  });

  it.each<Refused>([
    ['without a redacted text', concluded, ask('PublishConclusion'), 'inspection.redaction-missing'],
    [
      'whoever redacted it',
      after(concluded, ask('PrepareRedaction', { by: planner })),
      ask('PublishConclusion'),
      'inspection.publication-needs-second-person',
    ],
    ['no channel', redacted, ask('PublishConclusion', { channels: [] }), 'inspection.publication-channels'],
    [
      'too short a time',
      redacted,
      ask('PublishConclusion', { until: '2023-07-10' }),
      'inspection.publication-too-short',
    ],
    [
      'a day before the conclusion',
      redacted,
      ask('PublishConclusion', { from: '2023-06-20' }),
      'inspection.dated-too-early',
    ],
    [
      'a second publication',
      published,
      ask('PublishConclusion', { until: '2023-12-31' }),
      'inspection.already-published',
    ],
    [
      'another redaction meanwhile',
      published,
      ask('PrepareRedaction', { redacted: { ...longPathCommands.PrepareRedaction.redacted, size: 9 } }),
      'inspection.already-published',
    ],
    [
      'proof of another channel',
      published,
      ask('AttachPublicationProof', { kind: 'press' }),
      'inspection.channel-not-used',
    ],
    [
      'proof of nothing',
      published,
      ask('AttachPublicationProof', { evidence: [] }),
      'inspection.publication-proof-empty',
    ],
    ['proof before there is anything', concluded, ask('AttachPublicationProof'), 'inspection.not-published'],
    ['an end before the day', proven, ask('EndPublication', { on: '2023-07-11' }), 'inspection.publication-not-over'],
    ['an end without proof', published, ask('EndPublication'), 'inspection.publication-unproven'],
  ])('turns down %s', (...line) => expectRefused(line));

  it('leaves a case under follow-up where it is', () => {
    const early = after(redacted, {
      type: 'NoteRecommendationIssued',
      data: { by: system, recommendationId: 'r-1', findingIds: ['finding-1'] },
    });
    expect(fold(inspection, after(early, ask('PublishConclusion'), ask('DirectImplementation'))).status).toBe(
      'under-follow-up',
    );
  });
});

describe('directing the implementation', () => {
  it.each<Refused>([
    [
      'a second directive',
      directed,
      ask('DirectImplementation', { number: '301/UBND-NC' }),
      'inspection.already-directed',
    ],
    ['the team', concluded, ask('DirectImplementation', { by: lead }), 'inspection.decided-by-team'],
    [
      'a report before the directive',
      concluded,
      ask('DirectImplementation', { reportOn: '2023-06-27' }),
      'inspection.dated-too-early',
    ],
    [
      'nothing left to remedy',
      after(assessed, ask('WithdrawFinding'), ask('AppraiseDraft'), ask('IssueConclusion')),
      ask('DirectImplementation'),
      'inspection.nothing-to-direct',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('closing a case of the long path', () => {
  const settle = {
    type: 'NoteRecommendationSettled',
    data: { by: system, recommendationId: 'r-1', outcome: 'implemented' },
  } as const;

  it('waits for what is still owed, and is done by hand then', () => {
    const settled = after(followed, settle);
    expect(fold(inspection, settled).status).toBe('under-follow-up');
    given(...settled)
      .when({ type: 'CloseInspection', data: { by: leader } })
      .expectRejection('inspection.stages-missing', { stages: ['publication'] });
    given(...after(settled, ask('AttachPublicationProof'), ask('EndPublication')))
      .when({ type: 'CloseInspection', data: { by: leader } })
      .expect({ type: 'InspectionClosed', data: { reason: 'all-recommendations-settled' } });
  });

  it('names what is missing, in its order', () => {
    const state = fold(inspection, after(concluded, ask('LodgeComplaint'), ask('OrderReinspection')));
    if (state.status === 'absent') throw new Error('there is no file');
    expect(stagesMissing(state.file)).toEqual(['publication', 'directive', 'complaint', 'reinspection']);
  });

  it('waits for recommendations that are open', () => {
    given(...after(followed, ask('AttachPublicationProof'), ask('EndPublication')))
      .when({ type: 'CloseInspection', data: { by: leader } })
      .expectRejection('inspection.recommendations-open', { count: 1 });
  });
});

function rest() {
  return [
    ask('OrderConclusionDrafting'),
    ask('DraftConclusion'),
    ask('SendDraftForResponse'),
    ask('WaiveResponse'),
    ask('AppraiseDraft'),
  ];
}
