import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { type DomainEvents, eventCatalogue, legalDayOf, type Recorded } from '@soat/domain';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { bodyId, unitId } from '../support/generators.js';
import { history, streamsTold } from '../support/histories.js';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';
/** Who the walks' people are here. */
const persons: Readonly<Record<string, string>> = { lead: 'hai', member: 'nam', officer: 'mai', leader: 'thai' };
const codec = new EventCodec(eventCatalogue);
const seed = Number(process.env.SOAT_SEED ?? 20_260_630);
/** `SOAT_PASTS=20 SOAT_CUTS=4` takes twenty histories at four places each, by hand. */
const histories = Number(process.env.SOAT_PASTS ?? 2);
const cutsOfEach = Number(process.env.SOAT_CUTS ?? 1);

let service: Service;
let readers: Readonly<Record<'thai' | 'hai' | 'mai', Client>>;

beforeAll(async () => {
  service = await startService();
  const [thai, hai, mai] = await Promise.all(['thai', 'hai', 'mai'].map((person) => service.as(person)));
  if (!thai || !hai || !mai) throw new Error('somebody is missing');
  readers = { thai, hai, mai };
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

describe(`a report as of a past moment (seed ${seed})`, () => {
  it('is today what it was then, byte for byte but for the time of asking, while histories go on', async () => {
    const told = new Telling(service);
    const cuts: Cut[] = [];
    for (const [index, whole] of fc.sample(history, { seed, numRuns: histories }).entries()) {
      const log = whole.filter(isOfCase);
      const places = new Set(fc.sample(fc.nat(log.length - 1), { seed: seed + index, numRuns: cutsOfEach }));
      told.begin();
      const from = await service.store.head();
      for (const [place, event] of log.entries()) {
        await told.tell(event);
        if (places.has(place)) cuts.push(await cutAt(told.ids, from));
      }
    }
    let compared = 0;
    for (const { position, asked } of cuts)
      for (const { reader, path, pastPath, live, past } of asked) {
        const now = await answer(readers[reader], pastPath);
        // A team is read by who is on it today.
        if (reader === 'hai' && (await answer(readers[reader], path)).startsWith('404')) continue;
        expect([pastPath, position, now]).toEqual([pastPath, position, past]);
        if (live !== null) expect([path, position, undated(now)]).toEqual([path, position, live]);
        compared += Number(now.startsWith('200'));
      }
    expect(compared).toBeGreaterThan(cuts.length * 8);
  });

  describe('of one check that was recorded late', () => {
    const id = uuidv7();
    const path = `inspections/${id}`;
    const position = { ordered: 0, started: 0 };
    const at = { ordered: '', started: '', between: '' };

    beforeAll(async () => {
      const thu = await service.as('thu');
      const hour = 3_600_000;
      const beganMs = service.clock.nowMs() + hour;
      const instant = (hours: number) => new Date(beganMs + hours * hour).toISOString();
      [at.ordered, at.started, at.between] = [instant(0), instant(1), instant(2)];
      service.clock.tell(at.ordered);
      const ordered = await thu.post<Acknowledged>('inspections', {
        ...{ id, number: '77/QĐ-PNV', signedOn: '2026-11-20', basis: 'Kế hoạch kiểm tra' },
        ...{ unitId: ward, orderedByUnitId: homeAffairs, checklistKind: 'one-stop-spot-check' },
        team: [{ personId: 'hai', role: 'lead' }],
      });
      service.clock.tell(instant(3));
      const started = await readers.hai.post<Acknowledged>(
        `${path}/start`,
        { occurredAt: at.started },
        { length: ordered.body.length },
      );
      expect([ordered.status, started.status]).toEqual([201, 200]);
      position.ordered = ordered.body.position;
      position.started = started.body.position;
    });

    it('tells the team what was known, or what had happened', async () => {
      const statusOf = async (query: string) => (await readers.hai.get<Shown>(`${path}?${query}`)).body.status;
      expect(await statusOf(`asOf=${position.ordered}`)).toBe('ordered');
      expect(await statusOf(`asOf=${at.between}`)).toBe('ordered');
      expect(await statusOf(`asOf=${at.between}&basis=occurred`)).toBe('in-fieldwork');
      expect(await statusOf(`asOf=${position.started}`)).toBe('in-fieldwork');
    });

    it('is read only, and names the moment', async () => {
      const { headers, body } = await readers.hai.get<Shown>(`${path}?asOf=${at.between}`);
      expect([headers.get('etag'), body.mayAsk]).toEqual([null, []]);
      expect(body.asOf).toEqual({
        position: expect.any(Number),
        on: legalDayOf(at.between),
        at: at.between,
        basis: 'recorded',
      });
      expect((await readers.hai.get(path)).headers.get('etag')).toMatch(/^"\d+"$/);
    });

    it('tells the unit nothing of before it was told, in the file, the timeline and the changes alike', async () => {
      const [before, after] = [`asOf=${position.ordered}`, `asOf=${position.started}`];
      expect((await readers.mai.get(`${path}?${before}`)).status).toBe(404);
      expect((await readers.mai.get(`${path}?${after}`)).status).toBe(200);
      const events = async (client: Client, query: string) =>
        (await client.get<Rows>(`units/${ward}/timeline?streamId=${id}&limit=200&${query}`)).body.data.map(
          ({ type }) => type,
        );
      expect(await events(readers.mai, before)).toEqual([]);
      expect(await events(readers.thai, before)).toEqual(['InspectionOrdered']);
      expect(await events(readers.mai, after)).toContain('InspectionOrdered');
      // Of what had happened by then the unit knows today.
      expect(await events(readers.mai, `asOf=${at.between}&basis=occurred`)).toContain('UnannouncedInspectionStarted');
      const changes = `${path}/changes?from=${position.ordered}&to=${position.started}`;
      expect((await readers.mai.get<Told>(changes)).body.data[0]).toMatchObject({ field: 'status', before: null });
      expect((await readers.mai.get(`${path}/changes?from=1&to=${position.ordered}`)).status).toBe(404);
    });

    it.each(['recorded', 'occurred'])('pages through a timeline of the past: %s', async (basis) => {
      const timeline = `units/${ward}/timeline?asOf=${position.started}&basis=${basis}`;
      const whole = (await readers.thai.get<Rows>(`${timeline}&limit=9`)).body.data;
      const paged: object[] = [];
      let cursor = '';
      for (let page = 0; page < 3; page++) {
        const { body } = await readers.thai.get<Rows>(`${timeline}&limit=3${cursor}`);
        paged.push(...body.data);
        cursor = `&cursor=${body.page.next}`;
      }
      expect(paged).toEqual(whole);
      const byClock = (row: Rows['data'][number]) => (basis === 'occurred' ? row.occurredAt : row.position);
      expect(whole.map(byClock)).toEqual(whole.map(byClock).sort(descending));
      // A place is one in the list it was made for: of that moment, by that clock.
      const other = basis === 'occurred' ? 'recorded' : 'occurred';
      for (const asked of [timeline.replace(basis, other), timeline.replace(/asOf=\d+/, `asOf=${position.ordered}`)]) {
        const { status, body } = await readers.thai.get(`${asked}&limit=3${cursor}`);
        expect([status, body.code]).toEqual([400, 'invalid-cursor']);
      }
    });

    it('says in words what changed between two moments', async () => {
      const span = `changes?from=${position.ordered}&to=${position.started}`;
      const { body: ofCheck } = await readers.thai.get<Told>(`${path}/${span}`);
      expect(ofCheck.data.map(({ vi }) => vi)).toContain('Trạng thái: đã phân công → đang kiểm tra');
      const { body: ofUnit } = await readers.thai.get<Told>(`units/${ward}/${span}`);
      expect(ofUnit.data.map(({ field }) => field)).toContain('inspectionsStarted');
      expect([ofUnit.from.position, ofUnit.to.position]).toEqual([position.ordered, position.started]);
      expect(ofUnit.events).toBe(ofCheck.events);
      expect(ofCheck.events).toBe(position.started - position.ordered);
      const { body: none } = await readers.thai.get<Told>(
        `units/${ward}/changes?from=${position.started}&to=${position.started}`,
      );
      expect([none.data, none.events]).toEqual([[], 0]);
    });

    it.each([
      ['a day still to come', () => `${path}?asOf=2099-12-31`, '/asOf', 'as-of-ahead'],
      ['a position nobody reached', () => `recommendations/${id}?asOf=900000000`, '/asOf', 'as-of-position-ahead'],
      ['no moment at all', () => `units/${ward}/timeline?asOf=hôm qua`, '/asOf', 'invalid-as-of'],
      ['a basis without a moment', () => `${path}?basis=occurred`, '/basis', 'basis-without-as-of'],
      ['another basis', () => `${path}?asOf=2026-11-21&basis=told`, '/basis', 'not-offered'],
      [
        'a basis where there is none',
        () => `units/${ward}?asOf=2026-11-21&basis=occurred`,
        '/basis',
        'unknown-parameter',
      ],
      ['changes since nothing', () => `units/${ward}/changes`, '/from', 'required'],
      ['changes since the future', () => `programmes/${id}/changes?from=2099-12-31`, '/from', 'as-of-ahead'],
      ['changes until the future', () => `${path}/changes?from=1&to=2099-12-31`, '/to', 'as-of-ahead'],
      [
        'changes the wrong way round',
        () => `${path}/changes?from=${position.started}&to=${position.ordered}`,
        '/from',
        'from-after-to',
      ],
    ])('is refused for %s', async (_, asked, pointer, code) => {
      const { status, body } = await readers.thai.get<Problem>(asked());
      expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer, code })]]);
    });

    it('is not there before it was ordered, nor the unit before it was established', async () => {
      for (const reader of Object.values(readers)) {
        expect((await reader.get(`${path}?asOf=${position.ordered - 1}`)).status).toBe(404);
        expect((await reader.get(`${path}?asOf=2001-01-01&basis=occurred`)).status).toBe(404);
        expect((await reader.get(`units/${ward}/timeline?asOf=2001-01-01`)).status).toBe(404);
        expect((await reader.get(`units/${ward}/changes?from=2001-01-01&to=2001-01-02`)).status).toBe(404);
      }
    });
  });
});

interface Acknowledged {
  readonly length: number;
  readonly position: number;
}
interface Shown {
  readonly status: string;
  readonly mayAsk: readonly string[];
  readonly asOf?: object;
}
interface Rows {
  readonly data: readonly { readonly type: string; readonly occurredAt: string; readonly position: number }[];
  readonly page: { readonly next: string };
}
interface Told {
  readonly from: { readonly position: number };
  readonly to: { readonly position: number };
  readonly data: readonly { readonly field: string; readonly vi: string; readonly before: unknown }[];
  readonly events: number;
}
interface Problem {
  readonly errors: readonly object[];
}

interface Asked {
  readonly reader: keyof typeof readers;
  readonly path: string;
  readonly pastPath: string;
  /** As it was answered at the time, without what says when it was asked; null where only the past can be asked. */
  readonly live: string | null;
  /** As it was answered at the time for that very moment. */
  readonly past: string;
}

interface Cut {
  readonly position: number;
  readonly asked: readonly Asked[];
}

type Ids = ReadonlyMap<string, string>;

/** What everybody is answered at this moment; asked again when something came meanwhile, by the clock or a policy. */
async function cutAt(ids: Ids, from: number): Promise<Cut> {
  for (;;) {
    const position = await service.store.head();
    const asked: Asked[] = [];
    for (const [reader, path] of pathsFor(ids)) {
      const pastPath = asOf(path, position);
      const live = undated(await answer(readers[reader], path, position));
      asked.push({ reader, path, pastPath, live, past: await answer(readers[reader], pastPath) });
      if (path.includes('?') || path === 'unit-overviews') continue;
      const changes = `${path}/changes?from=${from}&to=${position}`;
      asked.push({ reader, path, pastPath: changes, live: null, past: await answer(readers[reader], changes) });
    }
    if ((await service.store.head()) === position) return { position, asked };
  }
}

const inspections = streamsTold.inspections.map(({ id }) => id);
const recommendations = streamsTold.recommendations.map(({ id }) => id);

function pathsFor(ids: Ids): readonly (readonly [keyof typeof readers, string])[] {
  const files = [
    ...inspections.map((id) => `inspections/${ids.get(id)}`),
    ...recommendations.map((id) => `recommendations/${ids.get(id)}`),
    `programmes/${ids.get(streamsTold.programme.id)}`,
  ];
  const lists = [
    `units/${ward}`,
    `units/${ward}/timeline?limit=200`,
    'unit-overviews',
    'inspections?limit=200',
    'findings?limit=200',
    'recommendations?limit=200',
    'programmes?limit=200',
  ];
  return [
    ...[...files, ...lists].map((path) => ['thai', path] as const),
    ...[...files, ...lists].map((path) => ['mai', path] as const),
    ...files.slice(0, 2).map((path) => ['hai', path] as const),
  ];
}

function asOf(path: string, position: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}asOf=${position}`;
}

/** Views are waited for; what is folded from its stream has nothing to wait for. */
async function answer(client: Client, path: string, atLeast?: number): Promise<string> {
  const isFolded = /^(inspections|recommendations)\//.test(path);
  const wait = atLeast === undefined || isFolded ? '' : `${path.includes('?') ? '&' : '?'}atLeast=${atLeast}`;
  const { status, body } = await client.get(`${path}${wait}`);
  // A problem names the address that was asked.
  return `${status} ${status === 200 ? JSON.stringify(body) : ''}`;
}

/** Without what says when it was asked: the moment, what may be asked for now, and the next page's address. */
function undated(text: string): string {
  const [status = '', ...body] = text.split(' ');
  if (status !== '200') return text;
  const strip = (key: string, value: unknown) =>
    key === 'asOf' || key === 'mayAsk' || key === 'next' ? undefined : value;
  return `200 ${JSON.stringify(JSON.parse(body.join(' '), strip))}`;
}

function descending(one: string | number, other: string | number): number {
  return one < other ? 1 : one > other ? -1 : 0;
}

/** What happens at the ward; the ward itself is there. */
function isOfCase({ stream }: Recorded<DomainEvents>): boolean {
  return stream.category !== 'unit';
}

/** Writes histories into the service's log as devices would have sent them: late, and at times the clock reaches. */
class Telling {
  /** Of one history. */
  ids = new Map<string, string>();
  private beganMs = 0;

  constructor(private readonly of: Service) {}

  begin(): void {
    this.ids = new Map([
      [unitId, ward],
      [bodyId, homeAffairs],
    ]);
    this.beganMs = this.of.clock.nowMs() + 60_000;
  }

  async tell(event: Recorded<DomainEvents>): Promise<void> {
    // A tenth of the history's time: the ladder goes on as well, and is to have less to say.
    const at = (instant: string) =>
      new Date(this.beganMs + (Date.parse(instant) - Date.parse('2023-05-04T01:00:00.000Z')) / 20).toISOString();
    this.of.clock.tell(at(event.recordedAt));
    const commandId = uuidv7();
    const stamp = { id: commandId, digest: 'a'.repeat(64), actor: 'hai' };
    const stream = { category: event.stream.category, id: this.idOf(event.stream.id) };
    const { type, data } = JSON.parse(JSON.stringify({ type: event.type, data: event.data }), this.renamed) as Pick<
      Recorded<DomainEvents>,
      'type' | 'data'
    >;
    const encoded = codec.encode<Record<string, unknown>>(
      stream.category,
      { type, data },
      {
        unitId: ward,
        actor: 'hai',
        role: 'team-lead',
        onBehalfOf: null,
        causationId: null,
        correlationId: commandId,
        occurredAt: at(event.occurredAt),
        effectiveOn: null,
        commandDigest: stamp.digest,
        isSimulated: false,
      },
    );
    await this.of.store.append(stream, [encoded], 'any', stamp);
  }

  private idOf(told: string): string {
    const id = this.ids.get(told) ?? uuidv7();
    this.ids.set(told, id);
    return id;
  }

  /** Ids and people of the walks, as a database takes them and this service knows them. */
  private readonly renamed = (key: string, value: unknown): unknown => {
    if (key === 'teamIds' && Array.isArray(value)) return value.map((id) => persons[id] ?? id);
    if (typeof value !== 'string') return value;
    if (/^personId$|^by$|By$/.test(key)) return persons[value] ?? value;
    return this.ids.has(value) || /^[a-z]-\d+$/.test(value) ? this.idOf(value) : value;
  };
}
