import type { ColumnOptions } from 'typeorm';

/** A position of the log: the driver gives bigints as text, and no log outgrows a JavaScript number. */
export const positionColumn: ColumnOptions = {
  type: 'bigint',
  transformer: { to: (position: number) => position, from: Number },
};
