import type { MadeUp } from '../made-up.js';
import { peerPackage } from './install.js';
import type { Peer } from './peer.js';

interface Castore {
  readonly PostgresEventStorageAdapter: {
    new (options: { readonly connectionString: string }): Adapter;
    createEventTable(options: { readonly connectionString: string }): Promise<unknown>;
  };
}

interface Adapter {
  pushEvent(event: object, options: object): Promise<unknown>;
  pushEventGroup(options: object, ...events: readonly object[]): Promise<unknown>;
  groupEvent(event: object): object;
  getEvents(aggregateId: string, context: object): Promise<{ readonly events: readonly unknown[] }>;
}

const context = { eventStoreId: 'inspection' };

/** It has streams and no log: there is nothing to catch up with. */
export async function openCastore(connectionString: string): Promise<Peer> {
  const { PostgresEventStorageAdapter } = await peerPackage<Castore>('@castore/event-storage-adapter-postgres');
  await PostgresEventStorageAdapter.createEventTable({ connectionString });
  const adapter = new PostgresEventStorageAdapter({ connectionString });
  return {
    name: 'castore',
    append({ stream, events }: MadeUp) {
      const details = events.map(({ type, payload }, index) => ({
        ...{ aggregateId: stream.id, version: index + 1, type },
        payload: JSON.parse(payload),
      }));
      const [only] = details;
      if (only && details.length === 1) return adapter.pushEvent(only, context);
      // It takes a group of events of several streams; this is the one door that writes more than one event at once.
      const grouped = details.map((detail) => Object.assign(adapter.groupEvent(detail), { context }));
      return adapter.pushEventGroup({}, ...grouped);
    },
    load: async (id) => (await adapter.getEvents(id, context)).events.length,
    catchUp: null,
    // Its connections cannot be closed; they end with the process.
    close: async () => {},
  };
}
