import { createHash } from 'node:crypto';
import { type ContributionForm, type Evidence, isLegalDay, type LedgerRow, moneyMax, searchKey } from '@soat/domain';
import type { Words } from '../platform/http/language.js';
import { HttpProblem } from '../platform/http/problem.js';
import { type CsvFault, readCsv } from './csv.js';
import { type Cell, isCompoundFile, readXlsx, type SheetRow, type XlsxFault } from './xlsx.js';
import { isZip } from './zip.js';

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

/** Lines of a sheet or a file: what one commune collects in a year, several times over. */
export const ledgerLinesMax = 10_000;

const fileFaults: Readonly<Record<CsvFault | XlsxFault | 'compound', Words>> = {
  binary: { vi: 'Tệp không phải là CSV hay Excel (.xlsx).', en: 'The file is neither CSV nor Excel (.xlsx).' },
  'quote-open': { vi: 'Tệp có dấu ngoặc kép mở mà không đóng.', en: 'A quotation mark is opened and never closed.' },
  compound: {
    vi: 'Tệp Excel đời cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .xlsx hoặc CSV.',
    en: 'An older Excel file (.xls), or one with a password; take the password off and save it as .xlsx or CSV.',
  },
  encrypted: { vi: 'Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi.', en: 'The file has a password; take it off first.' },
  corrupt: {
    vi: 'Tệp Excel bị hỏng hoặc chưa lưu xong; hãy mở ra, lưu lại rồi gửi.',
    en: 'The Excel file is damaged; open it, save it again and send that.',
  },
  'too-large': { vi: 'Tệp Excel quá lớn sau khi giải nén.', en: 'The Excel file is too large once decompressed.' },
  'no-workbook': {
    vi: 'Tệp nén này không phải là tệp Excel (.xlsx); hãy lưu lại dạng .xlsx hoặc CSV.',
    en: 'This archive is no Excel file (.xlsx); save it as .xlsx or CSV.',
  },
  'too-many-rows': {
    vi: `Sổ có quá ${ledgerLinesMax} dòng: hãy chia theo ấp hoặc theo đợt.`,
    en: `The ledger has more than ${ledgerLinesMax} lines: split it by hamlet or by round.`,
  },
  'too-many-columns': { vi: 'Bảng có quá nhiều cột.', en: 'The sheet has too many columns.' },
};

const nothingTaken: Words = {
  vi: 'Chưa có dòng nào của tệp này được nhập; sổ đã nhập trước đó vẫn giữ nguyên.',
  en: 'No line of this file was taken; a ledger imported before stands as it was.',
};

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

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
    file: {
      sha256,
      size: bytes.length,
      mediaType: isZip(bytes) ? mediaTypes.xlsx : mediaTypes.csv,
      name,
      kind: 'record',
      capturedAt: null,
    },
  };
}

/**
 * Rows of a contribution ledger from the bytes of a CSV or an Excel file, told apart by the bytes. The headings are found by
 * name, below titles if need be, on the first sheet that has them; a line of sums is left out.
 * @throws HttpProblem validation-failed that names line, column and what stood there.
 */
export async function readLedgerFile(bytes: Uint8Array): Promise<readonly LedgerRow[]> {
  const records = await ledgerSheetOf(bytes);
  if (typeof records === 'string') throw unreadable([fileFaults[records]]);
  const faults: Words[] = [];
  const at = records.findIndex(({ cells }) => isHeading(cells));
  const heading = records[at];
  if (!heading) throw unreadable([missing(needed)]);
  const columns = columnsOf(heading, faults);
  const absent = needed.filter((column) => !columns.has(column));
  if (absent.length > 0) throw unreadable([missing(absent)]);
  if (records.length - at - 1 > ledgerLinesMax) throw unreadable([fileFaults['too-many-rows']]);
  const rows = records
    .slice(at + 1)
    .filter(({ cells }) => !isSum(cells))
    .map((record) => rowOf(record, columns, faults));
  if (faults.length > 0) throw unreadable(faults);
  return rows;
}

async function ledgerSheetOf(bytes: Uint8Array): Promise<readonly SheetRow[] | keyof typeof fileFaults> {
  if (isCompoundFile(bytes)) return 'compound';
  if (!isZip(bytes)) return readCsv(bytes);
  const sheets = await readXlsx(bytes, ledgerLinesMax);
  if (typeof sheets === 'string') return sheets;
  return sheets.find((rows) => rows.some(({ cells }) => isHeading(cells))) ?? sheets[0] ?? [];
}

function isHeading(cells: readonly Cell[]): boolean {
  const known = cells.map((cell) => columnOf(shownOf(cell)));
  return known.includes('household') && known.includes('amount');
}

/** As a person sees it: `05/11/2026`, not the day as it is kept. */
function shownOf(cell: Cell): string {
  return typeof cell === 'object' ? cell.day.split('-').reverse().join('/') : String(cell);
}

function columnOf(heading: string): Column | null {
  const key = searchKey(heading.replace(/\(.*?\)/g, ' '));
  return (Object.keys(headings) as Column[]).find((column) => headings[column].includes(key)) ?? null;
}

function columnsOf({ line, cells }: SheetRow, faults: Words[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, cell] of cells.map(shownOf).entries()) {
    const column = columnOf(cell);
    if (column === null) continue;
    if (columns.has(column)) faults.push(fault(line, column, cell));
    columns.set(column, index);
  }
  return columns;
}

/** The last line of many ledgers, with the sums. */
function isSum(cells: readonly Cell[]): boolean {
  const held = cells.filter((cell) => cell !== '');
  // Few lines are looked at closer: a key without accents is dear, and a ledger is long.
  return (
    held.length <= 4 &&
    held.some(
      (cell) =>
        typeof cell === 'string' && /^[tc]/i.test(cell) && /^(tong cong|tong so|tong|cong)\b/.test(searchKey(cell)),
    )
  );
}

function rowOf({ line, cells }: SheetRow, columns: ReadonlyMap<Column, number>, faults: Words[]): LedgerRow {
  const cellOf = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const read = <T>(column: Column, reader: (cell: Cell) => T | undefined): T | null => {
    const cell = cellOf(column);
    if (cell === '') return null;
    const value = reader(cell);
    if (value === undefined) faults.push(fault(line, column, shownOf(cell)));
    return value ?? null;
  };
  const named = (column: 'household' | 'purpose') => {
    const cell = shownOf(cellOf(column)).replace(/\s+/g, ' ');
    if (cell === '') faults.push(fault(line, column, cell));
    return cell;
  };
  const form = read('form', (cell) => forms[searchKey(shownOf(cell))]) ?? 'money';
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
function receiptOf(cell: Cell): string | undefined {
  // A spreadsheet that made a day of `1/2` has lost the number.
  return typeof cell !== 'object' && /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,29}$/u.test(String(cell))
    ? String(cell)
    : undefined;
}

/** `1.250.000`, `1,250,000 đ`, `1 250 000`, `500000,00`: whole đồng; undefined for what is none, a formula for one. */
export function amountOf(cell: Cell): number | undefined {
  if (typeof cell === 'object') return undefined;
  const amount = typeof cell === 'number' ? cell : amountIn(cell);
  return Number.isInteger(amount) && amount >= 0 && amount <= moneyMax ? amount : undefined;
}

/** Not a number where the text says none. */
function amountIn(text: string): number {
  const figures = text
    .toLowerCase()
    .replace(/(?:đồng|vnđ|vnd|đ)\.?$/u, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const whole = figures.replace(/[.,]0{1,2}$/, '');
  const isPlain = /^\d{1,15}$/.test(whole);
  // One separator throughout: 1.250,000 is nobody's way of writing.
  const isGrouped = /^\d{1,3}([., ])\d{3}(?:\1\d{3})*$/.test(whole);
  return isPlain || isGrouped ? Number(whole.replace(/\D/g, '')) : Number.NaN;
}

/** `5/11/2026`, `05-11-2026`, `05.11.2026` as written in Viet Nam, and `2026-11-05`; a year of two digits says too little. */
export function dayOf(cell: Cell): string | undefined {
  if (typeof cell === 'number') return undefined;
  const written = typeof cell === 'object' ? cell.day : cell;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
  const on = year === '' ? written : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
    kept: nothingTaken,
    errors: told.map((message) => ({ pointer: '/content', code: 'invalid', message })),
  });
}
