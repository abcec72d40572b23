import type { Instant, LegalDate } from '@soat/domain';

/** Of which state an answer is: of now where position and instant are null. */
export interface AsOf {
  readonly position: number | null;
  /** The day taken for today. */
  readonly on: LegalDate;
  readonly at: Instant | null;
  readonly basis: 'recorded' | 'occurred';
}
