import type { ColumnOptions } from 'typeorm';

/** A position of the log: the driver gives bigints as text, and no log outgrows a JavaScript number. */
export const positionColumn: ColumnOptions = {
  type: 'bigint',
  transformer: { to: (position: number) => position, from: Number },
};

/** The same where there may be none. */
export const nullablePositionColumn: ColumnOptions = {
  type: 'bigint',
  nullable: true,
  transformer: {
    to: (position: number | null) => position,
    from: (position: string | null) => (position === null ? null : Number(position)),
  },
};
