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
import { earlierUnchecked } from './earlier.js';
import type { EarlierRecommendation, InspectionCommands } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const overdue: EarlierRecommendation = {
  recommendationId: 'r-1',
  number: 'KN-01',
  text: 'Niêm yết lại',
  inspectionNumber: '07/QĐ-UBND',
  findings: [{ findingId: 'f-1', itemCode: 'OSC-03', condition: 'Chưa niêm yết phí', place: null }],
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
