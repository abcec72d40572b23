import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { analyseLedger, type LedgerRow } from '@soat/domain';
import fc from 'fast-check';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { HttpProblem } from '../platform/http/problem.js';
import { ledgerFileOf, ledgerLinesMax, readLedgerFile } from './ledger-file.js';
import { readXlsx } from './xlsx.js';
import { unzip, type ZipEntry, zipOf } from './zip.js';

const headings = ['Số biên lai', 'Ngày thu', 'Họ tên', 'Mục đích', 'Hình thức', 'Số tiền', 'Ngày nộp'];

function day(on: string) {
  return { value: new Date(`${on}T00:00:00.000Z`), type: Date, format: 'dd/mm/yyyy' } as const;
}

function written(rows: SheetData): Promise<Buffer> {
  return writeXlsxFile(rows).toBuffer();
}

async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  try {
    await readLedgerFile(bytes);
    return [];
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    expect([error.code, error.extras.kept?.vi]).toEqual([
      'validation-failed',
      'Chưa có dòng nào của tệp này được nhập; sổ đã nhập trước đó vẫn giữ nguyên.',
    ]);
    return (error.extras.errors ?? []).map(({ pointer, message }) => `${pointer} ${message.vi}`);
  }
}

/** A workbook of one sheet whose rows are written by hand. */
function workbook(rows: string, extra: readonly ZipEntry[] = []): Buffer {
  const file = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text, 'utf8') });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipOf([
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sổ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/worksheets/sheet1.xml',
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...extra,
  ]);
}

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const headingRow = `<row r="1">${['Ngày thu', 'Họ tên', 'Mục đích', 'Số tiền']
  .map((words, index) => text(`${'ABCD'[index]}1`, words))
  .join('')}</row>`;
const lineOf = (amount: string) =>
  `<row r="2">${text('A2', '05/11/2026')}${text('B2', 'Hộ ông Tư')}${text('C2', 'Cầu')}${amount}</row>`;

describe('a ledger in Excel', () => {
  it('says what the same ledger says as CSV', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({
      receipt: `AA/${String(index + (index > 20 ? 2 : 1)).padStart(4, '0')}`,
      on: `2026-03-${String((index % 28) + 1).padStart(2, '0')}`,
      household: `Hộ số ${index % 37}`,
      amount: (index % 5) * 100_000 + 50_000,
      deposited: index % 7 === 0 ? null : '2026-03-31',
    }));
    const asCsv = [
      headings.join(';'),
      ...lines.map(({ receipt, on, household, amount, deposited }) =>
        [receipt, on, household, 'Cầu Vĩnh Biên', 'Tiền mặt', amount, deposited ?? ''].join(';'),
      ),
    ].join('\r\n');
    const asXlsx = await written([
      headings.map((value) => ({ value })),
      ...lines.map(({ receipt, on, household, amount, deposited }) => [
        { value: receipt },
        day(on),
        // Typed on a machine that writes the letter and its marks apart.
        { value: household.normalize('NFD') },
        { value: 'Cầu Vĩnh Biên' },
        { value: 'Tiền mặt' },
        { value: amount, type: Number, format: '#,##0' },
        deposited === null ? null : day(deposited),
      ]),
    ]);
    const read = await readLedgerFile(asXlsx);
    expect(read).toEqual(await readLedgerFile(Buffer.from(asCsv, 'utf8')));
    const analysis = (rows: readonly LedgerRow[]) => analyseLedger(rows, { asOf: '2026-04-01', bankTotal: null });
    expect(analysis(read)).toMatchObject({ rows: 40, households: 37, receipts: { missing: 1 } });
    expect(ledgerFileOf({ name: 'so.xlsx', content: [asXlsx.toString('base64')] }).file.mediaType).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });

  it('is found below its title, on whichever sheet has its headings, with the lines as Excel counts them', async () => {
    const bytes = await writeXlsxFile([
      { sheet: 'Ghi chú', data: [[{ value: 'Sổ lập theo mẫu C38' }]] },
      {
        sheet: 'Sổ',
        data: [
          [{ value: 'SỔ ĐÓNG GÓP' }],
          [],
          headings.map((value) => ({ value })),
          [{ value: 'AA/1' }, day('2026-02-28'), { value: 'Hộ A' }, { value: 'Cầu' }, null, { value: 500_000 }, null],
          [null, null, { value: 'Tổng cộng' }, null, null, { value: 500_000 }, null],
        ],
      },
    ]).toBuffer();
    expect(await readLedgerFile(bytes)).toMatchObject([
      { line: 4, receipt: 'AA/1', collectedOn: '2026-02-28', household: 'Hộ A', amount: 500_000, depositedOn: null },
    ]);
  });

  it('keeps the day of a date in every time zone, and takes a bare number for none', async () => {
    const zone = process.env.TZ;
    try {
      for (const place of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env.TZ = place;
        const rows = await readLedgerFile(
          workbook(
            `${headingRow}<row r="2"><c r="A2" t="d"><v>2026-11-05T00:00:00</v></c>${text('B2', 'Hộ A')}${text('C2', 'Cầu')}<c r="D2"><v>500000</v></c></row>`,
          ),
        );
        expect([place, rows[0]?.collectedOn]).toEqual([place, '2026-11-05']);
        const bytes = await written([
          headings.map((value) => ({ value })),
          [null, day('2026-11-05'), { value: 'A' }, { value: 'B' }, null, { value: 1 }, null],
        ]);
        expect([place, (await readLedgerFile(bytes))[0]?.collectedOn]).toEqual([place, '2026-11-05']);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(
      await faultsOf(
        workbook(
          `${headingRow}<row r="2"><c r="A2"><v>46331</v></c>${text('B2', 'A')}${text('C2', 'B')}<c r="D2"><v>1.125</v></c></row>`,
        ),
      ),
    ).toEqual([
      '/content Dòng 2, số tiền: không đọc được "1.125".',
      '/content Dòng 2, ngày thu: không đọc được "46331".',
    ]);
  });

  it.each([
    ['a saved value', '<c r="D2"><f>250000*2</f><v>500000</v></c>', []],
    ['no value', '<c r="D2"><f>250000*2</f></c>', ['/content Dòng 2, số tiền: không đọc được "=250000*2".']],
    [
      'an error',
      '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      ['/content Dòng 2, số tiền: không đọc được "#DIV/0!".'],
    ],
    ['the mark of another', '<c r="D2"><f t="shared" si="0"/></c>', ['/content Dòng 2, số tiền: không đọc được "=".']],
  ])('takes of a formula with %s what was saved, and computes nothing', async (_, amount, faults) => {
    expect(await faultsOf(workbook(headingRow + lineOf(amount)))).toEqual(faults);
  });

  it('never makes an amount of a formula', async () => {
    const formula = fc.stringMatching(/^[A-Z0-9+*/(),:.]{1,30}$/);
    await fc.assert(
      fc.asyncProperty(formula, fc.boolean(), async (formula, isText) => {
        const cell = isText ? text('D2', `=${formula}`) : `<c r="D2"><f>${formula}</f></c>`;
        expect(await faultsOf(workbook(headingRow + lineOf(cell)))).toEqual([
          `/content Dòng 2, số tiền: không đọc được "=${formula}".`,
        ]);
      }),
      { seed: 20260321, numRuns: 60 },
    );
  });

  it('reads any numbers and days as they were written', async () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_000_000 });
    const on = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ amount, on }), { minLength: 1, maxLength: 20 }), async (lines) => {
        const bytes = await written([
          headings.map((value) => ({ value })),
          ...lines.map(({ amount, on }) => [
            null,
            day(on),
            { value: 'Hộ A' },
            { value: 'Cầu' },
            null,
            { value: amount },
            null,
          ]),
        ]);
        expect((await readLedgerFile(bytes)).map(({ amount, collectedOn }) => ({ amount, on: collectedOn }))).toEqual(
          lines,
        );
      }),
      { seed: 20260322, numRuns: 40 },
    );
  });
});

describe('a workbook that is none', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'cut off',
      async () => (await written([[{ value: 'x' }]])).subarray(0, 900),
      'Tệp Excel bị hỏng hoặc chưa lưu xong; hãy mở ra, lưu lại rồi gửi.',
    ],
    [
      'four bytes',
      () => Buffer.from('PK\u0003\u0004'),
      'Tệp Excel bị hỏng hoặc chưa lưu xong; hãy mở ra, lưu lại rồi gửi.',
    ],
    [
      'an old Excel file or one with a password',
      () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
      'Tệp Excel đời cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .xlsx hoặc CSV.',
    ],
    [
      'another archive',
      () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
      'Tệp nén này không phải là tệp Excel (.xlsx); hãy lưu lại dạng .xlsx hoặc CSV.',
    ],
    [
      'a sheet of broken marks',
      () => workbook('<row r="1"><c r="A1"><v>1</v'),
      'Tệp Excel bị hỏng hoặc chưa lưu xong; hãy mở ra, lưu lại rồi gửi.',
    ],
    [
      'a text by a number that no list has',
      () => workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      'Tệp Excel bị hỏng hoặc chưa lưu xong; hãy mở ra, lưu lại rồi gửi.',
    ],
    ['empty', () => written([]), 'Không thấy cột: ngày thu, hộ, mục đích, số tiền.'],
    [
      'one without the headings',
      () => written([[{ value: 'Hộ' }, { value: 'Số tiền' }]]),
      'Không thấy cột: ngày thu, mục đích.',
    ],
  ])('is refused when it is %s', async (_, bytes, fault) => {
    expect(await faultsOf(await bytes())).toEqual([`/content ${fault}`]);
  });

  it('is refused for a password, wherever the zip says so', async () => {
    const bytes = Buffer.from(workbook(headingRow));
    // The flag of the first line of the directory.
    bytes.writeUInt16LE(0x0801, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
    expect(await faultsOf(bytes)).toEqual(['/content Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi.']);
  });

  it('is refused before it is decompressed when it promises too much, and when it promised too little', () => {
    const bomb = packed('xl/workbook.xml', Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const limits = { bytesMax: 1024 * 1024, entriesMax: 10 };
    expect(unzip(bomb, () => true, limits)).toBe('too-large');
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(10, liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(unzip(liar, () => true, limits)).toBe('corrupt');
    expect(
      unzip(
        zipOf(Array.from({ length: 11 }, (_, index) => ({ name: `${index}.xml`, bytes: Buffer.from('x') }))),
        () => true,
        limits,
      ),
    ).toBe('too-large');
  });

  it.each([
    ['in the last row of all', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'too-many-rows'],
    ['in the last column of all', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
    ['behind two hundred without a place', `<row>${'<c><v>1</v></c>'.repeat(200)}</row>`, 'too-many-columns'],
    [
      'in a row that goes back',
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      'corrupt',
    ],
  ])('is refused for a cell %s', async (_, rows, fault) => {
    expect(await readXlsx(workbook(rows), ledgerLinesMax)).toBe(fault);
  });

  it('is refused for one long text in every cell', async () => {
    const long = Buffer.from(`<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`);
    const cells = Array.from({ length: 300 }, (_, index) => `<row r="${index + 1}"><c t="s"><v>0</v></c></row>`);
    const bytes = workbook(cells.join(''), [{ name: 'xl/sharedStrings.xml', bytes: long }]);
    expect(await readXlsx(bytes, ledgerLinesMax)).toBe('too-large');
  });

  it('is not refused for cells that are only painted', async () => {
    const painted = '<c r="XFD1" s="0"/>';
    expect(await readXlsx(workbook(`<row r="1">${text('A1', 'x')}${painted}</row>`), 10)).toEqual([
      [{ line: 1, cells: ['x'] }],
    ]);
  });

  it('is a problem and never a crash, whatever byte of it is another', async () => {
    const whole = await written([
      headings.map((value) => ({ value })),
      [{ value: 'AA/1' }, day('2026-02-28'), { value: 'A' }, { value: 'B' }, null, { value: 5 }, null],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const bytes = Buffer.from(whole);
          bytes[at] = byte;
          await faultsOf(bytes);
        },
      ),
      { seed: 20260323, numRuns: 300 },
    );
  });
});

describe('a ledger of too many lines', () => {
  it.each(['csv', 'xlsx'])('is refused as %s, with the way out', async (form) => {
    const count = ledgerLinesMax + 1;
    const bytes =
      form === 'csv'
        ? Buffer.from(['Ngày thu;Họ tên;Mục đích;Số tiền', ...Array<string>(count).fill('05/11/2026;A;B;1')].join('\n'))
        : workbook(
            headingRow +
              Array.from(
                { length: count },
                (_, index) => `<row r="${index + 2}"><c r="D${index + 2}"><v>1</v></c></row>`,
              ).join(''),
          );
    expect(await faultsOf(bytes)).toEqual(['/content Sổ có quá 10000 dòng: hãy chia theo ấp hoặc theo đợt.']);
  });
});

/** One file, deflated, as a zip. */
function packed(name: string, bytes: Buffer): Buffer {
  const stored = zipOf([{ name, bytes }]);
  const body = deflateRawSync(bytes, { level: 9 });
  const local = stored.indexOf(name) + name.length;
  const directory = stored.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const head = Buffer.from(stored.subarray(0, local));
  const rest = Buffer.from(stored.subarray(directory));
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(body.length, 18);
  rest.writeUInt16LE(8, 10);
  rest.writeUInt32LE(body.length, 20);
  rest.writeUInt32LE(head.length + body.length, rest.length - 6);
  return Buffer.concat([head, body, rest]);
}
