import { describe, expect, it } from '@jest/globals';
import { analyseLedger, contributionsAudit, drawSample, type LedgerRow, ledgerProposals } from '@soat/domain';
import fc from 'fast-check';

const numRuns = Number(process.env.SOAT_RUNS ?? 200);
const asOf = '2026-06-30';

const amount = fc.option(fc.constantFrom(0, 1, 50_000, 100_000, 100_000, 123_457, 1_000_000), { freq: 8 });
const day = fc.option(fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-15', '2026-06-30'), { freq: 6 });
const row: fc.Arbitrary<Omit<LedgerRow, 'line'>> = fc.record({
  receipt: fc.option(
    fc
      .tuple(fc.constantFrom('AA/', 'BB/', ''), fc.integer({ min: 1, max: 40 }))
      .map(([series, number]) => `${series}${number}`),
    { freq: 8 },
  ),
  collectedOn: day,
  household: fc.constantFrom('Hộ một', 'Hộ hai', 'hộ  MỘT', 'Hộ ba', 'Hộ bốn'),
  purpose: fc.constantFrom('Cầu', 'Đường', 'Nhà văn hóa'),
  form: fc.constantFrom('money', 'money', 'money', 'kind', 'labour'),
  receiptAmount: amount,
  amount,
  depositedOn: day,
  depositedAmount: amount,
});
const ledger = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .map((rows): readonly LedgerRow[] => rows.map((told, index) => ({ line: index + 2, ...told })));

function holds<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns });
}

describe('any ledger', () => {
  it('says the same whatever the order of its rows', () => {
    holds(
      fc.property(
        ledger.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(analyseLedger(shuffled, { asOf, bankTotal: null })).toEqual(
            analyseLedger(rows, { asOf, bankTotal: null }),
          );
        },
      ),
    );
  });

  it('has the totals one adds up by hand, and counts no line twice', () => {
    holds(
      fc.property(ledger, (rows) => {
        const { totals, receipts, inKind, ...rest } = analyseLedger(rows, { asOf, bankTotal: null });
        let [byReceipt, booked, deposited] = [0, 0, 0];
        for (const told of rows) {
          if (told.form !== 'money') continue;
          byReceipt += told.receiptAmount ?? 0;
          booked += told.amount ?? 0;
          deposited += told.depositedAmount ?? 0;
        }
        expect(totals).toEqual({ receipts: byReceipt, ledger: booked, bank: deposited });
        expect(receipts.issued + receipts.without.count).toBe(receipts.needed);
        expect(receipts.needed + inKind.rows).toBe(rest.rows);
        for (const { count, first } of [receipts.without, receipts.usedAgain, rest.unequal, rest.duplicates]) {
          expect(first.length).toBe(Math.min(count, 20));
          expect(new Set(first).size).toBe(first.length);
        }
      }),
    );
  });

  it('misses exactly the receipt numbers between the lowest and the highest of each series', () => {
    holds(
      fc.property(ledger, (rows) => {
        const { receipts } = analyseLedger(rows, { asOf, bankTotal: null });
        const numbers = new Map<string, Set<number>>();
        for (const { form, receipt } of rows) {
          if (form !== 'money' || receipt === null) continue;
          const [, series = '', digits] = /^(\D*)(\d+)$/.exec(receipt) ?? [];
          numbers.set(series, (numbers.get(series) ?? new Set()).add(Number(digits)));
        }
        let missing = 0;
        for (const known of numbers.values())
          for (let number = Math.min(...known); number < Math.max(...known); number += 1)
            if (!known.has(number)) missing += 1;
        expect(receipts.missing).toBe(missing);
      }),
    );
  });

  it('finds as many duplicates as contributions beyond one for each household and purpose', () => {
    holds(
      fc.property(ledger, (rows) => {
        const known = new Set(
          rows.map(({ household, purpose }) => `${household.toLowerCase().replace('  ', ' ')} ${purpose}`),
        );
        expect(analyseLedger(rows, { asOf, bankTotal: null }).duplicates.count).toBe(rows.length - known.size);
      }),
    );
  });

  it('fails the three-way match by one đồng, either way, and proposes words with every failure', () => {
    holds(
      fc.property(ledger, fc.constantFrom(-1, 1), (rows, off) => {
        const even = rows.map((told) => ({ ...told, receiptAmount: told.amount }));
        const total = analyseLedger(even, { asOf, bankTotal: null }).totals.ledger;
        if (!even.some(({ form }) => form === 'money')) return;
        const outcomeAt = (bankTotal: number) =>
          ledgerProposals(analyseLedger(even, { asOf, bankTotal }), contributionsAudit.items).find(
            ({ itemCode }) => itemCode === 'VCA-10',
          )?.outcome;
        expect(outcomeAt(total)).toBe('pass');
        if (total + off >= 0) expect(outcomeAt(total + off)).toBe('fail');
        for (const { outcome, condition } of ledgerProposals(
          analyseLedger(rows, { asOf, bankTotal: null }),
          contributionsAudit.items,
        ))
          expect(condition !== null && condition.length > 10).toBe(outcome === 'fail');
      }),
    );
  });
});

describe('any sample', () => {
  const seed = fc.bigInt({ min: 1n, max: 2n ** 128n - 1n }).map((number) => number.toString(16).padStart(32, '0'));

  it('is of its size, of its population, and the same when drawn again', () => {
    holds(
      fc.property(
        fc
          .integer({ min: 1, max: 5000 })
          .chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population }), seed)),
        ([population, size, seed]) => {
          const drawn = drawSample(population, size, seed);
          expect(drawn).toHaveLength(size);
          expect(new Set(drawn).size).toBe(size);
          expect(Math.min(...drawn)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...drawn)).toBeLessThanOrEqual(population);
          expect(drawSample(population, size, seed)).toEqual(drawn);
        },
      ),
    );
  });
});
