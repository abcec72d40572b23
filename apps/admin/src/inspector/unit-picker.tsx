import { useDeferredValue, useState } from 'react';
import { type Page, useGet } from '../api/hooks.js';
import type { UnitRow } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { ErrorPanel } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';
import './unit-picker.css';

export interface PickedUnit {
  readonly id: string;
  readonly name: string;
}

export interface UnitPickerProps {
  readonly label: string;
  readonly value: readonly PickedUnit[];
  readonly onChange: (value: readonly PickedUnit[]) => void;
  /** One when left out. */
  readonly isMany?: boolean;
  readonly isOptional?: boolean;
  readonly error?: string | undefined;
}

const shownMax = 8;

/** Units found by name or code, since a province has thousands; what is chosen stands above the search. */
export function UnitPicker({ label, value, onChange, isMany, isOptional, error }: UnitPickerProps) {
  const t = useT();
  const [isSearching, setSearching] = useState(false);
  const isOpen = isSearching || (value.length === 0 && !isOptional);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'}>
      <legend>
        {label}
        {isOptional && <span className="field-optional"> ({t('common.optional')})</span>}
      </legend>
      {value.length > 0 && (
        <ul className="picked">
          {value.map((unit) => (
            <li key={unit.id}>
              <Icon name="building" />
              <span>{unit.name}</span>
              {(isMany || isOptional) && (
                <button
                  type="button"
                  className="button button-quiet button-square"
                  aria-label={t('inspector.pick.remove', { name: unit.name })}
                  onClick={() => onChange(value.filter(({ id }) => id !== unit.id))}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <UnitSearch
          taken={value}
          onPick={(unit) => {
            onChange(isMany ? [...value, unit] : [unit]);
            setSearching(false);
          }}
        />
      ) : (
        <div>
          <Button tone="quiet" icon={isMany || value.length === 0 ? 'plus' : 'pen'} onClick={() => setSearching(true)}>
            {t(isMany || value.length === 0 ? 'inspector.pick.add' : 'inspector.pick.change')}
          </Button>
        </div>
      )}
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  );
}

function UnitSearch({
  taken,
  onPick,
}: {
  readonly taken: readonly PickedUnit[];
  readonly onPick: (unit: PickedUnit) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const units = useGet<Page<UnitRow>>('/api/v1/units', { q, limit: shownMax + taken.length });
  const found = (units.data?.data ?? []).filter((unit) => !taken.some(({ id }) => id === unit.id)).slice(0, shownMax);
  return (
    <div className="pick">
      <TextField
        label={t('inspector.pick.search')}
        hint={t('inspector.pick.hint')}
        value={typed}
        onChange={setTyped}
        inputMode="search"
        lengthMax={100}
      />
      <ErrorPanel problem={units.error} />
      <ul className="pick-list">
        {found.map(({ id, name, code }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick({ id, name })}>
              <span>{name}</span>
              <small>{code}</small>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="field-hint">
        {units.data && found.length === 0 && t('inspector.pick.none')}
      </p>
    </div>
  );
}
