/** A file that an event declares: its bytes may come later, or never, but not become others. */
export interface DeclaredEvidence {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/**
 * The files that a payload declares, wherever in it they stand: each object with a digest, a size and a media type. Each once, in
 * the order of their digests, so that whoever reads the payload comes to the same list.
 */
export function evidenceIn(payload: string): readonly DeclaredEvidence[] {
  // Most events declare none, and some are long.
  if (!payload.includes('"sha256":"')) return [];
  const found = new Map<string, DeclaredEvidence>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { sha256, size, mediaType } = value as Partial<Record<keyof DeclaredEvidence, unknown>>;
    if (typeof sha256 === 'string' && typeof size === 'number' && typeof mediaType === 'string')
      found.set(`${sha256} ${size} ${mediaType}`, { sha256, size, mediaType });
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(JSON.parse(payload));
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, evidence]) => evidence);
}
