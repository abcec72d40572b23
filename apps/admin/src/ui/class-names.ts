/** Joins what is there: `classNames('tag', isBig && 'tag-big')`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}
