import { MemoryStore } from './in-memory/memory-store.js';

export const store = new MemoryStore();
