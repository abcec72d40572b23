import type { Pool } from 'pg';

export type Units = Pool;
