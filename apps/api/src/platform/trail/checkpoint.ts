import { hashBytes } from './growing-tree.js';
import type { Verifier } from './signed-note.js';

/** What a log says of itself at one time (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The log's name, which is also its key's. */
  readonly origin: string;
  /** How many events it covers: those at positions 1 to `size`. */
  readonly size: number;
  /** SHA-256 of RFC 9162's tree over their leaves. */
  readonly root: Uint8Array;
}

/** The lines that are signed: origin, size, root in base64. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Null unless this key signed it, and it is a checkpoint of the log the key is named after. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint | null {
  const text = verifier.open(note);
  const match = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(text ?? '');
  if (!match) return null;
  const [, origin = '', size, base64 = ''] = match;
  const root = Buffer.from(base64, 'base64');
  const isExact = root.length === hashBytes && root.toString('base64') === base64;
  return origin === verifier.name && isExact ? { origin, size: Number(size), root } : null;
}
