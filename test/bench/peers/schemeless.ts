import type { MadeUp } from '../made-up.js';
import { peerPackage } from './install.js';
import type { Peer } from './peer.js';

interface Schemeless {
  readonly PgEventStoreAdapter: new (options: {
    readonly connectionString: string;
    readonly max: number;
  }) => {
    init(): Promise<void>;
    appendToStream(events: readonly object[], expectedVersion: number): Promise<unknown>;
    getStreamEvents(domain: string, identifier: string): Promise<readonly unknown[]>;
    getAllEvents(pageSize: number): Promise<AsyncIterable<readonly unknown[]>>;
    close(): Promise<void>;
  };
}

// More than its default; all contestants together must stay below what the server takes.
const sessions = 16;
const domain = 'inspection';

export async function openSchemeless(connectionString: string): Promise<Peer> {
  const { PgEventStoreAdapter } = await peerPackage<Schemeless>('@schemeless/event-store-adapter-pg');
  const adapter = new PgEventStoreAdapter({ connectionString, max: sessions });
  await adapter.init();
  return {
    name: 'schemeless',
    append: ({ stream, events }: MadeUp) =>
      adapter.appendToStream(
        events.map(({ type, payload }) => ({
          ...{ domain, identifier: stream.id, type, created: new Date() },
          payload: JSON.parse(payload),
        })),
        0,
      ),
    load: async (id) => (await adapter.getStreamEvents(domain, id)).length,
    async catchUp() {
      let count = 0;
      for await (const page of await adapter.getAllEvents(1_000)) count += page.length;
      return count;
    },
    close: () => adapter.close(),
  };
}
