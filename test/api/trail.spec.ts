import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { isConsistent, isIncluded } from '@soat/api/platform/trail/merkle-tree.js';
import { openCheckpoint } from '@soat/api/platform/trail/checkpoint.js';
import type { CheckpointStamp } from '@soat/api/platform/trail/checkpoint-stamp.js';
import { type Verifier, verifierOf } from '@soat/api/platform/trail/signed-note.js';
import { PostgresEventStore } from '@soat/api/platform/event-store/postgres/postgres-event-store.js';
import { openPool } from '@soat/api/platform/database/database.js';
import { neverToldToUnit } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { modulesOfSvg, readQrCode } from '../support/qr-reader.js';
import { Client, type Service, startService } from '../support/service.js';
import { Verifiers } from '../trail/verdicts.js';

jest.setTimeout(60_000);

const program = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.mjs');
interface Established {
  readonly eventIds: readonly string[];
  readonly position: number;
  readonly receipt: { readonly href: string; readonly leafHashes: readonly string[] };
}

const bytes = (base64: string) => Buffer.from(base64, 'base64');

describe('the trail over HTTP', () => {
  let service: Service;
  let verifier: Verifier;
  let thu: Client;
  let admin: Client;
  beforeAll(async () => {
    service = await startService();
    verifier = verifierOf(service.verifierKey);
    thu = await service.as('thu');
    admin = await service.as('admin');
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
  });

  const nobody = () => new Client(service.origin, null);
  const checkpoint = async () => (await nobody().get<string>('trail/checkpoint')).body;
  const proofOf = async (eventId = '') => (await thu.get<string>(`trail/events/${eventId}/proof`)).body;

  /** A command's answer, of a unit that is nobody's. */
  const establish = async (code: string) => {
    const key = uuidv7();
    const id = uuidv7();
    const asked = { id, code, name: `Phường thử ${code}`, kind: 'ward', validFrom: '2023-01-01' };
    const answer = await admin.post<Established>('units', asked, { key });
    expect(answer).toMatchObject({ status: 201 });
    return { key, asked, ...answer.body };
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
      const answer = await nobody().get<string>('trail/checkpoint');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
      note = answer.body;
      size = openCheckpoint(note, verifier)?.size ?? 0;
    }
    expect(openCheckpoint(note, verifier)?.origin).toBe('test.example/log');
    // The file is written after the commit that the request above has seen.
    for (let size = 0; size < position; await sleep(10))
      size =
        openCheckpoint(await readFile(path.join(service.dataFolder, 'trail/checkpoint'), 'utf8'), verifier)?.size ?? 0;
    expect((await nobody().get('trail/keys')).body).toEqual({ data: [service.verifierKey] });
  });

  it('gives everybody the newest checkpoint as documents carry it, with a QR code that is a checkpoint to keep', async () => {
    const { status, body } = await nobody().get<CheckpointStamp>('trail/checkpoint/stamp');
    expect(status).toBe(200);
    const read = openCheckpoint(readQrCode(modulesOfSvg(body.qrSvg)), verifier);
    expect(read).toEqual(openCheckpoint(body.note, verifier));
    expect(read).toEqual({ origin: body.origin, size: body.size, root: bytes(body.root) });
  });

  it('proves an event as a .tlog-proof that anybody can check', async () => {
    const { eventIds } = await establish('90002');
    const [eventId] = eventIds;
    const { format, index, hashes, note } = parsed(await proofOf(eventId));
    expect(format).toBe('c2sp.org/tlog-proof@v1');
    const sealed = openCheckpoint(note, verifier);
    if (!sealed) throw new Error('it ends with a signed checkpoint');

    const pool = openPool(service.databaseUrl, () => {});
    const [event] = await new PostgresEventStore(pool).readAll(index, 1);
    await pool.end();
    if (!event) throw new Error('there is such an event');
    expect(event.id).toBe(eventId);
    expect(isIncluded(leafHashOf(event), index, sealed.size, hashes, sealed.root)).toBe(true);
    const altered = leafHashOf({ ...event, actor: 'somebody-else' });
    expect(isIncluded(altered, index, sealed.size, hashes, sealed.root)).toBe(false);
  });

  it('tells what the last check of everything came to, to whoever sees everything or keeps the machine', async () => {
    for (const who of ['thai', 'admin'])
      expect(await (await service.as(who)).get('trail/integrity-checks')).toMatchObject({
        status: 200,
        body: { data: [], page: { next: null } },
      });
    expect((await (await service.as('mai')).get('trail/integrity-checks')).status).toBe(403);
    expect((await nobody().get('trail/integrity-checks')).status).toBe(401);
  });

  it('gives a receipt for a command, each of its events proved', async () => {
    const { key, asked, ...answered } = await establish('90003');
    const { eventIds, receipt } = answered;
    // The answer said where to ask, and what would have to be proved.
    expect(receipt.href).toBe(`/api/v1/trail/receipts/${key}`);
    const { status, body } = await thu.get<{
      readonly commandId: string;
      readonly events: readonly { readonly eventId: string; readonly position: number; readonly proof: string }[];
    }>(`trail/receipts/${key}`);
    expect(status).toBe(200);
    expect(body.commandId).toBe(key);
    expect(body.events.map(({ eventId }) => eventId)).toEqual(eventIds);
    expect(receipt.leafHashes).toHaveLength(eventIds.length);
    body.events.forEach(({ position, proof }, at) => {
      const { index, hashes, note } = parsed(proof);
      const sealed = openCheckpoint(note, verifier);
      expect(index).toBe(position - 1);
      expect(
        isIncluded(bytes(receipt.leafHashes[at] ?? ''), index, sealed?.size ?? 0, hashes, sealed?.root ?? bytes('')),
      ).toBe(true);
    });
    // And the same for who lost it, and asks again.
    expect((await admin.post('units', asked, { key })).body).toEqual(answered);
  });

  it('proves that a later log begins with an earlier one', async () => {
    const first = openCheckpoint(await checkpoint(), verifier);
    const { eventIds } = await establish('90004');
    const later = openCheckpoint(parsed(await proofOf(eventIds[0])).note, verifier);
    if (!first || !later) throw new Error('both are signed');
    const { status, body } = await thu.get<{ readonly proof: readonly string[] }>(
      `trail/consistency?from=${first.size}&to=${later.size}`,
    );
    expect(status).toBe(200);
    expect(isConsistent(first, later, body.proof.map(bytes))).toBe(true);
  });

  describe('bundles', () => {
    const ward = '01880000-0000-7000-8000-000000031783';

    /** What the command for outsiders says of a bundle, and the bundle's events. */
    const verified = async (who: Client, route: string, pin: string | null = null) => {
      const { status, headers, body } = await who.get<string>(`trail/bundles/${route}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="soat-[a-z]+[0-9a-f-]*\.ndjson"$/);
      const file = path.join(service.dataFolder, 'bundle.ndjson');
      await writeFile(file, body);
      const kept = path.join(service.dataFolder, 'kept');
      if (pin !== null) await writeFile(kept, pin);
      const pinned = pin === null ? [] : ['--pinned', kept];
      const run = spawnSync(process.execPath, [program, file, '--key', service.verifierKey, ...pinned], {
        encoding: 'utf8',
      });
      const rows = body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      return { status: run.status, told: run.stdout, rows: rows.filter((row) => row.index !== undefined) };
    };
    const typesOf = (rows: readonly { readonly envelope?: string }[]) =>
      rows.map(({ envelope }) => (envelope === undefined ? null : JSON.parse(envelope).type));

    it('hold the whole log for who may see everything, and verify', async () => {
      const yen = await service.as('yen');
      const pin = await checkpoint();
      const { eventIds } = await establish('90005');
      await proofOf(eventIds[0]);
      const { status, told, rows } = await verified(yen, 'everything', pin);
      expect([status, told]).toEqual([0, expect.stringContaining('The log begins with the checkpoint you kept')]);
      expect(rows).toHaveLength(openCheckpoint(await checkpoint(), verifier)?.size ?? 0);
      const mai = await service.as('mai');
      expect((await mai.get('trail/bundles/everything')).status).toBe(403);
      expect((await admin.get('trail/bundles/everything')).status).toBe(403);
    });

    it('hold a unit’s history as far as the reader may see it, and verify', async () => {
      const [mai, yen] = [await service.as('mai'), await service.as('yen')];
      const secret = uuidv7();
      const { status, body } = await thu.post<{ readonly eventIds: readonly string[] }>('inspections', {
        id: secret,
        number: '151/QĐ-UBND',
        signedOn: service.clock.today(),
        basis: 'Kế hoạch PAPI, hoạt động 6.2',
        unitId: ward,
        orderedByUnitId: '01880000-0000-7000-8000-000000000951',
        checklistKind: 'one-stop-spot-check',
        team: [
          { personId: 'hai', role: 'lead' },
          { personId: 'nam', role: 'member' },
        ],
      });
      expect(status).toBe(201);
      await proofOf(body.eventIds.at(-1));
      const [own, all] = [await verified(mai, `units/${ward}`), await verified(yen, `units/${ward}`)];
      expect([own.status, all.status]).toEqual([0, 0]);
      expect(all.rows.length).toBeGreaterThan(own.rows.length);
      expect(typesOf(all.rows)).not.toContain(null);
      // That there is more the unit may know; what it is it may not.
      expect(typesOf(own.rows)).toContain(null);
      for (const type of neverToldToUnit) expect(typesOf(own.rows)).not.toContain(type);
      // Nothing of an unannounced check that has not begun.
      expect(all.rows.map(streamOf)).toContain(secret);
      expect(own.rows.map(streamOf)).not.toContain(secret);
      const other = (await thu.get<{ readonly data: readonly { readonly unitId: string }[] }>('unit-overviews')).body
        .data;
      const elsewhere = other.find(({ unitId }) => unitId !== ward)?.unitId;
      expect((await mai.get(`trail/bundles/units/${elsewhere}`)).status).toBe(404);
    });

    it('hold a case with its recommendations, and verify', async () => {
      const { body } = await thu.get<{ readonly data: readonly { readonly id: string; readonly status: string }[] }>(
        'inspections?limit=50',
      );
      const closed = body.data.find(({ status }) => status === 'closed');
      const { status, rows } = await verified(thu, `inspections/${closed?.id}`);
      expect(status).toBe(0);
      expect(typesOf(rows)).toEqual(expect.arrayContaining(['InspectionOrdered', 'RecommendationIssued']));
      expect((await thu.get(`trail/bundles/inspections/${uuidv7()}`)).status).toBe(404);
      expect((await thu.get(`trail/bundles/inspections/${closed?.id}?pinned=99999999`)).status).toBe(400);
    });

    it('are clean to both programs for every reader, and lack nothing in between without being found', async () => {
      const verifiers = await Verifiers.load(service.verifierKey);
      const [mai, nam] = [await service.as('mai'), await service.as('nam')];
      const casesOf = async (who: Client) =>
        (
          await who.get<{ readonly data: readonly { readonly id: string; readonly unitId: string }[] }>(
            'inspections?limit=50',
          )
        ).body.data;
      const known = (await casesOf(nam)).map(({ id }) => id);
      const ofCase = `inspections/${(await casesOf(mai)).find(({ id }) => known.includes(id))?.id}`;
      const read = async (who: Client, route: string) => {
        const { status, body } = await who.get<string>(`trail/bundles/${route}`);
        expect([route, status]).toEqual([route, 200]);
        return body.trimEnd().split('\n');
      };
      const lines = await read(mai, `units/${ward}`);
      const files = [lines];
      for (const person of ['mai', 'nam', 'thai', 'yen']) files.push(await read(await service.as(person), ofCase));
      let withheld = 0;
      for (const file of files) {
        expect(await verifiers.verdict(file)).toBe('right');
        withheld += verifiers.report(file).leafOnly;
      }
      expect(withheld).toBeGreaterThan(0);
      // What the unit's officer gets, without the second of a case's events.
      const second = lines.findIndex((line) => /\\"streamCategory\\":\\"inspection\\".*\\"version\\":2\}/.test(line));
      const { index, envelope } = JSON.parse(lines[second] ?? '');
      const left = lines.filter((line) => {
        const row = JSON.parse(line);
        return (row.index ?? row.evidence?.index) !== index;
      });
      const events = left.filter((line) => line.startsWith('{"index"')).length;
      expect(await verifiers.verdict(left.with(-1, JSON.stringify({ end: { events } })))).toMatch(
        new RegExp(
          `^Altered: event .* of inspection ${JSON.parse(envelope).streamId}\\): 1 missing before it: number 2 `,
        ),
      );
    });

    const streamOf = (row: { readonly envelope?: string }) =>
      row.envelope === undefined ? null : JSON.parse(row.envelope).streamId;
  });

  it.each([
    ['consistency?from=2&to=1', 400, 'trail-size-unknown'],
    ['consistency?from=1&to=99999999', 400, 'trail-size-unknown'],
    ['consistency?from=0&to=1', 400, 'invalid-parameter'],
    ['consistency?from=99999999', 400, 'trail-size-unknown'],
    [`events/${uuidv7()}/proof`, 404, 'not-found'],
    ['events/nonsense/proof', 404, 'not-found'],
    [`receipts/${uuidv7()}`, 404, 'not-found'],
  ])('answers %s with %i %s', async (route, status, code) => {
    const answer = await thu.get(`trail/${route}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('asks who wants the proof of an event', async () => {
    expect((await nobody().get(`trail/events/${uuidv7()}/proof`)).status).toBe(401);
    expect((await nobody().get(`trail/receipts/${uuidv7()}`)).status).toBe(401);
  });

  it('says in readyz that it seals', async () => {
    const ready = await fetch(`${service.origin}/readyz`);
    const { checks } = (await ready.json()) as { readonly checks: readonly object[] };
    expect(checks).toContainEqual({ name: 'trail', isReady: true, isRequired: false });
  });
});
