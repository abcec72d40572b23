import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SeededRandom } from '@soat/api/demo/random.js';
import type { StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import type { BundleRequest } from '@soat/api/platform/trail/bundle.js';
import { envelopeOf } from '@soat/api/platform/trail/leaf.js';
import type { Sealed } from '@soat/api/platform/trail/trail-store.js';
import { launchBrowser } from '../support/browser.js';
import { attacks, columnAttacks, type Lines } from './attacks.js';
import { attacked, exported } from './mutations.js';
import { digestOf, openSealedLog, type SealedLog, streamOf } from './sealed-log.js';
import { asBytes, pageFile, program, Verifiers } from './verdicts.js';

jest.setTimeout(120_000);

/** How often each attack is tried, at places of its own; `npm run mutations` asks for more. */
const tries = 50;
const seeds = Array.from({ length: tries }, (_, index) => index + 1);

describe('the verifiers', () => {
  let log: SealedLog;
  let verifiers: Verifiers;
  let folder: string;
  let verifierKey: string;
  let everything: Lines;
  const verdict = (lines: Lines, pin: Sealed | null = null) => verifiers.verdict(lines, pin);
  const linesOf = (asked: Partial<BundleRequest>) => log.linesOf(asked);

  beforeAll(async () => {
    log = await openSealedLog();
    everything = log.everything;
    verifierKey = log.keys.verifierKeys[0] ?? '';
    verifiers = await Verifiers.load(verifierKey);
    folder = await mkdtemp(path.join(tmpdir(), 'soat-verify-'));
  });
  afterAll(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A folder with two declared files, two that were altered (by their name, by the digest in it), and one nobody knows of. */
  async function evidenceFolder(): Promise<string> {
    const place = await mkdtemp(path.join(folder, 'evidence-'));
    await mkdir(path.join(place, 'more'));
    const files = {
      'named otherwise': 'a11',
      'more/Ảnh 13.jpg': 'a13',
      'Ảnh 1013.jpg': 'a1013, bent',
      [`${digestOf('a1011')}.pdf`]: 'a1011, bent',
      unknown: 'unknown',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(place, name), content);
    return place;
  }

  const lineOf = (lines: Lines, index: number) => lines.findIndex((line) => line.startsWith(`{"index":${index},`));

  /** The events of one stream, with a proof each. */
  const caseLines = async (asked: Partial<BundleRequest> = {}) => {
    async function* some() {
      yield await log.store.read(streamOf(0));
    }
    return await linesOf({ scope: { kind: 'inspection', id: streamOf(0).id }, events: some(), ...asked });
  };

  it('find nothing wrong with a bundle as it was exported', async () => {
    expect(await verdict(everything)).toBe('right');
    expect(await verdict(everything, log.pinned)).toBe('right');
    expect(await verdict(everything, log.sealed)).toBe('right');
    expect(await verdict(await caseLines())).toBe('right');
    expect(await verdict(await caseLines({ pinned: log.pinned.size }), log.pinned)).toBe('right');
  });

  const columns = Object.keys(envelopeOf({ stream: {}, salt: new Uint8Array(), payload: '' } as StoredEvent));
  it.each([...attacks, ...columnAttacks(columns)])(
    `find or cannot find, as said, whoever $name ($foundBy), at ${tries} places`,
    async (attack) => {
      expect((await attacked(attack, log, verifiers, seeds)).wrong).toEqual([]);
    },
  );

  it(`cry wolf at none of ${tries} clean bundles, of any scope, size and disclosure`, async () => {
    expect((await exported(log, verifiers, seeds)).wrong).toEqual([]);
  });

  it('read a line the fast way as they read it the slow way, however it was bent', () => {
    const lines = everything.slice(2).map((line) => Buffer.from(line));
    // What JSON and UTF-8 are made of, and what is neither.
    const pieces = [
      '"',
      '\\',
      '\\"',
      '\\\\',
      '\\n',
      '\\u00e9',
      '\\u',
      '{',
      '}',
      ',',
      ':',
      ' ',
      '\u0001',
      'é',
      '“',
      '\u00a0',
      '0',
      'x',
    ].map((piece) => Buffer.from(piece));
    const slowly = (line: Buffer): unknown => {
      try {
        return JSON.parse(line.toString('utf8'));
      } catch {
        return null;
      }
    };
    const plain = (value: unknown): unknown => {
      if (typeof value === 'string') return Buffer.from(value, 'latin1').toString('utf8');
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [plain(name), plain(inner)]));
    };
    const random = new SeededRandom(1);
    let read = 0;
    for (const _ of Array.from({ length: tries * 100 })) {
      let line = random.pick(lines);
      for (const _ of Array.from({ length: random.between(1, 3) })) {
        const at = random.between(0, line.length - 1);
        const dropped = random.between(0, 2);
        line = Buffer.concat([line.subarray(0, at), random.pick(pieces), line.subarray(at + dropped)]);
      }
      // Cut through a character it is no UTF-8 any more, and is refused before it is read.
      if (!isUtf8(line)) continue;
      const { row, encoding } = verifiers.command.readLine(line);
      const slow = slowly(line);
      expect(encoding === 'latin1' ? plain(row) : row).toEqual(slow);
      if (slow !== null) read += 1;
    }
    expect(read).toBeGreaterThan(tries * 10);
  });

  it('refuse what is no UTF-8, and salts that are no digits', async () => {
    const at = lineOf(everything, 8);
    const bytes = asBytes(everything);
    const bent = bytes.with(
      at,
      Buffer.concat([bytes[at]?.subarray(0, -2) ?? Buffer.alloc(0), Buffer.of(0xc3, 0x22, 0x7d)]),
    );
    const asked = { keys: [verifiers.command.readKey(verifierKey)], pinned: null };
    expect(() => verifiers.command.verifyBundle(bent, asked)).toThrow(`line ${at + 1} is not UTF-8`);
    const file = new Blob(bent.flatMap((line) => [new Uint8Array(line), '\n']));
    expect(await verifiers.page.verify(file, verifierKey, null)).toMatchObject({ verdict: 'altered' });
    const row = JSON.parse(everything[at] ?? '');
    for (const salt of [`zz${row.salt.slice(2)}`, row.salt.toUpperCase(), `${row.salt}0`, 7])
      expect(await verdict(everything.with(at, JSON.stringify({ ...row, salt })))).toMatch(/^Altered/);
  });

  it('list each file that is declared, and none of those in payloads they do not see', async () => {
    const files = (lines: Lines) => lines.filter((line) => line.startsWith('{"evidence"'));
    expect(files(everything)).toHaveLength(32);
    const { evidence } = verifiers.report(everything);
    expect(
      [...evidence].flatMap(([sha256, { positions }]) => positions.map((position) => `${sha256} ${position}`)),
    ).toEqual(
      files(everything).map((line) => {
        const listed = JSON.parse(line).evidence;
        return `${listed.sha256} ${listed.index + 1}`;
      }),
    );
    expect(files(await caseLines({ disclosed: () => 'without-payload' }))).toEqual([]);
  });

  it('say in Vietnamese, in the file itself, which checkpoint it is, how it is verified, and what that does not tell', async () => {
    const { readMe } = JSON.parse(everything[0] ?? '');
    const vi = readMe.vi.join('\n');
    const [, size, root] = log.sealed.note.split('\n');
    for (const said of [
      'test.example/log',
      `${size} sự kiện`,
      root,
      'verify.html',
      '--key',
      '--pinned',
      '--evidence',
      'Không cho biết',
    ])
      expect(vi).toContain(said);
    expect(readMe.en).toHaveLength(readMe.vi.length);
  });

  it('name the first bad event of a case', async () => {
    const lines = await caseLines();
    const row = JSON.parse(lines[5] ?? '');
    const bent = lines.with(5, JSON.stringify({ ...row, payload: row.payload.replace('"data"', '"date"') }));
    expect(await verdict(bent)).toContain(`event ${row.index + 1} (line 6, `);
    const elsewhere = lines.with(5, JSON.stringify({ ...row, index: row.index + 1 }));
    expect(await verdict(elsewhere)).toMatch(/^Altered: event \d+ \(line 6/);
    expect(await verdict(lines.toSpliced(5, 1))).toMatch(
      /^Altered: event \d+ \(line 6, .*: 1 missing before it: number 3 /,
    );
    expect(await verdict(lines.slice(0, -1))).toMatch(/^Altered: the bundle was cut off/);
  });

  it('say what they could not see', async () => {
    const told = await caseLines({
      disclosed: ({ version }) => (version % 3 === 0 ? 'leaf-only' : version % 3 === 1 ? 'without-payload' : 'shown'),
    });
    expect(verifiers.report(told)).toMatchObject({ events: 16, withheld: 6, leafOnly: 5 });
  });

  describe('count what is missing between the events of a case', () => {
    /** Its event of this number, in a file. */
    const placeOf = (lines: Lines, version: number, of = streamOf(0)) =>
      lines.findIndex((line) => line.includes(`\\"version\\":${version}}`) && line.includes(of.id));
    /** Without some lines, and the files listed behind them; the end counts right. */
    const cut = (lines: Lines, ...places: readonly number[]): Lines => {
      const indexes = places.map((at) => JSON.parse(lines[at] ?? '').index);
      const left = lines.filter((line) => {
        const { index, evidence } = JSON.parse(line);
        return !indexes.includes(index ?? evidence?.index);
      });
      const events = left.filter((line) => line.startsWith('{"index"')).length;
      return left.with(-1, JSON.stringify({ end: { events } }));
    };

    it('and name the case and the numbers', async () => {
      const lines = await caseLines();
      const { id } = streamOf(0);
      expect(await verdict(cut(lines, placeOf(lines, 7)))).toMatch(
        new RegExp(`^Altered: event .* of inspection ${id}\\): 1 missing before it: number 7 of its stream`),
      );
      expect(await verdict(cut(lines, ...[1, 2, 3].map((version) => placeOf(lines, version))))).toMatch(
        /: 3 missing before it: numbers 1 to 3 of its stream/,
      );
      const page = await verifiers.page.verify(new Blob([cut(lines, placeOf(lines, 7)).join('\n')]), verifierKey, null);
      expect(page).toEqual({
        verdict: 'altered',
        lines: [expect.stringMatching(new RegExp(`^thiếu sự kiện số 7–7 của inspection ${id} trước sự kiện`))],
      });
    });

    it('each withheld event for one of them, and only where it stands', async () => {
      // Of two cases that were recorded in turns, two in the midst of the first and the last eight of the other are withheld.
      const [one, other] = [streamOf(0), streamOf(1)];
      async function* both() {
        const all = await log.store.readAll(0, 10_000);
        yield all.filter(({ stream }) => [one.id, other.id].includes(stream.id));
      }
      const lines = await linesOf({
        scope: { kind: 'unit', id: one.id },
        events: both(),
        disclosed: ({ stream, version }) =>
          (stream.id === one.id ? [6, 7].includes(version) : version > 8) ? 'leaf-only' : 'shown',
      });
      expect(await verdict(lines)).toBe('right');
      // Those of the first are taken by its own gap.
      for (const version of [2, 5, 10, 15])
        expect(await verdict(cut(lines, placeOf(lines, version)))).toMatch(/^Altered: .* missing before it/);
      expect(await verdict(cut(lines, placeOf(lines, 7, other)))).toMatch(
        /^Altered: .*: 1 missing before it: number 7/,
      );
      // The withheld end of the other case could stand for what is cut out around it: listed as what cannot be found.
      expect(await verdict(cut(lines, placeOf(lines, 13)))).toBe('right');
    });
  });

  it('say first what the file says of itself, and that this is its own word', async () => {
    const tell = async (lines: Lines) => {
      const { lines: page } = await verifiers.page.verify(new Blob([lines.join('\n')]), verifierKey, null);
      const place = path.join(folder, 'claim');
      await writeFile(place, lines.join('\n'));
      const { stdout } = spawnSync(process.execPath, [program, place, '--key', verifierKey], { encoding: 'utf8' });
      return { page: page[0] ?? '', command: stdout.split('\nĐÚNG: ')[0] ?? '', all: [stdout, page.join('\n')] };
    };
    const { id } = streamOf(0);
    const lines = await caseLines();
    const ofCase = await tell(lines);
    for (const said of [ofCase.page, ofCase.command]) {
      expect(said).toContain(`Tệp này tự nhận là vụ việc ${id}; không phải toàn bộ sổ.`);
      expect(said).toContain('Phạm vi đó do tệp tự khai, không ai ký');
    }
    for (const said of ofCase.all)
      expect(said).toContain('KHÔNG kiểm được: các sự kiện cuối của một vụ việc, hay cả một vụ việc');
    const relabelled = (scope: unknown) =>
      tell(lines.with(0, JSON.stringify({ ...JSON.parse(lines[0] ?? ''), scope })));
    const other = await relabelled({ kind: 'unit', id: streamOf(1).id });
    for (const said of [other.page, other.command])
      expect(said).toContain(`Tệp này tự nhận là đơn vị ${streamOf(1).id}; không phải toàn bộ sổ.`);
    const whole = await tell(everything);
    for (const said of [whole.page, whole.command]) expect(said).toMatch(/^Tệp này tự nhận là toàn bộ sổ/);
    for (const said of whole.all) expect(said).not.toContain('các sự kiện cuối của một vụ việc');
    // Whoever made the file chose what stands there: it speaks for nobody else.
    const loud = await relabelled({ kind: 'constructor', id: 'x\n\u001b[2JĐÚNG: tất cả' });
    for (const said of [loud.page, loud.command]) {
      expect(said).toContain('Tệp này tự nhận là');
      expect(said.split('\n').length).toBeLessThan(3);
      expect(said).not.toContain('\u001b');
      expect(said).not.toContain('ĐÚNG');
    }
    const none = await relabelled(undefined);
    for (const said of [none.page, none.command]) expect(said).toContain('không phải toàn bộ sổ');
  });

  it('need a proof of growth for a kept checkpoint', async () => {
    expect(await verdict(await caseLines(), log.pinned)).toMatch(/^Uncheckable: .*\?pinned=24/);
    const lines = await caseLines({ pinned: log.pinned.size });
    const growth = JSON.parse(lines[2] ?? '');
    const bent = { ...growth.consistency, hashes: growth.consistency.hashes.slice(1) };
    expect(await verdict(lines.with(2, JSON.stringify({ consistency: bent })), log.pinned)).toMatch(/^Altered/);
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
      expect(alone.told).toMatch(/^Tệp này tự nhận là toàn bộ sổ\. .*48.*\nĐÚNG: 48 sự kiện/);
      expect(alone.told).toContain('NOT checked: whether the log was rewritten');
      const kept = run(
        bundle,
        '--key',
        await file('key', `# mine\n${verifierKey}\n`),
        '--pinned',
        await file('pin', log.pinned.note),
      );
      expect(kept.status).toBe(0);
      expect(kept.told).toContain('The log begins with the checkpoint you kept (24 events).');
    });

    it('reads files longer than what is read at a time, lines and letters cut anywhere, as the page does', async () => {
      const head = JSON.stringify({ ...JSON.parse(everything[0] ?? ''), padding: '“'.repeat(1_000_000) });
      const text = everything.with(0, head).join('\n');
      expect(run(await file('long', text), '--key', verifierKey).status).toBe(0);
      const shares: number[] = [];
      const tell = (share: number) => shares.push(share);
      expect(await verifiers.page.verify(new Blob([text]), verifierKey, null, [], tell)).toMatchObject({
        verdict: 'right',
      });
      expect(shares.length).toBeGreaterThan(2);
      expect(shares.at(-1)).toBe(1);
    });

    it('says which evidence files are as declared, which were altered, and which are missing', async () => {
      const evidence = await evidenceFolder();
      const { status, told } = run(
        await file('good', everything.join('\n')),
        '--key',
        verifierKey,
        '--evidence',
        evidence,
      );
      expect(status).toBe(1);
      expect(told).toContain(
        'Tệp bằng chứng: khai 32; đúng 2, bị sửa 2, thiếu 28. Trong thư mục còn 1 tệp khác, không kiểm.',
      );
      expect(told).toMatch(/BỊ SỬA: \S+Ảnh 1013\.jpg không phải tệp mà sự kiện 28 đã khai/);
      expect(told).toMatch(/BỊ SỬA: \S+\.pdf không phải tệp mà sự kiện/);
      expect(told).toMatch(/Thiếu: Ảnh 21\.jpg [0-9a-f]{64}, sự kiện 6\./);
      await rm(path.join(evidence, 'Ảnh 1013.jpg'));
      await rm(path.join(evidence, `${digestOf('a1011')}.pdf`));
      expect(run(await file('good', everything.join('\n')), '--key', verifierKey, '--evidence', evidence).status).toBe(
        0,
      );
    });

    it('answers 1 and names the event, when a character has changed', async () => {
      const ninth = lineOf(everything, 8);
      const row = everything[ninth] ?? '';
      const at = row.indexOf('"payload":"') + 60;
      const bent = row.slice(0, at) + (row[at] === 'a' ? 'b' : 'a') + row.slice(at + 1);
      const { status, told } = run(
        await file('bad', `${everything.with(ninth, bent).join('\n')}\n`),
        '--key',
        verifierKey,
      );
      expect([status, told]).toEqual([1, expect.stringContaining(`event 9 (line ${ninth + 1}`)]);
    });

    describe('on a file so long that threads share it', () => {
      /**
       * The same bundle with spaces where JSON lets them stand: every eighth line ends where a slice does, or a byte before or behind,
       * and one is longer than a slice.
       */
      const long = (lines: Lines) => {
        const slice = 2 ** 19;
        const lengths = lines.map((line) => Buffer.byteLength(line) + 1);
        const begin = (lengths[0] ?? 0) + (lengths[1] ?? 0);
        let end = 0;
        return lines.map((line, at) => {
          const bare = end + (lengths[at] ?? 0);
          const over = (((at >> 3) % 3) - 1 + begin - bare) % slice;
          const spaces = at < 2 ? 0 : at === 30 ? 10.5 * slice : at % 8 === 3 ? (over + slice) % slice : at * 97;
          end = bare + spaces;
          return at < 2 ? line : line.replace('{', `{${' '.repeat(spaces)}`);
        });
      };
      const bent = (lines: Lines, index: number) => {
        const at = lineOf(lines, index);
        return lines.with(at, (lines[at] ?? '').replace('\\"data', '\\"dat4'));
      };

      it('answers as it does alone', async () => {
        const bundle = await file('long-good', `${long(everything).join('\n')}\n\n`);
        // Tells of each thread that is started.
        const watch = `import threads from 'node:worker_threads'; import { syncBuiltinESMExports } from 'node:module';
          const { Worker } = threads;
          threads.Worker = class extends Worker { constructor(...given) { super(...given); process.stderr.write('started\\n'); } };
          syncBuiltinESMExports();`;
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, program, bundle, '--key', verifierKey],
          { encoding: 'utf8' },
        );
        const alone = run(await file('good', `${everything.join('\n')}\n`), '--key', verifierKey);
        expect([status, stdout]).toEqual([0, alone.told]);
        expect(stderr).toBe('started\n'.repeat(Math.min(availableParallelism(), 4) - 1));
      });

      it.each<[string, (lines: Lines) => Lines]>([
        ['of two events the first', (lines) => bent(bent(lines, 40), 5)],
        ['the last event', (lines) => bent(lines, 47)],
        ['an event before a line that is none', (lines) => bent(lines, 30).with(-2, '{')],
        ['what is missing', (lines) => lines.toSpliced(lineOf(lines, 20), 1)],
        ['what stands there twice', (lines) => lines.toSpliced(lineOf(lines, 33), 0, lines[lineOf(lines, 32)] ?? '')],
        ['what was cut off', (lines) => lines.slice(0, -1)],
      ])('names %s as it does alone', async (_, tamper) => {
        const tampered = long(tamper(everything));
        const said = (await verdict(tampered)).replace('Altered: ', '');
        const { status, told } = run(await file('long-bad', `${tampered.join('\n')}\n`), '--key', verifierKey);
        expect([status, told]).toEqual([1, `SAI: đã bị sửa đổi. / ALTERED.\n${said}\n`]);
      });
    });

    it('checks by whatever way it is called', async () => {
      const link = path.join(folder, 'verify-linked.mjs');
      await symlink(program, link);
      const { status, stdout } = spawnSync(process.execPath, [link], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([2, expect.stringContaining('usage: verify BUNDLE')]);
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
    const ninth = lineOf(everything, 8);
    const bent = (everything[ninth] ?? '').replace('"data', '"dat4');
    const bad = await place('page-bad.ndjson', `${everything.with(ninth, bent).join('\n')}\n`);
    const pin = await place('page-pin', log.pinned.note);
    const held = await evidenceFolder();
    const names = await readdir(held, { recursive: true });
    const files = names.filter((name) => name !== 'more').map((name) => path.join(held, name));
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
        const verdictOf = async (bundle: string, kept: string | null, evidence: readonly string[] = []) => {
          await tab.setInputFiles('[name=bundle]', bundle);
          await tab.setInputFiles('[name=evidence]', evidence);
          await tab.fill('[name=key]', verifierKey);
          await tab.setInputFiles('[name=pinned]', kept === null ? [] : kept);
          await tab.click('button');
          await tab.waitForSelector('output h2');
          return (await tab.textContent('output')) ?? '';
        };
        expect(await verdictOf(good, null)).toMatch(/^ĐÚNG.*48 sự kiện.*KHÔNG kiểm: sổ có bị viết lại/s);
        expect(await verdictOf(good, pin)).toMatch(/Sổ bắt đầu đúng bằng điểm niêm phong đã giữ/);
        expect(await verdictOf(bad, null)).toMatch(new RegExp(`^SAI.*sự kiện 9 \\(dòng ${ninth + 1}`, 's'));
        expect(await verdictOf(good, null, files)).toMatch(
          /^SAI.*khai 32; đúng 2, bị sửa 2, thiếu 28; tệp khác, không kiểm: 1\..*BỊ SỬA/s,
        );
        expect(
          await verdictOf(
            good,
            null,
            files.filter((name) => !/1013|pdf/.test(name)),
          ),
        ).toMatch(/^ĐÚNG.*đúng 2, bị sửa 0/s);
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
