import { Column, Entity, getMetadataArgsStorage, PrimaryColumn } from 'typeorm';
import { positionColumn } from '../database/position-column.js';

/**
 * A list in a row that grows with the log, such as everything ever found at a unit: kept whole with each version it would
 * make them quadratic. Its members have versions of their own, and a version of the row holds an empty list in its place.
 */
export interface Parts {
  /** The row's member that is the list. */
  readonly member: string;
  /** What together is unique in a part. A part that is gone does not come back, and a new one stands behind the others. */
  readonly id: readonly string[];
  readonly table: new () => object;
}

/** One version of one part. */
export interface PartVersion {
  /** Of the row it is in. */
  readonly key: string;
  readonly partId: string;
  readonly fromPosition: number;
  /** Null from the event on that took it out of the list. */
  readonly part: object | null;
}

const partTables = new Map<string, Parts>();

/** The parts of a table's rows, in a table with their member's name behind that of the rows. Keys are UUIDs. */
export function partsOf<Row extends object>(
  table: new () => Row,
  member: keyof Row & string,
  id: readonly string[],
): Parts {
  const { schema, name } = getMetadataArgsStorage().tables.find(({ target }) => target === table) ?? {};
  if (!name) throw new Error(`${table.name} is no table`);
  const known = partTables.get(`${name} ${member}`);
  if (known) return known;
  class PartVersions {}
  Entity({ schema, name: `${name}_${member}_versions` })(PartVersions);
  PrimaryColumn({ type: 'uuid' })(PartVersions.prototype, 'key');
  Column({ name: 'part_id', type: 'text' })(PartVersions.prototype, 'partId');
  Column({ name: 'from_position', ...positionColumn })(PartVersions.prototype, 'fromPosition');
  Column({ type: 'jsonb', nullable: true })(PartVersions.prototype, 'part');
  const parts = { member, id, table: PartVersions };
  partTables.set(`${name} ${member}`, parts);
  return parts;
}

/** What an event made of a row's parts: those it made or changed, and null for those it took out. */
export function changedParts(
  { member, id }: Parts,
  before: object | null,
  after: object | null,
): readonly { readonly partId: string; readonly part: object | null }[] {
  const [was, is] = [listIn(before, member), listIn(after, member)];
  if (was === is) return [];
  const known = new Map(was.map((part) => [idIn(part, id), part]));
  const made = is.flatMap((part) => {
    const partId = idIn(part, id);
    const isSame = known.get(partId) === part;
    known.delete(partId);
    return isSame ? [] : [{ partId, part }];
  });
  return [...[...known.keys()].map((partId) => ({ partId, part: null })), ...made];
}

/** Whether an event changed more of a row than its parts. */
export function changedBeside({ member }: Parts, before: object | null, after: object): boolean {
  const was: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after).some(([name, value]) => name !== member && value !== was[name]);
}

const none: readonly object[] = [];

function listIn(row: object | null, member: string): readonly object[] {
  const list = Object.entries(row ?? {}).find(([name]) => name === member)?.[1];
  return Array.isArray(list) ? list : none;
}

function idIn(part: object, id: readonly string[]): string {
  const members = new Map<string, unknown>(Object.entries(part));
  return id.map((name) => String(members.get(name))).join(' ');
}
