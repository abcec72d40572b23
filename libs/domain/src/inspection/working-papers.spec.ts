import { describe, expect, it } from '@jest/globals';
import { budgetDisclosureCheck } from '../checklists/budget-disclosure-check.js';
import { contributionsAudit } from '../checklists/contributions-audit.js';
import type { Message } from '../kernel/decider.js';
import type { LedgerRow } from '../ledger/contribution-ledger.js';
import { drawSample } from '../sampling/sample.js';
import { items, order, people, photo } from '../testing/fixtures.js';
import { inFieldwork, started } from '../testing/inspection-histories.js';
import { scenario } from '../testing/scenario.js';
import type { InspectionCommands, InspectionEvents } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const seed = '0123456789abcdef0123456789abcdef';
const members = Array.from({ length: 40 }, (_, index) => `H45-${String(index + 1).padStart(4, '0')}`);

function fieldworkOn({ kind, edition, title, items }: typeof contributionsAudit): readonly Message<InspectionEvents>[] {
  return [{ type: 'InspectionOrdered', data: { ...order, checklist: { kind, edition, title, items } } }, started];
}
const audit = fieldworkOn(contributionsAudit);
const budgetCheck = fieldworkOn(budgetDisclosureCheck);

const drawn = (part: Partial<InspectionCommands['DrawSample']> = {}) =>
  ({
    type: 'DrawSample',
    data: {
      by: people.member,
      sampleId: 'sample-1',
      itemCode: items.posted.code,
      name: 'Hồ sơ đã trả trong tháng',
      members,
      sha256: 'a'.repeat(64),
      seed,
      size: 10,
      ...part,
    },
  }) as const;

const sample = (part: Partial<InspectionEvents['SampleDrawn']> = {}): Message<InspectionEvents> => ({
  type: 'SampleDrawn',
  data: {
    sampleId: 'sample-1',
    itemCode: items.posted.code,
    population: { name: 'Hồ sơ đã trả trong tháng', sha256: 'a'.repeat(64), size: 40 },
    seed,
    method: 'xoshiro128**/fisher-yates/1',
    drawn: drawSample(40, 10, seed).map((number) => ({ number, member: members[number - 1] ?? '' })),
    drawnBy: people.member.id,
    number: 'M-01',
    ...part,
  },
});

const row = (part: Partial<LedgerRow> = {}): LedgerRow => ({
  line: 2,
  receipt: 'AA/001',
  collectedOn: '2023-05-02',
  household: 'Hộ ông Tư',
  purpose: 'Cầu Vĩnh Biên',
  form: 'money',
  receiptAmount: 500_000,
  amount: 500_000,
  depositedOn: '2023-05-04',
  depositedAmount: 500_000,
  ...part,
});
const imported = (part: Partial<InspectionCommands['ImportContributionLedger']> = {}) =>
  ({
    type: 'ImportContributionLedger',
    data: {
      by: people.member,
      ledgerId: 'ledger-1',
      file: photo('e'),
      rows: [row()],
      asOf: '2023-05-09',
      bankTotal: 500_000,
      ...part,
    },
  }) as const;

const line = {
  code: 'I',
  name: 'Tổng thu',
  published: 8_450_000_000,
  resolved: 8_450_000_000,
  treasury: 8_449_999_999,
};
const figures = (part: Partial<InspectionCommands['RecordBudgetFigures']> = {}) =>
  ({
    type: 'RecordBudgetFigures',
    data: { by: people.member, period: 'Dự toán 2023', lines: [line], ...part },
  }) as const;

describe('drawing a sample', () => {
  it('keeps population, seed and method, and whom the draw named', () => {
    given(...inFieldwork)
      .when(drawn())
      .expect(sample());
  });

  it('keeps every sample that was drawn, each with a number of its own', () => {
    given(...inFieldwork, sample())
      .when(drawn({ sampleId: 'sample-2' }))
      .expect(sample({ sampleId: 'sample-2', number: 'M-02' }));
  });

  it('names one sample by an id', () => {
    given(...inFieldwork, sample())
      .when(drawn({ size: 5 }))
      .expectRejection('sample.id-taken', { number: 'M-01' });
  });

  it.each<[string, Partial<InspectionCommands['DrawSample']>, string]>([
    ['an item that is not on the list', { itemCode: 'OSC-99' }, 'inspection.item-unknown'],
    ['a population that lists someone twice', { members: ['một', 'hai', 'một'], size: 1 }, 'sample.member-twice'],
    ['more than there are', { size: 41 }, 'sample.size-out-of-range'],
    ['nobody', { size: 0 }, 'sample.size-out-of-range'],
    ['a seed that is none', { seed: 'hôm nay' }, 'sample.seed-malformed'],
    ['a population without a digest', { sha256: 'a' }, 'evidence.digest-malformed'],
  ])('turns down %s', (_, part, code) => {
    given(...inFieldwork)
      .when(drawn(part))
      .expectRejection(code);
  });

  it('is for the team, on site', () => {
    given(...inFieldwork)
      .when(drawn({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
    given({ type: 'InspectionOrdered', data: order }).when(drawn()).expectRejection('inspection.not-in-fieldwork');
  });
});

describe('importing a contribution ledger', () => {
  it('keeps the file and what it says, without the names in it', () => {
    const outcome = given(...audit).when(imported());
    outcome.expect({
      type: 'ContributionLedgerImported',
      data: {
        ledgerId: 'ledger-1',
        file: photo('e'),
        asOf: '2023-05-09',
        bankTotal: 500_000,
        analysis: {
          rows: 1,
          households: 1,
          totals: { receipts: 500_000, ledger: 500_000, bank: 500_000 },
          unequal: { count: 0, first: [] },
          receipts: {
            needed: 1,
            issued: 1,
            without: { count: 0, first: [] },
            usedAgain: { count: 0, first: [] },
            missing: 0,
            gaps: [],
          },
          duplicates: { count: 0, first: [] },
          identical: { amount: 500_000, count: 1, of: 1 },
          deposits: { longestDays: 2, longest: { count: 1, first: [2] }, pending: { count: 0, first: [] } },
          inKind: { rows: 0, booked: 0, handedOver: 0, unvalued: { count: 0, first: [] } },
        },
        importedBy: people.member.id,
      },
    });
    expect(JSON.stringify(outcome.result)).not.toContain('ông Tư');
  });

  it.each<[string, Partial<InspectionCommands['ImportContributionLedger']>, string]>([
    ['no rows', { rows: [] }, 'ledger.empty'],
    ['a row of nobody', { rows: [row({ household: ' ' })] }, 'ledger.row-malformed'],
    ['half a đồng', { rows: [row({ amount: 0.5 })] }, 'ledger.row-malformed'],
    ['a day that is none', { rows: [row({ collectedOn: '2023-02-30' })] }, 'ledger.row-malformed'],
    ['a file without a digest', { file: { ...photo('e'), sha256: 'x' } }, 'evidence.digest-malformed'],
  ])('turns down %s', (_, part, code) => {
    given(...audit)
      .when(imported(part))
      .expectRejection(code);
  });

  it('belongs to a contributions audit, to its team, on site', () => {
    given(...inFieldwork)
      .when(imported())
      .expectRejection('inspection.paper-of-other-checklist', { kind: 'one-stop-spot-check' });
    given(...audit)
      .when(imported({ by: people.stranger }))
      .expectRejection('inspection.not-on-team');
  });
});

describe('recording budget figures', () => {
  it('keeps the three sources line by line', () => {
    given(...budgetCheck)
      .when(figures())
      .expect({
        type: 'BudgetFiguresRecorded',
        data: { period: 'Dự toán 2023', lines: [line], recordedBy: people.member.id },
      });
  });

  it.each<[string, readonly (typeof line)[], string]>([
    ['no lines', [], 'budget-figures.empty'],
    ['a line twice', [line, line], 'budget-figures.line-twice'],
    ['less than nothing', [{ ...line, treasury: -1 }], 'budget-figures.amount-malformed'],
  ])('turns down %s', (_, lines, code) => {
    given(...budgetCheck)
      .when(figures({ lines }))
      .expectRejection(code);
  });

  it('belongs to a budget disclosure check', () => {
    given(...audit)
      .when(figures())
      .expectRejection('inspection.paper-of-other-checklist', { kind: 'contributions-audit' });
  });
});
