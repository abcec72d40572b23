import type { EvidenceKind } from '../checklists/checklist.js';
import type { Instant } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';

/**
 * A file declared by its content's digest before its bytes have come (minh chứng). The declaration satisfies an evidence
 * rule; whether the bytes arrived is told by later events.
 */
export interface Evidence {
  /** Lower-case hex, 64 characters. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly kind: EvidenceKind;
  /** Device clock; a claim. */
  readonly capturedAt: Instant | null;
}

/** The same content twice is one piece of evidence. @throws Rejection when a digest or size is malformed. */
export function assertEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((piece) => {
    if (!/^[0-9a-f]{64}$/.test(piece.sha256)) throw refusal('evidence.digest-malformed', { sha256: piece.sha256 });
    if (!Number.isSafeInteger(piece.size) || piece.size < 1) throw refusal('evidence.empty', { name: piece.name });
    if (seen.has(piece.sha256)) return false;
    seen.add(piece.sha256);
    return true;
  });
}
