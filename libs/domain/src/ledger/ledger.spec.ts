import { describe, expect, it } from '@jest/globals';
import { budgetDisclosureCheck } from '../checklists/budget-disclosure-check.js';
import { contributionsAudit } from '../checklists/contributions-audit.js';
import { type BudgetLine, budgetProposals, differingLines } from './budget-figures.js';
import { analyseLedger, type LedgerRow } from './contribution-ledger.js';
import { ledgerProposals } from './ledger-proposals.js';

const asOf = '2026-06-30';

/** A clean ledger of so many households; each part mends one row. */
function ledger(size: number, parts: Readonly<Record<number, Partial<LedgerRow>>> = {}): readonly LedgerRow[] {
  return Array.from({ length: size }, (_, index) => ({
    line: index + 2,
    receipt: `AA/${String(index + 101).padStart(4, '0')}`,
    collectedOn: '2026-06-01',
    household: `Hộ số ${index + 1}`,
    purpose: 'Cầu Vĩnh Biên',
    form: 'money' as const,
    receiptAmount: 100_000 + index * 10_000,
    amount: 100_000 + index * 10_000,
    depositedOn: '2026-06-03',
    depositedAmount: 100_000 + index * 10_000,
    ...parts[index + 2],
  }));
}

const analysed = (rows: readonly LedgerRow[], bankTotal: number | null = null) =>
  analyseLedger(rows, { asOf, bankTotal });
const proposed = (rows: readonly LedgerRow[], bankTotal: number | null = null) =>
  Object.fromEntries(
    ledgerProposals(analysed(rows, bankTotal), contributionsAudit.items).map((proposal) => [
      proposal.itemCode,
      proposal,
    ]),
  );

describe('a clean ledger', () => {
  it('passes every item it can speak to, and says nothing of a fixed level', () => {
    const proposals = proposed(ledger(20));
    expect(Object.entries(proposals).map(([code, { outcome }]) => [code, outcome])).toEqual([
      ['VCA-06', 'pass'],
      ['VCA-08', 'pass'],
      ['VCA-10', 'pass'],
      ['VCA-11', 'pass'],
    ]);
    expect(Object.values(proposals).every(({ condition }) => condition === null)).toBe(true);
  });
});

describe('what does not add up', () => {
  it('is one đồng between receipts, ledger and bank', () => {
    const total = ledger(20).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    expect(proposed(ledger(20), total)['VCA-10']).toMatchObject({ outcome: 'pass' });
    expect(proposed(ledger(20), total - 1)['VCA-10']).toMatchObject({
      outcome: 'fail',
      value: { kind: 'reconciliation', first: total, second: total, third: total - 1 },
      amountAtRisk: 1,
    });
    expect(proposed(ledger(20, { 7: { receiptAmount: 1 } }))['VCA-10']?.condition).toMatch(
      /biên lai khác sổ \(dòng 7 của sổ\)/,
    );
  });

  it('is a receipt number that nobody accounts for, one used again, and a contribution without any', () => {
    const rows = ledger(10, { 5: { receipt: 'AA/0120' }, 6: { receipt: 'aa/0102' }, 9: { receipt: null } });
    const { receipts } = analysed(rows);
    expect(receipts).toMatchObject({
      needed: 10,
      issued: 9,
      without: { count: 1, first: [9] },
      usedAgain: { count: 1, first: [6] },
      gaps: [
        { from: 'AA/0104', to: 'AA/0105' },
        { from: 'AA/0108', to: 'AA/0108' },
        { from: 'AA/0111', to: 'AA/0119' },
      ],
      missing: 12,
    });
    expect(proposed(rows)['VCA-08']).toMatchObject({
      outcome: 'fail',
      value: { kind: 'ratio', numerator: 8, denominator: 22 },
      condition: expect.stringMatching(/1 khoản thu không có biên lai \(dòng 9 của sổ\); thiếu 12 số biên lai/),
    });
  });

  it('counts each series of receipts for itself', () => {
    const rows = ledger(4, {
      2: { receipt: 'A1' },
      3: { receipt: 'A2' },
      4: { receipt: 'B9' },
      5: { receipt: 'không số' },
    });
    expect(analysed(rows).receipts).toMatchObject({ missing: 0, gaps: [], issued: 4 });
  });

  it('is a household that was asked twice for one purpose, however it is spelled', () => {
    const rows = ledger(5, {
      4: { household: ' HỘ  SỐ 1' },
      6: { household: 'Hộ số 1'.normalize('NFD'), purpose: 'Đường' },
    });
    expect(analysed(rows)).toMatchObject({ households: 3, duplicates: { count: 1, first: [4] } });
    expect(proposed(rows)['VCA-06']).toMatchObject({
      outcome: 'fail',
      value: { value: 1 },
      lines: { first: [4] },
    });
  });

  it('is more than four in five contributions of one amount', () => {
    const even = (count: number) =>
      ledger(
        20,
        Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 2, { amount: 5, receiptAmount: 5 }])),
      );
    expect(proposed(even(16))['VCA-04']).toBeUndefined();
    expect(proposed(even(17))['VCA-04']).toMatchObject({ outcome: 'fail', value: { kind: 'yesNo', yes: true } });
    // Nine of nine say less than seventeen of twenty.
    expect(proposed(ledger(9).map((row) => ({ ...row, amount: 5 })))['VCA-04']).toBeUndefined();
  });

  it('is money that lay about: the longest wait, and what is not deposited to this day', () => {
    const rows = ledger(6, { 3: { depositedOn: null, depositedAmount: null }, 4: { depositedOn: '2026-06-20' } });
    expect(analysed(rows).deposits).toEqual({
      longestDays: 29,
      longest: { count: 1, first: [3] },
      pending: { count: 1, first: [3] },
    });
    expect(proposed(rows)['VCA-11']).toMatchObject({ outcome: 'fail', value: { value: 29 }, lines: { first: [3] } });
  });

  it('is kind and labour that nobody valued', () => {
    const rows = ledger(6, {
      3: { form: 'kind', amount: null, receiptAmount: 2_000_000, receipt: null },
      4: { form: 'labour', amount: 300_000, receiptAmount: 300_000, receipt: null },
    });
    expect(analysed(rows).inKind).toEqual({
      rows: 2,
      booked: 300_000,
      handedOver: 2_300_000,
      unvalued: { count: 1, first: [3] },
    });
    expect(analysed(rows).receipts).toMatchObject({ needed: 4, issued: 4 });
    expect(proposed(rows)['VCA-12']).toMatchObject({ outcome: 'fail', amountAtRisk: 2_000_000, lines: { first: [3] } });
  });

  it('names the first twenty lines and counts the rest', () => {
    const rows = ledger(50).map((row) => ({ ...row, receipt: null }));
    expect(analysed(rows).receipts.without).toEqual({
      count: 50,
      first: Array.from({ length: 20 }, (_, index) => index + 2),
    });
    expect(proposed(rows)['VCA-08']?.condition).toMatch(/21\.\.\. \(50 dòng\) của sổ/);
  });
});

describe('budget figures', () => {
  const line = (code: string, published: number, resolved: number, treasury: number): BudgetLine => ({
    code,
    name: `Chỉ tiêu ${code}`,
    published,
    resolved,
    treasury,
  });
  const answer = (lines: readonly BudgetLine[]) => budgetProposals(lines, budgetDisclosureCheck.items)[0];

  it('pass where all three agree on every line', () => {
    expect(answer([line('I', 5, 5, 5), line('II', 7, 7, 7)])).toMatchObject({
      itemCode: 'CBD-15',
      outcome: 'pass',
      value: { first: 12, second: 12, third: 12 },
      condition: null,
    });
  });

  it('fail on lines that cancel out in the total', () => {
    const lines = [line('I', 5, 5, 6), line('II', 7, 7, 6), line('III', 9, 9, 9)];
    expect(differingLines(lines).map(({ code, apart }) => [code, apart])).toEqual([
      ['I', 1],
      ['II', 1],
    ]);
    expect(answer(lines)).toMatchObject({
      outcome: 'fail',
      value: { first: 5, second: 5, third: 6 },
      amountAtRisk: 1,
      condition: expect.stringMatching(/^2 chỉ tiêu không khớp giữa ba nguồn\. I Chỉ tiêu I: công khai 5 đồng/),
    });
  });

  it('say nothing to a checklist without the item', () => {
    expect(budgetProposals([line('I', 5, 5, 5)], contributionsAudit.items)).toEqual([]);
  });
});
