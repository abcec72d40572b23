import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the trail keeps beside the log it is made from: full tiles of the tree, and every checkpoint that was signed. */
export class Trail0001 implements MigrationInterface {
  readonly name = 'Trail1763683200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_log.tree_tiles (
        level smallint not null,
        index bigint not null,
        hashes bytea not null,
        root bytea not null,

        constraint tree_tiles_place primary key (level, index),
        constraint tree_tiles_level_from_0 check (level >= 0),
        constraint tree_tiles_index_from_0 check (index >= 0),
        constraint tree_tiles_256_hashes check (octet_length(hashes) = 8192),
        constraint tree_tiles_root_32_bytes check (octet_length(root) = 32)
      );

      create table soat_log.checkpoints (
        size bigint not null,
        root bytea not null,
        sealed_at timestamptz(3) not null,
        note text not null,

        constraint checkpoints_size primary key (size),
        constraint checkpoints_size_from_1 check (size >= 1),
        constraint checkpoints_root_32_bytes check (octet_length(root) = 32)
      );

      create trigger tree_tiles_refuse_change before update or delete or truncate on soat_log.tree_tiles
        for each statement execute function soat_log.refuse_change();
      create trigger checkpoints_refuse_change before update or delete or truncate on soat_log.checkpoints
        for each statement execute function soat_log.refuse_change();
    `);
    // As with the events: also where session_replication_role = replica would put ordinary triggers to sleep.
    await runner.query(`
      alter table soat_log.tree_tiles enable always trigger tree_tiles_refuse_change;
      alter table soat_log.checkpoints enable always trigger checkpoints_refuse_change;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the trail is never dropped by a migration');
  }
}
