import type { PoolClient } from 'pg';

export type Connection = PoolClient;
