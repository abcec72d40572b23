import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type ChecklistDraft, type ChecklistEdition, type InspectionFile, legalDayOf } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Answer, type Client, type Service, startService } from '../support/service.js';

/** A checklist that people make, over real HTTP: drafted, published, used, followed by an edition, withdrawn. */
const ward = '01880000-0000-7000-8000-000000031783';
const office = '01880000-0000-7000-8000-000000000951';
const kind = 'boarding-fees-check';

interface Problem {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}
interface Kind {
  readonly id: string | null;
  readonly kind: string;
  readonly status: string;
  readonly draft?: ChecklistDraft | null;
  readonly length?: number;
  readonly editions: readonly { readonly edition: number; readonly items: number; readonly validTo: string | null }[];
}
interface Done {
  readonly id: string;
  readonly length: number;
  readonly position: number;
}

let service: Service;
let people: Readonly<Record<'thu' | 'hai' | 'mai' | 'admin', Client>>;
let today: string;
let id: string;
let length = 0;
let position = 0;

beforeAll(async () => {
  service = await startService();
  const [thu, hai, mai, admin] = await Promise.all(['thu', 'hai', 'mai', 'admin'].map((who) => service.as(who)));
  if (!thu || !hai || !mai || !admin) throw new Error('somebody is missing');
  people = { thu, hai, mai, admin };
  today = legalDayOf(new Date(service.clock.nowMs()).toISOString());
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

const drafting = {
  kind,
  code: 'BT',
  unitId: office,
  title: { vi: 'Phiếu kiểm tra các khoản thu trong trường học' },
  sections: [{ code: 'A', title: { vi: 'Công khai', en: 'Disclosure' } }],
};

const answers: readonly object[] = [
  { kind: 'yesNo', passWhen: { yes: true } },
  { kind: 'number', passWhen: { atMost: 0 }, unit: { vi: 'khoản thu' } },
  {
    kind: 'ratio',
    passWhen: { atLeast: 9_500 },
    numerator: { vi: 'đã công khai' },
    denominator: { vi: 'phải công khai' },
    isShare: true,
    targetSource: 'Phiếu này',
    sampleMin: 10,
  },
  { kind: 'money', passWhen: { aboveReferenceAtMost: 0 }, amount: { vi: 'đã thu' }, reference: { vi: 'mức được thu' } },
  {
    kind: 'reconciliation',
    passWhen: { apartAtMost: 0 },
    first: { vi: 'biên lai' },
    second: { vi: 'sổ' },
    third: { vi: 'ngân hàng' },
  },
  { kind: 'date', passWhen: { daysLateAtMost: 0 }, on: { vi: 'công khai ngày' }, dueOn: { vi: 'hạn' } },
  { kind: 'text' },
  { kind: 'derived', passWhen: { atLeast: 10_000 } },
];

function item(code: string, answer: object = { kind: 'yesNo', passWhen: { yes: true } }) {
  return {
    code,
    section: 'A',
    question: { vi: `Câu hỏi ${code}` },
    verifiedBy: { vi: 'Bảng công khai' },
    answer,
    severity: 'major',
    evidenceWhen: 'failed',
    evidenceKinds: ['photo'],
    remedy: { vi: 'Công khai lại' },
    verificationPoints: [{ vi: 'Ảnh bảng mới' }],
  };
}

/** Remembers where the stream stands. */
async function done(asked: Promise<Answer<Done>>): Promise<Done> {
  const { status, body } = await asked;
  expect([200, 201]).toContain(status);
  ({ length, position } = body);
  return body;
}

function act<Body = Done>(path: string, body: object): Promise<Answer<Body>> {
  return people.thu.post<Body>(`checklists/${id}/${path}`, body, { length });
}

async function refused(asked: Promise<Answer<Problem>>): Promise<readonly [number, string]> {
  const { status, body } = await asked;
  return [status, body.code];
}

function ordered(signedOn = today, checklistEdition?: number) {
  const inspectionId = uuidv7();
  const order = {
    id: inspectionId,
    number: '501/QĐ-UBND',
    signedOn,
    basis: 'Kế hoạch năm',
    unitId: ward,
    orderedByUnitId: office,
    checklistKind: kind,
    team: [{ personId: 'hai', role: 'lead' }],
    ...(checklistEdition !== undefined && { checklistEdition }),
  };
  return { inspectionId, answer: people.thu.post<Problem>('inspections', order) };
}

describe('a checklist that people make', () => {
  it('is drafted by whoever writes checklists, of a body there is, under a name and a code of its own', async () => {
    expect(await refused(people.hai.post<Problem>('checklists', drafting))).toEqual([403, 'access.role-may-not']);
    expect(await refused(people.thu.post<Problem>('checklists', { ...drafting, unitId: uuidv7() }))).toEqual([
      422,
      'checklist.unit-unknown',
    ]);
    ({ id } = await done(people.thu.post<Done>('checklists', drafting)));
    expect(await refused(people.thu.post<Problem>('checklists', { ...drafting, code: 'BTX' }))).toEqual([
      409,
      'checklist.already-drafted',
    ]);
    expect(await refused(people.admin.post<Problem>('checklists', { ...drafting, kind: 'other-check' }))).toEqual([
      409,
      'checklist.code-taken',
    ]);
  });

  it('takes items with every kind of answer, and says what is wrong with one', async () => {
    for (const [index, answer] of answers.entries())
      await done(act('items', { item: item(`BT-0${index + 1}`, answer) }));
    const wrong = { kind: 'ratio', passWhen: { atLeast: 1, atMost: 2 }, unit: { vi: 'x' }, numerator: { vi: 'x' } };
    const { status, body } = await people.thu.post<Problem>(`checklists/${id}/items`, { item: item('BT-09', wrong) });
    expect([status, body.code]).toEqual([400, 'validation-failed']);
    expect(body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/item/answer/denominator required',
      '/item/answer/isShare required',
      '/item/answer/targetSource required',
      '/item/answer/unit unknown-property',
      '/item/answer/passWhen/atMost unknown-property',
    ]);
    const odd = await people.thu.post<Problem>(`checklists/${id}/items`, { item: item('OSC-01') });
    expect([odd.status, odd.body.code, odd.body.detail]).toEqual([
      422,
      'checklist.item-code-malformed',
      'Mục OSC-01; ví dụ BT-01.',
    ]);
    await done(act('items', { item: item('BT-09'), place: 0 }));
    await done(act('items/removal', { itemCode: 'BT-07' }));
    await done(act('head', { title: { vi: 'Phiếu thu', en: 'Fees' }, sections: drafting.sections }));
  });

  it('is nobody’s but its authors’ while it is a draft', async () => {
    const draft = await people.admin.get<Kind>(`checklist-kinds/${kind}?atLeast=${position}`);
    expect(draft.body).toMatchObject({ status: 'drafting', length, draft: { edition: 1 }, editions: [] });
    expect(draft.body.draft?.items.map(({ code }) => code)).toEqual(
      ['09', '01', '02', '03', '04', '05', '06', '08'].map((number) => `BT-${number}`),
    );
    expect(draft.body.draft?.items.at(-1)?.answer).toEqual({
      kind: 'derived',
      from: 'earlier-recommendations',
      passWhen: { atLeast: 10_000 },
    });
    expect((await people.mai.get(`checklist-kinds/${kind}`)).status).toBe(404);
    const { body } = await people.mai.get<{ readonly data: readonly Kind[] }>('checklist-kinds');
    expect(body.data.slice(0, 3).map((each) => each.status)).toEqual(['built-in', 'built-in', 'built-in']);
    // The demo's own draft is not among them, nor that another is being revised.
    expect(body.data.slice(3).map((each) => each.status)).toEqual(['published', 'published', 'withdrawn']);
    expect((await people.mai.get(`checklists/${kind}/1`)).status).toBe(404);
    const order = await ordered().answer;
    expect([order.status, order.body.code]).toEqual([422, 'inspection.checklist-unknown']);
  });

  it('is published by a decision, and used as it was published', async () => {
    const publication = { validFrom: today, source: 'Công văn số 12/PGDĐT' };
    const blind = await people.thu.post<Problem>(`checklists/${id}/publication`, publication);
    expect([blind.status, blind.body.code]).toEqual([428, 'precondition-required']);
    expect(await refused(act<Problem>('publication', { ...publication, validFrom: addDays(today, -1) }))).toEqual([
      422,
      'checklist.valid-before-published',
    ]);
    await done(act('publication', publication));
    expect(await refused(act<Problem>('items', { item: item('BT-01') }))).toEqual([409, 'checklist.no-draft']);

    const edition = await people.mai.get<ChecklistEdition>(`checklists/${kind}/1`);
    expect(edition.body).toMatchObject({ kind, edition: 1, validFrom: today, validTo: null, code: 'BT' });
    const { body } = await people.mai.get<{ readonly data: readonly ChecklistEdition[] }>(
      `checklists?atLeast=${position}`,
    );
    expect(body.data.find((each) => each.kind === kind)).toEqual(edition.body);

    const { inspectionId, answer } = ordered();
    expect((await answer).status).toBe(201);
    const begun = await people.hai.post<Done>(`inspections/${inspectionId}/start`, {}, { length: 1 });
    expect(begun.status).toBe(200);

    // The next edition asks less; what runs keeps what it was ordered with.
    await done(act('next-edition', {}));
    expect((await people.mai.get<Kind>(`checklist-kinds/${kind}?atLeast=${position}`)).body).toMatchObject({
      status: 'published',
      draft: null,
      editions: [{ edition: 1, items: 8 }],
    });
    await done(act('items/removal', { itemCode: 'BT-09' }));
    const tomorrow = addDays(today, 1);
    await done(act('publication', { ...publication, validFrom: tomorrow }));
    const { file } = (await people.hai.get<{ readonly file: InspectionFile }>(`inspections/${inspectionId}`)).body;
    expect([file.order.checklist.edition, file.order.checklist.items.length]).toEqual([1, 8]);
    expect(file.order.checklist.items).toEqual(edition.body.items);
    const given = { itemCode: 'BT-09', value: { kind: 'yesNo', yes: true } };
    expect((await people.hai.post(`inspections/${inspectionId}/answers`, given)).status).toBe(200);
    const early = await ordered(today, 2).answer;
    expect([early.status, early.body.code]).toEqual([422, 'inspection.checklist-unknown']);
  });

  it('is withdrawn from a day on', async () => {
    await done(act('withdrawal', { from: today, reason: 'Bộ đã ban hành mẫu chung' }));
    const { status, body } = await ordered().answer;
    expect([status, body.code]).toEqual([422, 'inspection.checklist-unknown']);
    expect((await people.mai.get<Kind>(`checklist-kinds/${kind}?atLeast=${position}`)).body).toMatchObject({
      status: 'withdrawn',
      editions: [{ validTo: addDays(today, -1) }, { edition: 2 }],
    });
    expect((await people.mai.get(`checklists/${kind}/1`)).status).toBe(200);
  });
});
