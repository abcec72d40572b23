import type { Instant, RecordedFacts } from './recorded.js';

/**
 * Whether an event belongs to what is told of a past moment: by what was known then (`recorded`), or by what had happened by
 * then, whatever was recorded later (`occurred`).
 */
export function wasBy(
  { basis, position, at }: { readonly basis: 'recorded' | 'occurred'; readonly position: number; readonly at: Instant },
  event: Pick<RecordedFacts, 'position' | 'occurredAt'>,
): boolean {
  return basis === 'recorded' ? event.position <= position : event.occurredAt <= at;
}
