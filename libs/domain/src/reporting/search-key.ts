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
