import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import pg from 'pg';
import type { Bench } from './log.js';
import type { Contest, Contestant } from './measure.js';
import type { Peer } from './peers/peer.js';

const pageSize = 500;
// Long enough that opening a cursor does not count.
const stretchMax = 5_000;

/** Loading streams of 50 events at random, and reading the log from a random place on. */
export function readContests(
  { store, raw, url }: Pick<Bench, 'store' | 'raw' | 'url'>,
  streams: readonly string[],
  peers: readonly Peer[],
): readonly Contest[] {
  const size = streams.length * 50;
  const stretch = Math.min(stretchMax, size);
  const catchingUp = (name: string, read: (after: number, to: number) => Promise<number>): Contestant => ({
    name,
    prepare: (calls) =>
      Array.from({ length: calls }, () => {
        const after = Math.floor(Math.random() * (size - stretch));
        return async () => expectCount(name, await read(after, after + stretch), stretch);
      }),
  });
  return [
    {
      name: 'load a stream of 50, 8 readers',
      concurrency: 8,
      perCall: 1,
      contestants: [
        loading('soát', streams, async (id) => (await store.read({ category: 'inspection', id })).length),
        loading('raw', streams, (id) => loadRaw(raw, id)),
        ...peers.map((peer) => loading(peer.name, streams, (id) => peer.load(id))),
      ],
    },
    {
      name: 'catch up in pages',
      concurrency: 1,
      perCall: stretch,
      contestants: [
        catchingUp('soát', (after, to) => readPages(store, after, to)),
        catchingUp('cursor', (after, to) => readByCursor(raw, after, to)),
        catchingUp('COPY', (after, to) => copyOut(url, after, to)),
        ...peers.flatMap(({ name, catchUp }) =>
          catchUp
            ? [{ name, perCall: size, prepare: (calls: number) => Array<typeof catchUp>(calls).fill(catchUp) }]
            : [],
        ),
      ],
    },
  ];
}

function loading(name: string, streams: readonly string[], load: (id: string) => Promise<number>): Contestant {
  return {
    name,
    prepare: (calls) =>
      Array.from({ length: calls }, () => {
        const id = streams[Math.floor(Math.random() * streams.length)] ?? '';
        return async () => expectCount(name, await load(id), 50);
      }),
  };
}

/** Who reads less than all of it is fast for nothing. */
function expectCount(name: string, got: number, wanted: number): void {
  if (got !== wanted) throw new Error(`${name} read ${got} events of ${wanted}`);
}

async function loadRaw(raw: pg.Pool, stream: string): Promise<number> {
  const text = 'select version, type, payload from raw.events where stream = $1 order by version';
  const { rows } = await raw.query({ name: 'load', text, values: [stream] });
  return rows.length;
}

async function readPages(store: EventStore, after: number, to: number): Promise<number> {
  let count = 0;
  for (let seen = after; seen < to; ) {
    const page = await store.readAll(seen, Math.min(pageSize, to - seen));
    count += page.length;
    seen = page.at(-1)?.position ?? to;
  }
  return count;
}

/** The log's own rows with all their columns, by the driver's default parsers. */
async function readByCursor(raw: pg.Pool, after: number, to: number): Promise<number> {
  const client = await raw.connect();
  try {
    await client.query('begin');
    await client.query(`declare pages no scroll cursor for ${stretchOf(after, to)}`);
    let count = 0;
    for (;;) {
      const { rows } = await client.query(`fetch ${pageSize} from pages`);
      count += rows.length;
      if (rows.length < pageSize) break;
    }
    await client.query('commit');
    return count;
  } finally {
    client.release();
  }
}

let copying: Promise<pg.Client> | undefined;

/** To lines of text, each of them still to be taken apart. */
async function copyOut(url: string, after: number, to: number): Promise<number> {
  copying ??= connect(url);
  return new CopyOut(`copy (${stretchOf(after, to)}) to stdout`).linesBy(await copying);
}

export async function endCopying(): Promise<void> {
  await (await copying)?.end();
  copying = undefined;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function stretchOf(after: number, to: number): string {
  return `select * from soat_log.events where position > ${after} and position <= ${to} order by position`;
}

/** What the driver lacks: it hands each line of a COPY over and looks at none. */
class CopyOut extends pg.Query {
  private lines = 0;

  linesBy(client: pg.Client): Promise<number> {
    return new Promise((resolve, reject) => {
      this.on('end', () => resolve(this.lines)).on('error', reject);
      client.query(this);
    });
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // PostgreSQL sends a line in a message.
    if (chunk.toString('utf8').endsWith('\n')) this.lines += 1;
  }
}
