import { Column, Entity, type EntityManager, getMetadataArgsStorage } from 'typeorm';
import type { Copying } from '../database/copy.js';
import { nullablePositionColumn, positionColumn } from '../database/position-column.js';
import { changedBeside, changedParts, type Parts, type PartVersion } from './parts.js';
import type { Projection } from './projection.js';
import { copyRows, type RowTable, tableOf, writeRows } from './rows.js';

const versionTables = new Map<new () => object, new () => object>();

/** The table of the versions of a table's rows: the same columns, under the name with `_versions` behind it. */
export function versionsOf<Row extends object>(table: new () => Row): new () => Row {
  const known = versionTables.get(table);
  if (known) return known as new () => Row;
  const { schema, name } = getMetadataArgsStorage().tables.find(({ target }) => target === table) ?? {};
  if (!name) throw new Error(`${table.name} is no table`);
  // What a version says beside the row's members is not selected with them: a past row is told as a present one.
  class Versions extends (table as new () => object) {}
  Entity({ schema, name: `${name}_versions` })(Versions);
  Column({ name: 'from_position', select: false, ...positionColumn })(Versions.prototype, 'fromPosition');
  Column({ name: 'gone_at', select: false, nullable: true, ...nullablePositionColumn })(Versions.prototype, 'goneAt');
  versionTables.set(table, Versions);
  return Versions as new () => Row;
}

/** Where a projection's versions are written. */
export interface VersionTables {
  readonly rows: RowTable;
  readonly parts: RowTable | null;
}

/** Null for a projection that keeps none. */
export function versionTablesOf(manager: EntityManager, { versions, parts, name }: Projection): VersionTables | null {
  return (
    versions && {
      rows: tableOf(manager, { table: versions, name }),
      parts: parts && tableOf(manager, { table: parts.table, name }),
    }
  );
}

interface MadeVersion {
  readonly row: object;
  /** Position of the event that made it. It stands until the key's next version begins. */
  readonly fromPosition: number;
  /** Position of the event that took the row away; null where none did. */
  goneAt: number | null;
}

/** The versions that events make of rows, in their order, until they are written. */
export class MadeVersions {
  private made: MadeVersion[] = [];
  private readonly latest = new Map<string, MadeVersion>();
  /** Rows that went away and whose last version is written already. */
  private ended: { readonly key: string; readonly position: number }[] = [];
  private parts: PartVersion[] = [];

  constructor(private readonly of: Parts | null) {}

  get count(): number {
    return this.made.length + this.ended.length + this.parts.length;
  }

  /** Of the first event that made one, or ended one. */
  get firstPosition(): number {
    return Math.min(
      this.made[0]?.fromPosition ?? Number.POSITIVE_INFINITY,
      this.ended[0]?.position ?? Number.POSITIVE_INFINITY,
      this.parts[0]?.fromPosition ?? Number.POSITIVE_INFINITY,
    );
  }

  readonly take = (key: string, before: object | null, after: object | null, position: number): void => {
    if (this.of)
      for (const { partId, part } of changedParts(this.of, before, after))
        this.parts.push({ key, partId, fromPosition: position, part });
    if (after) {
      if (this.of && !changedBeside(this.of, before, after)) return;
      const row = this.of ? { ...after, [this.of.member]: [] } : after;
      const version = { row, fromPosition: position, goneAt: null };
      this.made.push(version);
      this.latest.set(key, version);
      return;
    }
    const last = this.latest.get(key);
    if (last) last.goneAt = position;
    else this.ended.push({ key, position });
  };

  /** Within the manager's transaction; with `copying` past it, into tables where their keys are new. */
  async write(manager: EntityManager, tables: VersionTables, copying: Copying | null): Promise<void> {
    const rows = this.made.map(({ row, fromPosition, goneAt }) => ({ ...row, fromPosition, goneAt }));
    await endVersions(manager, tables.rows, this.ended);
    if (copying) {
      await copyRows(copying, manager, tables.rows, rows);
      if (tables.parts) await copyRows(copying, manager, tables.parts, this.parts);
    } else {
      await writeRows(manager, tables.rows, rows, ['from_position']);
      if (tables.parts) await writeRows(manager, tables.parts, this.parts, ['part_id', 'from_position']);
    }
    this.made = [];
    this.ended = [];
    this.parts = [];
    this.latest.clear();
  }
}

async function endVersions(
  manager: EntityManager,
  { name, key }: RowTable,
  ended: readonly { readonly key: string; readonly position: number }[],
): Promise<void> {
  if (ended.length === 0) return;
  const column = `"${key.databaseName}"`;
  await manager.query(
    `update ${name} version set gone_at = ended.position
       from json_to_recordset($1) as ended(key ${String(key.type)}, position bigint)
      where version.${column} = ended.key
        and version.from_position = (select max(from_position) from ${name} where ${column} = ended.key)`,
    [JSON.stringify(ended)],
  );
}
