import { compareDays, daysBetween, isLegalDay } from '../calendar/legal-day.js';
import { moneyMax } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';

/** tiền, hiện vật, ngày công. */
export const contributionForms = ['money', 'kind', 'labour'] as const;
export type ContributionForm = (typeof contributionForms)[number];

/** One line of a contribution ledger (sổ đóng góp), as it was read. Amounts are whole đồng; null is an empty cell. */
export interface LedgerRow {
  /** Of the file: the line with the headings is 1. */
  readonly line: number;
  /** `AA/0001234`, or null where none was issued. */
  readonly receipt: string | null;
  readonly collectedOn: LegalDate | null;
  readonly household: string;
  readonly purpose: string;
  readonly form: ContributionForm;
  /** On the receipt's stub; for kind and labour, by the handover minutes. */
  readonly receiptAmount: number | null;
  /** As booked; for kind and labour, the value booked. */
  readonly amount: number | null;
  readonly depositedOn: LegalDate | null;
  readonly depositedAmount: number | null;
}

/** Lines of the file, rising: how many in all, and the first of them. The file itself keeps the rest. */
export interface Lines {
  readonly count: number;
  readonly first: readonly number[];
}

export const linesTold = 20;

/** A run of receipt numbers that nobody accounts for, its first and last as they would be written: `AA/0105`. */
export interface ReceiptGap {
  readonly from: string;
  readonly to: string;
}

/** What the ledger says; no names, since whoever may see the inspection may not see every household. */
export interface LedgerAnalysis {
  readonly rows: number;
  readonly households: number;
  /** Contributions in money: three totals that ought to be one. */
  readonly totals: { readonly receipts: number; readonly ledger: number; readonly bank: number };
  /** Money whose receipt and booking differ. */
  readonly unequal: Lines;
  readonly receipts: {
    /** Contributions in money. */
    readonly needed: number;
    readonly issued: number;
    readonly without: Lines;
    /** Lines whose receipt number an earlier line has already. */
    readonly usedAgain: Lines;
    /** Numbers between the lowest and the highest of a series that no line has. */
    readonly missing: number;
    readonly gaps: readonly ReceiptGap[];
  };
  /** Contributions beyond the first of one household to one purpose. */
  readonly duplicates: Lines;
  /** The commonest amount among the contributions in money. */
  readonly identical: { readonly amount: number; readonly count: number; readonly of: number };
  readonly deposits: {
    /** Days from collection to deposit; what is not deposited counts to the day of the import. Null where no day is told. */
    readonly longestDays: number | null;
    readonly longest: Lines;
    readonly pending: Lines;
  };
  readonly inKind: {
    readonly rows: number;
    readonly booked: number;
    readonly handedOver: number;
    readonly unvalued: Lines;
  };
}

/**
 * Reads the ledger as a whole; the order of its rows makes no difference. `bankTotal` is the account's own statement, null
 * where only the ledger's deposits are known.
 * @throws Rejection for no rows, and for a row that no ledger can have.
 */
export function analyseLedger(
  rows: readonly LedgerRow[],
  { asOf, bankTotal }: { readonly asOf: LegalDate; readonly bankTotal: number | null },
): LedgerAnalysis {
  if (rows.length === 0) throw refusal('ledger.empty');
  for (const row of rows) assertRow(row);
  const money = rows.filter(({ form }) => form === 'money');
  const inKind = rows.filter(({ form }) => form !== 'money');
  return {
    rows: rows.length,
    households: new Set(rows.map(({ household }) => keyOf(household))).size,
    totals: {
      receipts: sumOf(money, ({ receiptAmount }) => receiptAmount),
      ledger: sumOf(money, ({ amount }) => amount),
      bank: bankTotal ?? sumOf(money, ({ depositedAmount }) => depositedAmount),
    },
    unequal: linesOf(money.filter((row) => (row.receiptAmount ?? 0) !== (row.amount ?? 0))),
    receipts: receiptsOf(money),
    duplicates: linesOf(duplicatesIn(rows)),
    identical: commonestAmount(money),
    deposits: depositsOf(money, asOf),
    inKind: {
      rows: inKind.length,
      booked: sumOf(inKind, ({ amount }) => amount),
      handedOver: sumOf(inKind, ({ receiptAmount }) => receiptAmount),
      unvalued: linesOf(inKind.filter(({ amount }) => amount === null || amount === 0)),
    },
  };
}

function assertRow(row: LedgerRow): void {
  const amounts = [row.receiptAmount, row.amount, row.depositedAmount];
  const isWrong =
    !Number.isInteger(row.line) ||
    keyOf(row.household) === '' ||
    amounts.some((amount) => amount !== null && (!Number.isInteger(amount) || amount < 0 || amount > moneyMax)) ||
    [row.collectedOn, row.depositedOn].some((day) => day !== null && !isLegalDay(day));
  if (isWrong) throw refusal('ledger.row-malformed', { line: row.line });
}

function receiptsOf(money: readonly LedgerRow[]): LedgerAnalysis['receipts'] {
  const numbered = money.flatMap((row) => (row.receipt === null ? [] : [receiptOf(row, row.receipt)]));
  const gaps = [...groupsOf(numbered, ({ series }) => keyOf(series))]
    .sort(([one], [other]) => compareText(one, other))
    .flatMap(([, members]) => gapsIn(members));
  const again = [...groupsOf(numbered, ({ series, number }) => `${keyOf(series)}\n${number ?? ''}`)].flatMap(
    ([, members]) => beyondFirst(members.map(({ row }) => row)),
  );
  return {
    needed: money.length,
    issued: numbered.length,
    without: linesOf(money.filter(({ receipt }) => receipt === null)),
    usedAgain: linesOf(again),
    missing: gaps.reduce((sum, { missing }) => sum + missing, 0),
    gaps: gaps.slice(0, linesTold).map(({ from, to }) => ({ from, to })),
  };
}

interface Receipt {
  readonly row: LedgerRow;
  readonly series: string;
  /** Null for what ends in no number: it is of a series of its own. */
  readonly number: number | null;
  /** Digits it is written with. */
  readonly width: number;
}

/** `AA/0001234` is number 1234 of the series `AA/`. */
function receiptOf(row: LedgerRow, receipt: string): Receipt {
  const written = receipt.normalize('NFC').trim();
  const [, series = '', digits] = /^(.*?)(\d{1,12})$/.exec(written) ?? [undefined, written, undefined];
  return { row, series, number: digits === undefined ? null : Number(digits), width: digits?.length ?? 0 };
}

/** Between the numbers of one series; each is written like the one before the gap. */
function gapsIn(series: readonly Receipt[]): readonly (ReceiptGap & { readonly missing: number })[] {
  const sorted = [...series].sort(
    (one, other) => (one.number ?? 0) - (other.number ?? 0) || one.row.line - other.row.line,
  );
  return sorted.flatMap((receipt, index) => {
    const before = sorted[index - 1];
    if (before === undefined || before.number === null || receipt.number === null) return [];
    const missing = receipt.number - before.number - 1;
    const written = (number: number) => `${before.series}${String(number).padStart(before.width, '0')}`;
    return missing > 0 ? [{ from: written(before.number + 1), to: written(receipt.number - 1), missing }] : [];
  });
}

function duplicatesIn(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return [...groupsOf(rows, ({ household, purpose }) => `${keyOf(household)}\n${keyOf(purpose)}`)].flatMap(
    ([, members]) => beyondFirst(members),
  );
}

function beyondFirst(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return [...rows].sort((one, other) => one.line - other.line).slice(1);
}

function commonestAmount(money: readonly LedgerRow[]): LedgerAnalysis['identical'] {
  const amounts = money.flatMap(({ amount }) => (amount ? [amount] : []));
  // Of amounts that are equally common the largest, so that the order of the rows makes no difference.
  const [commonest] = [...groupsOf(amounts, String)]
    .map(([, same]) => ({ amount: same[0] ?? 0, count: same.length }))
    .sort((one, other) => other.count - one.count || other.amount - one.amount);
  return { amount: commonest?.amount ?? 0, count: commonest?.count ?? 0, of: amounts.length };
}

function depositsOf(money: readonly LedgerRow[], asOf: LegalDate): LedgerAnalysis['deposits'] {
  const waits = money.flatMap((row) =>
    row.collectedOn === null ? [] : [{ row, days: Math.max(0, daysBetween(row.collectedOn, row.depositedOn ?? asOf)) }],
  );
  const longestDays = waits.length === 0 ? null : waits.reduce((most, { days }) => Math.max(most, days), 0);
  return {
    longestDays,
    longest: linesOf(waits.filter(({ days }) => days === longestDays).map(({ row }) => row)),
    pending: linesOf(
      money.filter(
        ({ depositedOn, amount }) => (amount ?? 0) > 0 && (depositedOn === null || compareDays(depositedOn, asOf) > 0),
      ),
    ),
  };
}

/** Two spellings of one household or purpose are one: case, spaces and the form of the letters make no difference. */
function keyOf(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function linesOf(rows: readonly LedgerRow[]): Lines {
  const lines = rows.map(({ line }) => line).sort((one, other) => one - other);
  return { count: lines.length, first: lines.slice(0, linesTold) };
}

function sumOf(rows: readonly LedgerRow[], amountOf: (row: LedgerRow) => number | null): number {
  return rows.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);
}

function groupsOf<T>(members: readonly T[], keyOf: (member: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
