import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { people, photo } from '../testing/fixtures.js';
import {
  allPassed,
  allPassedSigned,
  endedWith,
  type InspectionEvent,
  inFieldwork,
  nothingEarlier,
  ordered,
  settled,
  started,
  underFollowUp,
} from '../testing/inspection-histories.js';
import { scenario } from '../testing/scenario.js';
import { earlierUnchecked, earlierUndecided } from './earlier.js';
import type { EarlierRecommendation, InspectionCommands } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const overdue: EarlierRecommendation = {
  recommendationId: 'r-1',
  number: 'KN-01',
  text: 'Niêm yết lại',
  inspectionId: 'i-0',
  inspectionNumber: '07/QĐ-UBND',
  findings: [{ findingId: 'f-1', number: 'TT-03', itemCode: 'OSC-03', condition: 'Chưa niêm yết phí', place: null }],
  dueOn: '2023-01-31',
  status: 'open',
  settledOn: null,
  isDue: true,
};
const notYet: EarlierRecommendation = {
  ...overdue,
  recommendationId: 'r-2',
  number: 'KN-02',
  dueOn: '2023-12-31',
  isDue: false,
};
const closed: EarlierRecommendation = {
  ...overdue,
  recommendationId: 'r-3',
  number: 'KN-03',
  status: 'implemented',
  settledOn: '2023-02-20',
};
const loaded: InspectionEvent = {
  type: 'EarlierRecommendationsLoaded',
  data: { recommendations: [overdue, notYet, closed] },
};
const onSite = [ordered, started, loaded, nothingEarlier] as const;

type Asked = Partial<InspectionCommands['CheckEarlierRecommendation']>;
function check(part: Asked = {}) {
  const data = {
    by: people.member,
    recommendationId: 'r-1',
    outcome: 'carried-out' as const,
    note: null,
    evidence: [],
    ...part,
  };
  return { type: 'CheckEarlierRecommendation', data } as const;
}
function checked(part: Asked = {}, number = 'KN-01'): InspectionEvent {
  const { by, ...data } = check(part).data;
  return { type: 'EarlierRecommendationChecked', data: { number, ...data, checkedBy: by.id } };
}

describe('starting where the unit was told something before', () => {
  const start = (recommendations: readonly EarlierRecommendation[]) =>
    ({
      type: 'StartInspection',
      data: {
        by: people.lead,
        on: '2023-05-09',
        place: 'Bộ phận Một cửa',
        earlier: { total: 0, implemented: 0, recommendations },
        findingId: 'finding-0',
      },
    }) as const;

  it('starts with every earlier recommendation to go back to', () => {
    given(ordered)
      .when(start([overdue, notYet, closed]))
      .expect(...onSite.slice(1));
    const state = fold(inspection, onSite);
    expect(state.status !== 'absent' && earlierUnchecked(state.file).map(({ number }) => number)).toEqual([
      'KN-01',
      'KN-02',
      'KN-03',
    ]);
  });

  it('loads nothing where there is nothing', () => {
    given(ordered).when(start([])).expect(started, nothingEarlier);
  });
});

describe('going back to an earlier recommendation', () => {
  it('records how it was found, by any member of the team', () => {
    given(...onSite)
      .when(check())
      .expect(checked());
    const partly = { outcome: 'partly', note: 'Mới một nửa', evidence: [photo('b')] } as const;
    given(...onSite)
      .when(check(partly))
      .expect(checked(partly));
    const later = { recommendationId: 'r-2', outcome: 'not-due' } as const;
    given(...onSite)
      .when(check(later))
      .expect(checked(later, 'KN-02'));
    const state = fold(inspection, [...onSite, checked(), checked(later, 'KN-02')]);
    expect(state.status !== 'absent' && earlierUnchecked(state.file).map(({ number }) => number)).toEqual(['KN-03']);
  });

  it('finds a closed one that no longer holds', () => {
    const failed = { recommendationId: 'r-3', outcome: 'not-carried-out', evidence: [photo('b')] } as const;
    given(...onSite)
      .when(check(failed))
      .expect(checked(failed, 'KN-03'));
  });

  it.each(['partly', 'not-carried-out'] as const)('needs evidence that it was %s', (outcome) => {
    given(...onSite)
      .when(check({ outcome }))
      .expectRejection('inspection.earlier-without-evidence', { number: 'KN-01' });
  });

  it('takes no declared digest that is none', () => {
    given(...onSite)
      .when(check({ outcome: 'partly', evidence: [{ ...photo('b'), sha256: 'x' }] }))
      .expectRejection('evidence.digest-malformed');
  });

  it('puts nothing off that is due or settled', () => {
    for (const recommendationId of ['r-1', 'r-3'])
      given(...onSite)
        .when(check({ recommendationId, outcome: 'not-due' }))
        .expectRejection('inspection.earlier-is-due');
  });

  it('decides nothing for the same again, and takes another outcome with a note that says why', () => {
    given(...onSite, checked())
      .when(check({ by: people.lead }))
      .expectNothing();
    const other = { outcome: 'not-carried-out', evidence: [photo('b')] } as const;
    given(...onSite, checked())
      .when(check(other))
      .expectRejection('inspection.earlier-already-checked', { number: 'KN-01' });
    const because = { ...other, note: 'Bảng là của năm trước' };
    given(...onSite, checked())
      .when(check(because))
      .expect(checked(because));
  });

  it('knows only what was loaded', () => {
    given(...onSite)
      .when(check({ recommendationId: 'r-9' }))
      .expectRejection('inspection.earlier-unknown', { recommendationId: 'r-9' });
    given(...inFieldwork)
      .when(check())
      .expectRejection('inspection.earlier-unknown');
  });

  it('is the team’s', () => {
    given(...onSite)
      .when(check({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
  });

  it.each<[string, readonly InspectionEvent[]]>([
    ['ordered', [ordered]],
    ['suspended', [...onSite, { type: 'FieldworkSuspended', data: { reason: 'Mất điện' } }]],
    ['fieldwork-ended', [...allPassed, endedWith(3, 3, 0)]],
    ['minutes-signed', allPassedSigned],
    ['under-follow-up', underFollowUp],
    ['cancelled', [ordered, { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } }]],
    ['under-follow-up', [...underFollowUp, settled('r-9')]],
  ])('is done in fieldwork, not while %s', (status, events) => {
    given(...events)
      .when(check())
      .expectRejection('inspection.not-in-fieldwork', { status });
  });

  it('knows no inspection before its order', () => {
    given().when(check()).expectRejection('inspection.unknown');
  });
});

describe('ending fieldwork', () => {
  const end = { type: 'EndFieldwork', data: { by: people.lead } } as const;
  const rest = allPassed.slice(inFieldwork.length);
  const failed = { outcome: 'not-carried-out', evidence: [photo('b')] } as const;
  const others = [
    checked({ recommendationId: 'r-2', outcome: 'not-due' }, 'KN-02'),
    checked({ recommendationId: 'r-3' }, 'KN-03'),
  ];
  const dismissed: InspectionEvent = {
    type: 'EarlierProposalDismissed',
    data: { recommendationId: 'r-1', number: 'KN-01', reason: 'Còn đôn đốc', dismissedBy: people.member.id },
  };
  const dismiss = (part: object = {}) =>
    ({
      type: 'DismissEarlierProposal',
      data: { by: people.member, recommendationId: 'r-1', reason: 'Còn đôn đốc', ...part },
    }) as const;
  const words = { condition: 'Vẫn chưa niêm yết phí', cause: null, effect: null, amountAtRisk: null, place: null };
  const record = (part: Partial<InspectionCommands['RecordFinding']> = {}) =>
    ({
      type: 'RecordFinding',
      data: {
        by: people.member,
        findingId: 'f-9',
        itemCode: null,
        severity: 'major',
        criteria: null,
        evidence: [],
        earlierRecommendationId: 'r-1',
        ...words,
        ...part,
      },
    }) as const;
  const found: Extract<InspectionEvent, { type: 'FindingRecorded' }> = {
    type: 'FindingRecorded',
    data: {
      findingId: 'f-9',
      number: 'TT-01',
      itemCode: null,
      severity: 'major',
      criteria: { vi: overdue.text, en: overdue.text },
      ...words,
      indices: [],
      evidence: [photo('b')],
      recordedBy: people.member.id,
      earlierRecommendationId: 'r-1',
    },
  };
  const persisting: InspectionEvent = {
    type: 'RecurrenceIdentified',
    data: {
      findingId: 'f-9',
      number: 'TT-01',
      kind: 'persisting',
      earlier: { inspectionId: 'i-0', inspectionNumber: '07/QĐ-UBND', findingId: 'f-1', number: 'TT-03' },
    },
  };
  const failedOne = [...onSite, ...rest, ...others, checked(failed)] as const;

  it('waits for every earlier recommendation to be gone back to, and names those that were not', () => {
    given(...onSite, ...rest)
      .when(end)
      .expectRejection('inspection.earlier-unchecked', { numbers: ['KN-01', 'KN-02', 'KN-03'] });
    given(...onSite, ...rest, ...others)
      .when(end)
      .expectRejection('inspection.earlier-unchecked', { numbers: ['KN-01'] });
    given(...onSite, ...rest, ...others, checked())
      .when(end)
      .expect(endedWith(3, 3, 0));
    // The checklist comes first.
    given(...onSite)
      .when(end)
      .expectRejection('inspection.items-unanswered');
  });

  it('waits for a decision on what was not carried out', () => {
    given(...failedOne)
      .when(end)
      .expectRejection('inspection.earlier-undecided', { numbers: ['KN-01'] });
    for (const decided of [[dismissed], [found, persisting]])
      given(...failedOne, ...decided)
        .when(end)
        .expect(endedWith(3, 3, 0));
  });

  it('makes a finding that persists, worded by the recommendation and shown by the check', () => {
    given(...failedOne)
      .when(record())
      .expect(found, persisting);
    given(...failedOne, found, persisting)
      .when(record())
      .expectNothing();
    const own = { criteria: 'Niêm yết đủ phí', evidence: [photo('c')] };
    given(...failedOne)
      .when(record(own))
      .expect(
        {
          ...found,
          data: { ...found.data, criteria: { vi: own.criteria, en: own.criteria }, evidence: [photo('b'), photo('c')] },
        },
        persisting,
      );
  });

  it('makes a repeat of what had been put right, and says nothing where the earlier finding is not known', () => {
    const again = checked({ ...failed, recommendationId: 'r-3' }, 'KN-03');
    given(...onSite, again)
      .when(record({ earlierRecommendationId: 'r-3' }))
      .expect({ ...found, data: { ...found.data, earlierRecommendationId: 'r-3' } }, {
        ...persisting,
        data: { ...persisting.data, kind: 'repeat' },
      } as InspectionEvent);
    const external: InspectionEvent = {
      type: 'EarlierRecommendationsLoaded',
      data: { recommendations: [{ ...overdue, inspectionId: null, findings: [] }] },
    };
    given(ordered, started, external, nothingEarlier, checked(failed)).when(record()).expect(found);
  });

  it('is decided by the same item found again at the same place', () => {
    const state = (place: string | null) =>
      fold(inspection, [
        ...onSite,
        checked(failed),
        { ...found, data: { ...found.data, itemCode: 'OSC-03', place, earlierRecommendationId: null } },
      ]);
    for (const place of [null, 'Bộ phận Một cửa']) {
      const { file } = state(place) as Exclude<ReturnType<typeof state>, { status: 'absent' }>;
      expect(earlierUndecided(file)).toEqual([]);
    }
  });

  it('stays decided by the reason, when that finding is withdrawn or moved to another place', () => {
    const place = 'Bộ phận Một cửa';
    const onItem: InspectionEvent = {
      ...found,
      data: { ...found.data, itemCode: 'OSC-03', place, earlierRecommendationId: null },
    };
    const placed: InspectionEvent = {
      type: 'EarlierRecommendationsLoaded',
      data: { recommendations: [{ ...overdue, findings: overdue.findings.map((before) => ({ ...before, place })) }] },
    };
    const { condition, cause, effect, amountAtRisk } = words;
    const wording = { severity: 'major', condition, cause, effect, amountAtRisk, place } as const;
    for (const event of [
      {
        type: 'FindingWithdrawn',
        data: {
          findingId: 'f-9',
          number: 'TT-01',
          severity: 'major',
          isCorrectedOnSite: false,
          reason: 'x',
          withdrawnBy: 'hai',
        },
      },
      {
        type: 'FindingAmended',
        data: {
          findingId: 'f-9',
          number: 'TT-01',
          previous: wording,
          amended: { ...wording, place: 'Kho' },
          reason: 'x',
          amendedBy: 'hai',
        },
      },
    ] as const satisfies readonly InspectionEvent[]) {
      const state = fold(inspection, [ordered, started, placed, checked(failed), onItem, event]);
      expect(state.status !== 'absent' && state.file.earlier.map(({ dismissedFor }) => dismissedFor)).toEqual(['x']);
    }
  });

  it('comes only from a check that failed', () => {
    for (const history of [onSite, [...onSite, checked()]])
      given(...history)
        .when(record())
        .expectRejection('inspection.earlier-not-failed', { number: 'KN-01' });
    given(...onSite)
      .when(record({ earlierRecommendationId: 'r-9' }))
      .expectRejection('inspection.earlier-unknown');
  });

  it('is dismissed with a reason, once, where something is proposed', () => {
    given(...failedOne)
      .when(dismiss())
      .expect(dismissed);
    given(...failedOne, dismissed)
      .when(dismiss())
      .expectNothing();
    for (const history of [onSite, [...failedOne, found, persisting], [...onSite, checked()]])
      given(...history)
        .when(dismiss())
        .expectRejection('inspection.earlier-nothing-proposed', { number: 'KN-01' });
    given(...failedOne, dismissed)
      .when(dismiss({ reason: 'Khác' }))
      .expectRejection('inspection.earlier-nothing-proposed');
    given(...failedOne)
      .when(dismiss({ recommendationId: 'r-9' }))
      .expectRejection('inspection.earlier-unknown');
    given(...failedOne)
      .when(dismiss({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
  });

  it('asks again when the check turns', () => {
    const right = checked({ note: 'Đã treo bảng ở cửa sau' });
    const wrong = checked({ ...failed, note: 'Bảng ấy là của năm trước' });
    given(...failedOne, dismissed, right)
      .when(end)
      .expect(endedWith(3, 3, 0));
    given(...failedOne, dismissed, right, wrong)
      .when(end)
      .expectRejection('inspection.earlier-undecided');
    // Only partly is not another failure.
    given(...failedOne, dismissed, checked({ ...failed, outcome: 'partly', note: 'Một phần' }))
      .when(end)
      .expect(endedWith(3, 3, 0));
    given(...failedOne, found, persisting, right)
      .when(end)
      .expectRejection('inspection.finding-on-carried-out', { numbers: ['TT-01'] });
  });

  it('keeps the reason of a finding that was dropped as the decision', () => {
    const discarded: InspectionEvent = {
      type: 'FindingDiscarded',
      data: {
        findingId: 'f-9',
        number: 'TT-01',
        severity: 'major',
        isCorrectedOnSite: false,
        reason: 'Đã gia hạn',
        discardedBy: people.member.id,
      },
    };
    given(...failedOne, found, persisting, discarded)
      .when(end)
      .expect(endedWith(3, 3, 0));
    given(...failedOne, found, persisting, discarded)
      .when(dismiss({ reason: 'Đã gia hạn' }))
      .expectNothing();
  });
});
