import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import type { EventStore, StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import type { Projection } from '@soat/api/platform/projections/projection.js';
import { ProjectionRunner } from '@soat/api/platform/projections/projection-runner.js';
import { rebuild } from '@soat/api/platform/projections/rebuild.js';
import { projections } from '@soat/api/schema.js';
import { eventCatalogue, type Message, type UnitEvents, unitRegister } from '@soat/domain';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Bench } from './log.js';
import { madeUp } from './made-up.js';
import type { Contest, Contestant } from './measure.js';

const codec = new EventCodec(eventCatalogue);
const perUnit = 20;
// More than a handful of transactions tell nothing new.
const singlesMax = 1_000;

/** The register of units over a log of nothing but units, 20 events each; the log is filled first. */
export async function projectContests(bench: Bench, size: number): Promise<readonly Contest[]> {
  const register = projections.find(({ name }) => name === unitRegister.name);
  if (!register) throw new Error('the register of units has gone');
  await fillWithUnits(bench.store, size / perUnit);
  const one = await oneByOne(bench.raw, register, await bench.store.readAll(0, singlesMax));
  const head = await bench.store.head();
  const emptied = async () => {
    for (const table of [register.table, register.versions].filter((each) => each !== null))
      await bench.database.dataSource.createQueryBuilder().delete().from(table).execute();
    await bench.database.dataSource.query('delete from soat_read.checkpoints');
  };
  const whole = (work: () => Promise<unknown>): Contestant => ({
    name: 'soát',
    async prepare() {
      await emptied();
      return [work];
    },
  });
  const contest = { concurrency: 1, perCall: head };
  return [
    { ...contest, name: 'project in live batches', contestants: [whole(() => followed(bench, register, head)), one] },
    {
      ...contest,
      name: 'rebuild a projection',
      contestants: [whole(() => rebuild(register, bench.store, codec, bench.database.dataSource)), one],
    },
  ];
}

async function fillWithUnits(store: EventStore, units: number): Promise<void> {
  const ids = Array.from({ length: units }, () => uuidv7());
  // Each unit comes back four times, so that its events lie apart as in life.
  for (let length = 0; length < perUnit; length += 5) {
    const waiting = ids.values();
    const write = async () => {
      for (const id of waiting) {
        const { events, command, stream } = madeUp(5, { category: 'unit', id });
        const facts = { isSimulated: false, commandDigest: command.digest };
        const encoded = events.map((event, index) =>
          codec.encode<UnitEvents>('unit', happened(id, length + index), { ...event, ...facts }),
        );
        await store.append(stream, encoded, length, command);
      }
    };
    await Promise.all(Array.from({ length: 32 }, write));
  }
}

function happened(id: string, index: number): Message<UnitEvents> {
  const validFrom = '2024-01-01';
  if (index > 0)
    return { type: 'UnitHeadAppointed', data: { headName: `Nguyễn Văn ${index}`, basis: null, validFrom } };
  const data = { id, name: 'UBND phường 1', code: id.slice(-6), kind: 'ward', parentId: null, basis: null, validFrom };
  return { type: 'UnitEstablished', data: data as UnitEvents['UnitEstablished'] };
}

async function followed({ store, database }: Bench, register: Projection, head: number): Promise<void> {
  const silent = { error: () => {}, warn: () => {} };
  const runner = new ProjectionRunner(register, store, codec, database.dataSource, silent);
  const isThere = new Promise<void>((resolve, reject) => {
    runner.onChange(() => {
      if (runner.status.position >= head) resolve();
      if (runner.status.state === 'parked') reject(new Error('the projection was parked'));
    });
  });
  runner.start();
  await isThere;
  await runner.stop();
}

/** What a projection costs that is moved event by event: read the row, fold, write it, move the checkpoint, commit. */
async function oneByOne(raw: pg.Pool, register: Projection, stored: readonly StoredEvent[]): Promise<Contestant> {
  await raw.query(`
    create table raw.register (id uuid primary key, row json not null);
    create table raw.checkpoint (position bigint not null);
    insert into raw.checkpoint values (0)`);
  const project = async (event: StoredEvent) => {
    const decoded = codec.decode(event);
    const id = register.keyOf(decoded);
    const client = await raw.connect();
    try {
      await client.query('begin');
      const select = { name: 'row', text: 'select row from raw.register where id = $1 for update', values: [id] };
      const { rows } = await client.query(select);
      const row = register.fold(rows[0]?.row ?? null, decoded);
      const upsert = 'insert into raw.register values ($1, $2) on conflict (id) do update set row = excluded.row';
      await client.query({ name: 'upsert', text: upsert, values: [id, JSON.stringify(row)] });
      const move = { name: 'move', text: 'update raw.checkpoint set position = $1', values: [event.position] };
      await client.query(move);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  return {
    name: 'one event a transaction',
    perCall: 1,
    async prepare(calls) {
      await raw.query('truncate raw.register');
      return stored.slice(0, calls).map((event) => () => project(event));
    },
  };
}
