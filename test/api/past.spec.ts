import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { type DomainEvents, eventCatalogue, type Recorded } from '@soat/domain';
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
const cutsMax = 4;

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
  it('is asked today what it was then, byte for byte but for the time of asking, while histories go on', async () => {
    const told = new Telling(service);
    const cuts: Cut[] = [];
    const histories = fc.sample(history, { seed, numRuns: 2 }).map((log) => log.filter(isOfCase));
    for (const [index, log] of histories.entries()) {
      const dice = fc.sample(fc.nat(log.length - 1), { seed: seed + index, numRuns: cutsMax - 1 });
      const places = new Set([...dice, log.length - 1]);
      told.begin();
      for (const [place, event] of log.entries()) {
        await told.tell(event);
        if (places.has(place)) cuts.push(await cutAt(told.ids));
      }
    }
    expect(cuts.length).toBeGreaterThan(cutsMax);

    let compared = 0;
    for (const { position, asked } of cuts)
      for (const { reader, path, live, past } of asked) {
        const now = await answer(readers[reader], asOf(path, position));
        // A team is read by who is on it today.
        if (reader === 'hai' && (await answer(readers[reader], path)).startsWith('404')) continue;
        expect([path, position, now]).toEqual([path, position, past]);
        expect([path, position, undated(now)]).toEqual([path, position, live]);
        compared += Number(now.startsWith('200'));
      }
    expect(compared).toBeGreaterThan(cuts.length * 8);
  });
});

interface Asked {
  readonly reader: keyof typeof readers;
  readonly path: string;
  /** As it was answered at the time, without what says when it was asked. */
  readonly live: string;
  /** As it was answered at the time for that very moment. */
  readonly past: string;
}

interface Cut {
  readonly position: number;
  readonly asked: readonly Asked[];
}

type Ids = ReadonlyMap<string, string>;

/** What everybody is answered at this moment; asked again when something came meanwhile, by the clock or a policy. */
async function cutAt(ids: Ids): Promise<Cut> {
  for (;;) {
    const position = await service.store.head();
    const asked: Asked[] = [];
    for (const [reader, path] of pathsFor(ids)) {
      const live = undated(await answer(readers[reader], path, position));
      asked.push({ reader, path, live, past: await answer(readers[reader], asOf(path, position)) });
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
