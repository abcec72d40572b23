import { useSearchParams } from 'react-router';

export interface Filters<Name extends string> {
  readonly values: Readonly<Record<Name, string | null>>;
  readonly set: (changed: Partial<Readonly<Record<Name, string | null>>>) => void;
  readonly clear: () => void;
  readonly isAny: boolean;
}

/** Filters kept in the address, several at a time; `names` by what the API calls them. */
export function useFilters<Name extends string>(names: Readonly<Record<Name, string>>): Filters<Name> {
  const [search, setSearch] = useSearchParams();
  const entries = (Object.keys(names) as Name[]).map((name) => [name, names[name]] as const);
  const values = Object.fromEntries(entries.map(([name, inAddress]) => [name, search.get(inAddress)])) as Record<
    Name,
    string | null
  >;
  const set = (changed: Partial<Readonly<Record<Name, string | null>>>) => {
    const next = new URLSearchParams(search);
    for (const [name, inAddress] of entries) {
      const value = changed[name];
      if (value === undefined) continue;
      if (value === null || value === '') next.delete(inAddress);
      else next.set(inAddress, value);
    }
    setSearch(next, { replace: true });
  };
  const nothing = Object.fromEntries(entries.map(([name]) => [name, null])) as Record<Name, null>;
  return { values, set, clear: () => set(nothing), isAny: entries.some(([name]) => values[name] !== null) };
}
