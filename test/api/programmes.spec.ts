import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlannedTime } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';
const town = '01880000-0000-7000-8000-000000000950';

interface Acknowledged {
  readonly length: number;
  readonly position: number;
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}
interface Item {
  readonly item: { readonly itemId: string; readonly code: string; readonly time: PlannedTime };
  readonly standing: string | null;
  readonly withdrawnFor: string | null;
  readonly waiting: number;
  readonly started: number;
  readonly windows: readonly { readonly wanted: number }[];
  readonly inspections: readonly { readonly id: string }[];
}
interface Shown {
  readonly length: number;
  readonly items: readonly Item[];
  readonly amendments: readonly { readonly kind: string; readonly reason: string }[];
  readonly pilotSites: readonly { readonly place: string }[];
  readonly mayAsk: readonly string[];
}
interface Row {
  readonly id: string;
  readonly number: string;
  readonly items: number;
  readonly standings: object | null;
}

describe('inspection programmes over HTTP', () => {
  let service: Service;
  let people: Readonly<Record<'thu' | 'thai' | 'hai' | 'lan' | 'mai' | 'admin', Client>>;
  const id = uuidv7();
  const path = `programmes/${id}`;
  const counters = uuidv7();
  const staff = uuidv7();

  beforeAll(async () => {
    service = await startService();
    const [thu, thai, hai, lan, mai, admin] = await Promise.all(
      ['thu', 'thai', 'hai', 'lan', 'mai', 'admin'].map((person) => service.as(person)),
    );
    if (!thu || !thai || !hai || !lan || !mai || !admin) throw new Error('somebody is missing');
    people = { thu, thai, hai, lan, mai, admin };
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
  });

  const countersItem = {
    itemId: counters,
    code: '6.2',
    text: 'Chú trọng kiểm tra đột xuất tại Bộ phận một cửa các cấp.',
    lead: [{ name: 'Phòng Nội vụ', unitId: homeAffairs }],
    time: 'Thường xuyên',
    inspectionType: 'unannounced',
    checklistKind: 'one-stop-spot-check',
    unannouncedQuota: { count: 2, per: 'half-year' },
  };
  const staffItem = {
    itemId: staff,
    code: '6.3',
    text: 'Kiểm tra, đánh giá năng lực cán bộ, công chức cấp xã.',
    lead: [{ name: 'Phòng Nội vụ' }],
    coordinating: [{ name: 'Các cơ quan có liên quan' }],
    time: 'Quý II, III năm 2030',
    inspectionType: 'thematic',
  };
  const adopting = (changed: object = {}) => ({
    id,
    number: '1/KH-UBND',
    title: 'Kế hoạch kiểm tra năm 2030',
    basis: 'Đề án số 02/ĐA-UBND',
    adoptedOn: '2026-11-20',
    period: { from: '2030-01-01', to: '2030-12-31' },
    unitId: town,
    items: [countersItem, staffItem],
    pilotSites: [{ unitId: ward, place: 'Khóm 1' }],
    ...changed,
  });
  const order = (changed: object) => ({
    id: uuidv7(),
    number: `${uuidv7()}/QĐ`,
    signedOn: '2026-11-20',
    basis: 'Kế hoạch kiểm tra',
    unitId: ward,
    orderedByUnitId: homeAffairs,
    checklistKind: 'one-stop-spot-check',
    team: [{ personId: 'hai', role: 'lead' }],
    ...changed,
  });
  const shownTo = async (client: Client, atLeast = 0) => (await client.get<Shown>(`${path}?atLeast=${atLeast}`)).body;

  it('adopts one, and answers the same again with the first answer', async () => {
    const key = uuidv7();
    const first = await people.thu.post<Acknowledged>('programmes', adopting(), { key });
    expect([first.status, first.body.length]).toEqual([201, 1]);
    const again = await people.thu.post<Acknowledged>('programmes', adopting(), { key });
    expect([again.body.position, again.headers.get('idempotent-replayed')]).toEqual([first.body.position, 'true']);
    const shown = await shownTo(people.thai, first.body.position);
    expect(shown.items.map(({ item, standing }) => `${item.code} ${standing}`)).toEqual([
      '6.2 not-begun',
      '6.3 not-begun',
    ]);
    expect(shown.items[1]?.item.time).toEqual({
      text: 'Quý II, III năm 2030',
      periods: [{ kind: 'quarters', quarters: [2, 3], year: 2030 }],
      unread: [],
    });
    expect(shown.items[0]?.windows).toHaveLength(2);
    const { body: list } = await people.thai.get<{ readonly data: readonly Row[] }>('programmes');
    expect(list.data[0]).toMatchObject({ id, items: 2, standings: { 'not-begun': 2, behind: 0 } });
  });

  it.each([
    { what: 'the adopting body', changed: { id: uuidv7(), unitId: uuidv7() }, code: 'programme.unit-unknown' },
    {
      what: 'a checklist',
      changed: { id: uuidv7(), items: [{ ...countersItem, checklistKind: 'no-such-kind' }] },
      code: 'programme.checklist-unknown',
    },
    {
      what: 'the first day before the last',
      changed: { id: uuidv7(), period: { from: '2030-12-31', to: '2030-01-01' } },
      code: 'programme.period-reversed',
    },
    {
      what: 'a day of adoption that has come',
      changed: { id: uuidv7(), adoptedOn: '2029-12-20' },
      code: 'programme.dated-ahead',
    },
    {
      what: 'one number for each item',
      changed: { id: uuidv7(), items: [countersItem, { ...staffItem, code: '6.2' }] },
      code: 'programme.item-code-twice',
    },
  ])('refuses a programme without $what', async ({ changed, code }) => {
    const answer = await people.thu.post<Problem>('programmes', adopting(changed));
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect((await people.thu.get(`programmes/${changed.id}`)).status).toBe(404);
  });

  it('says which field is wrong, and why', async () => {
    const items = [{ ...staffItem, lead: [], inspectionType: 'surprise', unannouncedQuota: { count: 0, per: 'week' } }];
    const answer = await people.thu.post<Problem>('programmes', adopting({ id: uuidv7(), items }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/items/0/inspectionType',
      '/items/0/lead',
      '/items/0/unannouncedQuota/count',
      '/items/0/unannouncedQuota/per',
    ]);
  });

  it('is for the programme officer and the leadership', async () => {
    for (const person of [people.hai, people.mai, people.admin]) {
      const answer = await person.post<Problem>('programmes', adopting({ id: uuidv7(), unitId: uuidv7() }));
      expect([answer.status, answer.body.code]).toEqual([403, 'access.role-may-not']);
    }
    expect((await people.admin.get('programmes')).status).toBe(403);
    expect((await people.admin.get(path)).status).toBe(404);
  });

  it('orders a check by an item, which tells its team and those above it, and nobody else, until it starts', async () => {
    const asked = order({ fromProgramme: { programmeId: id, itemId: counters } });
    const answer = await people.thu.post<Acknowledged>('inspections', asked);
    expect(answer.status).toBe(201);
    const { body: file } = await people.hai.get<{ readonly file: { readonly order: object } }>(
      `inspections/${asked.id}`,
    );
    expect(file.file.order).toMatchObject({
      programmeItem: {
        plan: '1/KH-UBND',
        item: '6.2',
        text: countersItem.text,
        link: { programmeId: id, itemId: counters },
      },
    });
    const { position } = answer.body;
    for (const person of [people.thai, people.thu, people.hai])
      expect((await shownTo(person, position)).items[0]).toMatchObject({ waiting: 1, inspections: [{ id: asked.id }] });
    expect((await shownTo(people.lan, position)).items[0]).toMatchObject({ waiting: 0, inspections: [] });
    const toUnit = await people.mai.get<Shown>(`${path}?atLeast=${position}`);
    expect(toUnit.body.items.map(({ item }) => item.code)).toEqual(['6.3']);
    expect(JSON.stringify(toUnit.body)).not.toMatch(/6\.2|đột xuất|"unannounced"/);
    const listed = await people.mai.get<{ readonly data: readonly Row[] }>('programmes');
    expect(listed.body.data.find((row) => row.id === id)).toMatchObject({ items: 1, standings: null });

    const length = (await people.hai.get<Shown>(`inspections/${asked.id}`)).body.length;
    const start = await people.hai.post<Acknowledged>(
      `inspections/${asked.id}/start`,
      { place: 'Một cửa' },
      { length },
    );
    expect(start.status).toBe(200);
    const after = await shownTo(people.lan, start.body.position);
    expect(after.items[0]).toMatchObject({ waiting: 0, started: 1, inspections: [{ id: asked.id }] });
    // To the unit the item stays hidden: more checks are to come by it.
    expect((await shownTo(people.mai, start.body.position)).items.map(({ item }) => item.code)).toEqual(['6.3']);
  });

  it('refuses an order by a programme or an item that is not there, and one that names its line twice', async () => {
    const unknown = await people.thu.post<Problem>(
      'inspections',
      order({ fromProgramme: { programmeId: uuidv7(), itemId: counters } }),
    );
    expect([unknown.status, unknown.body.code]).toEqual([422, 'inspection.programme-unknown']);
    const noItem = await people.thu.post<Problem>(
      'inspections',
      order({ fromProgramme: { programmeId: id, itemId: uuidv7() } }),
    );
    expect([noItem.status, noItem.body.code]).toEqual([422, 'programme.item-unknown']);
    const twice = await people.thu.post<Problem>(
      'inspections',
      order({
        fromProgramme: { programmeId: id, itemId: counters },
        programmeItem: { plan: 'Kế hoạch', item: '6.2', text: 'Kiểm tra' },
      }),
    );
    expect([twice.status, twice.body.errors?.[0]?.pointer]).toEqual([400, '/programmeItem']);
  });

  it('amends, adds and withdraws items with their reasons, each as a decision', async () => {
    const reason = 'Theo chỉ đạo của Chủ tịch UBND thị xã';
    const late = await people.thu.post<Problem>(`${path}/amendments`, { item: countersItem, reason });
    expect(late.status).toBe(428);
    const amended = await people.thu.post<Acknowledged>(
      `${path}/amendments`,
      { item: { ...countersItem, unannouncedQuota: { count: 3, per: 'quarter' } }, reason },
      { length: 1 },
    );
    expect([amended.status, amended.body.length]).toEqual([200, 2]);
    const stale = await people.thu.post<Problem>(`${path}/items/${staff}/withdraw`, { reason }, { length: 1 });
    expect(stale.status).toBe(412);
    const document = { number: '2/KH-UBND', signedOn: '2030-02-01' };
    await people.thai.post(`${path}/items/${staff}/withdraw`, { reason, document }, { length: 2 });
    const added = { ...staffItem, itemId: uuidv7(), code: '6.4' };
    await people.thu.post(`${path}/items`, { item: added, reason }, { length: 3 });
    const sites = await people.thu.post<Acknowledged>(`${path}/pilot-sites`, { pilotSites: [], reason }, { length: 4 });
    const shown = await shownTo(people.thai, sites.body.position);
    expect(shown.length).toBe(5);
    expect(shown.items.map(({ item, withdrawnFor }) => [item.code, withdrawnFor])).toEqual([
      ['6.2', null],
      ['6.3', reason],
      ['6.4', null],
    ]);
    expect(shown.items[0]?.windows).toMatchObject([{ wanted: 3 }, { wanted: 3 }, { wanted: 3 }, { wanted: 3 }]);
    expect(shown.amendments.map(({ kind }) => kind)).toEqual(['amended', 'withdrawn', 'added', 'pilot-sites']);
    expect(shown.pilotSites).toEqual([]);
    expect((await shownTo(people.mai)).amendments.map(({ kind }) => kind)).toEqual([
      'withdrawn',
      'added',
      'pilot-sites',
    ]);
    const gone = await people.thu.post<Problem>(
      'inspections',
      order({ fromProgramme: { programmeId: id, itemId: staff } }),
    );
    expect([gone.status, gone.body.code]).toEqual([409, 'programme.item-withdrawn']);
  });

  it('shows the demo’s four plans of nine activities, and what was done under each', async () => {
    const { body } = await people.thai.get<{ readonly data: readonly (Row & { readonly started: number })[] }>(
      'programmes',
    );
    const own = body.data.filter((row) => row.id !== id);
    // The plan of 2025 was given a tenth.
    expect(own.map(({ items }) => items).sort((one, other) => one - other)).toEqual([...own.slice(1).map(() => 9), 10]);
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(own.reduce((sum, { started }) => sum + started, 0)).toBeGreaterThan(17);
  });
});
