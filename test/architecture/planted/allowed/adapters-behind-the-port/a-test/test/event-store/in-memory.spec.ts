import { MemoryStore } from '../../apps/api/src/platform/event-store/in-memory/memory-store.js';

export const store = new MemoryStore();
