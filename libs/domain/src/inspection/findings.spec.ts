import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { items, people, photo } from '../testing/fixtures.js';
import {
  allPassedSigned,
  answered,
  foundOn,
  type InspectionEvent,
  inFieldwork,
  no,
  notOvercharged,
  ordered,
  overcharged,
  overchargedFound,
  photographedPassed,
  postedFailed,
  postedPassed,
  yes,
} from '../testing/inspection-histories.js';
import { scenario } from '../testing/scenario.js';
import type { InspectionCommands, InspectionEvents } from './facts.js';
import { proposedFindings } from './findings.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const words = {
  condition: 'Thiếu ba thủ tục về đất đai',
  cause: 'Chưa phân công',
  effect: 'Người dân phải đi lại nhiều lần',
  amountAtRisk: 150_000,
  place: 'Bảng niêm yết',
};
const suspended: InspectionEvent = { type: 'FieldworkSuspended', data: { reason: 'Mất điện' } };
const ended: InspectionEvent = {
  type: 'FieldworkEnded',
  data: {
    score: {
      passed: 2,
      applicable: 3,
      notApplicable: 1,
      unanswered: 0,
      failedBySeverity: { minor: 1, major: 0, critical: 0 },
    },
  },
};
const postedFound = foundOn(items.posted, 'finding-1', words);
const dismissed: InspectionEvent = {
  type: 'ProposedFindingDismissed',
  data: { itemCode: items.posted.code, reason: 'Bản in mới đã treo', dismissedBy: people.member.id },
};
const failed = [...inFieldwork, postedFailed] as const;
const found = [...failed, postedFound] as const;

function discarded(part: Partial<InspectionEvents['FindingDiscarded']> = {}): InspectionEvent {
  return {
    type: 'FindingDiscarded',
    data: {
      findingId: 'finding-1',
      number: 'TT-01',
      severity: 'minor',
      isCorrectedOnSite: false,
      reason: 'Nhìn nhầm bảng',
      discardedBy: people.member.id,
      ...part,
    },
  };
}

function corrected(part: Partial<InspectionEvents['FindingCorrectedOnSite']> = {}): InspectionEvent {
  return {
    type: 'FindingCorrectedOnSite',
    data: {
      findingId: 'finding-1',
      note: 'Đã treo bảng mới',
      before: [photo('a')],
      after: [photo('c')],
      recordedBy: people.member.id,
      ...part,
    },
  };
}

describe('recording a finding on a failed item', () => {
  const record = (part: Partial<InspectionCommands['RecordFinding']> = {}) =>
    ({
      type: 'RecordFinding',
      data: {
        by: people.member,
        findingId: 'finding-1',
        itemCode: items.posted.code,
        severity: null,
        criteria: null,
        evidence: [],
        ...words,
        earlierRecommendationId: null,
        ...part,
      },
    }) as const;

  it('takes criteria, severity, indices and evidence from the item and its answer', () => {
    given(...failed)
      .when(record())
      .expect(postedFound);
  });

  it('adds its own evidence to that of the answer, the same content once', () => {
    given(...failed)
      .when(record({ evidence: [photo('b'), photo('a')] }))
      .expect(foundOn(items.posted, 'finding-1', { ...words, evidence: [photo('a'), photo('b')] }));
  });

  it('takes the severity the team gives it', () => {
    given(...failed)
      .when(record({ severity: 'major' }))
      .expect(foundOn(items.posted, 'finding-1', { ...words, severity: 'major' }));
  });

  it('takes a second one at another place, not at the same', () => {
    given(...found)
      .when(record({ findingId: 'finding-2', place: 'Cổng trụ sở' }))
      .expect(foundOn(items.posted, 'finding-2', { ...words, number: 'TT-02', place: 'Cổng trụ sở' }));
    given(...found)
      .when(record({ findingId: 'finding-2', condition: 'Chữ mờ' }))
      .expectRejection('inspection.finding-already-recorded', { itemCode: 'OSC-02' });
  });

  it('never gives a number away twice', () => {
    given(...found, discarded())
      .when(record({ findingId: 'finding-2' }))
      .expect(foundOn(items.posted, 'finding-2', { ...words, number: 'TT-02' }));
  });

  it('takes the place of a dismissal', () => {
    const state = fold(inspection, [...failed, dismissed, postedFound]);
    if (state.status === 'absent') throw new Error('there is no file');
    expect(state.file.dismissed).toEqual({});
    given(...failed, dismissed)
      .when(record())
      .expect(postedFound);
  });

  it('needs a failure', () => {
    const onPassed = { itemCodes: ['OSC-02'] };
    given(...inFieldwork)
      .when(record())
      .expectRejection('inspection.finding-on-passed-item', onPassed);
    given(...inFieldwork, postedPassed)
      .when(record())
      .expectRejection('inspection.finding-on-passed-item', onPassed);
    given(...inFieldwork)
      .when(record({ itemCode: items.earlier.code }))
      .expectRejection('inspection.finding-on-passed-item', { itemCodes: ['OSC-25'] });
  });

  it('decides nothing for the same again, and swallows nothing that is new', () => {
    given(...found)
      .when(record())
      .expectNothing();
    given(...found, discarded())
      .when(record({ evidence: [photo('a')] }))
      .expectNothing();
    for (const part of [
      { condition: 'Chữ mờ' },
      { cause: null },
      { effect: null },
      { amountAtRisk: 200_000 },
      { place: null },
      { severity: 'critical' as const },
      { evidence: [photo('b')] },
      { itemCode: items.overcharged.code },
    ])
      given(...found)
        .when(record(part))
        .expectRejection('inspection.finding-id-taken', { number: 'TT-01' });
  });

  it('turns down evidence that cannot be', () => {
    given(...failed)
      .when(record({ evidence: [{ ...photo('b'), sha256: 'b' }] }))
      .expectRejection('evidence.digest-malformed', { sha256: 'b' });
    given(...failed)
      .when(record({ evidence: [{ ...photo('b'), size: 0.5 }] }))
      .expectRejection('evidence.empty', { name: 'b.jpg' });
  });

  it('stands where it needs to, then by whom, then on what', () => {
    const wrong = { by: people.stranger, itemCode: 'OSC-99' };
    given(...failed, suspended)
      .when(record(wrong))
      .expectRejection('inspection.not-in-fieldwork', { status: 'suspended' });
    given(...failed)
      .when(record(wrong))
      .expectRejection('inspection.not-on-team');
    given(...found)
      .when(record({ ...wrong, by: people.member }))
      .expectRejection('inspection.finding-id-taken');
    given(...failed)
      .when(record({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown', { itemCode: 'OSC-99' });
  });

  describe('outside the checklist', () => {
    const outside = (part: Partial<InspectionCommands['RecordFinding']> = {}) =>
      record({ itemCode: null, severity: 'major', criteria: 'Lối vào thông thoáng', evidence: [photo('d')], ...part });
    const outsideFound: InspectionEvent = {
      type: 'FindingRecorded',
      data: {
        findingId: 'finding-1',
        number: 'TT-01',
        itemCode: null,
        severity: 'major',
        criteria: { vi: 'Lối vào thông thoáng', en: 'Lối vào thông thoáng' },
        ...words,
        indices: [],
        evidence: [photo('d')],
        recordedBy: people.member.id,
        earlierRecommendationId: null,
      },
    };

    it('records what the team says, whatever was answered', () => {
      given(...inFieldwork)
        .when(outside())
        .expect(outsideFound);
    });

    it('keeps the same content once', () => {
      given(...inFieldwork)
        .when(outside({ evidence: [photo('d'), photo('d')] }))
        .expect(outsideFound);
    });

    it('needs severity, criteria and evidence, in that order', () => {
      const nothing = { severity: null, criteria: null, evidence: [] };
      given(...inFieldwork)
        .when(outside(nothing))
        .expectRejection('inspection.finding-without-severity', {});
      given(...inFieldwork)
        .when(outside({ ...nothing, severity: 'minor' }))
        .expectRejection('inspection.finding-without-criteria', {});
      given(...inFieldwork)
        .when(outside({ evidence: [] }))
        .expectRejection('inspection.finding-without-evidence', {});
      given(...inFieldwork)
        .when(outside({ evidence: [{ ...photo('d'), size: 0 }] }))
        .expectRejection('evidence.empty');
    });

    it('decides nothing for the same again, and swallows no other criteria', () => {
      given(...inFieldwork, outsideFound)
        .when(outside())
        .expectNothing();
      given(...inFieldwork, outsideFound)
        .when(outside({ criteria: 'Lối vào rộng' }))
        .expectRejection('inspection.finding-id-taken', { number: 'TT-01' });
    });
  });
});

describe('correcting a finding on site', () => {
  const correct = (part: Partial<InspectionCommands['CorrectFindingOnSite']> = {}) =>
    ({
      type: 'CorrectFindingOnSite',
      data: {
        by: people.member,
        findingId: 'finding-1',
        note: 'Đã treo bảng mới',
        before: [],
        after: [photo('c')],
        ...part,
      },
    }) as const;

  it('shows the state before by the evidence of the finding', () => {
    given(...found)
      .when(correct())
      .expect(corrected());
  });

  it('shows it by its own evidence where there is some', () => {
    given(...found)
      .when(correct({ before: [photo('b')], after: [photo('c'), photo('c')] }))
      .expect(corrected({ before: [photo('b')] }));
  });

  it('needs evidence of the state after, and evidence that can be', () => {
    given(...found)
      .when(correct({ after: [] }))
      .expectRejection('inspection.correction-without-evidence', { number: 'TT-01' });
    for (const part of [{ after: [{ ...photo('c'), sha256: '' }] }, { before: [{ ...photo('c'), sha256: '' }] }])
      given(...found)
        .when(correct(part))
        .expectRejection('evidence.digest-malformed');
  });

  it('is made once', () => {
    given(...found, corrected())
      .when(correct({ note: 'Đã treo thêm bảng', after: [] }))
      .expectNothing();
  });

  it('needs a finding that stands', () => {
    given(...found)
      .when(correct({ findingId: 'finding-9' }))
      .expectRejection('inspection.finding-unknown', { findingId: 'finding-9' });
    given(...found, discarded())
      .when(correct())
      .expectRejection('inspection.finding-discarded', { number: 'TT-01' });
  });

  it('is the work of the team in fieldwork', () => {
    const wrong = { by: people.officer, findingId: 'finding-9' };
    given(...found, suspended)
      .when(correct(wrong))
      .expectRejection('inspection.not-in-fieldwork', { status: 'suspended' });
    given(...found)
      .when(correct(wrong))
      .expectRejection('inspection.not-on-team');
  });
});

describe('discarding a finding', () => {
  const discard = (part: Partial<InspectionCommands['DiscardFinding']> = {}) =>
    ({
      type: 'DiscardFinding',
      data: { by: people.member, findingId: 'finding-1', reason: 'Nhìn nhầm bảng', ...part },
    }) as const;

  it('says what it takes away', () => {
    given(...found)
      .when(discard())
      .expect(discarded());
    given(...found, corrected())
      .when(discard())
      .expect(discarded({ isCorrectedOnSite: true }));
  });

  it('leaves the failed item without a finding for that reason', () => {
    const state = fold(inspection, [...found, discarded()]);
    if (state.status === 'absent') throw new Error('there is no file');
    expect(proposedFindings(state.file)).toEqual([]);
    expect(state.file.dismissed).toEqual({ 'OSC-02': 'Nhìn nhầm bảng' });
  });

  it('leaves the item to its other finding where there is one', () => {
    const second = foundOn(items.posted, 'finding-2', { ...words, number: 'TT-02', place: 'Cổng trụ sở' });
    const state = fold(inspection, [...found, second, discarded()]);
    if (state.status === 'absent') throw new Error('there is no file');
    expect(state.file.dismissed).toEqual({});
    expect(state.file.findings.map(({ number, discarded }) => [number, discarded])).toEqual([
      ['TT-01', { reason: 'Nhìn nhầm bảng' }],
      ['TT-02', null],
    ]);
  });

  it('is the lead’s to answer for where the finding is critical', () => {
    const critical = [...inFieldwork, overcharged, overchargedFound];
    given(...critical)
      .when(discard({ findingId: 'finding-2' }))
      .expectRejection('inspection.lead-only');
    given(...critical)
      .when(discard({ by: people.lead, findingId: 'finding-2' }))
      .expect(discarded({ findingId: 'finding-2', severity: 'critical', discardedBy: people.lead.id }));
  });

  it('goes by the severity of the finding, not of its item', () => {
    const raised = foundOn(items.posted, 'finding-1', { ...words, severity: 'critical' });
    given(...failed, raised)
      .when(discard())
      .expectRejection('inspection.lead-only');
  });

  it('is made once, and of a finding there is', () => {
    given(...found, discarded())
      .when(discard({ reason: 'Lý do khác' }))
      .expectNothing();
    given(...found)
      .when(discard({ findingId: 'finding-9' }))
      .expectRejection('inspection.finding-unknown', { findingId: 'finding-9' });
  });

  it('is the work of the team in fieldwork', () => {
    const wrong = { by: people.officer, findingId: 'finding-9' };
    given(...found, photographedPassed, notOvercharged, ended)
      .when(discard(wrong))
      .expectRejection('inspection.not-in-fieldwork', { status: 'fieldwork-ended' });
    given(...found)
      .when(discard(wrong))
      .expectRejection('inspection.not-on-team');
  });
});

describe('dismissing a proposed finding', () => {
  const dismiss = (part: Partial<InspectionCommands['DismissProposedFinding']> = {}) =>
    ({
      type: 'DismissProposedFinding',
      data: { by: people.member, itemCode: items.posted.code, reason: 'Bản in mới đã treo', ...part },
    }) as const;

  it('keeps the reason for none', () => {
    given(...failed)
      .when(dismiss())
      .expect(dismissed);
  });

  it('decides nothing for the same reason, and takes no other', () => {
    given(...failed, dismissed)
      .when(dismiss())
      .expectNothing();
    given(...failed, dismissed)
      .when(dismiss({ reason: 'Lý do khác' }))
      .expectRejection('inspection.nothing-proposed', { itemCode: 'OSC-02' });
  });

  it('needs a proposal: a failed item without a finding', () => {
    for (const history of [inFieldwork, [...inFieldwork, postedPassed], found])
      given(...history)
        .when(dismiss())
        .expectRejection('inspection.nothing-proposed', { itemCode: 'OSC-02' });
  });

  it('cannot be of a critical item, which records its finding by itself', () => {
    given(...inFieldwork, overcharged, overchargedFound)
      .when(dismiss({ itemCode: items.overcharged.code }))
      .expectRejection('inspection.nothing-proposed', { itemCode: 'OSC-16' });
  });

  it('stands where it needs to, then by whom, then on what', () => {
    const wrong = { by: people.stranger, itemCode: 'OSC-99' };
    given(ordered).when(dismiss(wrong)).expectRejection('inspection.not-in-fieldwork', { status: 'ordered' });
    given(...allPassedSigned)
      .when(dismiss(wrong))
      .expectRejection('inspection.not-in-fieldwork', { status: 'minutes-signed' });
    given(...failed)
      .when(dismiss(wrong))
      .expectRejection('inspection.not-on-team');
    given(...failed)
      .when(dismiss({ itemCode: 'OSC-99' }))
      .expectRejection('inspection.item-unknown', { itemCode: 'OSC-99' });
  });
});

describe('what is proposed', () => {
  it('is every failed item that has neither a finding nor a reason for none, in the order of the checklist', () => {
    const photographedFailed = answered(items.photographed.code, { kind: 'number', value: 3 }, 'fail');
    const proposals = (...events: readonly InspectionEvent[]) => {
      const state = fold(inspection, [...inFieldwork, ...events]);
      if (state.status === 'absent') throw new Error('there is no file');
      return proposedFindings(state.file);
    };
    expect(proposals()).toEqual([]);
    expect(proposals(photographedFailed, postedFailed, overcharged)).toEqual(['OSC-02', 'OSC-04', 'OSC-16']);
    expect(proposals(photographedFailed, postedFailed, postedFound)).toEqual(['OSC-04']);
    expect(proposals(photographedFailed, postedFailed, dismissed)).toEqual(['OSC-04']);
    expect(proposals(answered(items.posted.code, yes, 'pass'), answered(items.overcharged.code, no, 'pass'))).toEqual(
      [],
    );
  });
});
