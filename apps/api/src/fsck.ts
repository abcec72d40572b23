import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { differenceText, eventCatalogue, type IntegrityReport, type UnitId, uncheckedText } from '@soat/domain';
import { ConfigError, readConfig } from './platform/config.js';
import { type Audit, openAudit } from './platform/database/audit.js';
import { wantingGuards } from './platform/database/grants.js';
import { EventCodec } from './platform/event-store/codec.js';
import { openEventStore, openLogRows } from './platform/event-store/open-event-store.js';
import { createLogger } from './platform/http/logging.js';
import { check } from './platform/integrity/check.js';
import { recordCheck } from './platform/integrity/recording.js';
import { witnessesOf } from './platform/integrity/witnesses.js';
import { projections, schema } from './schema.js';

// Looks over everything there is, beside a service that may be running: npm run --silent fsck -- [--json] [--no-record]
// [--key VERIFIER-KEY]. What it came to is an event, unless --no-record is given. Exit 0: all as recorded. 1: something differs,
// and the first of each kind is named. 2: it could not be checked, or not be recorded.

const codec = new EventCodec(eventCatalogue);

try {
  const asked = optionsOf(process.argv.slice(2));
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel, process.stderr);
  const audit = await openAudit(config, schema, (err) => logger.warn({ err }, 'database connection broken'));
  try {
    const witnesses = await witnessesOf(config, audit.dataFolder, asked.key);
    const store = openEventStore({ logPool: audit.readPool, logUrl: '' });
    const views = audit.dataSource && { store, codec, dataSource: audit.dataSource };
    const report = await check({
      log: openLogRows(audit),
      guards: () => wantingGuards(audit.log),
      views,
      projections,
      witnesses,
    });
    await store.close();
    process.exitCode = report.differences.length > 0 ? 1 : 0;
    const recorded = asked['no-record'] ? null : await record(audit, report);
    tell(report, recorded, asked.json);
    if (!asked['no-record'] && recorded === null && process.exitCode === 0) process.exitCode = 2;
  } finally {
    await audit.close();
  }
} catch (error) {
  const text = error instanceof Error && !(error instanceof ConfigError) ? error.stack : String(error);
  process.stderr.write(`Không kiểm tra được / could not be checked: ${text}\n`);
  process.exitCode = 2;
}

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      'no-record': { type: 'boolean', default: false },
      key: { type: 'string', multiple: true, default: [] },
    },
  });
  return values;
}

/** Position of the event; null where it could not be written down: what was found is told all the same. */
async function record(audit: Audit, report: IntegrityReport): Promise<number | null> {
  try {
    const unitId = await topUnit(audit);
    if (!unitId) throw new Error('there is no unit yet in whose history it could stand');
    const store = openEventStore({ logPool: await audit.openLogPool(), logUrl: '' });
    try {
      return (await recordCheck({ store, codec }, report, unitId)).position;
    } finally {
      await store.close();
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Không ghi được kết quả / the result could not be recorded: ${text}\n`);
    return null;
  }
}

/** The first one that was established: every other one came to stand under it or beside it. */
async function topUnit({ log }: Audit): Promise<UnitId | null> {
  const { rows } = await log.query(
    `select unit_id from soat_log.events where stream_category = 'unit' and version = 1 order by position limit 1`,
  );
  return rows[0]?.unit_id ?? null;
}

function tell(report: IntegrityReport, recordedAt: number | null, isJson: boolean): void {
  if (isJson) {
    process.stdout.write(`${JSON.stringify({ ...report, recordedAt })}\n`);
    return;
  }
  const { events, size, checkpoint, checkpoints, tiles, views, rows, evidence, tookMs, differences } = report;
  const lines = [
    'Kiểm tra toàn vẹn / integrity check',
    `  sự kiện / events: ${events} (đến vị trí / up to position ${size})`,
    `  mốc niêm phong / checkpoints: ${checkpoints}${checkpoint ? ` (mới nhất / newest: ${checkpoint.size}, ${checkpoint.root})` : ''}`,
    `  mảnh cây / tiles: ${tiles}`,
    `  bảng số liệu / views: ${views}, ${rows} dòng / rows`,
    `  tệp bằng chứng đã khai / evidence files declared: ${evidence}`,
    `  thời gian / took: ${tookMs} ms, ${Math.round((events * 1_000) / Math.max(1, tookMs))} sự kiện mỗi giây / events a second`,
    differences.length === 0 ? 'KHỚP / all as recorded' : 'SAI LỆCH / differences',
    ...differences.map(differenceText).flatMap(({ vi, en }) => [`  - ${vi}`, `    ${en}`]),
    ...(report.notChecked.length > 0 ? ['Chưa kiểm tra / not checked'] : []),
    ...report.notChecked.map(uncheckedText).flatMap(({ vi, en }) => [`  - ${vi}`, `    ${en}`]),
    recordedAt === null ? 'Không ghi vào sổ / not recorded' : `Đã ghi vào sổ / recorded: ${recordedAt}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
