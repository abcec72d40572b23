import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { openDatabase } from '@soat/api/platform/database/database.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { commandOf, eventOf, streamOf } from '../event-store/event-store.contract.js';
import { temporaryFolder, withPostgres } from '../support/postgres.js';

jest.setTimeout(60_000);

const program = path.join(import.meta.dirname, '../../apps/api/dist/seal.js');

async function run(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], { env: { PATH: process.env.PATH, ...env }, stdio: 'pipe' });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      told += String(part);
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, told: () => told };
}

describe('npm run seal', () => {
  afterAll(async () => (await withPostgres()).stop());

  it('seals a log that others write, with a key that only it was given, until it is told to stop', async () => {
    const databaseUrl = await (await withPostgres()).freshDatabase();
    const folder = await temporaryFolder();
    const keyFile = path.join(folder, 'key');
    const key = newSigningKey('test.example/log');
    await writeFile(keyFile, key);
    const fail = (error: Error) => {
      throw error;
    };
    const config = { dataFolder: folder, databaseUrl, eventStoreUrl: null };
    const database = await openDatabase(config, { entities: [], migrations: [] }, fail);
    const log = openEventStore(database);
    const command = commandOf(1);
    await log.append(streamOf(1), [eventOf(1, command)], 0, command);

    const { child, ended, told } = await run({
      DATABASE_URL: databaseUrl,
      SOAT_DATA: folder,
      SOAT_SEALING_KEY: keyFile,
    });
    const published = path.join(folder, 'trail', 'checkpoint');
    let note = '';
    for (const until = Date.now() + 30_000; note === ''; await sleep(50)) {
      note = await readFile(published, 'utf8').catch(() => '');
      if (Date.now() > until) throw new Error(`nothing was published: ${told()}`);
    }
    expect(SealingKeys.of(key).open(note)?.size).toBe(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(told()).not.toContain('PRIVATE');

    // On another machine, to which nobody has brought what was published.
    const other = await run({
      DATABASE_URL: databaseUrl,
      SOAT_DATA: folder,
      SOAT_CHECKPOINT: path.join(folder, 'elsewhere', 'checkpoint'),
      SOAT_SEALING_KEY: keyFile,
    });
    for (const until = Date.now() + 30_000; !other.told().includes('the published checkpoint is gone'); await sleep(50))
      if (Date.now() > until) throw new Error(`no alarm: ${other.told()}`);
    other.child.kill('SIGTERM');
    expect(await other.ended).toBe(0);
    await expect(readFile(path.join(folder, 'elsewhere', 'checkpoint'))).rejects.toThrow('ENOENT');
    await log.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /DATABASE_URL and SOAT_SEALING_KEY are needed/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /DATABASE_URL and SOAT_SEALING_KEY are needed/],
  ])('says what is missing from %j', async (env, what) => {
    const { ended, told } = await run(env);
    expect(await ended).toBe(1);
    expect(told()).toMatch(what);
  });
});
