export type Units = import('pg').Pool;
