import type { Actor, BudgetLine, Evidence, InspectionCommands, LedgerRow, Message } from '@soat/domain';
import fc from 'fast-check';

/** Commands about working papers, for the walks of an inspection. */
type Papers = Pick<InspectionCommands, 'DrawSample' | 'ImportContributionLedger' | 'RecordBudgetFigures'>;

function ledgerRow(part: Partial<LedgerRow> = {}): LedgerRow {
  return {
    line: 2,
    receipt: 'AA/001',
    collectedOn: '2023-04-03',
    household: 'Hộ một',
    purpose: 'Cầu Vĩnh Biên',
    form: 'money',
    receiptAmount: 500_000,
    amount: 500_000,
    depositedOn: '2023-04-05',
    depositedAmount: 500_000,
    ...part,
  };
}

function budgetLine(part: Partial<BudgetLine> = {}): BudgetLine {
  return { code: 'I', name: 'Tổng thu', published: 5, resolved: 5, treasury: 4, ...part };
}

/** What is common to all commands of a walk. */
export interface PaperParts {
  readonly by: fc.Arbitrary<Actor>;
  readonly id: fc.Arbitrary<string>;
  readonly day: fc.Arbitrary<string>;
  readonly words: fc.Arbitrary<string>;
  readonly itemCode: fc.Arbitrary<string>;
  readonly file: fc.Arbitrary<Evidence>;
}

export function paperCommands({ by, id, day, words, itemCode, file }: PaperParts): {
  readonly [T in keyof Papers]: fc.Arbitrary<Papers[T]>;
} {
  return {
    DrawSample: fc.record({
      by,
      sampleId: id,
      itemCode,
      name: words,
      members: fc.constantFrom(['một', 'hai', 'ba'], ['một', 'một'], []),
      sha256: fc.constantFrom('a'.repeat(64), 'x'),
      seed: fc.constantFrom('0123456789abcdef0123456789abcdef', '0'.repeat(32), 'x'),
      size: fc.integer({ min: 0, max: 4 }),
    }),
    ImportContributionLedger: fc.record({
      by,
      ledgerId: id,
      file,
      rows: fc.constantFrom([], [ledgerRow()], [ledgerRow({ household: ' ' })], [ledgerRow(), ledgerRow({ line: 3 })]),
      asOf: day,
      bankTotal: fc.option(fc.constantFrom(0, 500_000)),
    }),
    RecordBudgetFigures: fc.record({
      by,
      period: words,
      lines: fc.constantFrom([], [budgetLine()], [budgetLine(), budgetLine()], [budgetLine({ published: -1 })]),
    }),
  };
}

/** One of each that the state of fieldwork takes, if its checklist does. */
export function paperSteps(by: Actor, samples: number, file: Evidence, which: string): readonly Message<Papers>[] {
  return [
    {
      type: 'DrawSample',
      data: {
        by,
        sampleId: `s-${samples + 1}`,
        itemCode: 'X-1',
        name: 'Hồ sơ',
        members: ['một', 'hai', 'ba'],
        sha256: 'a'.repeat(64),
        seed: '0123456789abcdef0123456789abcdef',
        size: 2,
      },
    },
    {
      type: 'ImportContributionLedger',
      data: {
        by,
        ledgerId: `l-${which}`,
        file,
        rows: [ledgerRow()],
        asOf: '2023-05-05',
        bankTotal: null,
      },
    },
    { type: 'RecordBudgetFigures', data: { by, period: which, lines: [budgetLine()] } },
  ];
}
