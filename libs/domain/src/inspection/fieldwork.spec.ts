import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { items, people, photo } from '../testing/fixtures.js';
import {
  allPassed,
  allPassedSigned,
  answered,
  count,
  endedWith,
  foundOn,
  type InspectionEvent,
  inFieldwork,
  no,
  notOvercharged,
  nothingEarlier,
  oneFound,
  ordered,
  overcharged,
  overchargedFound,
  photographedPassed,
  postedFailed,
  postedPassed,
  started,
  yes,
} from '../testing/inspection-histories.js';
import { scenario } from '../testing/scenario.js';
import type { InspectionCommands, InspectionEvents } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const suspended: InspectionEvent = { type: 'FieldworkSuspended', data: { reason: 'Mất điện' } };
const resumed: InspectionEvent = { type: 'FieldworkResumed', data: { resumedBy: people.lead.id } };
const words = {
  condition: 'Thiếu ba thủ tục về đất đai',
  cause: 'Chưa phân công',
  effect: null,
  amountAtRisk: null,
  place: 'Bảng niêm yết',
};

describe('starting an inspection', () => {
  const start = (part: Partial<InspectionCommands['StartInspection']> = {}) =>
    ({
      type: 'StartInspection',
      data: {
        by: people.lead,
        on: '2023-05-09',
        place: 'Bộ phận Một cửa',
        earlier: { total: 0, implemented: 0, recommendations: [] },
        findingId: 'finding-0',
        ...part,
      },
    }) as const;
  const answeredByItself = (total: number, implemented: number, outcome: 'pass' | 'fail') =>
    answered(items.earlier.code, { kind: 'derived', total, implemented }, outcome, {
      evidence: [],
      answeredBy: people.lead.id,
    });

  it('marks what earlier recommendations answer as not applicable where there were none', () => {
    given(ordered).when(start()).expect(started, nothingEarlier);
  });

  it('passes that item where all of them were carried out', () => {
    given(ordered)
      .when(start({ earlier: { total: 2, implemented: 2, recommendations: [] } }))
      .expect(started, answeredByItself(2, 2, 'pass'));
  });

  it('fails it where some were not, and records the critical finding by itself', () => {
    given(ordered)
      .when(start({ earlier: { total: 2, implemented: 1, recommendations: [] } }))
      .expect(
        started,
        answeredByItself(2, 1, 'fail'),
        foundOn(items.earlier, 'finding-0', { evidence: [], recordedBy: people.lead.id }),
      );
  });

  it('takes a member as well as the lead', () => {
    given(ordered)
      .when(start({ by: people.member }))
      .expect(
        {
          type: 'UnannouncedInspectionStarted',
          data: { startedOn: '2023-05-09', place: 'Bộ phận Một cửa', startedBy: people.member.id },
        },
        { ...nothingEarlier, data: { ...nothingEarlier.data, answeredBy: people.member.id } } as InspectionEvent,
      );
  });

  it('takes nobody from outside the team', () => {
    given(ordered)
      .when(start({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
    given(ordered)
      .when(start({ by: people.leader }))
      .expectRejection('inspection.not-on-team');
  });

  it('cannot be started once it is suspended, signed or cancelled', () => {
    given(...inFieldwork, suspended)
      .when(start())
      .expectRejection('inspection.not-startable', { status: 'suspended' });
    given(...allPassedSigned)
      .when(start())
      .expectRejection('inspection.not-startable', { status: 'minutes-signed' });
    given(ordered, { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } })
      .when(start())
      .expectRejection('inspection.not-startable', { status: 'cancelled' });
  });

  it('says first that it cannot be started', () => {
    given(...allPassedSigned)
      .when(start({ by: people.stranger }))
      .expectRejection('inspection.not-startable');
  });

  it('turns down counts that cannot be', () => {
    given(ordered)
      .when(start({ earlier: { total: 1, implemented: 2, recommendations: [] } }))
      .expectRejection('inspection.answer-invalid', {
        itemCode: 'OSC-25',
        why: 'answer.numerator-above-denominator',
      });
  });
});

describe('answering an item', () => {
  const answer = (part: Partial<InspectionCommands['AnswerItem']> = {}) =>
    ({
      type: 'AnswerItem',
      data: {
        by: people.member,
        itemCode: items.posted.code,
        value: yes,
        note: null,
        evidence: [],
        finding: null,
        findingId: 'finding-1',
        ...part,
      },
    }) as const;

  it('passes without evidence where evidence is for failures', () => {
    given(...inFieldwork)
      .when(answer())
      .expect(postedPassed);
  });

  it('judges by the polarity of the item', () => {
    given(...inFieldwork)
      .when(answer({ itemCode: items.overcharged.code, value: no }))
      .expect(notOvercharged);
  });

  it('fails with evidence, and only proposes a finding where the item is not critical', () => {
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [photo('a')] }))
      .expect(postedFailed);
  });

  it('records the finding of a critical item by itself, in the words of its first stock phrase', () => {
    given(...inFieldwork)
      .when(answer({ itemCode: items.overcharged.code, value: yes, evidence: [photo('a')], findingId: 'finding-2' }))
      .expect(overcharged, overchargedFound);
  });

  it('words that finding by the note where there is one', () => {
    const note = 'Thu 50.000 đồng ngoài biểu phí';
    given(...inFieldwork)
      .when(
        answer({ itemCode: items.overcharged.code, value: yes, note, evidence: [photo('a')], findingId: 'finding-2' }),
      )
      .expect(
        answered(items.overcharged.code, yes, 'fail', { note }),
        foundOn(items.overcharged, 'finding-2', { condition: note }),
      );
  });

  it('records the finding the inspector words with the answer', () => {
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [photo('a')], finding: words }))
      .expect(postedFailed, foundOn(items.posted, 'finding-1', words));
  });

  it('numbers findings in their order', () => {
    given(...inFieldwork, overcharged, overchargedFound)
      .when(answer({ value: no, evidence: [photo('a')], finding: words }))
      .expect(postedFailed, foundOn(items.posted, 'finding-1', { ...words, number: 'TT-02' }));
  });

  it('counts what was captured before the answer as its evidence, the same content once', () => {
    const captured: InspectionEvent = {
      type: 'EvidenceCaptured',
      data: { itemCode: items.posted.code, evidence: [photo('a')], capturedBy: people.member.id },
    };
    given(...inFieldwork, captured)
      .when(answer({ value: no, evidence: [photo('a'), photo('b')] }))
      .expect(answered(items.posted.code, no, 'fail', { evidence: [photo('a'), photo('b')] }));
  });

  it('needs evidence of a failure', () => {
    given(...inFieldwork)
      .when(answer({ value: no }))
      .expectRejection('inspection.evidence-required', { itemCode: 'OSC-02', kinds: ['photo'] });
  });

  it('needs evidence always where the item says so', () => {
    given(...inFieldwork)
      .when(answer({ itemCode: items.photographed.code, value: count(0) }))
      .expectRejection('inspection.evidence-required', { itemCode: 'OSC-04', kinds: ['photo'] });
    given(...inFieldwork)
      .when(answer({ itemCode: items.photographed.code, value: count(0), evidence: [photo('a')] }))
      .expect(photographedPassed);
  });

  it('needs one piece of a kind the item asks for, and takes others beside it', () => {
    const document = { ...photo('b'), kind: 'document', mediaType: 'application/pdf' } as const;
    const record = { ...photo('c'), kind: 'record' } as const;
    const asked = { itemCode: 'OSC-02', kinds: ['photo'], given: ['document', 'record'] };
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [document, { ...document, sha256: photo('d').sha256 }, record] }))
      .expectRejection('inspection.evidence-of-other-kind', asked);
    given(...inFieldwork)
      .when(answer({ itemCode: items.photographed.code, value: count(0), evidence: [document] }))
      .expectRejection('inspection.evidence-of-other-kind', {
        itemCode: 'OSC-04',
        kinds: ['photo'],
        given: ['document'],
      });
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [document, photo('a')] }))
      .expect(answered(items.posted.code, no, 'fail', { evidence: [document, photo('a')] }));
  });

  it('takes evidence of any kind where none is required', () => {
    const document = { ...photo('b'), kind: 'document' } as const;
    given(...inFieldwork)
      .when(answer({ evidence: [document] }))
      .expect(answered(items.posted.code, yes, 'pass', { evidence: [document] }));
  });

  it('counts a piece of the right kind captured before', () => {
    const captured: InspectionEvent = {
      type: 'EvidenceCaptured',
      data: { itemCode: items.posted.code, evidence: [photo('a')], capturedBy: people.member.id },
    };
    const document = { ...photo('b'), kind: 'document' } as const;
    given(...inFieldwork, captured)
      .when(answer({ value: no, evidence: [document] }))
      .expect(answered(items.posted.code, no, 'fail', { evidence: [photo('a'), document] }));
  });

  it('turns down evidence that cannot be', () => {
    const malformed = { ...photo('a'), sha256: 'A'.repeat(64) };
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [malformed] }))
      .expectRejection('evidence.digest-malformed', { sha256: malformed.sha256 });
    given(...inFieldwork)
      .when(answer({ value: no, evidence: [{ ...photo('a'), size: 0 }] }))
      .expectRejection('evidence.empty', { name: 'a.jpg' });
  });

  it('turns down a value that does not fit the item', () => {
    given(...inFieldwork)
      .when(answer({ value: count(1) }))
      .expectRejection('inspection.answer-invalid', { itemCode: 'OSC-02', why: 'answer.wrong-kind' });
  });

  it('takes no finding on an item that passes', () => {
    given(...inFieldwork)
      .when(answer({ finding: words }))
      .expectRejection('inspection.finding-on-passed-item', { itemCodes: ['OSC-02'] });
  });

  it('takes no finding under the id of another', () => {
    given(...inFieldwork, overcharged, overchargedFound)
      .when(answer({ value: no, evidence: [photo('a')], finding: words, findingId: 'finding-2' }))
      .expectRejection('inspection.finding-id-taken', { number: 'TT-01' });
  });

  it('answers once: another value, evidence, note or finding is not swallowed', () => {
    const history = [...inFieldwork, postedFailed];
    const again = { value: no, evidence: [photo('a')] };
    given(...history)
      .when(answer(again))
      .expectNothing();
    given(...history)
      .when(answer({ value: no }))
      .expectNothing();
    for (const part of [{ value: yes }, { evidence: [photo('b')] }, { note: 'Đã bong tróc' }, { finding: words }])
      given(...history)
        .when(answer({ ...again, ...part }))
        .expectRejection('inspection.item-already-answered', { itemCode: 'OSC-02' });
    const worded = [...history, foundOn(items.posted, 'finding-1', words)];
    given(...worded)
      .when(answer({ ...again, finding: words }))
      .expectNothing();
    for (const other of [{ cause: null }, { effect: 'Đi lại nhiều lần' }, { amountAtRisk: 1 }, { place: null }])
      given(...worded)
        .when(answer({ ...again, finding: { ...words, ...other } }))
        .expectRejection('inspection.item-already-answered', { itemCode: 'OSC-02' });
    given(...inFieldwork)
      .when(answer({ itemCode: items.earlier.code, value: { kind: 'derived', total: 1, implemented: 1 } }))
      .expectRejection('inspection.item-already-answered', { itemCode: 'OSC-25' });
  });

  it('knows no item beside the checklist', () => {
    given(...inFieldwork)
      .when(answer({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown', { itemCode: 'OSC-99' });
  });

  it('stands where it needs to, then by whom, then on what', () => {
    const wrong = { by: people.stranger, itemCode: 'OSC-99' };
    given(ordered).when(answer(wrong)).expectRejection('inspection.not-in-fieldwork', { status: 'ordered' });
    given(...inFieldwork, suspended)
      .when(answer(wrong))
      .expectRejection('inspection.not-in-fieldwork', { status: 'suspended' });
    given(...inFieldwork)
      .when(answer(wrong))
      .expectRejection('inspection.not-on-team');
    given(...inFieldwork)
      .when(answer({ ...wrong, by: people.member }))
      .expectRejection('inspection.item-unknown');
  });
});

describe('marking an item not applicable', () => {
  const mark = (part: Partial<InspectionCommands['MarkItemNotApplicable']> = {}) =>
    ({
      type: 'MarkItemNotApplicable',
      data: { by: people.member, itemCode: items.posted.code, reason: 'Chưa có hồ sơ', ...part },
    }) as const;
  const marked: InspectionEvent = {
    type: 'ChecklistItemMarkedNotApplicable',
    data: { itemCode: items.posted.code, reason: 'Chưa có hồ sơ', answeredBy: people.member.id },
  };

  it('keeps the reason', () => {
    given(...inFieldwork)
      .when(mark())
      .expect(marked);
  });

  it('neither replaces an answer nor another reason', () => {
    given(...inFieldwork, postedPassed)
      .when(mark())
      .expectRejection('inspection.item-already-answered', { itemCode: 'OSC-02' });
    given(...inFieldwork, marked)
      .when(mark({ reason: 'Không thuộc thẩm quyền' }))
      .expectRejection('inspection.item-already-answered', { itemCode: 'OSC-02' });
  });

  it('is the work of the team in fieldwork, on an item of the checklist', () => {
    given(ordered).when(mark()).expectRejection('inspection.not-in-fieldwork');
    given(...inFieldwork)
      .when(mark({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
    given(...inFieldwork)
      .when(mark({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown');
  });
});

describe('an item that the system answers', () => {
  it('is no one else’s to turn', () => {
    const itemCode = items.earlier.code;
    const by = people.lead;
    given(...inFieldwork)
      .when({ type: 'MarkItemNotApplicable', data: { by, itemCode, reason: 'Không cần' } })
      .expectRejection('inspection.item-answered-by-system', { itemCode });
    given(...inFieldwork)
      .when({
        type: 'CorrectAnswer',
        data: { by, itemCode, value: null, note: null, evidence: [], reason: 'Không cần', findingId: 'finding-1' },
      })
      .expectRejection('inspection.item-answered-by-system', { itemCode });
  });
});

describe('correcting an answer', () => {
  const correct = (part: Partial<InspectionCommands['CorrectAnswer']> = {}) =>
    ({
      type: 'CorrectAnswer',
      data: {
        by: people.member,
        itemCode: items.posted.code,
        value: no,
        note: null,
        evidence: [photo('a')],
        reason: 'Xem lại bảng thứ hai',
        findingId: 'finding-1',
        ...part,
      },
    }) as const;
  const answerOf = (event: InspectionEvent) => {
    if (event.type !== 'ChecklistItemAnswered') throw new Error('not an answer');
    const { itemCode: _, answeredBy, ...facts } = event.data;
    return { status: 'answered', ...facts } as const;
  };
  const corrected = (
    from: InspectionEvent,
    to: InspectionEvents['ChecklistAnswerCorrected']['corrected'],
    itemCode = items.posted.code,
  ): InspectionEvent => ({
    type: 'ChecklistAnswerCorrected',
    data: {
      itemCode,
      previous: answerOf(from),
      corrected: to,
      reason: 'Xem lại bảng thứ hai',
      answeredBy: people.member.id,
    },
  });
  const notApplicable = { status: 'not-applicable', reason: 'Xem lại bảng thứ hai' } as const;
  const toFail = corrected(postedPassed, answerOf(postedFailed));
  const toPass = corrected(postedFailed, { ...answerOf(postedPassed), evidence: [photo('a')] });
  const endFieldwork = { type: 'EndFieldwork', data: { by: people.lead } } as const;
  const restAnswered = [photographedPassed, notOvercharged];

  it('keeps what was said before', () => {
    given(...inFieldwork, postedPassed)
      .when(correct())
      .expect(toFail);
  });

  it('keeps the evidence when a failure turns into a pass', () => {
    given(...inFieldwork, postedFailed)
      .when(correct({ value: yes, evidence: [] }))
      .expect(toPass);
  });

  it('turns an answer into "not applicable" and back', () => {
    given(...inFieldwork, postedPassed)
      .when(correct({ value: null, evidence: [] }))
      .expect(corrected(postedPassed, notApplicable));
    given(...inFieldwork, nothingEarlier, corrected(postedPassed, notApplicable))
      .when(correct({ value: yes, evidence: [] }))
      .expect({
        type: 'ChecklistAnswerCorrected',
        data: {
          itemCode: items.posted.code,
          previous: notApplicable,
          corrected: answerOf(postedPassed),
          reason: 'Xem lại bảng thứ hai',
          answeredBy: people.member.id,
        },
      });
  });

  it('corrects a note alone', () => {
    given(...inFieldwork, postedPassed)
      .when(correct({ value: yes, note: 'Bảng mới in', evidence: [] }))
      .expect(corrected(postedPassed, { ...answerOf(postedPassed), note: 'Bảng mới in' }));
  });

  it('decides nothing where nothing changes', () => {
    given(...inFieldwork, postedFailed)
      .when(correct())
      .expectNothing();
  });

  it('records the finding when a critical item turns into a failure', () => {
    given(...inFieldwork, notOvercharged)
      .when(correct({ itemCode: items.overcharged.code, value: yes, findingId: 'finding-2' }))
      .expect(corrected(notOvercharged, answerOf(overcharged), items.overcharged.code), overchargedFound);
  });

  it('records no second finding while the first one stands', () => {
    const passedAfterAll = { ...answerOf(notOvercharged), evidence: [photo('a')] };
    const back = corrected(overcharged, passedAfterAll, items.overcharged.code);
    given(...inFieldwork, overcharged, overchargedFound, back)
      .when(correct({ itemCode: items.overcharged.code, value: yes, findingId: 'finding-3' }))
      .expect({
        type: 'ChecklistAnswerCorrected',
        data: {
          itemCode: items.overcharged.code,
          previous: passedAfterAll,
          corrected: answerOf(overcharged),
          reason: 'Xem lại bảng thứ hai',
          answeredBy: people.member.id,
        },
      });
  });

  it('proposes a finding anew when the item fails again after it passed', () => {
    const dismissed: InspectionEvent = {
      type: 'ProposedFindingDismissed',
      data: { itemCode: items.posted.code, reason: 'Bản in mới đã treo', dismissedBy: people.member.id },
    };
    const found = foundOn(items.posted, 'finding-1');
    const discarded: InspectionEvent = {
      type: 'FindingDiscarded',
      data: {
        findingId: 'finding-1',
        number: 'TT-01',
        severity: 'minor',
        isCorrectedOnSite: false,
        reason: 'Nhìn nhầm bảng',
        discardedBy: people.member.id,
      },
    };
    for (const decided of [
      [dismissed, toPass],
      [found, toPass, discarded],
      [found, discarded, toPass],
    ])
      given(...inFieldwork, ...restAnswered, postedFailed, ...decided, toFail)
        .when(endFieldwork)
        .expectRejection('inspection.proposals-undecided', { itemCodes: ['OSC-02'] });
  });

  it('needs an answer to correct', () => {
    given(...inFieldwork)
      .when(correct())
      .expectRejection('inspection.item-not-answered', { itemCode: 'OSC-02' });
  });

  it('is judged like an answer', () => {
    given(...inFieldwork, postedPassed)
      .when(correct({ evidence: [] }))
      .expectRejection('inspection.evidence-required', { itemCode: 'OSC-02', kinds: ['photo'] });
    given(...inFieldwork, postedPassed)
      .when(correct({ evidence: [{ ...photo('a'), kind: 'video' }] }))
      .expectRejection('inspection.evidence-of-other-kind', { itemCode: 'OSC-02', kinds: ['photo'], given: ['video'] });
    given(...inFieldwork, postedPassed)
      .when(correct({ value: count(1) }))
      .expectRejection('inspection.answer-invalid', { itemCode: 'OSC-02', why: 'answer.wrong-kind' });
  });

  it('is the work of the team in fieldwork, on an item of the checklist', () => {
    given(...allPassedSigned)
      .when(correct())
      .expectRejection('inspection.not-in-fieldwork');
    given(...inFieldwork)
      .when(correct({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
    given(...inFieldwork)
      .when(correct({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown');
  });
});

describe('capturing evidence', () => {
  const capture = (part: Partial<InspectionCommands['CaptureEvidence']> = {}) =>
    ({
      type: 'CaptureEvidence',
      data: { by: people.member, itemCode: items.posted.code, evidence: [photo('a')], ...part },
    }) as const;

  it('records what is new to the item', () => {
    given(...inFieldwork, postedFailed)
      .when(capture({ evidence: [photo('a'), photo('b'), photo('b')] }))
      .expect({
        type: 'EvidenceCaptured',
        data: { itemCode: items.posted.code, evidence: [photo('b')], capturedBy: people.member.id },
      });
  });

  it('decides nothing for what the item has', () => {
    given(...inFieldwork, postedFailed)
      .when(capture())
      .expectNothing();
  });

  it('turns down a digest that is none, on an item that is none, by a person who is not of the team', () => {
    given(...inFieldwork)
      .when(capture({ evidence: [{ ...photo('a'), sha256: 'a' }] }))
      .expectRejection('evidence.digest-malformed');
    given(...inFieldwork)
      .when(capture({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown');
    given(...inFieldwork)
      .when(capture({ by: people.officer }))
      .expectRejection('inspection.not-on-team');
    given(...inFieldwork, suspended)
      .when(capture())
      .expectRejection('inspection.not-in-fieldwork');
  });
});

describe('suspending and resuming fieldwork', () => {
  const suspend = (by: InspectionCommands['SuspendFieldwork']['by'] = people.lead) =>
    ({ type: 'SuspendFieldwork', data: { by, reason: 'Mất điện' } }) as const;
  const resume = (by: InspectionCommands['ResumeFieldwork']['by'] = people.lead) =>
    ({ type: 'ResumeFieldwork', data: { by } }) as const;

  it('suspends and resumes, keeping the answers', () => {
    given(...inFieldwork, postedPassed)
      .when(suspend())
      .expect(suspended);
    given(...inFieldwork, postedPassed, suspended)
      .when(resume())
      .expect(resumed);
    const state = fold(inspection, [...inFieldwork, postedPassed, suspended, resumed]);
    expect(state).toEqual(fold(inspection, [...inFieldwork, postedPassed]));
  });

  it('is for the lead alone', () => {
    given(...inFieldwork)
      .when(suspend(people.member))
      .expectRejection('inspection.lead-only');
    given(...inFieldwork)
      .when(suspend(people.stranger))
      .expectRejection('inspection.not-on-team');
    given(...inFieldwork, suspended)
      .when(resume(people.member))
      .expectRejection('inspection.lead-only');
  });

  it('needs fieldwork to suspend, and a suspension to resume from', () => {
    given(ordered).when(suspend()).expectRejection('inspection.not-in-fieldwork', { status: 'ordered' });
    given(ordered).when(resume()).expectRejection('inspection.not-suspended', { status: 'ordered' });
    given(...allPassedSigned)
      .when(resume(people.stranger))
      .expectRejection('inspection.not-suspended', { status: 'minutes-signed' });
  });
});

describe('ending fieldwork', () => {
  const end = (by: InspectionCommands['EndFieldwork']['by'] = people.lead) =>
    ({ type: 'EndFieldwork', data: { by } }) as const;

  it('freezes the score', () => {
    given(...allPassed)
      .when(end())
      .expect(endedWith(3, 3, 0));
    given(...oneFound)
      .when(end())
      .expect(endedWith(2, 3, 1));
  });

  it('needs every item answered', () => {
    given(...inFieldwork, postedFailed)
      .when(end())
      .expectRejection('inspection.items-unanswered', { itemCodes: ['OSC-04', 'OSC-16'] });
  });

  it('needs a finding or a reason for none on every failed item', () => {
    const rest = [photographedPassed, notOvercharged];
    given(...inFieldwork, postedFailed, ...rest)
      .when(end())
      .expectRejection('inspection.proposals-undecided', { itemCodes: ['OSC-02'] });
    given(...inFieldwork, postedFailed, ...rest, {
      type: 'ProposedFindingDismissed',
      data: { itemCode: items.posted.code, reason: 'Bản in mới đã treo', dismissedBy: people.member.id },
    })
      .when(end())
      .expect(endedWith(2, 3, 1));
  });

  it('leaves no finding on an item that passes after all', () => {
    given(...oneFound, {
      type: 'ChecklistAnswerCorrected',
      data: {
        itemCode: items.posted.code,
        previous: { status: 'not-applicable', reason: 'x' },
        corrected: { status: 'answered', value: yes, outcome: 'pass', note: null, evidence: [] },
        reason: 'Nhìn nhầm bảng',
        answeredBy: people.member.id,
      },
    })
      .when(end())
      .expectRejection('inspection.finding-on-passed-item', { itemCodes: ['OSC-02'] });
  });

  it('is for the lead, in fieldwork', () => {
    given(...allPassed)
      .when(end(people.member))
      .expectRejection('inspection.lead-only');
    given(...allPassed)
      .when(end(people.stranger))
      .expectRejection('inspection.not-on-team');
    given(...allPassed, suspended)
      .when(end())
      .expectRejection('inspection.not-in-fieldwork', { status: 'suspended' });
    given(...inFieldwork)
      .when(end(people.member))
      .expectRejection('inspection.lead-only');
  });
});
