import type { ColumnOptions } from 'typeorm';

/** Whole đồng: the driver gives bigints as text, and no amount outgrows a JavaScript number. */
export const amountColumn: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (amount: number | null) => amount,
    from: (amount: string | null) => (amount === null ? null : Number(amount)),
  },
};
