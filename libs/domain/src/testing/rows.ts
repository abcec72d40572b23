import type { Shapes } from '../kernel/decider.js';
import type { Recorded, RecordedFacts } from '../kernel/recorded.js';
import { foldRow, handledTypes, type View } from '../kernel/view.js';
import type { DomainEvents } from '../reporting/catalogue.js';

/** A view's rows by key after these events, filtered as its projection is: by the types it handles. */
export function rowsOf<Row, E extends Shapes>(
  view: View<Row, E>,
  events: readonly Recorded<DomainEvents>[],
): ReadonlyMap<string, Row> {
  const handled = new Set(handledTypes(view));
  const subscribed: readonly RecordedFacts[] = events.filter((event) => handled.has(event.type));
  const rows = new Map<string, Row>();
  for (const event of subscribed as readonly Recorded<E>[]) {
    const key = view.key(event);
    const row = foldRow(view, rows.get(key) ?? null, event);
    if (row === null) rows.delete(key);
    else rows.set(key, row);
  }
  return rows;
}

/** The row under that key. @throws Error when there is none. */
export function rowOf<Row, E extends Shapes>(
  view: View<Row, E>,
  key: string,
  events: readonly Recorded<DomainEvents>[],
): Row {
  const row = rowsOf(view, events).get(key);
  if (!row) throw new Error(`${view.name} has no row ${key}`);
  return row;
}
