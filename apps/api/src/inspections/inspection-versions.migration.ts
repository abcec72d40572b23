import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createVersionTables, dropVersionTables } from '../platform/projections/version-tables.js';

const keys = { inspection_list: 'id' };

/** Every version of these rows; they are filled as the views are made anew under their next version. */
export class InspectionVersions0001 implements MigrationInterface {
  readonly name = 'InspectionVersions1763723211002';

  async up(runner: QueryRunner): Promise<void> {
    await createVersionTables(runner, keys);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropVersionTables(runner, keys);
  }
}
