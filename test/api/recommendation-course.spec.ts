import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, legalDayOf, vietnamCalendar } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** What happens to a recommendation beside the plain way, over HTTP, on the demo and on an external one. */
let service: Service;
let people: Readonly<Record<'thu' | 'mai' | 'binh' | 'thai' | 'suol' | 'hai', Client>>;
const ward = '01880000-0000-7000-8000-000000031783';
const town = '01880000-0000-7000-8000-000000000950';
const finance = '01880000-0000-7000-8000-000000000952';
const today = legalDayOf(new Date().toISOString());
const working = (days: number) => addWorkingDays(today, days, vietnamCalendar);
const dueOn = working(6);

interface Problem {
  readonly code: string;
}
interface Shown {
  readonly status: string;
  readonly length: number;
  readonly deadline: { readonly dueOn: string; readonly originalDueOn: string };
  readonly order: { readonly deadline: { readonly dueOn: string } };
  readonly amountRecovered: number;
  readonly extensions: readonly { readonly outcome: string; readonly dueOn: string; readonly note: string | null }[];
  readonly ladder: readonly { readonly kind: string; readonly step?: string }[];
  readonly metPoints: readonly string[];
}
interface Overview {
  readonly ratios: Readonly<Record<string, { readonly numerator: number; readonly denominator: number }>>;
  readonly extensionsAsked: number;
}

const evidence = (name: string) => ({
  sha256: createHash('sha256').update(name).digest('hex'),
  size: 1000,
  mediaType: 'application/pdf',
  name: `${name}.pdf`,
  kind: 'document',
});
const external = (part: object = {}) => ({
  id: uuidv7(),
  number: 'KTNN-99',
  issuer: 'state-audit',
  issuerName: 'Kiểm toán nhà nước khu vực IX',
  document: { number: '300/BC-KTNN', signedOn: addDays(today, -10), title: 'Báo cáo kiểm toán' },
  evidence: [evidence('van-ban')],
  kind: 'collect-money',
  severity: 'major',
  text: 'Nộp trả ngân sách',
  verificationPoints: ['Giấy nộp tiền', 'Văn bản rà soát'],
  dueOn,
  amountToRecover: 5_000_000,
  unitId: ward,
  leadUnitId: finance,
  coordinatingUnitIds: [town],
  ...part,
});

beforeAll(async () => {
  service = await startService();
  people = {
    thu: await service.as('thu'),
    mai: await service.as('mai'),
    binh: await service.as('binh'),
    thai: await service.as('thai'),
    suol: await service.as('suol'),
    hai: await service.as('hai'),
  };
});
afterAll(async () => {
  service.clock.tell(null);
  await service.stop();
  await (await withPostgres()).stop();
});

async function show(path: string): Promise<Shown> {
  return (await people.thai.get<Shown>(path)).body;
}

async function decide(who: Client, path: string, act: string, body: object): Promise<readonly [number, string | null]> {
  const { length } = await show(path);
  const answer = await who.post<Partial<Problem>>(`${path}/${act}`, body, { length });
  return [answer.status, answer.body.code ?? null];
}

async function entered(part: object = {}): Promise<string> {
  const body = external(part);
  const answer = await people.thu.post<Partial<Problem>>('recommendations/external', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return `recommendations/${body.id}`;
}

describe('an external recommendation', () => {
  it('is entered with its document, by the programme officer, and seen by the unit', async () => {
    const path = await entered();
    expect((await people.mai.get<Shown>(path)).body).toMatchObject({
      status: 'issued',
      deadline: { dueOn, originalDueOn: dueOn },
    });
    expect((await people.suol.get(path)).status).toBe(404);
    expect((await people.mai.post<Problem>('recommendations/external', external())).body.code).toBe(
      'access.role-may-not',
    );
    const listed = await people.mai.get<{ readonly data: readonly { readonly external: object | null }[] }>(
      `recommendations?show=external&unitId=${ward}`,
    );
    expect(listed.body.data.length).toBeGreaterThan(0);
    expect(listed.body.data.every((row) => row.external !== null)).toBe(true);
  });

  it('is refused without a document, with one of tomorrow, and without its amount', async () => {
    const refused = async (part: object) => {
      const answer = await people.thu.post<Problem>('recommendations/external', external(part));
      return [answer.status, answer.body.code];
    };
    expect(await refused({ evidence: [] })).toEqual([400, 'validation-failed']);
    const document = { number: '1', signedOn: addDays(today, 1), title: 'x' };
    expect(await refused({ document, dueOn: working(9) })).toEqual([422, 'recommendation.document-in-future']);
    expect(await refused({ amountToRecover: undefined })).toEqual([422, 'recommendation.amount-missing']);
    expect(await refused({ dueOn: addDays(today, -20) })).toEqual([422, 'recommendation.due-before-document']);
    expect(await refused({ leadUnitId: uuidv7() })).toEqual([422, 'recommendation.body-unknown']);
  });
});

describe('an extension', () => {
  it('is asked for in time with a working day, granted by another, and leaves both dates', async () => {
    const path = await entered();
    const ask = (body: object) => people.mai.post<Partial<Problem>>(`${path}/extension-requests`, body);
    expect((await ask({ dueOn: '2027-01-02', reason: 'Chờ giấy báo nợ' })).body.code).toBe(
      'recommendation.extension-not-working-day',
    );
    expect((await ask({ dueOn: today, reason: 'x' })).body.code).toBe('recommendation.extension-not-later');
    expect((await ask({ dueOn: working(11) })).status).toBe(400);
    expect((await ask({ dueOn: working(11), reason: 'Chờ giấy báo nợ' })).status).toBe(200);
    expect((await ask({ dueOn: working(12), reason: 'Khác' })).body.code).toBe('recommendation.extension-pending');

    const before = await people.thai.get<Overview>(`units/${ward}`);
    expect(before.body.extensionsAsked).toBeGreaterThan(0);
    expect(await decide(people.mai, path, 'extension-grant', { note: 'Tự duyệt' })).toEqual([
      403,
      'access.role-may-not',
    ]);
    expect(await decide(people.hai, path, 'extension-grant', { note: 'x' })).toEqual([404, 'not-found']);
    expect(await decide(people.thai, path, 'extension-grant', { dueOn: working(20), note: 'x' })).toEqual([
      422,
      'recommendation.extension-beyond-asked',
    ]);
    expect((await people.thai.post<Problem>(`${path}/extension-grant`, { note: 'x' })).status).toBe(428);
    expect(await decide(people.thai, path, 'extension-grant', { dueOn: working(10), note: 'Đồng ý' })).toEqual([
      200,
      null,
    ]);
    expect(await show(path)).toMatchObject({
      order: { deadline: { dueOn } },
      deadline: { originalDueOn: dueOn, dueOn: working(10) },
      extensions: [{ outcome: 'granted', note: 'Đồng ý' }],
    });
  });

  it('is refused with a line', async () => {
    const path = await entered();
    await people.mai.post(`${path}/extension-requests`, { dueOn: working(11), reason: 'x' });
    expect(await decide(people.thu, path, 'extension-refusal', { note: 'Làm đúng hạn' })).toEqual([200, null]);
    expect(await show(path)).toMatchObject({ deadline: { dueOn }, extensions: [{ outcome: 'refused' }] });
  });

  it('comes too late the day after', async () => {
    const path = await entered();
    service.clock.tell(`${addDays(dueOn, 1)}T02:00:00.000Z`);
    try {
      const late = await people.mai.post<Problem>(`${path}/extension-requests`, { dueOn: working(20), reason: 'x' });
      expect([late.status, late.body.code]).toEqual([409, 'recommendation.extension-after-due-date']);
    } finally {
      service.clock.tell(null);
    }
  });
});

describe('money and points', () => {
  it('come in to the đồng, and are verified in part, then whole', async () => {
    const path = await entered();
    const pay = (body: object) => people.mai.post<Partial<Problem>>(`${path}/recoveries`, body);
    const payment = { amount: 4_000_000, recoveredOn: today, document: 'GNT 1', evidence: [evidence('gnt-1')] };
    const before = await people.thai.get<Overview>(`units/${ward}`);
    expect((await pay(payment)).status).toBe(200);
    expect((await pay({ ...payment, document: 'GNT 2', amount: 1_000_001 })).body.code).toBe(
      'recommendation.recovered-too-much',
    );
    expect((await pay({ ...payment, document: 'GNT 2', amount: 0 })).status).toBe(400);
    expect((await pay({ ...payment, document: 'GNT 2', amount: 0.5 })).status).toBe(400);
    expect((await people.mai.post(`${path}/proof`, { note: 'Xong', evidence: [evidence('p1')] })).status).toBe(200);
    const unmet = [{ point: 'Văn bản rà soát', reason: 'Chưa ký' }];
    expect(await decide(people.binh, path, 'partial-verification', { metPoints: ['Giấy nộp tiền'], unmet })).toEqual([
      200,
      null,
    ]);
    expect(await show(path)).toMatchObject({ status: 'partly-implemented', metPoints: ['Giấy nộp tiền'] });
    expect((await people.mai.post(`${path}/proof`, { note: 'Xong', evidence: [evidence('p2')] })).status).toBe(200);
    const rest = { metPoints: ['Văn bản rà soát'] };
    expect(await decide(people.binh, path, 'verification', rest)).toEqual([409, 'recommendation.money-outstanding']);
    expect((await pay({ ...payment, document: 'GNT 2', amount: 1_000_000 })).status).toBe(200);
    expect(await decide(people.binh, path, 'verification', rest)).toEqual([200, null]);
    const { position } = (await people.thai.get<Shown & { readonly position: number }>(path)).body;
    const after = await people.thai.get<Overview>(`units/${ward}?atLeast=${position}`);
    const money = (overview: Overview) => overview.ratios.implementedByMoney?.numerator ?? 0;
    expect(money(after.body) - money(before.body)).toBe(5_000_000);
    expect((await show(path)).amountRecovered).toBe(5_000_000);
  });

  it('are checked for their effect, and sent back where it did not last', async () => {
    const path = await entered({ kind: 'other', amountToRecover: undefined, severity: 'critical' });
    const metPoints = ['Giấy nộp tiền', 'Văn bản rà soát'];
    await people.mai.post(`${path}/proof`, { note: 'Xong', evidence: [evidence('p1')] });
    await decide(people.binh, path, 'verification', { metPoints });
    expect(await decide(people.thai, path, 'close', {})).toEqual([409, 'recommendation.effectiveness-unconfirmed']);
    expect(await decide(people.binh, path, 'effectiveness-denial', { reason: 'Lại thiếu' })).toEqual([200, null]);
    expect((await show(path)).status).toBe('returned');
    await people.mai.post(`${path}/proof`, { note: 'Xong', evidence: [evidence('p2')] });
    await decide(people.binh, path, 'verification', { metPoints });
    expect(await decide(people.binh, path, 'effectiveness', { note: 'Vẫn đủ' })).toEqual([200, null]);
    expect(await decide(people.thai, path, 'close', {})).toEqual([200, null]);
    expect((await show(path)).status).toBe('implemented');
  });
});

describe('a plan, a stop, a handover, a sanction', () => {
  it('has its plan returned and approved', async () => {
    const path = await entered();
    const plan = { steps: 'Nộp tiền', responsible: 'Mai', plannedOn: dueOn };
    await people.mai.post(`${path}/plan`, plan);
    expect(await decide(people.binh, path, 'plan-return', { reason: 'Chưa nêu ngày' })).toEqual([200, null]);
    expect((await show(path)).status).toBe('plan-returned');
    expect(await decide(people.binh, path, 'plan-approval', {})).toEqual([409, 'recommendation.no-plan-to-review']);
    await people.mai.post(`${path}/plan`, { ...plan, steps: 'Nộp tiền trong tuần' });
    expect(await decide(people.binh, path, 'plan-approval', { note: 'Được' })).toEqual([200, null]);
    expect((await show(path)).status).toBe('plan-approved');
  });

  it('stands still while suspended', async () => {
    const path = await entered();
    const stop = { cause: 're-inspection', document: { number: '60/QĐ', signedOn: today }, note: 'Kiểm tra lại' };
    expect(await decide(people.thai, path, 'suspension', stop)).toEqual([200, null]);
    expect((await people.mai.post<Problem>(`${path}/progress`, { percent: 10, note: 'x' })).body.code).toBe(
      'recommendation.suspended',
    );
    service.clock.tell(`${working(3)}T02:00:00.000Z`);
    try {
      expect(await decide(people.thai, path, 'resumption', { note: 'Giữ nguyên' })).toEqual([200, null]);
    } finally {
      service.clock.tell(null);
    }
    const { deadline, status } = await show(path);
    expect([status, deadline.originalDueOn, deadline.dueOn > dueOn]).toEqual(['issued', dueOn, true]);
  });

  it('goes to other bodies, who see it from then on', async () => {
    const path = await entered();
    const handover = {
      leadUnitId: finance,
      implementingUnitIds: ['01880000-0000-7000-8000-000000031801'],
      reason: 'Địa bàn phường 2',
      document: { number: '02/BB-BG', signedOn: today },
    };
    expect(await decide(people.thai, path, 'reassignment', { ...handover, implementingUnitIds: [uuidv7()] })).toEqual([
      422,
      'recommendation.body-unknown',
    ]);
    expect(await decide(people.thai, path, 'reassignment', handover)).toEqual([200, null]);
    expect((await people.suol.post(`${path}/progress`, { percent: 10, note: 'Đã nhận' })).status).toBe(200);
    expect((await people.mai.post<Problem>(`${path}/progress`, { percent: 10, note: 'x' })).body.code).toBe(
      'recommendation.not-your-unit',
    );
  });

  it('leads to a sanction that another decides', async () => {
    const path = await entered();
    expect(await decide(people.thai, path, 'not-implemented', { reason: 'Không nộp' })).toEqual([
      409,
      'recommendation.not-due-yet',
    ]);
    try {
      service.clock.tell(`${addDays(dueOn, 1)}T02:00:00.000Z`);
      expect(await decide(people.thai, path, 'not-implemented', { reason: 'Không nộp' })).toEqual([200, null]);
    } finally {
      service.clock.tell(null);
    }
    const proposal = { kind: 'discipline', against: 'UBND phường 1', reason: 'Không nộp' };
    expect(await decide(people.binh, path, 'sanction-proposal', proposal)).toEqual([200, null]);
    const decision = { isImposed: true, document: { number: '88/QĐ', signedOn: today }, note: 'Nhắc nhở' };
    expect(await decide(people.thai, path, 'sanction-decision', decision)).toEqual([
      422,
      'recommendation.sanction-kind-mismatch',
    ]);
    expect(await decide(people.thai, path, 'sanction-decision', { ...decision, kind: 'reminder' })).toEqual([
      200,
      null,
    ]);
    expect((await show(path)).status).toBe('sanction-decided');
  });
});

describe('the ladder in the running service', () => {
  it('shows on the demo’s board, in its files and on the unit’s timeline', async () => {
    interface Row {
      readonly id: string;
      readonly unitId: string;
      readonly escalatedTo: string | null;
      readonly reminders: number;
    }
    const { body } = await people.thai.get<{ readonly data: readonly Row[] }>('recommendations?show=escalated');
    const [row] = body.data;
    if (!row) throw new Error('nothing was escalated');
    expect(row.reminders).toBeGreaterThan(1);
    const { ladder } = await show(`recommendations/${row.id}`);
    expect(ladder.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['overdue', 'reminder', 'escalation']));
    const timeline = await people.thai.get<{ readonly data: readonly { readonly type: string }[] }>(
      `units/${row.unitId}/timeline?streamId=${row.id}&limit=50`,
    );
    const types = new Set(timeline.body.data.map(({ type }) => type));
    for (const type of ['ReminderSent', 'RecommendationBecameOverdue', 'RecommendationEscalated'])
      expect(types).toContain(type);
  });

  it('logged no failure', () => {
    expect(service.logLines.filter((line) => /"level":(50|60)|"status":5\d\d/.test(line))).toEqual([]);
  });
});
