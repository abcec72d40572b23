import { describe, expect, it } from '@jest/globals';
import type { Message } from '../kernel/decider.js';
import type { RecordedFacts } from '../kernel/recorded.js';
import { deadline, issued, items, people, photo, recorded, streams, townId, wardId } from '../testing/fixtures.js';
import {
  endedWith,
  foundOn,
  inFieldwork,
  oneFoundSigned,
  ordered,
  overcharged,
  overchargedFound,
  postedFailed,
  started,
} from '../testing/inspection-histories.js';
import {
  awaiting,
  extensionAsked,
  historyOf,
  implemented,
  issuedNow,
  notImplemented,
  obstructed,
  planned,
  progressed,
  proved,
  sentBack,
  verified,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { isOverdue } from '../recommendation/recommendation-board.view.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import type { DomainEvents } from './catalogue.js';
import { unitOverview, type UnitOverviewRow } from './unit-overview.view.js';

type Step = readonly [RecordedFacts['stream'], Message<DomainEvents>, Partial<RecordedFacts>?];

const established: Step = [
  streams.ward,
  {
    type: 'UnitEstablished',
    data: {
      id: wardId,
      name: 'UBND phường 1',
      code: '31783',
      kind: 'ward',
      parentId: townId,
      basis: null,
      validFrom: '2011-08-25',
    },
  },
];

function rowAfter(...steps: readonly Step[]): UnitOverviewRow {
  return rowOf(unitOverview, wardId, recorded(established, ...steps));
}

function inspected(...events: readonly Message<DomainEvents>[]): readonly Step[] {
  return events.map((event) => [streams.inspection, event] as const);
}

function told(...events: readonly Message<DomainEvents>[]): readonly Step[] {
  return events.map((event) => [streams.recommendation, event] as const);
}

const id = streams.recommendation.id;
const asBegun = { held: null, isExtensionAsked: false, escalatedTo: null };

describe('the overview of a unit', () => {
  it('begins with nothing', () => {
    expect(rowAfter()).toEqual({
      unitId: wardId,
      name: 'UBND phường 1',
      code: '31783',
      kind: 'ward',
      parentId: townId,
      headName: null,
      inspectionsStarted: 0,
      inspectionsEnded: 0,
      lastInspectedAt: null,
      findings: { minor: 0, major: 0, critical: 0 },
      correctedOnSite: 0,
      recommendationsIssued: 0,
      implemented: 0,
      notImplemented: 0,
      verified: 0,
      verifiedOnTime: 0,
      verifiedOnTimeOriginally: 0,
      amountToRecover: 0,
      amountRecovered: 0,
      extensionsGranted: 0,
      timesOverdue: 0,
      reminders: 0,
      escalations: 0,
      sanctionsImposed: 0,
      open: {},
      untold: {},
    });
  });

  it('follows name and head', () => {
    const basis = { number: '1668/NQ-UBTVQH15', signedOn: '2025-06-16' };
    expect(
      rowAfter(
        [
          streams.ward,
          {
            type: 'UnitRenamed',
            data: { name: 'UBND phường Vĩnh Châu', previousName: 'UBND phường 1', basis, validFrom: '2025-07-01' },
          },
        ],
        [
          streams.ward,
          { type: 'UnitHeadAppointed', data: { headName: 'Nguyễn Văn Hòa', basis: null, validFrom: '2021-06-01' } },
        ],
      ),
    ).toMatchObject({ name: 'UBND phường Vĩnh Châu', headName: 'Nguyễn Văn Hòa' });
  });

  it('gives nothing of an unannounced check away before its start', () => {
    expect(rowAfter(...inspected(ordered))).toEqual(rowAfter());
    expect(rowAfter(...inspected(ordered, { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } }))).toEqual(
      rowAfter(),
    );
    expect(rowAfter(...inspected(ordered, started))).toMatchObject({ inspectionsStarted: 1, inspectionsEnded: 0 });
  });

  it('was last inspected on the latest start, in whatever order devices report', () => {
    const at = (occurredAt: string): Step => [streams.inspection, started, { occurredAt }];
    const earlier = at('2023-03-01T01:00:00.000Z');
    const later = at('2023-05-09T01:00:00.000Z');
    for (const steps of [
      [earlier, later],
      [later, earlier],
    ])
      expect(rowAfter(...steps)).toMatchObject({ inspectionsStarted: 2, lastInspectedAt: '2023-05-09T01:00:00.000Z' });
  });

  it('counts findings by severity, takes the discarded back, and their correction with them', () => {
    const corrected: Message<DomainEvents> = {
      type: 'FindingCorrectedOnSite',
      data: { findingId: 'finding-1', note: 'Đã treo', before: [], after: [photo('c')], recordedBy: people.member.id },
    };
    const discarded = (isCorrectedOnSite: boolean): Message<DomainEvents> => ({
      type: 'FindingDiscarded',
      data: {
        findingId: 'finding-1',
        number: 'TT-01',
        severity: 'minor',
        isCorrectedOnSite,
        reason: 'Nhìn nhầm',
        discardedBy: people.member.id,
      },
    });
    const two = [...inFieldwork, postedFailed, foundOn(items.posted, 'finding-1'), overcharged, overchargedFound];
    expect(rowAfter(...inspected(...two)).findings).toEqual({ minor: 1, major: 0, critical: 1 });
    expect(rowAfter(...inspected(...two, corrected))).toMatchObject({ findings: { minor: 1 }, correctedOnSite: 1 });
    expect(rowAfter(...inspected(...two, corrected, discarded(true)))).toMatchObject({
      findings: { minor: 0, major: 0, critical: 1 },
      correctedOnSite: 0,
    });
    expect(rowAfter(...inspected(...two, discarded(false)))).toMatchObject({
      findings: { minor: 0 },
      correctedOnSite: 0,
    });
  });

  it('counts a check as ended with its fieldwork', () => {
    expect(rowAfter(...inspected(...oneFoundSigned))).toMatchObject({ inspectionsStarted: 1, inspectionsEnded: 1 });
    expect(rowAfter(...inspected(endedWith(3, 3, 0))).inspectionsEnded).toBe(1);
  });

  it.each([
    ['issued', [issuedNow]],
    ['issued', [issuedNow, obstructed]],
    ['planned', [issuedNow, planned]],
    ['in-progress', [issuedNow, progressed, planned]],
    ['awaiting-verification', awaiting],
    ['returned', [...sentBack, planned, progressed, obstructed]],
    ['verified', verifiedOnce],
  ] as const)('keeps what is open and %s', (status, events) => {
    expect(rowAfter(...told(...events))).toMatchObject({ recommendationsIssued: 1, implemented: 0, notImplemented: 0 });
    expect(rowAfter(...told(...events)).open).toEqual({
      [id]: { dueOn: '2023-05-30', originalDueOn: '2023-05-30', status, ...asBegun },
    });
  });

  it('lets go of what is settled', () => {
    expect(rowAfter(...told(...verifiedOnce, implemented))).toMatchObject({
      implemented: 1,
      notImplemented: 0,
      open: {},
    });
    expect(rowAfter(...told(...verifiedOnce, implemented)).open).toEqual({});
    expect(rowAfter(...told(issuedNow, notImplemented))).toMatchObject({ implemented: 0, notImplemented: 1 });
    expect(rowAfter(...told(issuedNow, notImplemented)).open).toEqual({});
  });

  it('counts the verified against both due dates', () => {
    const rates = (isOnTime: boolean, isOnTimeOriginally: boolean) => {
      const row = rowAfter(...told(...awaiting, verified({ isOnTime, isOnTimeOriginally })));
      return [row.verified, row.verifiedOnTime, row.verifiedOnTimeOriginally];
    };
    expect(rates(true, true)).toEqual([1, 1, 1]);
    expect(rates(true, false)).toEqual([1, 1, 0]);
    expect(rates(false, false)).toEqual([1, 0, 0]);
  });

  it('holds what overdue is counted from: open, due, no proof waiting, from the due date when returned', () => {
    const overdueOn = (events: readonly Message<DomainEvents>[], on: string) =>
      Object.values(rowAfter(...told(...events)).open).filter((open) => isOverdue(open, on)).length;
    const longer: Message<DomainEvents> = {
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn: '2023-06-15' } },
    };
    expect(overdueOn([issuedNow], '2023-05-30')).toBe(0);
    expect(overdueOn([issuedNow], '2023-05-31')).toBe(1);
    expect(overdueOn([longer], '2023-05-31')).toBe(0);
    expect(overdueOn([...awaiting], '2023-05-31')).toBe(0);
    expect(overdueOn([...sentBack], '2023-05-31')).toBe(1);
    expect(overdueOn([...sentBack, proved(2, 'c')], '2023-05-31')).toBe(0);
    expect(overdueOn([...verifiedOnce], '2023-05-31')).toBe(0);
  });

  it('keeps units apart, and knows nothing of one that was never established', () => {
    const rows = rowsOf(
      unitOverview,
      recorded(established, [streams.inspection, started, { unitId: 'another-unit' }], ...told(issuedNow)),
    );
    expect([...rows.keys()]).toEqual([wardId]);
    expect(rows.get(wardId)).toMatchObject({ inspectionsStarted: 0, recommendationsIssued: 1 });
  });

  it('counts money over every recommendation, external ones included', () => {
    const toCollect = { ...issuedNow.data, kind: 'collect-money', amountToRecover: 12_500_000 } as const;
    const paid = (amount: number, total: number) =>
      ({
        type: 'AmountRecovered',
        data: {
          amount,
          recoveredOn: '2023-05-20',
          document: `GNT ${total}`,
          evidence: [],
          total,
          amountToRecover: 12_500_000,
          by: people.officer.id,
        },
      }) as const;
    const row = rowAfter(
      ...told(
        { type: 'RecommendationIssued', data: toCollect } as Message<DomainEvents>,
        paid(10_000_000, 10_000_000),
        paid(1, 10_000_001),
      ),
    );
    expect(row).toMatchObject({ amountToRecover: 12_500_000, amountRecovered: 10_000_001 });
  });

  it('takes a verification back when the effect was not there', () => {
    const denied = {
      type: 'EffectivenessNotConfirmed',
      data: {
        reason: 'Bảng đã tháo',
        on: '2023-07-03',
        withdrawn: { isOnTime: true, isOnTimeOriginally: true },
        by: people.appraiser.id,
      },
    } as const;
    expect(rowAfter(...told(...verifiedOnce, denied))).toMatchObject({
      verified: 0,
      verifiedOnTime: 0,
      verifiedOnTimeOriginally: 0,
      open: { [id]: { status: 'returned' } },
    });
  });

  it('follows the clock: overdue, reminded, escalated, and the unit’s again by another date', () => {
    const step = {
      profile: 'p',
      step: 'T+5',
      workingDays: 5,
      dueOn: '2023-05-30',
      plannedOn: '2023-06-06',
      takenOn: '2023-06-06',
      to: [],
    } as const;
    const chased = [
      issuedNow,
      extensionAsked,
      { type: 'RecommendationBecameOverdue', data: { dueOn: '2023-05-30', on: '2023-05-31' } },
      { type: 'ReminderSent', data: { ...step, channel: 'in-app' } },
      { type: 'RecommendationEscalated', data: { ...step, level: 'lead' } },
    ] as const;
    expect(rowAfter(...told(...chased))).toMatchObject({
      timesOverdue: 1,
      reminders: 1,
      escalations: 1,
      open: { [id]: { escalatedTo: 'lead', isExtensionAsked: true } },
    });
    const extended = {
      type: 'DeadlineExtended',
      data: {
        previousDueOn: '2023-05-30',
        deadline: { ...deadline, dueOn: '2023-06-15' },
        note: 'Đồng ý',
        askedBy: people.officer.id,
        by: people.leader.id,
      },
    } as const;
    expect(rowAfter(...told(...chased, extended))).toMatchObject({
      extensionsGranted: 1,
      open: { [id]: { dueOn: '2023-06-15', escalatedTo: null, isExtensionAsked: false } },
    });
  });

  it('knows every status of an open recommendation, and counts those that are settled', () => {
    for (const [status, history] of Object.entries(historyOf)) {
      const row = rowAfter(...told(...history));
      const isSettled = ['implemented', 'not-implemented', 'sanction-proposed', 'sanction-decided'].includes(status);
      expect(row.open[id]?.status).toBe(isSettled ? undefined : status);
      expect(row.implemented + row.notImplemented).toBe(Number(isSettled));
    }
  });
});
