/**
 * The `code` of an error from Node or a library, undefined without one. Not by `instanceof`: an error of Node's own is no
 * instance of `Error` where code runs in a context of its own, as it does under Jest.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
