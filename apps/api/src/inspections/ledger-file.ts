import { createHash } from 'node:crypto';
import { type ContributionForm, type Evidence, isLegalDay, type LedgerRow, moneyMax, searchKey } from '@soat/domain';
import type { Words } from '../platform/http/language.js';
import { HttpProblem } from '../platform/http/problem.js';
import { type CsvFault, type CsvRecord, readCsv } from './csv.js';

type Column = Exclude<keyof LedgerRow, 'line'>;

/** How offices head their columns, without accents and in lower case. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  receipt: ['so bien lai', 'bien lai', 'so bl', 'so bien lai thu'],
  collectedOn: ['ngay thu', 'ngay dong gop', 'ngay thang', 'ngay'],
  household: ['ho', 'ho gia dinh', 'chu ho', 'ho ten', 'ho va ten', 'ten ho', 'nguoi dong gop'],
  purpose: ['muc dich', 'cong trinh', 'noi dung', 'muc dich dong gop'],
  form: ['hinh thuc', 'hinh thuc dong gop'],
  receiptAmount: ['so tien bien lai', 'tien bien lai', 'so tien tren bien lai', 'gia tri giao nhan'],
  amount: ['so tien', 'so tien ghi so', 'thanh tien', 'gia tri', 'so tien dong gop'],
  depositedOn: ['ngay nop', 'ngay nop tai khoan', 'ngay nop kho bac', 'ngay nop tien'],
  depositedAmount: ['so tien nop', 'da nop', 'so tien da nop'],
};

const columnNames: Readonly<Record<Column, Words>> = {
  receipt: { vi: 'số biên lai', en: 'receipt number' },
  collectedOn: { vi: 'ngày thu', en: 'day of collection' },
  household: { vi: 'hộ', en: 'household' },
  purpose: { vi: 'mục đích', en: 'purpose' },
  form: { vi: 'hình thức', en: 'form' },
  receiptAmount: { vi: 'số tiền biên lai', en: 'amount on the receipt' },
  amount: { vi: 'số tiền', en: 'amount' },
  depositedOn: { vi: 'ngày nộp', en: 'day of deposit' },
  depositedAmount: { vi: 'số tiền nộp', en: 'amount deposited' },
};

const needed: readonly Column[] = ['collectedOn', 'household', 'purpose', 'amount'];

const forms: Readonly<Record<string, ContributionForm>> = {
  '': 'money',
  tien: 'money',
  'tien mat': 'money',
  'chuyen khoan': 'money',
  'hien vat': 'kind',
  'ngay cong': 'labour',
};

/** Further faults are only counted: a file of the wrong sort would name each of its lines. */
const faultsTold = 20;

const fileFaults: Readonly<Record<CsvFault, Words>> = {
  spreadsheet: {
    vi: 'Đây là tệp bảng tính; hãy lưu lại dạng CSV rồi gửi.',
    en: 'This is a spreadsheet; save it as CSV and send that.',
  },
  binary: { vi: 'Tệp không phải là văn bản CSV.', en: 'The file is no CSV text.' },
  'quote-open': { vi: 'Tệp có dấu ngoặc kép mở mà không đóng.', en: 'A quotation mark is opened and never closed.' },
};

/** The bytes that were sent, and the evidence they are. @throws HttpProblem validation-failed for what is no base64. */
export function ledgerFileOf({ name, content }: { readonly name: string; readonly content: readonly string[] }): {
  readonly bytes: Uint8Array;
  readonly file: Evidence;
} {
  const whole = content.join('');
  const bytes = Buffer.from(whole, 'base64');
  // Node reads what it can and leaves out the rest; a file with something left out is another file.
  if (bytes.length === 0 || bytes.toString('base64') !== whole)
    throw unreadable([{ vi: 'Nội dung tệp phải ở dạng base64.', en: 'The file’s content must be base64.' }]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    bytes,
    file: { sha256, size: bytes.length, mediaType: 'text/csv', name, kind: 'record', capturedAt: null },
  };
}

/**
 * Rows of a contribution ledger from the bytes of a CSV file. The headings are found by name, below titles if need be; a
 * line of sums is left out. @throws HttpProblem validation-failed that names line, column and what stood there.
 */
export function readLedgerFile(bytes: Uint8Array): readonly LedgerRow[] {
  const records = readCsv(bytes);
  if (typeof records === 'string') throw unreadable([fileFaults[records]]);
  const faults: Words[] = [];
  const at = records.findIndex(({ cells }) => isHeading(cells));
  const heading = records[at];
  if (!heading) throw unreadable([missing(needed)]);
  const columns = columnsOf(heading, faults);
  const absent = needed.filter((column) => !columns.has(column));
  if (absent.length > 0) throw unreadable([missing(absent)]);
  const rows = records
    .slice(at + 1)
    .filter(({ cells }) => !isSum(cells))
    .map((record) => rowOf(record, columns, faults));
  if (faults.length > 0) throw unreadable(faults);
  return rows;
}

function isHeading(cells: readonly string[]): boolean {
  const known = cells.map(columnOf);
  return known.includes('household') && known.includes('amount');
}

function columnOf(heading: string): Column | null {
  const key = searchKey(heading.replace(/\(.*?\)/g, ' '));
  return (Object.keys(headings) as Column[]).find((column) => headings[column].includes(key)) ?? null;
}

function columnsOf({ line, cells }: CsvRecord, faults: Words[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column === null) continue;
    if (columns.has(column)) faults.push(fault(line, column, cell));
    columns.set(column, index);
  }
  return columns;
}

/** The last line of many ledgers, with the sums. */
function isSum(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => /^(tong cong|tong so|tong|cong)\b/.test(searchKey(cell))) && cells.filter(Boolean).length <= 4
  );
}

function rowOf({ line, cells }: CsvRecord, columns: ReadonlyMap<Column, number>, faults: Words[]): LedgerRow {
  const cellOf = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const read = <T>(column: Column, reader: (cell: string) => T | undefined): T | null => {
    const cell = cellOf(column);
    if (cell === '') return null;
    const value = reader(cell);
    if (value === undefined) faults.push(fault(line, column, cell));
    return value ?? null;
  };
  const named = (column: 'household' | 'purpose') => {
    const cell = cellOf(column).replace(/\s+/g, ' ');
    if (cell === '') faults.push(fault(line, column, cell));
    return cell;
  };
  const form = read('form', (cell) => forms[searchKey(cell)]) ?? 'money';
  const receipt = read('receipt', receiptOf);
  const amount = read('amount', amountOf);
  const depositedOn = read('depositedOn', dayOf);
  return {
    line,
    receipt,
    collectedOn: read('collectedOn', dayOf),
    household: named('household'),
    purpose: named('purpose'),
    form,
    // A ledger without the stubs' amounts says what each receipt was for; without deposits' amounts, that all was deposited.
    receiptAmount: columns.has('receiptAmount') ? read('receiptAmount', amountOf) : receipt === null ? null : amount,
    amount,
    depositedOn,
    depositedAmount: columns.has('depositedAmount')
      ? read('depositedAmount', amountOf)
      : depositedOn === null
        ? null
        : amount,
  };
}

/** What a receipt's number is made of; it is shown where numbers are missing, so nothing else may come in by it. */
function receiptOf(cell: string): string | undefined {
  return /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,29}$/u.test(cell) ? cell : undefined;
}

/** `1.250.000`, `1,250,000 đ`, `1 250 000`, `500000,00`: whole đồng; undefined for what is none, a formula for one. */
export function amountOf(cell: string): number | undefined {
  const figures = cell
    .toLowerCase()
    .replace(/(?:đồng|vnđ|vnd|đ)\.?$/u, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const whole = figures.replace(/[.,]0{1,2}$/, '');
  const isPlain = /^\d{1,15}$/.test(whole);
  // One separator throughout: 1.250,000 is nobody's way of writing.
  const isGrouped = /^\d{1,3}([., ])\d{3}(?:\1\d{3})*$/.test(whole);
  if (!isPlain && !isGrouped) return undefined;
  const amount = Number(whole.replace(/\D/g, ''));
  return amount <= moneyMax ? amount : undefined;
}

/** `5/11/2026`, `05-11-2026`, `05.11.2026` as written in Viet Nam, and `2026-11-05`; a year of two digits says too little. */
export function dayOf(cell: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  const on = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLegalDay(on) && on >= '1990-01-01' && on <= '2100-12-31' ? on : undefined;
}

function fault(line: number, column: Column, cell: string): Words {
  const { vi, en } = columnNames[column];
  const shown = cell.slice(0, 60);
  return cell === ''
    ? { vi: `Dòng ${line}: thiếu ${vi}.`, en: `Line ${line}: ${en} is missing.` }
    : { vi: `Dòng ${line}, ${vi}: không đọc được "${shown}".`, en: `Line ${line}, ${en}: cannot read "${shown}".` };
}

function missing(columns: readonly Column[]): Words {
  return {
    vi: `Không thấy cột: ${columns.map((column) => columnNames[column].vi).join(', ')}.`,
    en: `Columns not found: ${columns.map((column) => columnNames[column].en).join(', ')}.`,
  };
}

function unreadable(faults: readonly Words[]): HttpProblem {
  const rest = faults.length - faultsTold;
  const told =
    rest > 0 ? [...faults.slice(0, faultsTold), { vi: `Và ${rest} chỗ khác.`, en: `And ${rest} more.` }] : faults;
  return new HttpProblem('validation-failed', {
    errors: told.map((message) => ({ pointer: '/content', code: 'invalid', message })),
  });
}
