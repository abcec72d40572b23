import { Readable } from 'node:stream';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import writeExcelFile from 'write-excel-file/node';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { fieldWords } from '../platform/http/field-words.js';
import { HttpProblem } from '../platform/http/problem.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { type CheckpointStamp, newestStamp, qrPng } from '../platform/trail/checkpoint-stamp.js';
import { Trail } from '../platform/trail/trail.js';
import { csvRecord } from './csv-record.js';
import type { AskedEvents, EventFilters } from './event-filters.js';
import { historyViews } from './event-list.query.js';
import { type EventListed, EventSearch } from './event-search.js';
import { eventColumns } from './event-table.js';

/** The formats a history is handed out in as a file, and what each is called. */
export const fileFormats = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileFormat = keyof typeof fileFormats;

export interface HistoryFile {
  readonly content: Readable;
  readonly type: string;
  readonly name: string;
}

/** Everything that fits, as one file. */
export class ExportEvents extends Query<HistoryFile> {
  constructor(
    readonly person: Person,
    readonly asked: EventFilters,
    readonly format: FileFormat,
  ) {
    super();
  }
}

const pageSize = 500;
/** A workbook is put together in memory, some 2 kB a row. */
export const xlsxRowsMax = 20_000;

/**
 * A file is read in pages as it is taken, each page a statement of its own: no transaction stays open for a slow reader,
 * and never more than a page is in memory, but for a workbook. What is recorded meanwhile is newer than the first page and
 * does not come into it. A file that was cut off lacks its last line.
 */
@QueryHandler(ExportEvents)
export class ExportEventsHandler implements IQueryHandler<ExportEvents> {
  constructor(
    private readonly search: EventSearch,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked, format }: ExportEvents): Promise<HistoryFile> {
    const { limit: _, cursor: __, atLeast, format: ___, ...filters } = asked;
    await this.readAfterWrite.waitFor(historyViews, atLeast);
    const stamp = await newestStamp(this.trail);
    const madeAt = this.clock.now();
    // Read before anything is sent: who may not, or a database that is away, is answered as a problem.
    const first = await this.search.newest(person, filters, null, pageSize);
    const pages = this.pages(person, filters, first);
    const [type, name] = [fileFormats[format], `soat-nhat-ky-${madeAt.slice(0, 10)}.${format}`];
    switch (format) {
      case 'ndjson':
        return { type, name, content: Readable.from(ndjson({ madeAt, filters, stamp }, pages)) };
      case 'csv':
        return { type, name, content: Readable.from(csv({ madeAt, stamp }, pages)) };
      case 'xlsx':
        return { type, name, content: Readable.from([await xlsx({ madeAt, stamp }, pages)]) };
    }
  }

  private async *pages(
    person: Person,
    filters: AskedEvents,
    first: readonly EventListed[],
  ): AsyncGenerator<readonly EventListed[]> {
    for (let page = first; ; ) {
      yield page;
      const last = page.at(-1);
      if (page.length < pageSize || !last) return;
      page = await this.search.newest(person, filters, last.position, pageSize);
    }
  }
}

type Pages = AsyncIterable<readonly EventListed[]>;
interface Head {
  readonly madeAt: string;
  /** The newest checkpoint; null where the log is not sealed. */
  readonly stamp: CheckpointStamp | null;
}

async function* ndjson(
  { madeAt, filters, stamp }: Head & { readonly filters: AskedEvents },
  pages: Pages,
): AsyncGenerator<string> {
  const checkpoint = stamp && { origin: stamp.origin, size: stamp.size, root: stamp.root, note: stamp.note };
  yield line({ format: 'soat-history/1', madeAt, filters, checkpoint });
  let count = 0;
  for await (const page of pages) {
    yield page.map(line).join('');
    count += page.length;
  }
  yield line({ end: { events: count } });
}

async function* csv(head: Head, pages: Pages): AsyncGenerator<string> {
  yield `\ufeff${csvRecord(eventColumns.map(({ heading }) => heading))}`;
  let count = 0;
  for await (const page of pages) {
    yield page.map((event) => csvRecord(eventColumns.map(({ cell }) => cell(event)))).join('');
    count += page.length;
  }
  yield [...sealLines(head), `Hết: ${count} sự kiện (end: ${count} events)`]
    .map((text) => csvRecord([`# ${text}`]))
    .join('');
}

/** @throws HttpProblem too-many-rows */
async function xlsx(head: Head, pages: Pages): Promise<Buffer> {
  const rows: EventListed[] = [];
  for await (const page of pages) {
    rows.push(...page);
    if (rows.length > xlsxRowsMax) throw tooMany();
  }
  return await writeExcelFile([
    {
      sheet: 'Nhật ký',
      stickyRowsCount: 1,
      columns: eventColumns.map(({ width }) => ({ width })),
      data: [
        eventColumns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const })),
        ...rows.map((event) => eventColumns.map(({ cell }) => cell(event))),
      ],
    },
    {
      sheet: 'Niêm phong',
      columns: [{ width: 100 }],
      data: sealLines(head).map((text) => [text]),
      images: head.stamp ? [qrImage(head.stamp, sealLines(head).length + 2)] : [],
    },
  ]).toBuffer();
}

/** The checkpoint for whoever holds a phone against the print. */
function qrImage(stamp: CheckpointStamp, row: number) {
  const { png, pixels } = qrPng(stamp);
  const title = 'Điểm niêm phong (checkpoint)';
  // 35 mm a side on paper.
  const dpi = Math.round((pixels / 35) * 25.4);
  return {
    content: png,
    contentType: 'image/png',
    width: pixels,
    height: pixels,
    dpi,
    anchor: { row, column: 1 },
    title,
  };
}

/** What of the seal a printed page must say, for whoever holds an older or a newer one against it. */
function sealLines({ madeAt, stamp }: Head): readonly string[] {
  const made = `Lập lúc ${madeAt} UTC (made)`;
  if (stamp === null) return [made, 'Chưa niêm phong (not sealed)'];
  return [
    made,
    `Sổ: ${stamp.origin} (origin)`,
    `Số sự kiện đã niêm phong: ${stamp.size} (size)`,
    `Mã gốc: ${stamp.root} (root)`,
  ];
}

function tooMany(): HttpProblem {
  const max = xlsxRowsMax;
  return new HttpProblem('too-many-rows', {
    errors: [{ pointer: '/format', code: 'too-many-rows', message: fieldWords('too-many-rows', { max }) }],
    facts: { max },
  });
}

function line(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
