import type { ChecklistSection } from '@soat/domain';

/** `A. Công khai`, one a line. */
export function linesOf(sections: readonly ChecklistSection[]): string {
  return sections.map(({ code, title }) => `${code}. ${title.vi}`).join('\n');
}

/** Null when a line has no letter of its own; a section that is named as before keeps its English. */
export function sectionsIn(
  text: string,
  known: readonly ChecklistSection[] = [],
): readonly { readonly code: string; readonly title: { readonly vi: string; readonly en?: string } }[] | null {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => {
    const [, code = '', vi = ''] = /^([A-Z]{1,2})[.)\s]\s*(\S.*)$/.exec(line) ?? [];
    const before = known.find((section) => section.code === code && section.title.vi === vi);
    return { code, title: before?.title ?? { vi } };
  });
  const codes = read.map(({ code }) => code);
  const isWhole = read.length > 0 && codes.every((code) => code !== '') && new Set(codes).size === codes.length;
  return isWhole ? read : null;
}
