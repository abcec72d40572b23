import type { MadeUp } from '../made-up.js';
import { peerPackage } from './install.js';
import type { Peer } from './peer.js';

interface Emmett {
  getPostgreSQLEventStore(url: string): {
    readonly schema: { migrate(): Promise<unknown> };
    appendToStream(name: string, events: readonly object[], options: object): Promise<unknown>;
    readStream(name: string): Promise<{ readonly events: readonly unknown[] }>;
    close(): Promise<void>;
  };
}

const doesNotExist = 'STREAM_DOES_NOT_EXIST';

/** Its consumers push to handlers; there is no door that reads the log in pages. */
export async function openEmmett(url: string): Promise<Peer> {
  const { getPostgreSQLEventStore } = await peerPackage<Emmett>('@event-driven-io/emmett-postgresql');
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const nameOf = (id: string) => `inspection-${id}`;
  return {
    name: 'emmett',
    append: ({ stream, events }: MadeUp) =>
      store.appendToStream(
        nameOf(stream.id),
        events.map(({ type, payload }) => ({ type, data: JSON.parse(payload) })),
        { expectedStreamVersion: doesNotExist },
      ),
    load: async (id) => (await store.readStream(nameOf(id))).events.length,
    catchUp: null,
    close: () => store.close(),
  };
}
