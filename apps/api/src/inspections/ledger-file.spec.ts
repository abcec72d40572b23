import { describe, expect, it } from '@jest/globals';
import type { LedgerRow } from '@soat/domain';
import { HttpProblem } from '../platform/http/problem.js';
import { decodeText, readCsv } from './csv.js';
import { amountOf, dayOf, ledgerFileOf, readLedgerFile } from './ledger-file.js';

const bytes = (text: string) => Buffer.from(text, 'utf8');

const heading = 'Số biên lai;Ngày thu;Họ tên;Mục đích;Hình thức;Số tiền;Ngày nộp';
const line = 'AA/0001;05/11/2026;Hộ ông Tư;Cầu Vĩnh Biên;Tiền mặt;500.000;07/11/2026';

function rowsOf(...lines: readonly string[]): Promise<readonly LedgerRow[]> {
  return readLedgerFile(bytes(lines.join('\r\n')));
}

/** What the reader is told is wrong, in Vietnamese. */
async function faultsOf(file: Uint8Array): Promise<readonly string[]> {
  try {
    await readLedgerFile(file);
    return [];
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    return (error.extras.errors ?? []).map(({ message }) => message.vi);
  }
}

const clean: LedgerRow = {
  line: 2,
  receipt: 'AA/0001',
  collectedOn: '2026-11-05',
  household: 'Hộ ông Tư',
  purpose: 'Cầu Vĩnh Biên',
  form: 'money',
  receiptAmount: 500_000,
  amount: 500_000,
  depositedOn: '2026-11-07',
  depositedAmount: 500_000,
};

describe('the text of a file', () => {
  it('is read by its mark, as UTF-8, or as Windows-1258 with letters and tones joined', () => {
    const text = 'Hồ sơ ở Vĩnh Châu';
    expect(decodeText(bytes(text))).toBe(text);
    expect(decodeText(bytes(text.normalize('NFD')))).toBe(text);
    expect(decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(text)]))).toBe(text);
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toBe(text);
    // "Hồ", the tone a sign of its own.
    expect(decodeText(Buffer.from([0x48, 0xf4, 0xcc]))).toBe('Hồ');
  });

  it('is none with a zero byte in it', () => {
    expect(decodeText(Buffer.from([0x41, 0, 0x42]))).toBeNull();
  });
});

describe('a CSV file', () => {
  it.each([
    [',', 'a,b,c\n1,2,3'],
    [';', 'a;b;c\r\n1;2;3'],
    ['tab', 'a\tb\tc\r1\t2\t3'],
    ['its own word', 'sep=|\na|b|c\n1|2|3'],
  ])('separated by %s gives its records', (_, text) => {
    const records = readCsv(bytes(text));
    if (typeof records === 'string') throw new Error(records);
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('keeps separators, line breaks and doubled quotes inside quotes, and counts the lines of the file', () => {
    expect(readCsv(bytes('"Họ\ntên, đệm";"b ""c""";d\n\n1;2;3'))).toEqual([
      { line: 1, cells: ['Họ\ntên, đệm', 'b "c"', 'd'] },
      { line: 4, cells: ['1', '2', '3'] },
    ]);
  });

  it('keeps a formula as the text it is', () => {
    expect(readCsv(bytes('a;b;c\n=HYPERLINK("x");+1;@SUM(A1)'))).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['=HYPERLINK("x")', '+1', '@SUM(A1)'] },
    ]);
  });

  it('is not binary, nor left open', () => {
    expect(readCsv(Buffer.from([1, 0, 2]))).toBe('binary');
    expect(readCsv(bytes('a;"b;c\n1;2;3'))).toBe('quote-open');
  });
});

describe('an amount', () => {
  it.each([
    ['500000', 500_000],
    ['500.000', 500_000],
    ['1,250,000', 1_250_000],
    ['1 250 000 đ', 1_250_000],
    ['1.250.000 đồng', 1_250_000],
    ['1.250.000 VND', 1_250_000],
    ['500.000,00', 500_000],
    ['1,250', 1_250],
    ['0', 0],
  ])('%s is %d đồng', (cell, amount) => expect(amountOf(cell)).toBe(amount));

  it.each(['-500000', '1,5', '1.250,000', '12.34', '=SUM(A1:A9)', 'năm trăm', '1e6', '5000000000000000', '１００'])(
    '%s is none',
    (cell) => expect(amountOf(cell)).toBeUndefined(),
  );
});

describe('a day', () => {
  it('is written day first, as in Viet Nam', () => {
    expect(['5/11/2026', '05-11-2026', '05.11.2026', '2026-11-05'].map(dayOf)).toEqual(Array(4).fill('2026-11-05'));
  });

  it.each(['31/02/2026', '11/25/2026', '5/11/26', '45000', '05/11/1899', 'hôm qua'])('%s is none', (cell) => {
    expect(dayOf(cell)).toBeUndefined();
  });
});

describe('a ledger', () => {
  it('is read whatever the order of its columns, below its title and above its sum', async () => {
    expect(await rowsOf(heading, line)).toEqual([clean]);
    expect(
      await rowsOf(
        'SỔ THEO DÕI ĐÓNG GÓP;;;;',
        'STT;Họ và tên;Số tiền (đồng);Công trình;Ngày thu',
        '1;Hộ ông Tư;500.000;Cầu Vĩnh Biên;05/11/2026',
        ';Tổng cộng;500.000;;',
      ),
    ).toEqual([{ ...clean, line: 3, receipt: null, receiptAmount: null, depositedOn: null, depositedAmount: null }]);
  });

  it('takes kind and labour by its form', async () => {
    const [kind, labour] = await rowsOf(
      `${heading};Giá trị giao nhận`,
      ';05/11/2026;Hộ bà Năm;Cầu Vĩnh Biên;Hiện vật;;;2.000.000',
      ';05/11/2026;Hộ bà Sáu;Cầu Vĩnh Biên;Ngày công;300.000;;300.000',
    );
    expect(kind).toMatchObject({ form: 'kind', amount: null, receiptAmount: 2_000_000 });
    expect(labour).toMatchObject({ form: 'labour', amount: 300_000, receiptAmount: 300_000 });
  });

  it('keeps a household that looks like a formula as the text it is', async () => {
    expect((await rowsOf(heading, line.replace('Hộ ông Tư', '=cmd|x')))[0]).toMatchObject({ household: '=cmd|x' });
  });

  it('names every line and column that cannot be read, in one answer', async () => {
    expect(
      await faultsOf(
        bytes(
          [
            heading,
            line.replace('05/11/2026', '31/02/2026'),
            line.replace('500.000', '=1+1').replace('Hộ ông Tư', ''),
            line.replace('Tiền mặt', 'Vàng').replace('AA/0001', '=A1'),
          ].join('\n'),
        ),
      ),
    ).toEqual([
      'Dòng 2, ngày thu: không đọc được "31/02/2026".',
      'Dòng 3, số tiền: không đọc được "=1+1".',
      'Dòng 3: thiếu hộ.',
      'Dòng 4, hình thức: không đọc được "Vàng".',
      'Dòng 4, số biên lai: không đọc được "=A1".',
    ]);
  });

  it('tells of the first twenty faults and counts the rest', async () => {
    const faults = await faultsOf(bytes([heading, ...Array<string>(30).fill(line.replace('500.000', 'x'))].join('\n')));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('Và 10 chỗ khác.');
  });

  it.each<[string, Uint8Array, string]>([
    ['a picture', Buffer.from([0xff, 0xd8, 0, 1]), 'Tệp không phải là CSV hay Excel (.xlsx).'],
    ['no headings', bytes('a;b;c\n1;2;3'), 'Không thấy cột: ngày thu, hộ, mục đích, số tiền.'],
    ['no purpose', bytes('Họ tên;Số tiền;Ngày thu\nA;1;05/11/2026'), 'Không thấy cột: mục đích.'],
    ['nothing', bytes(''), 'Không thấy cột: ngày thu, hộ, mục đích, số tiền.'],
  ])('is not %s', async (_, file, fault) => expect(await faultsOf(file)).toEqual([fault]));

  it('comes in base64, every byte of it', () => {
    const content = bytes(heading).toString('base64');
    for (const parts of [[content], [content.slice(0, 7), content.slice(7)]])
      expect(Buffer.from(ledgerFileOf({ name: 'so.csv', content: parts }).bytes).toString()).toBe(heading);
    for (const wrong of ['', '%%%', `${content}!`])
      expect(() => ledgerFileOf({ name: 'x', content: [wrong] })).toThrow('validation-failed');
  });
});
