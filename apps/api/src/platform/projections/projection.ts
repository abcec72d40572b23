import { foldRow, handledTypes, type Recorded, type Shapes, type View } from '@soat/domain';
import type { AnyEvent } from '../event-store/codec.js';
import type { Parts } from './parts.js';

/** A view of the domain and the table its rows are kept in, where neither's shape matters any more. */
export interface Projection {
  /** Kebab case; also the checkpoint's. */
  readonly name: string;
  readonly version: number;
  readonly handles: ReadonlySet<string>;
  /** Its columns are the row's members. */
  readonly table: new () => object;
  /** Where every version of its rows is kept, so that they can be read as of any position; null where nobody asks. */
  readonly versions: (new () => object) | null;
  /** The list in its rows whose members have versions of their own. */
  readonly parts: Parts | null;
  readonly keyOf: (event: AnyEvent) => string;
  readonly fold: (row: object | null, event: AnyEvent) => object | null;
}

export function projection<Row extends object, E extends Shapes>(
  view: View<Row, E>,
  table: new () => Row,
  versions: (new () => Row) | null = null,
  parts: Parts | null = null,
): Projection {
  return {
    name: view.name,
    version: view.version,
    handles: new Set(handledTypes(view)),
    table,
    versions,
    parts,
    keyOf: (event) => view.key(event as Recorded<E>),
    fold: (row, event) => foldRow(view, row as Row | null, event as Recorded<E>),
  };
}
