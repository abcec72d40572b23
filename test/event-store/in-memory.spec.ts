import { InMemoryEventStore } from '@soat/api/platform/event-store/in-memory/in-memory-event-store.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('in memory', async () => {
  const store = new InMemoryEventStore();
  return {
    doors: [store, store, store],
    promises: { densePositions: true, uniqueEventIds: true, oneClock: true },
    close: () => store.close(),
  };
});
