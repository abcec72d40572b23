/**
 * Text as people search it: lower case, without diacritics, đ as d and so its Icelandic look-alike, spaces collapsed. NFD strips the marks but leaves đ,
 * which is a letter of its own; both hoà and hòa come out as hoa.
 */
export function searchKey(...texts: readonly string[]): string {
  return texts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of texts as people search them, sorted, each once; what has no letter and no digit in it is no word. */
export function searchWords(...texts: readonly string[]): readonly string[] {
  const words = searchKey(...texts)
    .split(/[^\p{L}\p{N}]+/u)
    // Nobody types a longer one; a database may not take it either.
    .map((word) => (word.length > wordLengthMax ? Array.from(word).slice(0, wordLengthMax).join('') : word));
  return [...new Set(words)].filter((word) => word !== '').sort();
}

const wordLengthMax = 60;
