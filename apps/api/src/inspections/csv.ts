/** One record of a CSV file, with the line it begins on; a cell is text and nothing but text, whatever a spreadsheet would make of it. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why bytes are no CSV. */
export type CsvFault = 'binary' | 'quote-open';

/**
 * The text of a file as offices save it: UTF-8 or UTF-16 by its byte order mark, UTF-8 where the bytes are, else
 * Windows-1258, whose letters and tones are separate signs and are joined again. Null when it is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = [
    { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
    { encoding: 'utf-16le', mark: [0xff, 0xfe] },
    { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  ].find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const text = marked ? new TextDecoder(marked.encoding).decode(bytes) : (utf8(bytes) ?? windows1258(bytes));
  return text.includes('\0') ? null : text.normalize('NFC');
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function windows1258(bytes: Uint8Array): string {
  return new TextDecoder('windows-1258').decode(bytes);
}

/**
 * Records of a CSV file by RFC 4180 and its customs: commas, semicolons or tabs, told by the first line that has any; cells
 * in quotes with line breaks and doubled quotes in them; any line ending; Excel's `sep=;`. Empty records are left out.
 */
export function readCsv(bytes: Uint8Array): readonly CsvRecord[] | CsvFault {
  const text = decodeText(bytes);
  if (text === null) return 'binary';
  const directive = /^sep=(.)\r?\n/i.exec(text);
  const separator = directive?.[1] ?? separatorOf(text);
  return recordsOf(text, directive?.[0].length ?? 0, separator);
}

function separatorOf(text: string): string {
  // Outside quotes: a heading may have a line break or a comma of its own.
  for (const line of text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/)) {
    const counted = [';', '\t', ','].map((separator) => ({ separator, count: line.split(separator).length - 1 }));
    const most = counted.reduce((best, next) => (next.count > best.count ? next : best));
    // A title above the table may hold a comma; a table has two columns and more.
    if (most.count > 1) return most.separator;
  }
  return ',';
}

function recordsOf(text: string, start: number, separator: string): readonly CsvRecord[] | CsvFault {
  const records: CsvRecord[] = [];
  let line = start > 0 ? 2 : 1;
  let begunOn = line;
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.some((held) => held !== '')) records.push({ line: begunOn, cells });
    cells = [];
  };
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    const isBreak = sign === '\n' || sign === '\r';
    if (isBreak) {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      line += 1;
    }
    if (isQuoted) {
      if (sign !== '"') cell += isBreak ? '\n' : sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (isBreak) {
      endRecord();
      begunOn = line;
    } else if (sign === separator) endCell();
    else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else cell += sign;
  }
  if (isQuoted) return 'quote-open';
  endRecord();
  return records;
}
