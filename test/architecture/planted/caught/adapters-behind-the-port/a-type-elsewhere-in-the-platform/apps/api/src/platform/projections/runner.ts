import type { PostgresStore } from '../event-store/postgres/postgres-store.js';

export type Store = PostgresStore;
