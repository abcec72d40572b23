import type { Message, Shapes } from './decider.js';

/** ISO 8601 instant, UTC, three decimals: `2026-11-21T03:04:05.678Z`. */
export type Instant = string;
/** Legal date in Asia/Ho_Chi_Minh: `2026-11-21`. */
export type LegalDate = string;
/** Lower-case UUID; streams and events use version 7. */
export type Uuid = string;
export type PersonId = string;
export type UnitId = Uuid;

export const streamCategories = [
  'unit',
  'programme',
  'checklist',
  'inspection',
  'recommendation',
  'integrity-check',
] as const;
export type StreamCategory = (typeof streamCategories)[number];

/** An event as it stands in the log, its data upcast to today's shape. */
export type Recorded<M extends Shapes> = Message<M> & RecordedFacts;

export interface RecordedFacts {
  /** From 1; dense on PostgreSQL, only increasing elsewhere. */
  readonly position: number;
  readonly id: Uuid;
  readonly stream: { readonly category: StreamCategory; readonly id: Uuid };
  /** Place in the stream, from 1; the stream's length after this event. */
  readonly version: number;
  readonly unitId: UnitId;
  readonly actor: PersonId;
  readonly role: string;
  readonly onBehalfOf: PersonId | null;
  readonly commandId: Uuid;
  readonly causationId: Uuid | null;
  readonly correlationId: Uuid;
  /** Device clock, informative. */
  readonly occurredAt: Instant;
  /** Server clock, never decreasing with position. */
  readonly recordedAt: Instant;
  /** The legal date of the document behind the event, where there is one. */
  readonly effectiveOn: LegalDate | null;
  readonly isSimulated: boolean;
}
