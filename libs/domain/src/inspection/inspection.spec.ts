import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { items, order, people, photo, ward, wardId } from '../testing/fixtures.js';
import { allPassedSigned, inFieldwork, ordered } from '../testing/inspection-histories.js';
import { longPathCommands } from '../testing/long-path-histories.js';
import { scenario } from '../testing/scenario.js';
import type { InspectionCommands } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const orderInspection = (part: Partial<InspectionCommands['OrderInspection']> = {}) =>
  ({ type: 'OrderInspection', data: { ...order, by: people.planner, ...part } }) as const;

const [lead, member] = order.team;
if (!lead || !member) throw new Error('the order needs a team of two');

describe('ordering an inspection', () => {
  it('freezes unit, team and checklist into the order, without who typed it in', () => {
    given().when(orderInspection()).expect(ordered);
  });

  it('takes the same again at any later time', () => {
    given(...inFieldwork)
      .when(orderInspection())
      .expectNothing();
  });

  it.each<[string, Partial<InspectionCommands['OrderInspection']>]>([
    ['number', { number: '13/QĐ-UBND' }],
    ['team', { team: [lead] }],
    ['day', { signedOn: '2023-05-09' }],
    ['checklist', { checklist: { ...order.checklist, edition: 2 } }],
  ])('turns down another %s under the same id', (_, part) => {
    given(ordered).when(orderInspection(part)).expectRejection('inspection.already-ordered', { number: '12/QĐ-UBND' });
  });

  it('needs items', () => {
    given()
      .when(orderInspection({ checklist: { ...order.checklist, items: [] } }))
      .expectRejection('inspection.checklist-empty');
  });

  it('needs one lead, neither none nor two', () => {
    given()
      .when(orderInspection({ team: [member] }))
      .expectRejection('inspection.one-lead', { leads: 0 });
    given()
      .when(orderInspection({ team: [lead, { ...member, role: 'lead' }] }))
      .expectRejection('inspection.one-lead', { leads: 2 });
  });

  it('names nobody twice', () => {
    given()
      .when(orderInspection({ team: [lead, member, member] }))
      .expectRejection('inspection.team-member-twice');
  });

  it('sends nobody to inspect the unit they work in', () => {
    given()
      .when(orderInspection({ team: [lead, { ...member, unitId: wardId }] }))
      .expectRejection('inspection.team-member-of-unit', { name: member.name });
  });

  it('lets no unit order a check of itself', () => {
    given()
      .when(orderInspection({ orderedBy: { body: ward, person: { name: 'Nguyễn Văn Hòa', title: 'Chủ tịch' } } }))
      .expectRejection('inspection.orders-itself', { unit: ward.name });
  });

  it('takes a team member who works nowhere in the directory', () => {
    const team = [lead, { ...member, unitId: null }];
    given()
      .when(orderInspection({ team }))
      .expect({ type: 'InspectionOrdered', data: { ...order, team } });
  });

  it('names the first reason where several apply', () => {
    const everything: Partial<InspectionCommands['OrderInspection']> = {
      checklist: { ...order.checklist, items: [] },
      team: [{ ...member, unitId: wardId }],
      orderedBy: { ...order.orderedBy, body: ward },
    };
    const inOrder: [Partial<InspectionCommands['OrderInspection']>, string][] = [
      [{}, 'inspection.checklist-empty'],
      [{ checklist: order.checklist }, 'inspection.one-lead'],
      [
        {
          team: [
            { ...lead, unitId: wardId },
            { ...lead, role: 'member' },
          ],
        },
        'inspection.team-member-twice',
      ],
      [{ team: [{ ...lead, unitId: wardId }] }, 'inspection.team-member-of-unit'],
      [{ team: [lead] }, 'inspection.orders-itself'],
    ];
    let asked = everything;
    for (const [mended, code] of inOrder) {
      asked = { ...asked, ...mended };
      given().when(orderInspection(asked)).expectRejection(code);
      given(ordered).when(orderInspection(asked)).expectRejection('inspection.already-ordered');
    }
  });
});

describe('before there is an order', () => {
  const by = people.lead;
  const ending = { by, number: null, signedOn: '2023-05-09', leadTitle: 'Trưởng đoàn' };
  const unitRepresentative = { name: 'Trần Thị Mai', title: 'Công chức' };
  const words = { condition: 'x', cause: null, effect: null, amountAtRisk: null, place: null };
  const onItem = { by, itemCode: items.posted.code, reason: 'x', findingId: 'f' };
  const all: { readonly [T in Exclude<keyof InspectionCommands, 'OrderInspection'>]: InspectionCommands[T] } = {
    StartInspection: {
      by,
      on: '2023-05-09',
      place: null,
      earlier: { total: 0, implemented: 0, recommendations: [] },
      findingId: 'f',
    },
    CheckEarlierRecommendation: { by, recommendationId: 'r', outcome: 'carried-out', note: null, evidence: [] },
    DismissEarlierProposal: { by, recommendationId: 'r', reason: 'x' },
    AnswerItem: { ...onItem, value: { kind: 'yesNo', yes: true }, note: null, evidence: [], finding: null },
    MarkItemNotApplicable: onItem,
    CorrectAnswer: { ...onItem, value: null, note: null, evidence: [] },
    CaptureEvidence: { ...onItem, evidence: [] },
    DrawSample: { by, sampleId: 's', itemCode: 'x', name: 'x', members: [], sha256: '', seed: '', size: 1 },
    ImportContributionLedger: {
      by,
      ledgerId: 'l',
      file: photo('a'),
      rows: [],
      asOf: '2023-05-09',
      bankTotal: null,
    },
    RecordBudgetFigures: { by, period: 'x', lines: [] },
    RecordFinding: {
      ...onItem,
      ...words,
      severity: null,
      criteria: null,
      evidence: [],
      earlierRecommendationId: null,
    },
    CorrectFindingOnSite: { by, findingId: 'f', note: 'x', before: [], after: [] },
    DiscardFinding: onItem,
    DismissProposedFinding: onItem,
    SuspendFieldwork: onItem,
    ResumeFieldwork: { by },
    EndFieldwork: { by },
    SignMinutes: { ...ending, unitRepresentative, reservation: null },
    RecordMinutesRefusal: { ...ending, unitRepresentative, reason: 'x', witness: { name: 'B', title: 'x' } },
    CancelInspection: onItem,
    NoteRecommendationIssued: { by: people.system, recommendationId: 'r', findingIds: [] },
    NoteRecommendationSettled: { by: people.system, recommendationId: 'r', outcome: 'implemented' },
    CloseInspection: { by },
    ...longPathCommands,
  };

  it.each(Object.keys(all) as (keyof typeof all)[])('%s knows no inspection', (type) => {
    given()
      .when({ type, data: all[type] } as Parameters<ReturnType<typeof given>['when']>[0])
      .expectRejection('inspection.unknown');
  });
});

describe('the file', () => {
  it('keeps everything it held when the minutes are signed', () => {
    const before = fold(inspection, allPassedSigned.slice(0, -1));
    const after = fold(inspection, allPassedSigned);
    if (before.status === 'absent' || after.status === 'absent') throw new Error('there is no file');
    expect({ ...after.file, minutes: null }).toEqual(before.file);
    expect(after.status).toBe('minutes-signed');
  });
});
