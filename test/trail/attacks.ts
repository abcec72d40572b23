import { createHash } from 'node:crypto';
import type { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';

/** The lines of a bundle, to be tampered with. */
export type Lines = readonly string[];

/** What an attacker may have besides the file. */
export interface Loot {
  /** Chooses a place; the same for the same seed. */
  readonly pick: (below: number) => number;
  /** The log's own keys, stolen. */
  readonly stolen: SealingKeys;
  /** Keys the attacker made, with the log's name. */
  readonly own: SealingKeys;
  /** How many events the checkpoint covers that an outsider keeps. */
  readonly pinnedSize: number;
}

/** What finds it: the bundle and the key alone, a kept checkpoint as well, or nothing there is. */
export type FoundBy = 'key' | 'pinned' | 'nothing';

/** What a file may be of. */
export type FileKind = 'everything' | 'unit' | 'case';

export const fileKinds: readonly FileKind[] = ['everything', 'unit', 'case'];

export interface Attack {
  readonly name: string;
  /** The kinds of file somebody could do that to; all, where none is named. */
  readonly on?: readonly FileKind[];
  readonly foundBy: FoundBy;
  readonly tamper: (lines: Lines, loot: Loot) => Lines;
}

/** Of what was withheld there is only a leaf, or no payload. */
interface EventLine {
  readonly index: number;
  readonly leaf?: string;
  readonly envelope: string;
  readonly salt: string;
  readonly payload: string;
}

/** An event with the files that are listed behind it. */
interface Row extends EventLine {
  readonly files: readonly Listed[];
}

interface Listed {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Of everything there are no proofs, and each event has to be there. */
const isWhole = (lines: Lines) => first(lines).scope.kind === 'everything';

/** What stands before the first event. */
const headOf = (lines: Lines) =>
  lines.slice(
    0,
    lines.findIndex((line) => line.startsWith('{"index"')),
  );

const known = new WeakMap<Lines, readonly Row[]>();

/** The events of a bundle; the same bundle is read but once, however often it is attacked. */
function rowsOf(lines: Lines): readonly Row[] {
  const rows = known.get(lines) ?? readRows(lines);
  known.set(lines, rows);
  return rows;
}

function readRows(lines: Lines): readonly Row[] {
  const rows: (EventLine & { files: Listed[] })[] = [];
  for (const line of lines.slice(headOf(lines).length, -1)) {
    const { evidence, ...row } = JSON.parse(line);
    if (evidence) rows.at(-1)?.files.push(evidence);
    else rows.push({ ...row, files: [] });
  }
  return rows;
}

function linesOf({ files, ...row }: Row, index = row.index): Lines {
  return [JSON.stringify({ ...row, index }), ...files.map((file) => JSON.stringify({ evidence: { ...file, index } }))];
}

const first = (lines: Lines) => JSON.parse(lines[0] ?? '{}');

/** A whole bundle again, its counts right. */
function bundle(lines: Lines, rows: readonly Row[], checkpoint = lines[1] ?? '', size = first(lines).size): Lines {
  return [
    JSON.stringify({ ...first(lines), size }),
    checkpoint,
    ...headOf(lines).slice(2),
    ...rows.flatMap((row, index) => linesOf(row, isWhole(lines) ? index : row.index)),
    JSON.stringify({ end: { events: rows.length } }),
  ];
}

const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [one] = leaves;
  if (one && leaves.length === 1) return one;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Uint8Array.of(1), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** The bundle over these rows as whoever has these keys would export it. */
function sealedAnew(lines: Lines, rows: readonly Row[], keys: SealingKeys): Lines {
  const root = rootOf(rows.map(({ envelope }) => sha256(Uint8Array.of(0), envelope)));
  const checkpoint = JSON.stringify({ checkpoint: keys.sign({ size: rows.length, root }) });
  return bundle(lines, rows, checkpoint, rows.length);
}

/** The row with another payload, and everything that hangs on it put right, as somebody would who knows the format. */
function retold(row: Row): Row {
  const payload = row.payload.replace(/\}$/, ',"zz":"sửa"}');
  const payloadDigest = sha256(Uint8Array.of(2), Buffer.from(row.salt, 'hex'), payload).toString('hex');
  return { ...row, payload, envelope: JSON.stringify({ ...JSON.parse(row.envelope), payloadDigest }) };
}

function changed(rows: readonly Row[], at: number, change: (row: Row) => Row): Row[] {
  return rows.map((row, index) => (index === at ? change(row) : row));
}

function bitFlipped(text: string, at: number): string {
  const code = text.charCodeAt(at) ^ 1;
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

/** Where an event stands whose payload is shown. */
function placeIn(lines: Lines, pick: Loot['pick']): number {
  const rows = rowsOf(lines);
  const shown = rows.flatMap(({ payload }, at) => (payload === undefined ? [] : [at]));
  return shown[pick(shown.length)] ?? 0;
}

/** The rows of each stream of which more than one event is told, in their order. */
function streamsIn(lines: Lines): readonly (readonly Row[])[] {
  const streams = new Map<string, Row[]>();
  for (const row of rowsOf(lines)) {
    if (row.envelope === undefined) continue;
    const { streamId } = JSON.parse(row.envelope);
    streams.set(streamId, [...(streams.get(streamId) ?? []), row]);
  }
  return [...streams.values()].filter((rows) => rows.length > 1);
}

/** The row without some of what it told; no files are listed of what is not told. */
function less(row: Row, ...members: readonly (keyof EventLine)[]): Row {
  return { ...row, files: [], ...Object.fromEntries(members.map((member) => [member, undefined])) };
}

function without(lines: Lines, gone: readonly Row[]): Lines {
  return bundle(
    lines,
    rowsOf(lines).filter((row) => !gone.includes(row)),
  );
}

const part: readonly FileKind[] = ['unit', 'case'];
const whole: readonly FileKind[] = ['everything'];

/** What somebody may do with a file of a unit or of a case, in which not every event of the log has to be. */
const attacksOnParts: readonly Attack[] = [
  {
    name: 'cuts events out of the middle of a case',
    on: part,
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const streams = streamsIn(lines);
      const rows = streams[pick(streams.length)] ?? [];
      const from = pick(rows.length - 1);
      return without(lines, rows.slice(from, from + 1 + pick(rows.length - 1 - from)));
    },
  },
  {
    name: 'cuts off the beginning of a case',
    on: part,
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const streams = streamsIn(lines);
      const rows = streams[pick(streams.length)] ?? [];
      return without(lines, rows.slice(0, 1 + pick(rows.length - 1)));
    },
  },
  {
    name: 'says of a part that it is everything',
    on: part,
    foundBy: 'key',
    tamper: (lines) => lines.with(0, JSON.stringify({ ...first(lines), scope: { kind: 'everything', id: null } })),
  },
  {
    name: 'says of everything that it is a case or a unit',
    on: whole,
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const kind = ['inspection', 'unit'][pick(2)];
      return lines.with(0, JSON.stringify({ ...first(lines), scope: { kind, id: first(lines).scope.id } }));
    },
  },
  {
    name: 'says of a file that it is of another case or unit',
    on: part,
    foundBy: 'nothing',
    tamper: (lines, { pick }) => {
      const { scope, ...head } = first(lines);
      const id = scope.id.replace(/.{5}$/, String(90_000 + pick(10_000)));
      return lines.with(0, JSON.stringify({ ...head, scope: { ...scope, id } }));
    },
  },
  {
    name: 'leaves out the last events of a case',
    on: part,
    foundBy: 'nothing',
    tamper: (lines, { pick }) => {
      const streams = streamsIn(lines);
      const rows = streams[pick(streams.length)] ?? [];
      return without(lines, rows.slice(1 + pick(rows.length - 1)));
    },
  },
  {
    name: 'leaves out a whole case',
    on: ['unit'],
    foundBy: 'nothing',
    tamper: (lines, { pick }) => {
      const streams = streamsIn(lines);
      return without(lines, streams[pick(streams.length)] ?? []);
    },
  },
  {
    name: 'drops what an event says, as if it had been withheld',
    foundBy: 'nothing',
    tamper: (lines, { pick }) => {
      const untold = (row: Row) => less(row, 'salt', 'payload');
      return bundle(lines, changed(rowsOf(lines), placeIn(lines, pick), untold));
    },
  },
  {
    name: 'leaves but the leaf of an event, as if it had been withheld',
    foundBy: 'nothing',
    tamper: (lines, { pick }) => {
      const leafOnly = (row: Row) => ({
        ...less(row, 'envelope', 'salt', 'payload'),
        leaf: sha256(Uint8Array.of(0), row.envelope).toString('base64'),
      });
      return bundle(lines, changed(rowsOf(lines), placeIn(lines, pick), leafOnly));
    },
  },
];

export const attacks: readonly Attack[] = [
  ...attacksOnParts,
  {
    name: 'edits what an event says',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      return bundle(
        lines,
        changed(rows, placeIn(lines, pick), (row) => ({ ...row, payload: retold(row).payload })),
      );
    },
  },
  {
    name: 'edits what an event says, and its digest and envelope with it',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      return bundle(lines, changed(rows, placeIn(lines, pick), retold));
    },
  },
  {
    name: 'flips a bit of an envelope',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      return bundle(
        lines,
        changed(rows, placeIn(lines, pick), (row) => ({
          ...row,
          envelope: bitFlipped(row.envelope, pick(row.envelope.length)),
        })),
      );
    },
  },
  {
    name: 'deletes an event',
    on: whole,
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const gone = pick(rows.length);
      return [
        ...headOf(lines),
        ...rows.filter((_, index) => index !== gone).flatMap((row) => linesOf(row)),
        JSON.stringify({ end: { events: rows.length - 1 } }),
      ];
    },
  },
  {
    name: 'deletes an event and renumbers the rest, sizes adjusted',
    on: whole,
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const gone = pick(rows.length);
      const checkpoint = (lines[1] ?? '').replace(`\\n${rows.length}\\n`, `\\n${rows.length - 1}\\n`);
      return bundle(lines, rows.toSpliced(gone, 1), checkpoint, rows.length - 1);
    },
  },
  {
    name: 'inserts an event of its own, dated back',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const at = placeIn(lines, pick);
      const beside = rows[at] as Row;
      const envelope = JSON.parse(beside.envelope);
      const eventId = envelope.eventId.replace(/.{4}$/, 'ffff');
      const forged = retold({ ...beside, envelope: JSON.stringify({ ...envelope, eventId, version: 9_999 }) });
      return bundle(lines, rows.toSpliced(at, 0, forged));
    },
  },
  {
    name: 'swaps two events',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const at = pick(rows.length - 1);
      return bundle(lines, rows.toSpliced(at, 2, rows[at + 1] as Row, rows[at] as Row));
    },
  },
  {
    name: 'puts another event in the place of one',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const at = pick(rows.length - 1);
      return bundle(
        lines,
        changed(rows, at, () => rows[at + 1] as Row),
      );
    },
  },
  {
    name: 'edits the root of the checkpoint',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const { checkpoint } = JSON.parse(lines[1] ?? '');
      const [origin, size, root = '', ...others] = checkpoint.split('\n');
      const at = pick(42);
      const bent = root.slice(0, at) + (root[at] === 'A' ? 'B' : 'A') + root.slice(at + 1);
      return lines.with(1, JSON.stringify({ checkpoint: [origin, size, bent, ...others].join('\n') }));
    },
  },
  {
    name: 'writes an envelope anew, meaning the same',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const spaced = (row: Row) => ({ ...row, envelope: JSON.stringify(JSON.parse(row.envelope), null, 1) });
      return bundle(lines, changed(rows, placeIn(lines, pick), spaced));
    },
  },
  {
    name: 'writes history anew and signs it with a key of its own',
    on: whole,
    foundBy: 'key',
    tamper: (lines, { pick, own }) => {
      const rows = rowsOf(lines);
      return sealedAnew(lines, changed(rows, placeIn(lines, pick), retold), own);
    },
  },
  {
    name: 'leaves a file out of the list of evidence',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const listed = lines.flatMap((line, at) => (line.startsWith('{"evidence"') ? [at] : []));
      return lines.toSpliced(listed[pick(listed.length)] ?? 0, 1);
    },
  },
  {
    name: 'edits the list of evidence',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines).filter(({ files }) => files.length > 0);
      const row = rows[pick(rows.length)] as Row;
      const bent = row.files.map((file, at) => {
        if (at > 0) return file;
        const edits: readonly Listed[] = [
          { ...file, sha256: file.sha256.replace(/^./, (letter) => (letter === '0' ? '1' : '0')) },
          { ...file, size: file.size + 1 },
          { ...file, mediaType: 'image/png' },
        ];
        return edits[pick(edits.length)] ?? file;
      });
      return bundle(
        lines,
        changed(rowsOf(lines), rowsOf(lines).indexOf(row), (each) => ({ ...each, files: bent })),
      );
    },
  },
  {
    name: 'lists evidence that no event declares',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const file = { sha256: 'f'.repeat(64), size: 1, mediaType: 'image/jpeg' };
      return bundle(
        lines,
        changed(rows, placeIn(lines, pick), (row) => ({ ...row, files: [...row.files, file] })),
      );
    },
  },
  {
    name: 'cuts the file off',
    foundBy: 'key',
    tamper: (lines, { pick }) => lines.slice(0, headOf(lines).length + pick(lines.length - headOf(lines).length)),
  },
  {
    name: 'goes back to an older checkpoint than the one kept',
    on: whole,
    foundBy: 'pinned',
    tamper: (lines, { pick, pinnedSize, stolen }) =>
      sealedAnew(lines, rowsOf(lines).slice(0, 1 + pick(pinnedSize - 1)), stolen),
  },
  {
    name: 'writes history anew before the checkpoint kept, with the stolen key',
    on: whole,
    foundBy: 'pinned',
    tamper: (lines, { pick, pinnedSize, stolen }) =>
      sealedAnew(lines, changed(rowsOf(lines), pick(pinnedSize), retold), stolen),
  },
  {
    name: 'writes history anew after the checkpoint kept, with the stolen key',
    on: whole,
    foundBy: 'nothing',
    tamper: (lines, { pick, pinnedSize, stolen }) => {
      const rows = rowsOf(lines);
      return sealedAnew(lines, changed(rows, pinnedSize + pick(rows.length - pinnedSize), retold), stolen);
    },
  },
  {
    name: 'leaves out what came after the checkpoint kept',
    on: whole,
    foundBy: 'nothing',
    tamper: (lines, { pick, pinnedSize, stolen }) => {
      const rows = rowsOf(lines);
      return sealedAnew(lines, rows.slice(0, pinnedSize + pick(rows.length - pinnedSize)), stolen);
    },
  },
];

/** Another value for a column, of its own kind; null where the column has none to change. */
export function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (value === null) return '01a00000-0000-7000-8000-000000000000';
  const text = String(value);
  const last = text.at(-1) ?? '';
  return `${text.slice(0, -1)}${last === '1' ? '2' : '1'}`;
}

/** Each column of an event in turn, so that whoever changes just that one is found. */
export function columnAttacks(columns: readonly string[]): readonly Attack[] {
  const inEnvelope = columns.map((column) => ({
    name: `changes ${column}`,
    foundBy: 'key' as const,
    tamper: (lines: Lines, { pick }: Loot) => {
      const rows = rowsOf(lines);
      const change = (row: Row) => {
        const envelope = JSON.parse(row.envelope);
        return { ...row, envelope: JSON.stringify({ ...envelope, [column]: otherValue(envelope[column]) }) };
      };
      return bundle(lines, changed(rows, placeIn(lines, pick), change));
    },
  }));
  const salt: Attack = {
    name: 'changes salt',
    foundBy: 'key',
    tamper: (lines, { pick }) => {
      const rows = rowsOf(lines);
      const change = (row: Row) => ({ ...row, salt: String(otherValue(row.salt)) });
      return bundle(lines, changed(rows, placeIn(lines, pick), change));
    },
  };
  return [...inEnvelope, salt];
}
