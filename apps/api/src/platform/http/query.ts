/** Text; a list of texts where a name is repeated; null where the text is no UTF-8 or holds what no text may hold. */
export type QueryValues = Record<string, string | readonly string[] | null>;

/** Reads a query string strictly. `q[a]` is a name like any other, and therefore an unknown one. */
export function parseQuery(text: string): QueryValues {
  const values: QueryValues = Object.create(null);
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals)) ?? pair;
    const value = decoded(equals === -1 ? '' : pair.slice(equals + 1));
    const earlier = values[name];
    values[name] = earlier === undefined ? value : [...[earlier ?? ''].flat(), value ?? ''];
  }
  return values;
}

function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' ')).normalize('NFC');
    return plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}
