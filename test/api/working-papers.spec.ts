import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerProposal,
  budgetDisclosureCheck,
  type ChecklistEdition,
  checklistEditions,
  contributionsAudit,
  drawSample,
  type InspectionFile,
  legalDayOf,
  type SelfCheckComparison,
} from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import writeXlsxFile from 'write-excel-file/node';
import { answerBody, evidenceBody } from '../support/one-stop-answers.js';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** The two kinds beside the one-stop check, over real HTTP: ordered, answered from their working papers, ended. */
const commune = '01880000-0000-7000-8000-000000031801';
const finance = '01880000-0000-7000-8000-000000000952';

interface Problem {
  readonly code: string;
  readonly kept?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}
interface Shown {
  readonly length: number;
  readonly status: string;
  readonly file: InspectionFile;
  readonly answerProposals: readonly AnswerProposal[];
}

const partsOf = (bytes: Buffer) => bytes.toString('base64').match(/.{1,60000}/g) ?? [];
const csv = (...lines: readonly string[]) => [Buffer.from(lines.join('\r\n'), 'utf8').toString('base64')];
const heading = 'Số biên lai;Ngày thu;Họ tên;Mục đích;Hình thức;Số tiền;Ngày nộp';
/** Twelve households; the fifth has not been deposited, the eighth is the seventh again, and one receipt is skipped. */
const ledger = [
  heading,
  ...Array.from({ length: 12 }, (_, index) => {
    const number = String(index + 1 + (index > 8 ? 1 : 0)).padStart(4, '0');
    const household = `Hộ số ${index === 7 ? 7 : index + 1}`;
    return `AA/${number};02/03/2026;${household};Cầu Vĩnh Biên;Tiền mặt;${(index + 1) * 100_000};${index === 4 ? '' : '04/03/2026'}`;
  }),
];

let service: Service;
let people: Readonly<Record<'thu' | 'hai' | 'nam' | 'suol' | 'danh' | 'thai', Client>>;

beforeAll(async () => {
  service = await startService();
  const [thu, hai, nam, suol, danh, thai] = await Promise.all(
    ['thu', 'hai', 'nam', 'suol', 'danh', 'thai'].map((id) => service.as(id)),
  );
  if (!thu || !hai || !nam || !suol || !danh || !thai) throw new Error('somebody is missing');
  people = { thu, hai, nam, suol, danh, thai };
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

async function begun({ kind }: ChecklistEdition, number: string): Promise<string> {
  const id = uuidv7();
  const order = {
    id,
    number,
    signedOn: legalDayOf(new Date().toISOString()),
    basis: 'Kế hoạch nâng cao chỉ số PAPI',
    unitId: commune,
    orderedByUnitId: finance,
    checklistKind: kind,
    team: [
      { personId: 'hai', role: 'lead' },
      { personId: 'nam', role: 'member' },
    ],
  };
  expect(await people.thu.post('inspections', order)).toMatchObject({ status: 201 });
  expect(await people.hai.post(`inspections/${id}/start`, {}, { length: 1 })).toMatchObject({ status: 200 });
  return id;
}

async function shown(id: string, client: Client = people.nam): Promise<Shown> {
  const answer = await client.get<Shown>(`inspections/${id}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Answers what is open so that it passes, and ends fieldwork. */
async function finished(id: string): Promise<Shown> {
  const { file } = await shown(id);
  for (const item of file.order.checklist.items.filter(
    ({ code, answer }) => !file.answers[code] && answer.kind !== 'derived',
  ))
    expect(await people.nam.post(`inspections/${id}/answers`, answerBody(item))).toMatchObject({ status: 200 });
  const { length } = await shown(id);
  expect(await people.hai.post(`inspections/${id}/end`, {}, { length })).toMatchObject({ status: 200 });
  return shown(id);
}

describe('the checklists', () => {
  it('are shown to anyone, all three kinds with all their items', async () => {
    const { body } = await people.suol.get<{ readonly data: readonly ChecklistEdition[] }>('checklists');
    expect(body.data.slice(0, checklistEditions.length)).toEqual(JSON.parse(JSON.stringify(checklistEditions)));
    for (const { kind } of checklistEditions) expect((await people.suol.get(`checklists/${kind}/1`)).status).toBe(200);
  });

  it('that nobody has cannot be ordered', async () => {
    const order = {
      id: uuidv7(),
      number: 'x',
      signedOn: '2026-11-20',
      basis: 'x',
      unitId: commune,
      orderedByUnitId: finance,
      checklistKind: 'no-such-check',
      team: [{ personId: 'hai', role: 'lead' }],
    };
    const answer = await people.thu.post<Problem>('inspections', order);
    expect([answer.status, answer.body.code]).toEqual([422, 'inspection.checklist-unknown']);
  });
});

describe('a contributions audit', () => {
  let id: string;
  let proposals: Readonly<Record<string, AnswerProposal>>;

  it('takes the ledger as the unit has it, and proposes what it says', async () => {
    id = await begun(contributionsAudit, '401/QĐ-UBND');
    const content = csv(...ledger);
    const body = { ledgerId: uuidv7(), name: 'so-dong-gop.csv', content, asOf: '2026-03-31' };
    const key = uuidv7();
    expect(await people.nam.post(`inspections/${id}/ledger`, body, { key })).toMatchObject({ status: 200 });
    const again = await people.nam.post(`inspections/${id}/ledger`, body, { key });
    expect(again.headers.get('idempotent-replayed')).toBe('true');

    const { file, answerProposals } = await shown(id);
    expect(file.ledger).toMatchObject({
      file: {
        sha256: createHash('sha256')
          .update(Buffer.from(content.join(''), 'base64'))
          .digest('hex'),
        kind: 'record',
      },
      analysis: {
        rows: 12,
        households: 11,
        totals: { receipts: 7_800_000, ledger: 7_800_000, bank: 7_300_000 },
        receipts: { missing: 1, gaps: [{ from: 'AA/0010', to: 'AA/0010' }] },
        duplicates: { count: 1, first: [9] },
        deposits: { longestDays: 29, pending: { count: 1, first: [6] } },
      },
    });
    proposals = Object.fromEntries(answerProposals.map((proposal) => [proposal.itemCode, proposal]));
    expect(Object.entries(proposals).map(([code, { outcome }]) => [code, outcome])).toEqual([
      ['VCA-06', 'fail'],
      ['VCA-08', 'fail'],
      ['VCA-10', 'fail'],
      ['VCA-11', 'fail'],
    ]);
    // Nobody's name went into the log.
    expect(JSON.stringify(await shown(id))).not.toContain('Hộ số');
  });

  it('takes a proposal over as answer and finding, with the ledger as evidence', async () => {
    const { file } = await shown(id);
    if (!file.ledger) throw new Error('there is no ledger');
    const { capturedAt: _, ...evidence } = file.ledger.file;
    for (const { itemCode, value, condition, amountAtRisk } of Object.values(proposals)) {
      const finding = { condition, ...(amountAtRisk !== null && { amountAtRisk }) };
      expect(
        await people.nam.post(`inspections/${id}/answers`, { itemCode, value, evidence: [evidence], finding }),
      ).toMatchObject({ status: 200 });
    }
    const { findings } = (await shown(id)).file;
    expect(findings.map(({ itemCode, severity, amountAtRisk }) => [itemCode, severity, amountAtRisk])).toEqual([
      ['VCA-06', 'major', null],
      ['VCA-08', 'major', null],
      ['VCA-10', 'critical', 500_000],
      ['VCA-11', 'major', null],
    ]);
    expect(findings[2]?.condition).toBe(
      'Tổng biên lai 7.800.000 đồng, tổng sổ 7.800.000 đồng, tổng nộp 7.300.000 đồng: lệch 500.000 đồng; chưa nộp (dòng 6 của sổ)',
    );
  });

  it('draws a sample that whoever has the list draws again', async () => {
    const members = Array.from({ length: 30 }, (_, index) => `PC-${index + 1}`);
    const body = { sampleId: uuidv7(), itemCode: 'VCA-14', name: 'Chứng từ chi', members, size: 10 };
    const key = uuidv7();
    expect(await people.nam.post(`inspections/${id}/samples`, body, { key })).toMatchObject({ status: 200 });
    // Sent again after a broken connection, it is the first draw that stands.
    expect((await people.nam.post(`inspections/${id}/samples`, body, { key })).status).toBe(200);
    const { samples } = (await shown(id)).file;
    expect(samples).toHaveLength(1);
    const [sample] = samples;
    expect(sample?.population.sha256).toBe(
      createHash('sha256')
        .update(`${members.join('\n')}\n`)
        .digest('hex'),
    );
    expect(sample?.drawn.map(({ number }) => number)).toEqual(drawSample(30, 10, sample?.seed ?? ''));
    expect(sample?.drawn.every(({ number, member }) => member === `PC-${number}`)).toBe(true);
  });

  it('says which line and column of a ledger cannot be read, in the reader’s language', async () => {
    const body = {
      ledgerId: uuidv7(),
      name: 'so.csv',
      content: csv(heading, 'AA/1;31/02/2026;Hộ một;Cầu;Tiền mặt;=SUM(A1);'),
    };
    const vi = await people.nam.post<Problem>(`inspections/${id}/ledger`, body);
    expect([vi.status, vi.body.code]).toEqual([400, 'validation-failed']);
    expect(vi.body.errors).toEqual([
      { pointer: '/content', code: 'invalid', message: 'Dòng 2, số tiền: không đọc được "=SUM(A1)".' },
      { pointer: '/content', code: 'invalid', message: 'Dòng 2, ngày thu: không đọc được "31/02/2026".' },
    ]);
    const en = await people.nam.post<Problem>(`inspections/${id}/ledger`, body, { language: 'en' });
    expect(en.body.errors?.[0]?.message).toBe('Line 2, amount: cannot read "=SUM(A1)".');
    expect(en.body.kept).toBe('No line of this file was taken; a ledger imported before stands as it was.');
    const empty = await people.nam.post<Problem>(`inspections/${id}/ledger`, { ...body, content: csv(heading) });
    expect([empty.status, empty.body.code]).toEqual([422, 'ledger.empty']);
  });

  it('takes the same ledger as Excel, and a file ten times what other bodies may hold', async () => {
    const before = (await shown(id)).file.ledger;
    const rows = ledger.map((line) => line.split(';'));
    const bytes = await writeXlsxFile(
      rows.map((cells, row) =>
        cells.map((cell, column) =>
          row > 0 && column === 5 ? { value: Number(cell) } : cell === '' ? null : { value: cell },
        ),
      ),
    ).toBuffer();
    const body = { ledgerId: uuidv7(), name: 'so-dong-gop.xlsx', content: partsOf(bytes), asOf: '2026-03-31' };
    expect(await people.nam.post(`inspections/${id}/ledger`, body)).toMatchObject({ status: 200 });
    expect((await shown(id)).file.ledger?.analysis).toEqual(before?.analysis);

    const long = [
      'Ngày thu;Họ tên;Mục đích;Số tiền',
      ...Array<string>(9_500).fill(`02/03/2026;${'Hộ số một '.repeat(16)};Cầu;1`),
    ];
    const large = {
      ...body,
      ledgerId: uuidv7(),
      name: 'to.csv',
      content: partsOf(Buffer.from(long.join('\n'), 'utf8')),
    };
    expect(JSON.stringify(large).length).toBeGreaterThan(10 * 256 * 1024);
    expect(await people.nam.post(`inspections/${id}/ledger`, large)).toMatchObject({ status: 200 });
    expect((await shown(id)).file.ledger?.analysis).toMatchObject({ rows: 9_500, households: 1 });

    const tooLarge = await people.nam.post<Problem>(`inspections/${id}/ledger`, {
      ...large,
      name: 'x'.repeat(4 * 1024 * 1024),
    });
    expect([tooLarge.status, tooLarge.body.code, tooLarge.body.detail]).toEqual([
      413,
      'payload-too-large',
      'Tối đa 4096 KiB sau khi giải nén.',
    ]);
  });

  it('is nobody’s but the team’s', async () => {
    const body = { ledgerId: uuidv7(), name: 'so.csv', content: csv(...ledger) };
    const unit = await people.suol.post<Problem>(`inspections/${id}/ledger`, body);
    expect([unit.status, unit.body.code]).toEqual([403, 'inspection.not-on-team']);
    const figures = { period: 'x', lines: [{ code: '1', name: 'x', published: 1, resolved: 1, treasury: 1 }] };
    const foreign = await people.nam.post<Problem>(`inspections/${id}/budget-figures`, figures);
    expect([foreign.status, foreign.body.code]).toEqual([422, 'inspection.paper-of-other-checklist']);
  });

  it('is answered to the end', async () => {
    expect(await finished(id)).toMatchObject({
      status: 'fieldwork-ended',
      file: { score: { unanswered: 0, failedBySeverity: { minor: 0, major: 3, critical: 1 } } },
    });
  });
});

describe('a budget disclosure check', () => {
  it('takes the figures of three sources, and every kind of answer', async () => {
    const id = await begun(budgetDisclosureCheck, '402/QĐ-UBND');
    const lines = [
      { code: '1', name: 'Tổng thu', published: 8_450_000_000, resolved: 8_450_000_000, treasury: 8_450_000_001 },
      { code: '2', name: 'Tổng chi', published: 8_450_000_000, resolved: 8_450_000_000, treasury: 8_449_999_999 },
    ];
    expect(
      await people.nam.post(`inspections/${id}/budget-figures`, { period: 'Dự toán năm 2026', lines }),
    ).toMatchObject({ status: 200 });
    const { answerProposals } = await shown(id);
    expect(answerProposals).toMatchObject([{ itemCode: 'CBD-15', outcome: 'fail', amountAtRisk: 1 }]);
    const [proposal] = answerProposals;
    const answer = { itemCode: 'CBD-15', value: proposal?.value, evidence: [evidenceBody('doi-chieu', 'document')] };
    const missing = await people.nam.post<Problem>(`inspections/${id}/answers`, {
      ...answer,
      value: { kind: 'reconciliation', first: 1, second: 1, amount: 1 },
    });
    expect([missing.status, missing.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/value/third', '/value/amount'],
    ]);
    expect(await people.nam.post(`inspections/${id}/answers`, answer)).toMatchObject({ status: 200 });
    // Critical, so its finding came by itself.
    expect((await shown(id)).file.findings).toMatchObject([{ itemCode: 'CBD-15', severity: 'critical' }]);
    expect(await finished(id)).toMatchObject({ status: 'fieldwork-ended' });
    const unit = await shown(id, people.suol);
    expect(unit.file.budgetFigures?.lines).toEqual(lines);
  });
});

describe('a self-check', () => {
  interface Beside {
    readonly data: {
      readonly selfCheck: { readonly id: string };
      readonly inspection: { readonly id: string };
      readonly comparison: SelfCheckComparison;
    } | null;
  }
  const besideTo = (client: Client, id: string) => client.get<Beside>(`inspections/${id}/self-check-comparison`);
  const order = {
    basis: 'Kế hoạch tự kiểm tra năm',
    unitId: commune,
    checklistKind: budgetDisclosureCheck.kind,
  };

  it('of the unit’s own people is laid beside the check of the same checklist once that has begun, and not before', async () => {
    const own = uuidv7();
    const signedOn = legalDayOf(new Date().toISOString());
    const selfOrder = {
      ...order,
      id: own,
      number: '11/QĐ-TKT',
      signedOn,
      orderedByUnitId: commune,
      regime: 'self-check',
      type: 'self-check',
      team: [{ personId: 'suol', role: 'lead' }],
    };
    const offered = await people.suol.get<{ readonly data: readonly { readonly id: string }[] }>('inspectors');
    expect(offered.body.data.map((colleague) => colleague.id)).toEqual(['suol']);
    const ofOthers = await people.thu.post<Problem>('inspections', {
      ...selfOrder,
      id: uuidv7(),
      team: [{ personId: 'danh', role: 'lead' }],
    });
    expect([ofOthers.status, ofOthers.body.code]).toEqual([422, 'inspection.team-member-not-of-unit']);
    expect(await people.thu.post('inspections', selfOrder)).toMatchObject({ status: 201 });
    expect(await people.suol.post(`inspections/${own}/start`, {}, { length: 1 })).toMatchObject({ status: 200 });
    const { file } = await shown(own, people.suol);
    for (const item of file.order.checklist.items.filter(({ code }) => !file.answers[code]))
      expect(await people.suol.post(`inspections/${own}/answers`, answerBody(item))).toMatchObject({ status: 200 });
    const { length } = await shown(own, people.suol);
    expect(await people.suol.post(`inspections/${own}/end`, {}, { length })).toMatchObject({ status: 200 });

    const check = uuidv7();
    const ordered = await people.thu.post<{ readonly position: number }>('inspections', {
      ...order,
      id: check,
      number: '404/QĐ-UBND',
      signedOn,
      orderedByUnitId: finance,
      team: [
        { personId: 'hai', role: 'lead' },
        { personId: 'nam', role: 'member' },
      ],
    });
    expect(ordered.status).toBe(201);
    expect(await besideTo(people.suol, own)).toMatchObject({ status: 200, body: { data: null } });
    expect(await besideTo(people.suol, check)).toMatchObject({ status: 404 });
    expect(await besideTo(people.hai, check)).toMatchObject({ status: 200, body: { data: null } });

    expect(await people.hai.post(`inspections/${check}/start`, {}, { length: 1 })).toMatchObject({ status: 200 });
    const [first, second] = budgetDisclosureCheck.items.filter(({ answer }) => answer.kind !== 'derived');
    if (!first || !second) throw new Error('there are no items');
    for (const [item, outcome] of [
      [first, 'fail'],
      [second, 'pass'],
    ] as const) {
      const finding = outcome === 'fail' && { finding: { condition: 'Chưa niêm yết' } };
      const answer = await people.nam.post<{ readonly position: number }>(`inspections/${check}/answers`, {
        ...answerBody(item, outcome),
        ...finding,
      });
      expect(answer.status).toBe(200);
    }
    const told = {
      selfCheck: { id: own },
      inspection: { id: check },
      comparison: {
        items: [
          { itemCode: first.code, verdict: 'overstated' },
          { itemCode: second.code, verdict: 'agreed' },
        ],
        counts: { agreed: 1, overstated: 1, understated: 0 },
        compared: 2,
      },
    };
    // The lists may be a moment behind.
    await people.hai.get(`inspections?atLeast=${ordered.body.position + 2}`);
    for (const [client, id] of [
      [people.hai, check],
      [people.thai, check],
      [people.suol, check],
      [people.suol, own],
    ] as const)
      expect(await besideTo(client, id)).toMatchObject({ status: 200, body: { data: told } });
    for (const id of [own, check]) expect((await besideTo(people.danh, id)).status).toBe(404);
    expect((await besideTo(people.hai, own)).status).toBe(404);
  });
});
