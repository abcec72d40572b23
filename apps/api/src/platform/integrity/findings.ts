import type { Difference, DifferenceKind, Unchecked } from '@soat/domain';

interface Place {
  readonly position?: number;
  readonly at?: string;
}

/** What a check came upon: of each kind the first, and how many. */
export class Findings {
  private readonly found = new Map<DifferenceKind, Difference>();
  readonly notChecked: Unchecked[] = [];

  note(kind: DifferenceKind, { position, at }: Place, count = 1): void {
    const before = this.found.get(kind);
    this.found.set(
      kind,
      before ? { ...before, count: before.count + count } : { kind, count, position: position ?? null, at: at ?? null },
    );
  }

  get differences(): readonly Difference[] {
    return [...this.found.values()];
  }
}
