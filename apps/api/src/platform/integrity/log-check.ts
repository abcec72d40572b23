import { canonicalJson } from '../trail/canonical-json.js';
import { leafHashOf } from '../trail/leaf.js';
import type { Findings } from './findings.js';
import type { LogRow, LogRows } from './log-rows.js';
import { TreeCheck } from './tree-check.js';
import type { Witnesses } from './witnesses.js';

export interface LogChecked {
  readonly events: number;
  /** Position of the last event there should be: of the newest one, or of the last one that was sealed. */
  readonly size: number;
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
  readonly checkpoints: number;
  readonly tiles: number;
  /** Files declared by their digest. */
  readonly evidence: number;
}

// More that is missing in one place is not gone over one by one.
const gapMax = 1_000_000;

/** The log from its first event to its last, once, page by page; the witnesses were read before. */
export async function checkLog(
  rows: LogRows,
  findings: Findings,
  { verifiers, published }: Witnesses,
): Promise<LogChecked> {
  // In this order: whatever is sealed meanwhile lies beyond both.
  const sealedSize = await rows.sealedSize();
  const head = await rows.head();
  const tree = new TreeCheck(rows, findings, sealedSize, verifiers, typeof published === 'string' ? null : published);
  const size = Math.max(head, sealedSize);
  let events = 0;
  let evidence = 0;
  let recordedAt = '';
  let position = 0;
  for (let isMore = true; isMore; ) {
    const page = await rows.page(position, head);
    isMore = page.length > 0;
    const leaves: (Uint8Array | null)[] = [];
    for (const row of page) {
      leaves.push(...missing(findings, position, row.position));
      leaves.push(leafOf(row, findings));
      position = row.position;
      const { event } = row;
      if (event && event.recordedAt < recordedAt) findings.note('clock-backwards', { position });
      recordedAt = event?.recordedAt ?? recordedAt;
      evidence += declaredIn(event?.payload ?? '');
    }
    events += page.length;
    await tree.take(leaves);
  }
  await tree.take(missing(findings, position, size + 1));
  await tree.end();
  for (const kind of ['stream', 'command'] as const) {
    const { count, first } = await rows.outOfOrder(kind, head);
    if (first !== null) findings.note(`${kind}-gap`, { position: first }, count);
  }
  const { newest, checkpoints, tiles } = tree;
  return { events, size, checkpoint: newest, checkpoints, tiles, evidence };
}

/** Leaves for the events between two positions, of which there are none. @throws RangeError for more than can be gone over */
function missing(findings: Findings, before: number, next: number): readonly null[] {
  const count = next - before - 1;
  if (count <= 0) return [];
  findings.note('position-missing', { position: before + 1 }, count);
  if (count > gapMax) throw new RangeError(`${count} events are missing after ${before}: the tree cannot be made anew`);
  return Array.from({ length: count }, () => null);
}

/** Derived from the row's columns, whatever the row says of it. */
function leafOf({ position, event }: LogRow, findings: Findings): Uint8Array | null {
  if (!event) {
    findings.note('leaf-mismatch', { position });
    return null;
  }
  const leaf = leafHashOf(event);
  if (Buffer.compare(leaf, event.leafHash) !== 0) findings.note('leaf-mismatch', { position });
  if (!isCanonical(event.payload)) findings.note('payload-not-canonical', { position });
  return leaf;
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalJson(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}

/** In canonical JSON a quote inside a text is escaped: what matches is a member. */
function declaredIn(payload: string): number {
  return payload.match(/"sha256":"[0-9a-f]{64}"/g)?.length ?? 0;
}
