import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SeededRandom } from '@soat/api/demo/random.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import type { EventStore, StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore, openTrailStore } from '@soat/api/platform/event-store/open-event-store.js';
import { type BundleRequest, bundleLines } from '@soat/api/platform/trail/bundle.js';
import { envelopeOf } from '@soat/api/platform/trail/leaf.js';
import { PublishedCheckpoint } from '@soat/api/platform/trail/published-checkpoint.js';
import { Sealer } from '@soat/api/platform/trail/sealer.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import type { Sealed, TrailStore } from '@soat/api/platform/trail/trail-store.js';
import { commandOf, eventOf, range, streamOf } from '../event-store/event-store.contract.js';
import { launchBrowser } from '../support/browser.js';
import { type TestPostgres, withPostgres } from '../support/postgres.js';
import { type Attack, attacks, columnAttacks, type Lines } from './attacks.js';

jest.setTimeout(120_000);

/** The command's own function, past its file and its key: a program that shares no code with the server. */
interface CommandVerifier {
  readonly verifyBundle: (
    lines: Lines,
    asked: { readonly keys: readonly unknown[]; readonly pinned: string | null },
  ) => Promise<{
    readonly events: number;
    readonly gaps: number;
    readonly leafOnly: number;
    readonly withheld: number;
  }>;
  readonly readKey: (text: string) => unknown;
}
/** What the page's script does with a file. */
interface PageVerifier {
  readonly verify: (
    text: string,
    key: string,
    pinned: string | null,
  ) => Promise<{ readonly verdict: 'right' | 'altered' | 'uncheckable'; readonly lines: readonly string[] }>;
}
const pageFile = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.html');
const program = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.mjs');

const fail = (error: Error) => {
  throw error;
};
/** How often each attack is tried, at places of its own. */
const tries = 50;

describe('the verifiers', () => {
  let postgres: TestPostgres;
  let database: Database;
  let log: EventStore;
  let trail: TrailStore;
  let folder: string;
  let command: CommandVerifier;
  let page: PageVerifier;
  const keys = SealingKeys.of(newSigningKey('test.example/log'));
  const own = SealingKeys.of(newSigningKey('test.example/log'));
  const [verifierKey = ''] = keys.verifierKeys;
  let pinned: Sealed;
  let sealed: Sealed;
  let everything: Lines;

  beforeAll(async () => {
    command = await import(program);
    const script = /<script>(.*)<\/script>/s.exec(await readFile(pageFile, 'utf8'))?.[1] ?? '';
    page = new Function(`${script}; return soatVerifier;`)();
    folder = await mkdtemp(path.join(tmpdir(), 'soat-verify-'));
    postgres = await withPostgres();
    const databaseUrl = await postgres.freshDatabase();
    const config = { dataFolder: null, databaseUrl, eventStoreUrl: null };
    database = await openDatabase(config, { entities: [], migrations: [] }, fail);
    log = openEventStore(database);
    const opened = openTrailStore(database);
    if (!opened) throw new Error('PostgreSQL has a trail');
    trail = opened;
    const published = new PublishedCheckpoint(path.join(folder, 'checkpoint'));
    const sealer = new Sealer(trail, keys, published, Date.now, { error: fail, warn: fail });
    const append = async (number: number) => {
      const asked = commandOf(number);
      const events = range(4).map((index) => eventOf(number * 10 + index, asked));
      await log.append(streamOf(number % 7), events, 'any', asked);
    };
    for (const number of range(10)) await append(number + 1);
    pinned = (await sealer.seal()) as Sealed;
    for (const number of range(10)) await append(number + 101);
    sealed = (await sealer.seal()) as Sealed;
    everything = await linesOf({});
  });
  afterAll(async () => {
    await log.close();
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function linesOf(asked: Partial<BundleRequest>): Promise<Lines> {
    async function* all() {
      yield await log.readAll(0, 10_000);
    }
    const request: BundleRequest = {
      scope: { kind: 'everything', id: null },
      madeAt: '2026-11-21T03:04:05.678Z',
      verifierKeys: keys.verifierKeys,
      sealed,
      pinned: null,
      events: all(),
      disclosed: () => 'shown',
      ...asked,
    };
    const lines: string[] = [];
    for await (const line of bundleLines(trail, request)) lines.push(line.trimEnd());
    return lines;
  }

  /** The events of one stream, with a proof each. */
  const caseLines = async (asked: Partial<BundleRequest> = {}) => {
    async function* some() {
      yield await log.read(streamOf(3));
    }
    return await linesOf({ scope: { kind: 'inspection', id: streamOf(3).id }, events: some(), ...asked });
  };

  /** The page's answer, from its script alone; the page itself is tried below. */
  async function pageVerdict(lines: Lines, pin: Sealed | null): Promise<string> {
    const said = await page.verify(lines.join('\n'), verifierKey, pin?.note ?? null);
    return `${said.verdict}: ${said.lines[0]}`;
  }

  /** What the command says of these lines: right, altered, or neither. */
  async function verdict(lines: Lines, pin: Sealed | null = null): Promise<string> {
    const said = await commandVerdict(lines, pin);
    const beside = await pageVerdict(lines, pin);
    // Two programs that share nothing have to say the same.
    const kind = said.replace(/:.*/s, '').toLowerCase();
    return beside.startsWith(kind) ? said : `the command says ${said}, the page ${beside}`;
  }

  async function commandVerdict(lines: Lines, pin: Sealed | null): Promise<string> {
    try {
      await command.verifyBundle(lines, { keys: [command.readKey(verifierKey)], pinned: pin?.note ?? null });
      return 'right';
    } catch (error) {
      const refusal = error as Error;
      return `${refusal.constructor.name}: ${refusal.message}`;
    }
  }

  it('find nothing wrong with a bundle as it was exported', async () => {
    expect(await verdict(everything)).toBe('right');
    expect(await verdict(everything, pinned)).toBe('right');
    expect(await verdict(everything, sealed)).toBe('right');
    expect(await verdict(await caseLines())).toBe('right');
    expect(await verdict(await caseLines({ pinned: pinned.size }), pinned)).toBe('right');
  });

  const found = (attack: Attack, level: 'key' | 'pinned') =>
    attack.foundBy === 'key' || (attack.foundBy === 'pinned' && level === 'pinned');

  const columns = Object.keys(envelopeOf({ stream: {}, salt: new Uint8Array(), payload: '' } as StoredEvent));
  it.each([...attacks, ...columnAttacks(columns)])(
    `find or cannot find, as said, whoever $name ($foundBy)`,
    async (attack) => {
      const wrong: string[] = [];
      for (let seed = 1; seed <= tries; seed += 1) {
        const random = new SeededRandom(seed);
        const pick = (below: number) => random.between(0, below - 1);
        const tampered = attack.tamper(everything, { pick, stolen: keys, own, pinnedSize: pinned.size });
        expect(tampered).not.toEqual(everything);
        // What the key alone shows needs no second look.
        for (const level of attack.foundBy === 'key' ? (['key'] as const) : (['key', 'pinned'] as const)) {
          const said = await verdict(tampered, level === 'pinned' ? pinned : null);
          if (said.startsWith('Altered') !== found(attack, level)) wrong.push(`seed ${seed}, ${level}: ${said}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('name the first bad event of a case', async () => {
    const lines = await caseLines();
    const row = JSON.parse(lines[5] ?? '');
    const bent = lines.with(5, JSON.stringify({ ...row, payload: row.payload.replace('"data"', '"date"') }));
    expect(await verdict(bent)).toContain(`event ${row.index + 1} (line 6, `);
    const elsewhere = lines.with(5, JSON.stringify({ ...row, index: row.index + 1 }));
    expect(await verdict(elsewhere)).toMatch(/^Altered: event \d+ \(line 6/);
    expect(await verdict(lines.toSpliced(5, 1))).toMatch(/^Altered: the bundle was cut off/);
  });

  it('say what they could not see', async () => {
    const told = await caseLines({
      disclosed: ({ version }) => (version % 3 === 0 ? 'leaf-only' : version % 3 === 1 ? 'without-payload' : 'shown'),
    });
    const asked = { keys: [command.readKey(verifierKey)], pinned: null };
    expect(await command.verifyBundle(told, asked)).toMatchObject({ events: 16, withheld: 6, leafOnly: 5, gaps: 5 });
    // An event taken out of a case leaves a gap, and what follows the last one shown leaves none.
    const rows = await caseLines();
    const without = rows.toSpliced(6, 1).with(-1, JSON.stringify({ end: { events: 15 } }));
    expect(await command.verifyBundle(without, asked)).toMatchObject({ events: 15, gaps: 1 });
  });

  it('need a proof of growth for a kept checkpoint', async () => {
    expect(await verdict(await caseLines(), pinned)).toMatch(/^Uncheckable: .*\?pinned=40/);
    const lines = await caseLines({ pinned: pinned.size });
    const growth = JSON.parse(lines[2] ?? '');
    const bent = { ...growth.consistency, hashes: growth.consistency.hashes.slice(1) };
    expect(await verdict(lines.with(2, JSON.stringify({ consistency: bent })), pinned)).toMatch(/^Altered/);
  });

  it.each([
    ['', /^Uncheckable/],
    ['{}', /^Uncheckable: this is no bundle/],
    ['null', /^Altered/],
    ['\u0000', /^Altered/],
  ])('make nothing of %j', async (line, said) => {
    expect(await verdict(line === '' ? [] : [line])).toMatch(said);
  });

  describe('as a command', () => {
    const run = (...args: readonly string[]) => {
      const { status, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
      return { status, told: stdout };
    };
    const file = async (name: string, text: string) => {
      const place = path.join(folder, name);
      await writeFile(place, text);
      return place;
    };

    it('answers 0, and says what was not checked', async () => {
      const bundle = await file('good', `${everything.join('\n')}\n`);
      const alone = run(bundle, '--key', verifierKey);
      expect(alone.status).toBe(0);
      expect(alone.told).toMatch(/^ĐÚNG: 80 sự kiện/);
      expect(alone.told).toContain('NOT checked: whether the log was rewritten');
      const kept = run(
        bundle,
        '--key',
        await file('key', `# mine\n${verifierKey}\n`),
        '--pinned',
        await file('pin', pinned.note),
      );
      expect(kept.status).toBe(0);
      expect(kept.told).toContain('The log begins with the checkpoint you kept (40 events).');
    });

    it('answers 1 and names the event, when a character has changed', async () => {
      const row = everything[10] ?? '';
      const at = row.indexOf('"payload":"') + 60;
      const bent = row.slice(0, at) + (row[at] === 'a' ? 'b' : 'a') + row.slice(at + 1);
      const { status, told } = run(
        await file('bad', `${everything.with(10, bent).join('\n')}\n`),
        '--key',
        verifierKey,
      );
      expect([status, told]).toEqual([1, expect.stringContaining('event 9 (line 11')]);
    });

    it('answers 2 to what it cannot check', async () => {
      expect(run().status).toBe(2);
      expect(run(path.join(folder, 'none'), '--key', verifierKey).status).toBe(2);
      expect(run(await file('good', everything.join('\n')), '--key', 'nonsense').status).toBe(2);
      expect(run(await file('text', 'Kính gửi'), '--key', verifierKey).status).toBe(1);
    });
  });

  it('are there as a page that needs no server and no network, at hand and at a desk', async () => {
    const place = async (name: string, text: string) => {
      const file = path.join(folder, name);
      await writeFile(file, text);
      return file;
    };
    const good = await place('page-good.ndjson', `${everything.join('\n')}\n`);
    const bad = await place(
      'page-bad.ndjson',
      `${everything.with(10, (everything[10] ?? '').replace('"data', '"dat4')).join('\n')}\n`,
    );
    const pin = await place('page-pin', pinned.note);
    const browser = await launchBrowser();
    try {
      for (const viewport of [
        { width: 360, height: 800 },
        { width: 1366, height: 768 },
      ]) {
        const context = await browser.newContext({ viewport, offline: true });
        const tab = await context.newPage();
        const asked: string[] = [];
        tab.on('request', (request) => asked.push(request.url()));
        await tab.goto(pathToFileURL(pageFile).href);
        const verdictOf = async (bundle: string, kept: string | null) => {
          await tab.setInputFiles('[name=bundle]', bundle);
          await tab.fill('[name=key]', verifierKey);
          await tab.setInputFiles('[name=pinned]', kept === null ? [] : kept);
          await tab.click('button');
          await tab.waitForSelector('output h2');
          return (await tab.textContent('output')) ?? '';
        };
        expect(await verdictOf(good, null)).toMatch(/^ĐÚNG.*80 sự kiện.*KHÔNG kiểm: sổ có bị viết lại/s);
        expect(await verdictOf(good, pin)).toMatch(/Sổ bắt đầu đúng bằng điểm niêm phong đã giữ/);
        expect(await verdictOf(bad, null)).toMatch(/^SAI.*sự kiện 9 \(dòng 11/s);
        const wide = await tab.evaluate('document.documentElement.scrollWidth');
        expect(wide).toBeLessThanOrEqual(viewport.width);
        expect(asked).toEqual([pathToFileURL(pageFile).href]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
});
