/** Length as people count it, near enough: code points after NFC. A flag emoji counts two, an accented letter one. */
export function codePointCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Nothing in it can be seen: spaces of any kind, zero-width and other ignorable characters, the blank Braille cell. */
export function isBlank(text: string): boolean {
  return /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/**
 * Control characters, line breaks and noncharacters, and the marks that turn reading direction (UAX 9 embeddings,
 * overrides, isolates): they make a name or a title read as something it is not.
 */
export function isOneLineSafe(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}\p{Surrogate}]/u.test(text);
}

/** Free text may run over lines, with tabs, in any direction; other control characters have no place in it. */
export function isFreeTextSafe(text: string): boolean {
  return !/(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/u.test(text);
}

export const marksInARowMax = 8;

/** More combining marks on one letter than any script needs; Vietnamese needs two. */
export function hasStackedMarks(text: string): boolean {
  return /\p{M}{9,}/u.test(text);
}
