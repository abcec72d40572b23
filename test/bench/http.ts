import { rm } from 'node:fs/promises';
import { communeId, townId } from '@soat/api/demo/cast.js';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { temporaryFolder, withPostgres } from '../support/postgres.js';
import { type Child, startApi, startRawServer } from './child.js';
import { Connection, type HttpAnswer } from './connection.js';
import { rawTable } from './log.js';
import type { Contest, Contestant } from './measure.js';

export interface HttpBench {
  readonly contests: readonly Contest[];
  readonly url: string;
  close(): Promise<void>;
}

const connections = 32;

/** The built service and the plain server, each in its own process, on one database. */
export async function openHttp(): Promise<HttpBench> {
  const folder = await temporaryFolder();
  const url = await (await withPostgres()).freshDatabase();
  const api = await startApi(url, folder);
  await createRawTable(url);
  const raw = await startRawServer(url);
  const token = await tokenFrom(api, 'admin');
  const auditor = await tokenFrom(api, 'yen');
  const doors = { api: await doorsTo(api), raw: await doorsTo(raw) };
  const contest = { concurrency: connections, perCall: 1 };
  return {
    url,
    contests: [
      {
        ...contest,
        name: `HTTP POST of a command, ${connections} connections`,
        contestants: [posting('soát', doors.api, token, api), posting('raw', doors.raw, token, null)],
      },
      {
        ...contest,
        name: `HTTP GET of a unit page, ${connections} connections`,
        contestants: [getting('soát', doors.api, auditor), getting('raw', doors.raw, auditor)],
      },
    ],
    async close() {
      for (const door of [...doors.api, ...doors.raw]) door.close();
      await raw.stop();
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Establishes a new unit each time: token, body and command are checked, the rules asked, the event appended. */
function posting(name: string, doors: readonly Connection[], token: string, api: Child | null): Contestant {
  let last = '';
  const free = [...doors];
  return {
    name,
    prepare: (calls) =>
      Array.from({ length: calls }, (_, index) => {
        const id = uuidv7();
        const unit = { id, name: `Phòng ${index}`, code: id.slice(-8), kind: 'department', parentId: townId };
        const body = JSON.stringify({ ...unit, validFrom: '2023-01-01' });
        const headers = { ...headersFor(token), 'content-type': 'application/json', 'idempotency-key': uuidv7() };
        return () =>
          through(free, async (door) => {
            last = expectStatus(name, await door.send('POST', '/api/v1/units', headers, body), 201).body;
          });
      }),
    // The views follow the log: what they still have to do must not fall into the other's turn.
    ...(api && { settled: () => viewsReach(api, token, JSON.parse(last).position) }),
  };
}

function getting(name: string, doors: readonly Connection[], token: string): Contestant {
  const free = [...doors];
  const path = `/api/v1/units/${communeId(31783)}`;
  const headers = headersFor(token);
  return {
    name,
    prepare: (calls) =>
      Array.from({ length: calls }, () => async () => {
        await through(free, async (door) => expectStatus(name, await door.send('GET', path, headers), 200));
      }),
  };
}

async function through<T>(free: Connection[], work: (door: Connection) => Promise<T>): Promise<T> {
  const door = free.pop();
  if (!door) throw new Error('more calls than connections');
  try {
    return await work(door);
  } finally {
    free.push(door);
  }
}

function headersFor(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}`, 'accept-language': 'vi' };
}

function expectStatus(name: string, answer: HttpAnswer, status: number): HttpAnswer {
  if (answer.status !== status) throw new Error(`${name} answered ${answer.status}: ${answer.body}`);
  return answer;
}

function doorsTo({ origin }: Child): Promise<readonly Connection[]> {
  return Promise.all(Array.from({ length: connections }, () => Connection.open(origin)));
}

async function createRawTable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(rawTable);
  await client.end();
}

async function tokenFrom({ origin }: Child, personId: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}

async function viewsReach({ origin }: Child, token: string, position: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const paths = ['units?limit=1&', `units/${townId}/timeline?limit=1&`];
    const answers = await Promise.all(
      paths.map((path) => fetch(`${origin}/api/v1/${path}atLeast=${position}`, { headers: headersFor(token) })),
    );
    await Promise.all(answers.map((answer) => answer.text()));
    if (answers.every(({ status }) => status !== 503)) return;
  }
  throw new Error(`the views have not reached ${position}`);
}
