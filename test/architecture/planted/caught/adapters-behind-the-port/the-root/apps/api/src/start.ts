import { MemoryStore } from './platform/event-store/in-memory/memory-store.js';

export const store = new MemoryStore();
