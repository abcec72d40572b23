import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { isConsistent, isIncluded } from '@soat/api/platform/trail/merkle-tree.js';
import { openCheckpoint } from '@soat/api/platform/trail/checkpoint.js';
import { newSigningKey, signerOf, verifierOf } from '@soat/api/platform/trail/signed-note.js';
import { PostgresEventStore } from '@soat/api/platform/event-store/postgres/postgres-event-store.js';
import { openPool } from '@soat/api/platform/database/database.js';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

jest.setTimeout(60_000);

const signingKey = newSigningKey('demo.example/log');
const verifier = verifierOf(signerOf(signingKey).verifierKey);
const bytes = (base64: string) => Buffer.from(base64, 'base64');

describe('the trail over HTTP', () => {
  let service: Service;
  let folder: string;
  let thu: Client;
  let admin: Client;
  let token: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'soat-trail-'));
    await writeFile(path.join(folder, 'key'), signingKey);
    service = await startService({
      SOAT_SEALING_KEY: path.join(folder, 'key'),
      SOAT_CHECKPOINT: path.join(folder, 'checkpoint'),
    });
    thu = await service.as('thu');
    admin = await service.as('admin');
    const signedIn = await fetch(`${service.origin}/api/v1/demo/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: 'thu' }),
    });
    token = (await signedIn.json()).token;
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
    await rm(folder, { recursive: true, force: true });
  });

  const text = async (route: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${service.origin}/api/v1/trail/${route}`, { headers });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };
  const bearer = () => ({ authorization: `Bearer ${token}` });

  /** A command's answer, of a unit that is nobody's. */
  const establish = async (code: string) => {
    const key = uuidv7();
    const id = uuidv7();
    const asked = { id, code, name: `Phường thử ${code}`, kind: 'ward', validFrom: '2023-01-01' };
    const answer = await admin.post<{ readonly eventIds: readonly string[]; readonly position: number }>(
      'units',
      asked,
      { key },
    );
    expect(answer).toMatchObject({ status: 201 });
    return { key, ...answer.body };
  };

  /** Header, index, hashes, an empty line, the checkpoint. */
  const parsed = (proof: string) => {
    const [head = '', note = ''] = proof.split(/\n\n(.*)/s);
    const [format, index = '', ...hashes] = head.split('\n');
    return { format, index: Number(index.replace('index ', '')), hashes: hashes.map(bytes), note };
  };

  it('shows the newest checkpoint to everybody, signed, and publishes it beside the database', async () => {
    const { position } = await establish('90001');
    // A receipt waits for the seal.
    let note = '';
    for (let size = 0; size < position; ) {
      const answer = await text('checkpoint');
      expect(answer).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
      note = answer.body;
      size = openCheckpoint(note, verifier)?.size ?? 0;
    }
    expect(openCheckpoint(note, verifier)?.origin).toBe('demo.example/log');
    // The file is written after the commit that the request above has seen.
    for (let size = 0; size < position; await sleep(10))
      size = openCheckpoint(await readFile(path.join(folder, 'checkpoint'), 'utf8'), verifier)?.size ?? 0;
    const keys = await fetch(`${service.origin}/api/v1/trail/keys`);
    expect(await keys.json()).toEqual({ data: [signerOf(signingKey).verifierKey] });
  });

  it('proves an event as a .tlog-proof that anybody can check', async () => {
    const { eventIds } = await establish('90002');
    const [eventId] = eventIds;
    const answer = await text(`events/${eventId}/proof`, bearer());
    expect(answer).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    const { format, index, hashes, note } = parsed(answer.body);
    expect(format).toBe('c2sp.org/tlog-proof@v1');
    const checkpoint = openCheckpoint(note, verifier);
    if (!checkpoint) throw new Error('it ends with a signed checkpoint');

    const pool = openPool(service.databaseUrl, () => {});
    const [event] = await new PostgresEventStore(pool).readAll(index, 1);
    await pool.end();
    if (!event) throw new Error('there is such an event');
    expect(event.id).toBe(eventId);
    expect(isIncluded(leafHashOf(event), index, checkpoint.size, hashes, checkpoint.root)).toBe(true);
    const altered = leafHashOf({ ...event, actor: 'somebody-else' });
    expect(isIncluded(altered, index, checkpoint.size, hashes, checkpoint.root)).toBe(false);
  });

  it('gives a receipt for a command, each of its events proved', async () => {
    const { key, eventIds } = await establish('90003');
    const { status, body } = await thu.get<{
      readonly commandId: string;
      readonly events: readonly { readonly eventId: string; readonly position: number; readonly proof: string }[];
    }>(`trail/receipts/${key}`);
    expect(status).toBe(200);
    expect(body.commandId).toBe(key);
    expect(body.events.map(({ eventId }) => eventId)).toEqual(eventIds);
    for (const { position, proof } of body.events) expect(parsed(proof).index).toBe(position - 1);
  });

  it('proves that a later log begins with an earlier one', async () => {
    const first = openCheckpoint((await text('checkpoint')).body, verifier);
    const { eventIds } = await establish('90004');
    const later = openCheckpoint(parsed((await text(`events/${eventIds[0]}/proof`, bearer())).body).note, verifier);
    if (!first || !later) throw new Error('both are signed');
    const { status, body } = await thu.get<{ readonly proof: readonly string[] }>(
      `trail/consistency?from=${first.size}&to=${later.size}`,
    );
    expect(status).toBe(200);
    expect(isConsistent(first, later, body.proof.map(bytes))).toBe(true);
  });

  it.each([
    ['consistency?from=2&to=1', 422, 'trail-size-unknown'],
    ['consistency?from=1&to=99999999', 422, 'trail-size-unknown'],
    ['consistency?from=0&to=1', 400, 'invalid-parameter'],
    ['consistency', 400, 'invalid-parameter'],
    [`events/${uuidv7()}/proof`, 404, 'not-found'],
    ['events/nonsense/proof', 404, 'not-found'],
    [`receipts/${uuidv7()}`, 404, 'not-found'],
  ])('answers %s with %i %s', async (route, status, code) => {
    const answer = await text(route, bearer());
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, code]);
  });

  it('asks who wants the proof of an event', async () => {
    expect((await text(`events/${uuidv7()}/proof`)).status).toBe(401);
    expect((await text(`receipts/${uuidv7()}`)).status).toBe(401);
  });

  it('says in readyz that it seals', async () => {
    const ready = await fetch(`${service.origin}/readyz`);
    const { checks } = (await ready.json()) as { readonly checks: readonly object[] };
    expect(checks).toContainEqual({ name: 'trail', isReady: true, isRequired: false });
  });
});
