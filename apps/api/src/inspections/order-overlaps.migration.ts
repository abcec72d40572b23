import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What another order may overlap with. Rows made before are made anew, since the view's version rose. */
export class OrderOverlaps0001 implements MigrationInterface {
  readonly name = 'OrderOverlaps1763683210001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.inspection_list
        add column ordered_by_id uuid not null default '00000000-0000-0000-0000-000000000000',
        add column fieldwork_until text,
        add column programme_item_id uuid;
      create index inspection_list_number on soat_read.inspection_list (ordered_by_id, lower(number));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index soat_read.inspection_list_number;
      alter table soat_read.inspection_list
        drop column ordered_by_id,
        drop column fieldwork_until,
        drop column programme_item_id;
    `);
  }
}
