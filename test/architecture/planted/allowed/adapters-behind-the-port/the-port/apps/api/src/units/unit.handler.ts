import { EventStore } from '../platform/event-store/event-store.js';

export const store = EventStore;
