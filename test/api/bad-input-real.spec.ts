import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oneStopSpotCheck } from '@soat/domain';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';
import { type BadInput, badInputs, type Target } from './bad-input.cases.js';
import {
  type ApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  readDocument,
} from './support/api-document.js';
import { Bodies, bentAt, misfitsOf } from './support/bad-values.js';
import { type HttpRequest, type HttpResponse, send } from './support/http.js';

/** The catalogue of bad inputs against the whole service: every route its description names, whatever features there are. */
let service: Service;
let log: pg.Client;
let document: ApiDocument;
let bodies: Bodies;
let operations: readonly Operation[];
let bearers: Readonly<Record<'hai' | 'admin' | 'thai', string>>;
let leader: Client;
/** What the start had to say is another matter. */
let linesBefore: number;
/** Ids that exist, so that nothing is turned down merely because it is unknown. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = await startService();
  log = new pg.Client({ connectionString: service.databaseUrl });
  await log.connect();
  document = await readDocument(service.origin);
  bodies = new Bodies(document);
  operations = operationsOf(document);
  bearers = { hai: await bearerOf('hai'), admin: await bearerOf('admin'), thai: await bearerOf('thai') };
  leader = await service.as('thai');
  ids = {
    units: await firstId('units'),
    inspections: await firstId('inspections'),
    recommendations: await firstId('recommendations'),
    programmes: await firstId('programmes'),
    checklists: await writtenChecklist(),
    events: await newestEvent(),
  };
  // So that the log of who looked has a second page.
  for (const list of ['inspections', 'recommendations']) await leader.get(`${list}/${ids[list]}`);
  await quiet();
  linesBefore = service.logLines.length;
});
afterAll(async () => {
  await log.end();
  await service.stop();
  await (await withPostgres()).stop();
});

async function bearerOf(personId: string): Promise<string> {
  const response = await ask('/api/v1/demo/token', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ personId }),
  });
  return `Bearer ${JSON.parse(response.text).token}`;
}

async function firstId(list: string): Promise<string> {
  const { body } = await leader.get<{ readonly data: readonly { readonly id: string }[] }>(`${list}?limit=1`);
  return body.data[0]?.id ?? '';
}

async function newestEvent(): Promise<string> {
  const unitId = await firstId('units');
  const { body } = await leader.get<{ readonly data: readonly { readonly eventId: string }[] }>(
    `units/${unitId}/timeline?limit=1`,
  );
  return body.data[0]?.eventId ?? '';
}

/** One that people made, whose stream has an id. */
async function writtenChecklist(): Promise<string> {
  const { body } = await leader.get<{ readonly data: readonly { readonly id: string | null }[] }>('checklist-kinds');
  return body.data.find(({ id }) => id !== null)?.id ?? '';
}

const json = { 'content-type': 'application/json' };
const statuses: number[] = [];

async function ask(path: string, request: Partial<HttpRequest>): Promise<HttpResponse> {
  const response = await send(service.origin, { path, ...request });
  statuses.push(response.status);
  return response;
}

/** What the log holds, empty decisions included. */
async function written(): Promise<string> {
  const { rows } = await log.query(`
    select (select coalesce(max(position), 0) from soat_log.events) as head,
      (select count(*) from soat_log.empty_answers) as empty`);
  return JSON.stringify(rows[0]);
}

/** Reactions to the demo's story may still be under way. */
async function quiet(): Promise<void> {
  let before: string;
  do {
    before = await written();
    await pause(300);
  } while (before !== (await written()));
}

/** An address with ids that exist. */
function addressOf({ path }: Operation): string {
  const [, , , first = '', second = '', third = ''] = path.split('/');
  const kind = first === 'trail' ? (second === 'bundles' ? third : 'events') : first;
  return path
    .replace('{id}', ids[kind] ?? '')
    .replace('{kind}', 'one-stop-spot-check')
    .replace('{edition}', '1')
    .replaceAll(/\{\w+Id\}/g, () => uuidv7());
}

/** What a query must hold before anything else is looked at. */
function neededBy({ path }: Operation): string {
  return path.endsWith('/changes') ? 'from=1&' : '';
}

function targetOf(operation: Operation): Target {
  const schema = operation.facts.requestBody?.content['application/json']?.schema ?? {};
  const text = bodies
    .places(schema)
    .find((place) => place.path.length === 1 && place.schema.type === 'string' && !place.schema.format);
  return {
    path: addressOf(operation),
    readPath: '/api/v1/units',
    body: () => bodies.fitting(schema) as Readonly<Record<string, unknown>>,
    headers: () => ({ ...json, authorization: bearers.hai, 'idempotency-key': uuidv7(), 'if-match': '"0"' }),
    // For what is refused while the JSON is read, any name will do.
    ...(operation.facts['x-body-bytes-max'] !== undefined && { bytesMax: operation.facts['x-body-bytes-max'] }),
    fields: { oneLine: { name: String(text?.path[0] ?? 'occurredAt'), max: text?.schema.maxLength ?? 1 } },
  };
}

/** Cases for every route, whatever its fields: what is wrong with the bytes, the JSON, or the command's headers. */
const general = badInputs.filter(
  ({ row, needs, code }) => needs === undefined && code !== null && (row <= 34 || [38, 39, 78, 83].includes(row)),
);
const aboutCommands = new Set([78, 83]);

/** What is wrong with a refusal; nothing when it is one. */
function misjudged(
  what: string,
  response: HttpResponse,
  { status, code }: { readonly status?: number; readonly code?: string | null } = {},
): readonly string[] {
  const isProblem = response.headers['content-type'] === 'application/problem+json; charset=utf-8';
  const body = isProblem ? JSON.parse(response.text) : {};
  const isRefused = response.status >= 400 && response.status < 500;
  const isWanted = (status ?? response.status) === response.status && (code ?? body.code) === body.code;
  const isWhole = body.type === `/problems/${body.code}` && body.status === response.status && Boolean(body.title);
  if (isProblem && isRefused && isWanted && isWhole) {
    codes.add(body.code);
    return [];
  }
  return [`${what}: ${response.status} ${response.text.slice(0, 200)}`];
}
const codes = new Set<string>();

const posts = () => operations.filter(({ method }) => method === 'post');
const isCommand = ({ facts }: Operation) => facts.parameters.some(({ name }) => name === 'Idempotency-Key');

function post(target: Target, bent: Partial<HttpRequest>): Promise<HttpResponse> {
  const request = { method: 'POST', headers: target.headers(), body: JSON.stringify(target.body()), ...bent };
  return ask(target.path, request);
}

describe('every POST route', () => {
  it('is known', () => {
    expect(posts().length).toBeGreaterThan(25);
    expect(new Set(general.map(({ row }) => row)).size).toBeGreaterThan(20);
  });

  it('1 to 34, 38, 39, 78, 83: refuses bytes, JSON and headers that are not right, and writes nothing', async () => {
    const before = await written();
    const failures: string[] = [];
    for (const operation of posts()) {
      const target = targetOf(operation);
      const due = general.filter(({ row }) => isCommand(operation) || !aboutCommands.has(row));
      for (const one of due)
        failures.push(...misjudged(nameOf(operation, one), await post(target, one.bend(target)), one));
    }
    expect(failures).toEqual([]);
    expect(await written()).toBe(before);
    // Dozens of cases for each of some fifty routes.
  }, 240_000);

  it('35 to 61: refuses what does not fit at each place of its body, and names the place', async () => {
    const before = await written();
    const failures: string[] = [];
    for (const operation of posts()) {
      const target = targetOf(operation);
      const schema = operation.facts.requestBody?.content['application/json']?.schema ?? {};
      for (const place of bodies.places(schema)) {
        const pointer = place.path.map((step) => `/${step}`).join('');
        const raws = [...misfitsOf(place.schema), ...(place.isRequired ? [null] : [])];
        for (const raw of raws) {
          const response = await post(target, { body: bentAt(target.body(), place.path, raw) });
          const what = `${operation.name} ${pointer} ${raw?.slice(0, 60) ?? 'left out'}`;
          failures.push(...misjudged(what, response, { status: 400 }));
          const errors: readonly { readonly pointer: string }[] = JSON.parse(response.text).errors ?? [];
          if (!errors.some((error) => `${error.pointer}/`.startsWith(`${pointer}/`)))
            failures.push(`${what}: does not name the place: ${response.text.slice(0, 200)}`);
        }
      }
    }
    expect(failures).toEqual([]);
    expect(await written()).toBe(before);
    // Dozens of cases for each of some fifty routes.
  }, 240_000);

  it('66 to 70: knows nothing under ids that are none, and writes nothing under nobody’s', async () => {
    const before = await written();
    const failures: string[] = [];
    for (const operation of posts().filter(({ path }) => path.includes('{id}'))) {
      const target = targetOf(operation);
      const under = (id: string) =>
        post({ ...target, path: operation.path.replace('{id}', id).replaceAll(/\{\w+Id\}/g, () => uuidv7()) }, {});
      for (const id of ['abc', '1.5', '%00', '..%2f..%2fetc', `%7B${uuidv7()}%7D`, '9'.repeat(20)])
        failures.push(...misjudged(`${operation.name} ${id}`, await under(id), { status: 404, code: 'not-found' }));
      failures.push(
        ...misjudged(operation.name, await under('%E0%A4%A'), { status: 400, code: 'malformed-uri' }),
        // 404, unless the role may not ask for this at all.
        ...misjudged(operation.name, await under(uuidv7())),
      );
    }
    expect(failures).toEqual([]);
    expect(await written()).toBe(before);
  });

  it('82, 84: demands the length for a decision, and refuses one that is not the stream’s', async () => {
    const before = await written();
    const failures: string[] = [];
    for (const operation of posts().filter(isCommand)) {
      const target = targetOf(operation);
      const isDecision = operation.facts.parameters.some(({ name, required }) => name === 'If-Match' && required);
      const { 'if-match': _, ...unseen } = target.headers();
      if (isDecision)
        failures.push(...misjudged(operation.name, await post(target, { headers: unseen }), { status: 428 }));
      const ahead = { ...target.headers(), 'if-match': '"999999"' };
      failures.push(...misjudged(operation.name, await post(target, { headers: ahead })));
    }
    expect(failures).toEqual([]);
    expect(await written()).toBe(before);
  });

  it('22, 24, 77: says what else it does not do', async () => {
    const failures: string[] = [];
    for (const operation of posts()) {
      const target = targetOf(operation);
      const accept = { ...target.headers(), accept: 'application/xml' };
      failures.push(
        ...misjudged(operation.name, await post(target, { method: 'DELETE' }), { status: 405 }),
        ...misjudged(operation.name, await post(target, { headers: accept }), { status: 406 }),
        ...misjudged(operation.name, await post({ ...target, path: `${target.path}?x=1` }, {}), {
          code: 'invalid-parameter',
        }),
      );
    }
    expect(failures).toEqual([]);
  });
});

describe('every GET route', () => {
  // Who may read everything, the log of who looked included.
  const headers = () => ({ authorization: bearers.thai });
  const gets = () => operations.filter(({ method }) => method === 'get');

  it('71 to 77: refuses parameters that are not right, by name', async () => {
    const failures: string[] = [];
    for (const operation of gets())
      for (const [name, values] of [...parametersOf(operation).map(badTexts), ['nothing', ['1']] as const])
        for (const value of values) {
          const others = name === 'from' ? '' : neededBy(operation);
          const response = await ask(`${addressOf(operation)}?${others}${name}=${value}`, { headers: headers() });
          const what = `${operation.name} ${name}=${value}`;
          failures.push(...misjudged(what, response, { status: 400 }));
          const { code, errors } = JSON.parse(response.text);
          if (code !== 'invalid-cursor' && errors?.[0]?.pointer !== `/${name}`)
            failures.push(`${what}: names no place`);
        }
    expect(failures).toEqual([]);
  });

  it('76: takes no place from a cursor that was made by hand', async () => {
    const failures: string[] = [];
    const lists = gets().filter(({ facts }) => facts.parameters.some(({ name }) => name === 'cursor'));
    expect(lists.length).toBeGreaterThan(3);
    const short: string[] = [];
    for (const list of lists) {
      const address = `${addressOf(list)}?limit=1`;
      const first = await ask(address, { headers: { authorization: bearers.thai } });
      const { next } = JSON.parse(first.text).page;
      if (next === null) {
        short.push(list.path);
        continue;
      }
      const { p, q } = JSON.parse(Buffer.from(next, 'base64url').toString());
      const places = forgedPlaces(p);
      for (const place of places) {
        const cursor = Buffer.from(JSON.stringify({ p: place, q })).toString('base64url');
        const response = await ask(`${address}&cursor=${cursor}`, { headers: { authorization: bearers.thai } });
        const what = `${list.name} ${JSON.stringify(place)}`;
        failures.push(...misjudged(what, response, { status: 400, code: 'invalid-cursor' }));
      }
    }
    expect(failures).toEqual([]);
    // Nobody has run fsck here: of its results there is no second page, and so no cursor to forge.
    expect(short).toEqual(['/api/v1/trail/integrity-checks']);
  });

  it('66 to 68: has nothing under ids that are none', async () => {
    const failures: string[] = [];
    for (const operation of gets().filter(({ path }) => path.includes('{')))
      for (const id of ['abc', '1.5', '%00', '..%2f..%2fetc%2fpasswd', '9'.repeat(20), uuidv7()]) {
        const path = operation.path.replaceAll(/\{\w+\}/g, id);
        failures.push(
          ...misjudged(`${operation.name} ${id}`, await ask(`${path}?${neededBy(operation)}`, { headers: headers() }), {
            status: 404,
          }),
        );
      }
    expect(failures).toEqual([]);
  });
});

describe('every route', () => {
  it('knows whoever asks, or answers 401', async () => {
    const failures: string[] = [];
    for (const operation of operations.filter(({ facts }) => facts.security?.length !== 0))
      for (const authorization of ['', 'Bearer x', 'Basic YTpi', `${bearers.hai}x`]) {
        const response = await ask(addressOf(operation), {
          method: operation.method.toUpperCase(),
          headers: { ...json, authorization, 'idempotency-key': uuidv7() },
          ...(operation.method === 'post' && { body: '{}' }),
        });
        failures.push(...misjudged(`${operation.name} ${authorization}`, response, { status: 401 }));
      }
    expect(failures).toEqual([]);
  });
});

describe('a route that takes text', () => {
  const target: Target = {
    path: '/api/v1/units',
    readPath: '/api/v1/units',
    body: () => ({ id: uuidv7(), name: 'UBND xã Thử', code: '1', kind: 'commune', validFrom: '2026-01-01' }),
    headers: () => ({ ...json, authorization: bearers.admin, 'idempotency-key': uuidv7() }),
    fields: { oneLine: { name: 'name', max: 200 }, legalDate: 'validFrom' },
  };
  const due = badInputs.filter(({ needs }) => needs === undefined || target.fields[needs] !== undefined);

  interface Named {
    readonly id: string;
    readonly name: string;
  }
  const unitsFor = async (query: string) =>
    (await leader.get<{ readonly data: readonly Named[] }>(`units?limit=200&${query}`)).body.data;

  it.each(due)('$row: $what', async ({ bend, status, code, kept }) => {
    const before = await written();
    const response = await post(target, bend(target));
    if (code !== null) {
      expect(misjudged('', response, { status, code })).toEqual([]);
      expect(await written()).toBe(before);
      return;
    }
    expect(response.status).toBe(status);
    const { id, position } = JSON.parse(response.text);
    const shown = (await unitsFor(`atLeast=${position}`)).find((unit) => unit.id === id)?.name;
    expect(shown).toBe(kept ?? shown);
    expect(shown?.length).toBeGreaterThan(0);
  });

  it('41: keeps a letter that only looks like Đ, and says where it stands', async () => {
    const name = 'UBND xã Ðông Thử';
    const response = await post(target, { body: JSON.stringify({ ...target.body(), name }) });
    expect(response.status).toBe(201);
    const { id, position, warnings } = JSON.parse(response.text);
    const code = 'look-alike-letter';
    expect(warnings).toEqual([{ pointer: '/name', code, detail: expect.stringContaining('trông giống Đ') }]);
    expect((await unitsFor(`atLeast=${position}`)).find((unit) => unit.id === id)?.name).toBe(name);
  });

  it.each(['Hòa Đông Thử', 'Hoà Đông Thử', 'Hoà Đông Thử'.normalize('NFD'), 'hoa dong thu', 'HÒA ĐÔNG'])(
    '40, 41: is found as %s, however it was written',
    async (words) => {
      for (const name of ['Hoà Đông Thử', 'Hòa Đông Thử', 'Hòa Đông Thử'.normalize('NFD')]) {
        const response = await post(target, { body: JSON.stringify({ ...target.body(), name }) });
        const { id, position } = JSON.parse(response.text);
        const found = await unitsFor(`atLeast=${position}&q=${encodeURIComponent(words)}`);
        expect(found.map((unit) => unit.id)).toContain(id);
      }
    },
  );
});

describe('an answer to an item', () => {
  it('is refused when its kind brings nothing, or belongs to another item', async () => {
    const { body } = await leader.get<{ readonly data: readonly { readonly id: string; readonly status: string }[] }>(
      'inspections?status=in-fieldwork&limit=1',
    );
    const inspectionId = body.data[0]?.id ?? ids.inspections;
    const failures: string[] = [];
    for (const kind of ['yesNo', 'number', 'ratio', 'money', 'date', 'text'])
      for (const itemCode of [...oneStopSpotCheck.items.map(({ code }) => code), 'OSC-99', 'toString', '__proto__']) {
        const response = await ask(`/api/v1/inspections/${inspectionId}/answers`, {
          method: 'POST',
          headers: { ...json, authorization: bearers.hai, 'idempotency-key': uuidv7() },
          body: JSON.stringify({ itemCode, value: { kind } }),
        });
        failures.push(...misjudged(`${itemCode} ${kind}`, response));
      }
    expect(failures).toEqual([]);
  });
});

describe('all in all', () => {
  it('has a page for every refusal', async () => {
    expect(codes.size).toBeGreaterThan(20);
    for (const code of codes) {
      const page = await ask(`/problems/${code}`, { headers: { accept: 'application/json' } });
      expect([code, page.status]).toEqual([code, 200]);
      const { title } = JSON.parse(page.text);
      expect([code, Boolean(title.vi), Boolean(title.en)]).toEqual([code, true, true]);
    }
  });

  it('answered none of it with a 5xx, and logged nobody’s text', () => {
    expect(statuses.length).toBeGreaterThan(3_000);
    expect(statuses.filter((status) => !(status < 500))).toEqual([]);
    const lines = service.logLines.slice(linesBefore);
    expect(lines.length).toBeGreaterThan(3_000);
    expect(lines.filter((line) => JSON.parse(line).level > 30)).toEqual([]);
    expect(service.logLines.join('')).not.toContain('UBND xã Thử');
  });
});

/** What is no place in this list, though its cursor belongs to the query: a text before the id may be any. */
function forgedPlaces(place: unknown): readonly unknown[] {
  const odd = [null, true, {}, [], 1.5, -1, 1e300];
  const texts = ['', "1' or 1=1", 'a'.repeat(500), '9999-99-99', '019aa000-0000-7000-8000-00000000000G'];
  if (!Array.isArray(place)) return [...odd, ...texts];
  const [text, id] = place;
  return [
    ...odd.map((one) => [one, id]),
    ...[...odd, ...texts].map((one) => [text, one]),
    ...odd,
    place.slice(1),
    [...place, 1],
  ];
}

function nameOf({ name }: Operation, { row, what }: BadInput): string {
  return `${name} ${row}: ${what}`;
}

const parametersOf = ({ facts }: Operation) => facts.parameters.filter((parameter) => parameter.in === 'query');

/** Texts no query parameter of this kind may be. */
function badTexts({ name, schema }: Parameter): readonly [string, readonly string[]] {
  const always = ['%00', '%E0%A4%A', '', `a&${name}=b`, '%0d%0a', '%ed%a0%80'];
  if (name === 'cursor') return [name, ['abc', '%25', 'eyJwIjoxLCJxIjoieCJ9', 'bnVsbA', ...always]];
  if (name === 'atLeast') return [name, ['-1', 'x', '1e3', '1.0', '999999999', '9007199254740993', ...always]];
  if (schema.type === 'integer') return [name, ['-1', '0', 'abc', '1000000000', '1.0', '0x10', '%2B1', ...always]];
  if (schema.format === 'uuid') return [name, ['abc', `%7B${uuidv7()}%7D`, ...always]];
  // Words to look for, or a code that may not be there: any short text is one.
  if (schema.type === 'string' && !schema.enum && !schema.format) return [name, ['a'.repeat(2_000), ...always]];
  return [name, ['nothing', 'toString', '__proto__', '1;drop', ...always]];
}
