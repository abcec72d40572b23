import { useSearchParams } from 'react-router';
import { useT } from '../i18n/use-t.js';
import { Select } from '../ui/select.js';
import './agenda.css';

/** One filter, kept in the address; null where nothing is asked. */
export function useFilter(name: string): readonly [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return [search.get(name), set];
}

export interface FiltersProps {
  readonly selects: readonly {
    readonly label: string;
    readonly value: string | null;
    readonly onChange: (value: string | null) => void;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
}

export function Filters({ selects }: FiltersProps) {
  const t = useT();
  return (
    <div className="filters">
      {selects.map(({ label, value, onChange, options }) => (
        <Select
          key={label}
          label={label}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          options={[{ value: '', label: t('filters.all') }, ...options]}
        />
      ))}
    </div>
  );
}
