import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { communeId } from '@soat/api/demo/cast.js';
import { unzip } from '@soat/api/inspections/zip.js';
import { type EventInWords, searchWords } from '@soat/domain';
import pg from 'pg';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { modulesOfPng, readQrCode } from '../support/qr-reader.js';
import { type Client, type Service, startService } from '../support/service.js';

jest.setTimeout(60_000);

async function tokenOf(origin: string, personId: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  return (await response.json()).token;
}

interface Listed extends EventInWords {
  readonly unitName: string | null;
  readonly caseNumber: string | null;
  readonly actorName: string | null;
}
interface Events {
  readonly data: readonly Listed[];
  readonly page: { readonly next: string | null };
}

const ward = communeId(31783);

describe('the audit history over HTTP', () => {
  let service: Service;
  let yen: Client;
  let mai: Client;
  let hai: Client;
  let everything: readonly Listed[];
  beforeAll(async () => {
    service = await startService();
    yen = await service.as('yen');
    mai = await service.as('mai');
    hai = await service.as('hai');
    everything = await all(yen, '');
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
  });

  /** Every page of a history. */
  async function all(who: Client, query: string): Promise<readonly Listed[]> {
    const rows: Listed[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { status, body }: { readonly status: number; readonly body: Events } = await who.get<Events>(
        `events?limit=200&${query}${next && `&cursor=${next}`}`,
      );
      expect([status, body]).toEqual([200, expect.anything()]);
      rows.push(...body.data);
      next = body.page.next;
    }
    return rows;
  }

  it('has every event of the log, the newest first, in words', async () => {
    const { body } = await yen.get<Events>('events?limit=1');
    expect(everything[0]).toEqual(body.data[0]);
    expect(everything.map(({ position }) => position)).toEqual(everything.map((_, index) => everything.length - index));
    expect(everything.every(({ sentenceVi, unitName }) => sentenceVi !== '' && unitName !== null)).toBe(true);
    expect(everything.some(({ caseNumber }) => caseNumber !== null)).toBe(true);
  });

  it('narrows by each filter to just the events that fit', async () => {
    const some = everything.find(({ type }) => type === 'FindingRecorded');
    const about = everything.find(({ recommendationId }) => recommendationId !== null);
    if (!some || !about?.recommendationId) throw new Error('the demo has no finding');
    const day = some.recordedAt.slice(0, 10);
    const inDay = (from: string, to: string) => (at: string) =>
      at >= new Date(`${from}T00:00:00+07:00`).toISOString() &&
      at <= new Date(`${to}T23:59:59.999+07:00`).toISOString();
    const cases: readonly (readonly [string, (row: Listed) => boolean])[] = [
      [`unitId=${ward}`, (row) => row.unitId === ward],
      [`actor=${some.actor}`, (row) => row.actor === some.actor],
      ['role=system', (row) => row.role === 'system'],
      ['type=FindingRecorded', (row) => row.type === 'FindingRecorded'],
      [`inspectionId=${some.inspectionId}`, (row) => row.inspectionId === some.inspectionId],
      [`recommendationId=${about.recommendationId}`, (row) => row.recommendationId === about.recommendationId],
      [`recordedFrom=${day}&recordedTo=${day}`, (row) => inDay(day, day)(row.recordedAt)],
      [`recordedTo=${some.recordedAt}`, (row) => row.recordedAt <= some.recordedAt],
      [`recordedFrom=${some.recordedAt}`, (row) => row.recordedAt >= some.recordedAt],
      [`occurredFrom=${day}&occurredTo=${day}`, (row) => inDay(day, day)(row.occurredAt)],
      [
        `unitId=${ward}&type=FindingRecorded&role=${some.role}&occurredTo=${day}`,
        (row) =>
          row.unitId === ward &&
          row.type === 'FindingRecorded' &&
          row.role === some.role &&
          inDay('1900-01-01', day)(row.occurredAt),
      ],
    ];
    for (const [query, fits] of cases) {
      const expected = everything.filter(fits).map(({ eventId }) => eventId);
      expect([query, expected.length > 0]).toEqual([query, true]);
      expect([query, (await all(yen, query)).map(({ eventId }) => eventId)]).toEqual([query, expected]);
    }
    expect(await all(yen, `unitId=${uuidv7()}`)).toEqual([]);
    expect(await all(yen, 'recordedFrom=2099-01-01')).toEqual([]);
  });

  it('has first of what happened by a day what was recorded after it', async () => {
    const day = 24 * 60 * 60 * 1_000;
    const occurredAt = new Date(service.clock.nowMs() - 5 * day).toISOString();
    const owing = await mai.get<{ readonly data: readonly { readonly id: string }[] }>(
      'recommendations?show=owing&limit=1',
    );
    const { status, body } = await mai.post<{ readonly eventIds: readonly string[]; readonly position: number }>(
      `recommendations/${owing.body.data[0]?.id}/obstacles`,
      { note: 'Chờ cấp kinh phí', occurredAt },
    );
    expect([status, body]).toEqual([200, expect.anything()]);
    const on = new Date(Date.parse(occurredAt) + 7 * 60 * 60 * 1_000).toISOString().slice(0, 10);
    const found = await all(yen, `occurredTo=${on}&atLeast=${body.position}`);
    expect(found[0]).toMatchObject({ eventId: body.eventIds[0], occurredAt });
    const before = everything.filter((row) => row.occurredAt <= new Date(`${on}T23:59:59.999+07:00`).toISOString());
    expect(before.length).toBeGreaterThan(100);
    expect(found.slice(1)).toEqual(before);
    const paged = await yen.get<Events>(`events?occurredTo=${on}&limit=1&atLeast=${body.position}`);
    const next = await yen.get<Events>(`events?occurredTo=${on}&limit=1&cursor=${paged.body.page.next}`);
    expect([...paged.body.data, ...next.body.data]).toEqual(found.slice(0, 2));
    everything = await all(yen, '');
  });

  it('finds words with and without diacritics, of the sentence and of what was written, the last one begun', async () => {
    for (const q of ['niêm yết', 'NIEM YET', 'yet niem', 'niem ye', 'niem+yế']) {
      const found = await all(yen, `q=${encodeURIComponent(q).replaceAll('%2B', '+')}`);
      expect([q, found.length > 0]).toEqual([q, true]);
    }
    const exact = await all(yen, 'q=niem yet');
    const said = everything.filter(({ sentenceVi }) => /niêm yết/i.test(sentenceVi));
    expect(said.length).toBeGreaterThan(0);
    expect(exact.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(said.map(({ eventId }) => eventId)));
    expect(await all(yen, 'q=khongcotunay')).toEqual([]);
    expect(await all(yen, 'q=%26%7C!')).toEqual([]);
    for (const odd of ["a'b\\:*", "' & | !", '\\'])
      for (const query of [`q=${encodeURIComponent(odd)}`, `role=system&actor=${encodeURIComponent(odd)}`])
        expect([query, await all(yen, query)]).toEqual([query, []]);
  });

  it('shows each person what the units’ timelines show, and nothing else', async () => {
    const seen = await all(mai, '');
    const timeline: Listed[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: { readonly body: Events } = await mai.get<Events>(
        `units/${ward}/timeline?limit=200${next && `&cursor=${next}`}`,
      );
      timeline.push(...page.body.data);
      next = page.body.page.next;
    }
    expect(timeline.length).toBeGreaterThan(10);
    expect(seen.map(({ eventId }) => eventId)).toEqual(timeline.map(({ eventId }) => eventId));
    expect(await all(mai, `unitId=${everything.find(({ unitId }) => unitId !== ward)?.unitId}`)).toEqual([]);
    expect((await all(hai, '')).length).toBeLessThan(everything.length);
    expect((await (await service.as('admin')).get('events')).status).toBe(403);
  });

  describe('of one event', () => {
    interface Shown extends Listed {
      readonly data: Readonly<Record<string, unknown>> | null;
      readonly changes: readonly { readonly path: string; readonly labelVi: string; readonly after: unknown }[];
      readonly causation: readonly Listed[];
      readonly consequences: readonly Listed[];
      readonly leaf: string;
      readonly isSealed: boolean;
    }
    const one = (wanted: (row: Listed) => boolean): Listed => {
      const found = everything.find(wanted);
      if (!found) throw new Error('the demo has no such event');
      return found;
    };
    const show = async (who: Client, { eventId }: Pick<Listed, 'eventId'>) => await who.get<Shown>(`events/${eventId}`);

    it('says what it is in words, what it changed and where it stands in the trail', async () => {
      const found = one(({ type }) => type === 'FindingRecorded');
      const { status, body } = await show(yen, found);
      expect([status, body]).toEqual([200, expect.objectContaining(found)]);
      expect(body.changes.find(({ path }) => /^\/findings\/[^/]+\/condition$/.test(path))).toEqual({
        path: expect.anything(),
        labelVi: expect.stringMatching(/^Tồn tại · TT-\d+ · hiện trạng$/),
        labelEn: expect.anything(),
        before: null,
        after: body.data?.condition,
      });
      expect(body.changes.every(({ path }) => /^\/(findings|status|evidence)/.test(path))).toBe(true);
      expect(Buffer.from(body.leaf, 'base64')).toHaveLength(32);
      // Sealed within a second of the telling.
      expect(body.isSealed).toBe(true);
    });

    it('leads back to its root and on to what it brought about', async () => {
      const noted = one(({ type }) => type === 'FollowUpStarted');
      const { body } = await show(yen, noted);
      const issued = body.causation.at(-1);
      expect(issued).toMatchObject({ type: 'RecommendationIssued', recommendationId: noted.recommendationId });
      if (!issued) throw new Error('nothing led to it');
      const back = await show(yen, issued);
      expect(back.body.consequences.map(({ eventId }) => eventId)).toContain(noted.eventId);
      expect(everything.find(({ eventId }) => eventId === issued.eventId)).toEqual(issued);
    });

    it('keeps from a reader what the history keeps, and what an event carries from who is not on the case', async () => {
      const hidden = one(({ type, unitId }) => type === 'InspectionOrdered' && unitId !== ward);
      for (const who of [mai]) expect((await show(who, hidden)).status).toBe(404);
      expect((await yen.get(`events/${uuidv7()}`)).status).toBe(404);
      const seen = await all(hai, '');
      const programme = seen.find(({ streamCategory }) => streamCategory === 'programme');
      if (!programme) throw new Error('the demo has no programme');
      expect((await show(hai, programme)).body).toMatchObject({ data: null, changes: [] });
      expect((await show(yen, programme)).body.data).not.toBeNull();
      // Nor is it told by what finds it: a word of the papers finds the event for who may read them, and for nobody else.
      const said = new Set(searchWords(programme.sentenceVi, programme.sentenceEn));
      const texts = JSON.stringify((await show(yen, programme)).body.data).matchAll(/"text":"([^"]*)"/g);
      const papers = searchWords(...Array.from(texts, ([, text = '']) => text));
      const word = papers.find((each) => /^[a-z]{4,}$/.test(each) && !said.has(each));
      const finds = async (who: Client) =>
        (await all(who, `type=${programme.type}&q=${word}`)).some(({ eventId }) => eventId === programme.eventId);
      expect([word, await finds(yen), await finds(hai)]).toEqual([word, true, false]);
      const own = one(({ type, unitId }) => type === 'RecommendationIssued' && unitId === ward);
      expect((await show(mai, own)).body.changes.length).toBeGreaterThan(0);
    });
  });

  describe('as a file', () => {
    const wanted = `unitId=${ward}`;
    const expected = () => everything.filter(({ unitId }) => unitId === ward);
    const fetched = async (who: Client, query: string) => {
      const answer = await who.get<string>(`events?${query}`);
      return { ...answer, type: answer.headers.get('content-type'), as: answer.headers.get('content-disposition') };
    };

    it('of lines of JSON has the checkpoint, every event that fits, and an end', async () => {
      const { status, type, as, body } = await fetched(yen, `${wanted}&format=ndjson`);
      expect([status, type, as]).toEqual([
        200,
        'application/x-ndjson',
        expect.stringMatching(/^attachment; filename="soat-nhat-ky-\d{4}-\d\d-\d\d\.ndjson"$/),
      ]);
      const [head, ...lines] = body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(head).toMatchObject({
        format: 'soat-history/1',
        filters: { unitId: ward },
        checkpoint: { origin: 'test.example/log', size: expect.any(Number), root: expect.any(String) },
      });
      expect(lines.pop()).toEqual({ end: { events: expected().length } });
      expect(lines).toEqual(expected());
    });

    it('of a table opens in a spreadsheet: Vietnamese headings, nothing computed, the checkpoint at the end', async () => {
      const { status, type, body } = await fetched(yen, `${wanted}&format=csv`);
      expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(body).toMatch(/^Vị trí \(position\),"Thời điểm ghi, UTC \(recorded\)",/);
      const records = body.split('\r\n');
      expect(records).toContain(`# Hết: ${expected().length} sự kiện (end: ${expected().length} events)`);
      expect(records.some((record) => record.startsWith('# Mã gốc: '))).toBe(true);
      for (const { sentenceVi } of expected().slice(0, 20)) expect(body).toContain(sentenceVi.replaceAll('"', '""'));
    });

    it('of Excel has the same rows, and the checkpoint on a sheet of its own', async () => {
      const { origin } = service;
      const token = await tokenOf(origin, 'yen');
      const response = await fetch(`${origin}/api/v1/events?${wanted}&format=xlsx`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.headers.get('content-disposition')).toContain('.xlsx"');
      const bytes = Buffer.from(await response.arrayBuffer());
      const [log, seal] = await readExcelFile(bytes);
      expect(log?.data.slice(1).map(([position]) => position)).toEqual(expected().map(({ position }) => position));
      expect(seal?.data.flat().join('\n')).toContain('test.example/log');
      const pictures = unzip(bytes, (name) => name.endsWith('.png'), { bytesMax: 100_000, entriesMax: 100 });
      if (typeof pictures === 'string') throw new Error(pictures);
      const read = pictures.map((picture) =>
        readQrCode(modulesOfPng(Buffer.from(picture.bytes), { quiet: 4, scale: 4 })),
      );
      expect(read.map((note) => note.split('\n')[0])).toEqual(['test.example/log']);
    });

    it('shows a person no more than the pages do', async () => {
      const { body } = await fetched(mai, 'format=ndjson');
      expect(body.trimEnd().split('\n')).toHaveLength((await all(mai, '')).length + 2);
      expect((await fetched(await service.as('admin'), 'format=csv')).status).toBe(403);
    });
  });

  describe('who looked at what', () => {
    interface Reading {
      readonly at: string;
      readonly actor: string;
      readonly actorName: string | null;
      readonly subject: string;
      readonly subjectId: string | null;
      readonly scope: string | null;
      readonly asOf: string | null;
      readonly requestId: string;
    }
    interface Readings {
      readonly data: readonly Reading[];
      readonly page: { readonly next: string | null };
    }
    const readings = async (query = '') => (await yen.get<Readings>(`access-log?${query}`)).body;
    const caseOfTeam = () => {
      const found = everything.find(({ type, actor }) => type === 'MinutesSigned' && actor === 'hai');
      if (!found?.inspectionId) throw new Error('the demo has no such case');
      return found.inspectionId;
    };

    it('is written down for a case, an event, a bundle and a file, before the answer is out', async () => {
      const id = caseOfTeam();
      const recommendation = everything.find(({ recommendationId }) => recommendationId !== null)?.recommendationId;
      const [event] = everything;
      const head = () => everything[0]?.position ?? 0;
      const looks: readonly (readonly [Client, string, Partial<Reading>])[] = [
        [hai, `inspections/${id}`, { actor: 'hai', subject: 'inspection', subjectId: id, scope: null }],
        [yen, `recommendations/${recommendation}`, { subject: 'recommendation', subjectId: recommendation ?? null }],
        [yen, `inspections/${id}/changes?from=1`, { subject: 'inspection', subjectId: id, scope: '{"from":"1"}' }],
        [yen, `recommendations/${recommendation}/changes?from=1&to=${head()}`, { subject: 'recommendation' }],
        [yen, `inspections/${id}?asOf=${head()}&basis=occurred`, { asOf: `${head()}, occurred` }],
        [yen, `events/${event?.eventId}`, { subject: 'event', subjectId: event?.eventId ?? null }],
        [yen, `trail/bundles/units/${ward}`, { subject: 'bundle', subjectId: ward, scope: 'unit' }],
        [yen, 'events?format=csv&q=muc', { subject: 'history', scope: '{"format":"csv","q":"muc"}' }],
      ];
      for (const [who, path, expected] of looks) {
        const { status } = await who.get(path);
        const { data } = await readings('limit=1');
        expect([path, status, data[0]]).toEqual([path, 200, expect.objectContaining(expected)]);
      }
      const { data } = await readings(`actor=hai&subject=inspection&subjectId=${id}`);
      expect(data[0]).toMatchObject({ actor: 'hai', actorName: 'Lê Hoàng Hải', requestId: expect.any(String) });
    });

    it('has no row for what was not shown, for a page of a list, and for itself', async () => {
      const before = (await readings('limit=1')).data[0];
      expect((await mai.get(`inspections/${uuidv7()}`)).status).toBe(404);
      expect((await hai.get('events?limit=0')).status).toBe(400);
      await yen.get('events?limit=5');
      await yen.get('inspections?limit=5');
      await readings();
      expect((await readings('limit=1')).data[0]).toEqual(before);
    });

    it('is narrowed by person, subject and time, and paged', async () => {
      const { data } = await readings('limit=200');
      expect(data.length).toBeGreaterThan(4);
      const first = await readings('limit=2');
      const second = await readings(`limit=2&cursor=${first.page.next}`);
      expect([...first.data, ...second.data]).toEqual(data.slice(0, 4));
      expect((await readings('actor=hai')).data).toEqual(data.filter(({ actor }) => actor === 'hai'));
      const at = data[2]?.at ?? '';
      expect((await readings(`from=${at}`)).data).toEqual(data.filter((row) => row.at >= at));
      expect((await readings(`to=${at}`)).data).toEqual(data.filter((row) => row.at <= at));
    });

    it('is for the auditor and leadership only', async () => {
      expect((await (await service.as('thai')).get('access-log')).status).toBe(200);
      for (const who of [mai, hai, await service.as('admin')]) expect((await who.get('access-log')).status).toBe(403);
    });

    it('only grows; and where it cannot be written, nothing is shown', async () => {
      const database = new pg.Client({ connectionString: service.databaseUrl });
      await database.connect();
      const path = `inspections/${caseOfTeam()}`;
      try {
        for (const change of ["update soat_log.access_log set actor = 'x'", 'delete from soat_log.access_log'])
          await expect(database.query(change)).rejects.toMatchObject({ code: '42501' });
        await expect(database.query('truncate soat_log.access_log')).rejects.toMatchObject({ code: '42501' });
        await database.query(
          "alter table soat_log.access_log add constraint planted check (actor = 'nobody') not valid",
        );
        for (const refused of [path, 'events?format=ndjson', 'trail/bundles/everything']) {
          const { status, headers, body } = await yen.get(refused);
          expect([refused, status, body.code]).toEqual([refused, 503, 'reading-not-recorded']);
          expect([headers.get('etag'), headers.get('content-disposition')]).toEqual([null, null]);
        }
        await database.query('alter table soat_log.access_log drop constraint planted');
        expect((await yen.get(path)).status).toBe(200);
      } finally {
        await database.end();
      }
    });
  });
});
