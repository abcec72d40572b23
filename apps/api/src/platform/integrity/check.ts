import type { IntegrityReport } from '@soat/domain';
import type { DataSource } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore } from '../event-store/event-store.js';
import type { Projection } from '../projections/projection.js';
import { type Comparison, compareAll } from '../projections/rebuild.js';
import { Findings } from './findings.js';
import { checkLog } from './log-check.js';
import type { LogRows } from './log-rows.js';
import type { Witnesses } from './witnesses.js';

/** What a check looks at, each by the role that may read it. */
export interface Checked {
  readonly log: LogRows;
  /** What would have to be run so that everything that guards the log is in force. */
  readonly guards: () => Promise<readonly string[]>;
  /** To the read models, as soat_projector, with what their rows are made from; null where this login may not. */
  readonly views: { readonly store: EventStore; readonly codec: EventCodec; readonly dataSource: DataSource } | null;
  readonly projections: readonly Projection[];
  readonly witnesses: Witnesses;
}

/** Everything there is, held against everything it is made from. Nothing is changed by it. @throws the driver's error */
export async function check({ log, guards, views, projections, witnesses }: Checked): Promise<IntegrityReport> {
  const startedAt = new Date();
  const findings = new Findings();
  const checked = await checkLog(log, findings, witnesses);
  if (checked.checkpoint === null) findings.notChecked.push({ what: 'trail', at: null });
  else if (witnesses.verifiers.length === 0) findings.notChecked.push({ what: 'signatures', at: null });
  if (witnesses.published === 'absent') findings.notChecked.push({ what: 'published-checkpoint', at: null });
  if (witnesses.published === 'foreign') findings.note('signature-invalid', { at: 'published' });
  if (checked.evidence > 0) findings.notChecked.push({ what: 'evidence-bytes', at: null });
  for (const statement of await guards()) findings.note('guard-missing', { at: oneLine(statement) });

  const compared = views ? await comparedBy(views, projections, findings) : [];
  for (const { name, rows, differing, first } of compared) {
    if (rows === null) findings.notChecked.push({ what: 'view', at: name });
    if (first !== null) findings.note('view-mismatch', { at: first }, differing);
  }
  if (!views) for (const { name } of projections) findings.notChecked.push({ what: 'view', at: name });
  const done = compared.filter(({ rows }) => rows !== null);
  return {
    startedAt: startedAt.toISOString(),
    tookMs: Date.now() - startedAt.getTime(),
    ...checked,
    views: done.length,
    rows: done.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    differences: findings.differences,
    notChecked: findings.notChecked,
  };
}

/** A log that was tampered with may be none that can be read: then that is what there is to say, and no failure of the check. */
async function comparedBy(
  { store, codec, dataSource }: NonNullable<Checked['views']>,
  projections: readonly Projection[],
  findings: Findings,
): Promise<readonly Comparison[]> {
  try {
    return await compareAll(projections, store, codec, dataSource);
  } catch (error) {
    if (findings.differences.length === 0) throw error;
    return projections.map(({ name }) => ({ name, rows: null, differing: 0, first: null }));
  }
}

function oneLine(statement: string): string {
  return statement.replace(/\s+/g, ' ');
}
