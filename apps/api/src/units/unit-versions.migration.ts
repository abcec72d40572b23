import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPartTable, createVersionTables, dropVersionTables } from '../platform/projections/version-tables.js';

const keys = {
  unit_register: 'id',
  unit_overview: 'unit_id',
  inspection_sight: 'id',
  findings_board: 'id',
  repeat_matrix: 'unit_id',
};

/** Every version of these rows; they are filled as the views are made anew under their next version. */
export class UnitVersions0001 implements MigrationInterface {
  readonly name = 'UnitVersions1763723211001';

  async up(runner: QueryRunner): Promise<void> {
    await createVersionTables(runner, keys);
    await createPartTable(runner, 'repeat_matrix', 'findings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropVersionTables(runner, keys);
    await runner.query('drop table soat_read.repeat_matrix_findings_versions');
  }
}
