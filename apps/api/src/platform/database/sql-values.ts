/** Values of one statement, each bound where it is named. */
export class SqlValues {
  readonly all: unknown[] = [];

  /** Binds the value and answers its placeholder. */
  readonly bind = (value: unknown): string => {
    this.all.push(value);
    return `$${this.all.length}`;
  };
}
