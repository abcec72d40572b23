/** A record as a client hands it over. */
export interface NewRecord {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface KeptRecord extends NewRecord {
  readonly stream: string;
  /** From 0, as KurrentDB counts. */
  readonly revision: number;
  /** Where it begins in the log, in bytes: it increases and has gaps. */
  readonly position: number;
  readonly createdMs: number;
}

export type Verdict =
  | { readonly kind: 'kept'; readonly last: KeptRecord }
  | { readonly kind: 'wrong'; readonly expected: 'any' | 'none' | number; readonly length: number };

/** The records of the KurrentDB double, and its rules about versions, repeated ids and truncated streams. */
export class RecordLog {
  private readonly all: KeptRecord[] = [];
  private readonly streams = new Map<string, KeptRecord[]>();
  private readonly positions = new Set<number>();
  private readonly listeners = new Set<() => void>();
  // The records of a server that has just started stand before ours.
  end = 1_511;

  /** All or none. The same ids at the same place are an append that was heard already. */
  append(stream: string, expected: 'any' | 'none' | number, records: readonly NewRecord[]): Verdict {
    const kept = this.streams.get(stream) ?? [];
    const length = expected === 'any' ? kept.length : expected === 'none' ? 0 : expected + 1;
    if (length !== kept.length) {
      const there = kept.slice(length, length + records.length);
      const last = there.at(-1);
      const isRepeat = there.length === records.length && there.every(({ id }, index) => id === records[index]?.id);
      return last && isRepeat ? { kind: 'kept', last } : { kind: 'wrong', expected, length: kept.length };
    }
    for (const record of records) this.keep(stream, kept, record);
    this.streams.set(stream, kept);
    const last = kept.at(-1);
    if (!last) throw new Error('an append of nothing');
    for (const listener of [...this.listeners]) listener();
    return { kind: 'kept', last };
  }

  /** What any application or operator might write. */
  write(stream: string, type: string, content: unknown): void {
    const data = Buffer.from(JSON.stringify(content));
    const id = `00000000-0000-4000-8000-${String(this.all.length).padStart(12, '0')}`;
    this.append(stream, 'any', [{ id, type, contentType: 'application/json', data, metadata: new Uint8Array() }]);
  }

  /** Undefined for a stream that never was; without what its metadata has truncated. */
  stream(name: string): readonly KeptRecord[] | undefined {
    const kept = this.streams.get(name);
    if (!kept) return undefined;
    const metadata = JSON.parse(Buffer.from(this.streams.get(`$$${name}`)?.at(-1)?.data ?? '{}').toString() || '{}');
    const first = Math.max(metadata.$tb ?? 0, kept.length - (metadata.$maxCount ?? kept.length));
    return kept.filter(({ revision }) => revision >= first);
  }

  /** Upwards, the position itself included. */
  *from(position: number): Iterable<KeptRecord> {
    for (let index = this.indexOf(position); index < this.all.length; index++) {
      const record = this.all[index];
      if (record) yield record;
    }
  }

  /** Downwards, the position itself left out. */
  *before(position: number): Iterable<KeptRecord> {
    for (let index = this.indexOf(position) - 1; index >= 0; index--) {
      const record = this.all[index];
      if (record) yield record;
    }
  }

  /** @throws Error for a position that no record begins at: a server would read into the middle of one. */
  boundary(position: number): number {
    if (position !== 0 && !this.positions.has(position)) throw new Error(`no record begins at ${position}`);
    return position;
  }

  /** Told after every append; returns how to stop. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private keep(stream: string, kept: KeptRecord[], record: NewRecord): void {
    const position = this.end;
    const whole = { ...record, stream, revision: kept.length, position, createdMs: Date.now() };
    this.end += 97 + stream.length + record.data.length + record.metadata.length;
    this.positions.add(position);
    kept.push(whole);
    this.all.push(whole);
  }

  private indexOf(position: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
