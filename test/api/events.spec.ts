import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { communeId } from '@soat/api/demo/cast.js';
import type { EventInWords } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

jest.setTimeout(60_000);

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
    expect(await all(yen, `q=${encodeURIComponent("a'b\\:*")}`)).toEqual([]);
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
      const own = one(({ type, unitId }) => type === 'RecommendationIssued' && unitId === ward);
      expect((await show(mai, own)).body.changes.length).toBeGreaterThan(0);
    });
  });
});
