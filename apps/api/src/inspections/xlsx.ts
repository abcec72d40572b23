import readXlsxFile from 'read-excel-file/node';
import { unzip, type ZipEntry, zipOf } from './zip.js';

/** A date is its legal day: a spreadsheet's date has no time zone. */
export interface DayCell {
  readonly day: string;
}

/** What stands in a cell: text in NFC, a number as a number, a date as a day; '' where nothing does. */
export type Cell = string | number | DayCell;

export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Why bytes are no workbook that can be read. */
export type XlsxFault = 'corrupt' | 'encrypted' | 'too-large' | 'no-workbook' | 'too-many-rows' | 'too-many-columns';

/** Decompressed, of the parts that are read. */
const bytesMax = 24 * 1024 * 1024;
const entriesMax = 2_000;
const columnsMax = 100;
const sheetsMax = 50;
/** Cells of all sheets as they are laid out, the empty ones between them included. */
const areaMax = 4_000_000;

/** An older workbook (.xls) or one behind a password: both come in the same wrapping, of which only the mark is read. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/**
 * The sheets of a workbook, in its order, empty rows left out. Nothing is computed: of a formula its saved value is read,
 * and where there is none, or an error, what is written in the cell is text like any other.
 */
export async function readXlsx(
  bytes: Uint8Array,
  rowsMax: number,
): Promise<readonly (readonly SheetRow[])[] | XlsxFault> {
  const entries = unzip(bytes, (name) => /\.(?:xml|rels)$/.test(name), { bytesMax, entriesMax });
  if (typeof entries === 'string') return entries;
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return 'no-workbook';
  const plain: ZipEntry[] = [];
  let laidOut = 0;
  for (const { name, bytes } of entries) {
    const sheet = plainSheet(new TextDecoder('utf-8').decode(bytes), rowsMax);
    if (typeof sheet === 'string') return sheet;
    laidOut += sheet?.area ?? 0;
    if (laidOut > areaMax) return 'too-large';
    plain.push({ name, bytes: sheet ? Buffer.from(sheet.xml, 'utf8') : bytes });
  }
  try {
    const sheets = (await readXlsxFile(zipOf(plain))).slice(0, sheetsMax);
    if (lettersIn(sheets.flatMap(({ data }) => data)) > bytesMax) return 'too-large';
    return sheets.map(({ data }) =>
      data
        .map((row, index) => ({ line: index + 1, cells: row.map(cellOf) }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
    );
  } catch {
    // Whatever a reader trips over in a file that somebody handed in is that file's: a part that is named and not there, a
    // style or a text by a number that no list has.
    return 'corrupt';
  }
}

/** A text kept once may stand in every cell: what is short as a file may be endless as a table. */
function lettersIn(rows: readonly (readonly unknown[])[]): number {
  let letters = 0;
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') letters += cell.length;
  return letters;
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#' : { day: value.toISOString().slice(0, 10) };
  return '';
}

interface PlainSheet {
  readonly xml: string;
  /** Rows times columns, which is how much a reader lays out for it. */
  readonly area: number;
}

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(?<closing>\/?)(?:[^\s<>/:"']+:)?(?<tag>[^\s<>/:"']+)(?<attributes>(?:[^<>"'/]|"[^"<]*"|'[^'<]*')*)(?<alone>\/?)>|(?<text>[^<]+)/y;

/**
 * The same sheet with nothing in it but cells that say their value and their place. A reader would leave out a formula that
 * nobody computed and an error, would take a written date for one in the server's own time zone, and would lay out a million
 * rows for one cell that claims to be in the last of them: here the first two become text, the third is kept as it is
 * written, and the last is refused. Null for what is no sheet.
 */
function plainSheet(xml: string, rowsMax: number): PlainSheet | null | XlsxFault {
  if (!/<(?:[^\s<>/:]*:)?sheetData[\s/>]/.test(xml)) return null;
  const parts: string[] = [];
  let [row, column, rowsWritten, columnsWritten] = [0, 0, 0, 0];
  let isInRows = false;
  let cell: CellRead | null = null;
  let inside: 'v' | 'f' | 't' | null = null;
  token.lastIndex = 0;
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at;
    const read = token.exec(xml)?.groups;
    if (!read) return 'corrupt';
    const { tag, text = '', attributes = '' } = read;
    const isOpening = tag !== undefined && read.closing === '';
    const isEnding = tag !== undefined && (read.closing !== '' || read.alone !== '');
    if (tag === 'sheetData') isInRows = isOpening && !isEnding;
    else if (tag === 'row' && isOpening && isInRows) {
      row = rowIn(attributes) ?? row + 1;
      column = 0;
    } else if (tag === 'c' && isInRows) {
      if (isOpening) {
        column = columnIn(attributes) ?? column + 1;
        cell = { type: attribute(attributes, 't') ?? 'n', style: attribute(attributes, 's'), held: {} };
      }
      const written = isEnding && cell ? plainCell(cell, row, column) : null;
      if (isEnding) cell = null;
      if (written !== null) {
        if (row > rowsMax) return 'too-many-rows';
        if (column > columnsMax) return 'too-many-columns';
        // The reader goes by the order; so does every program that writes sheets.
        if (row < rowsWritten) return 'corrupt';
        parts.push(row > rowsWritten ? `${rowsWritten > 0 ? '</row>' : ''}<row r="${row}">${written}` : written);
        rowsWritten = row;
        columnsWritten = Math.max(columnsWritten, column);
      }
    } else if (cell && tag !== undefined && isPart(tag)) {
      inside = isOpening && !isEnding ? tag : null;
      if (isOpening) cell.held[tag] ??= '';
    } else if (cell && inside && tag === undefined) cell.held[inside] = (cell.held[inside] ?? '') + text;
  }
  const rows = parts.length === 0 ? '' : `${parts.join('')}</row>`;
  return {
    xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    area: rowsWritten * columnsWritten,
  };
}

interface CellRead {
  readonly type: string;
  readonly style: string | undefined;
  /** Value, formula and text as written, still escaped. */
  readonly held: { v?: string; f?: string; t?: string };
}

function isPart(tag: string): tag is 'v' | 'f' | 't' {
  return tag === 'v' || tag === 'f' || tag === 't';
}

/** A cell with its value, or as the text that stands there instead; null for an empty one. */
function plainCell({ type, style, held: { v, f, t } }: CellRead, row: number, column: number): string | null {
  const place = `r="${lettersOf(column)}${row}"`;
  const written = (text: string) => `<c ${place} t="inlineStr"><is><t>${text}</t></is></c>`;
  if (type === 'inlineStr') return t ? written(t) : null;
  if (type === 'e') return written(v || '#');
  if (type === 'd') return v ? written(v.trim().slice(0, 10)) : null;
  if (f !== undefined && v === undefined) return written(`=${f}`);
  if (!v) return null;
  return `<c ${place}${style === undefined ? '' : ` s="${style}"`}${type === 'n' ? '' : ` t="${type}"`}><v>${v}</v></c>`;
}

function attribute(attributes: string, name: 'r' | 's' | 't'): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? '').replace(/["&<>]/g, '') : undefined;
}

function rowIn(attributes: string): number | null {
  const place = attribute(attributes, 'r');
  return place !== undefined && /^\d{1,9}$/.test(place) ? Number(place) : null;
}

/** Of `AB12` the 28; the row is the one it stands in. */
function columnIn(attributes: string): number | null {
  const letters = /^([A-Z]{1,4})\d/.exec(attribute(attributes, 'r') ?? '')?.[1];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  return (column > 26 ? lettersOf((column - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest);
}
