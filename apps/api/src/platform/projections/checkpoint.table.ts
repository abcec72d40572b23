import { Column, Entity, PrimaryColumn } from 'typeorm';
import { positionColumn } from '../database/position-column.js';

/** How far a projection or a policy has come. The row's lock is what lets one process at a time move it. */
@Entity({ schema: 'soat_read', name: 'checkpoints' })
export class CheckpointTable {
  @PrimaryColumn({ type: 'text' })
  readonly name: string;

  /** Of the fold; its rows are made anew when it rises. */
  @Column({ type: 'integer' })
  readonly version: number;

  /** Position of the last event seen, 0 before the first. */
  @Column(positionColumn)
  readonly position: number;
}
