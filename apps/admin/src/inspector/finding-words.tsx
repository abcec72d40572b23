import { useState } from 'react';
import { useT } from '../i18n/use-t.js';
import { MoneyField } from '../ui/number-fields.js';
import { TextArea, TextField } from '../ui/text-field.js';

/** What a finding says besides its condition. */
export interface FindingExtras {
  readonly cause: string;
  readonly effect: string;
  readonly place: string;
  readonly amountAtRisk: number | null;
}

export const noExtras: FindingExtras = { cause: '', effect: '', place: '', amountAtRisk: null };

/** Only what was filled in; the API takes no empty strings. */
export function extrasBody({ cause, effect, place, amountAtRisk }: FindingExtras) {
  return {
    ...(cause.trim() && { cause: cause.trim() }),
    ...(effect.trim() && { effect: effect.trim() }),
    ...(place.trim() && { place: place.trim() }),
    ...(amountAtRisk !== null && { amountAtRisk }),
  };
}

/** Out of the way until it is wanted: three taps are enough for the rest. */
export function FindingExtrasFields({
  value,
  onChange,
}: {
  readonly value: FindingExtras;
  readonly onChange: (value: FindingExtras) => void;
}) {
  const t = useT();
  const change = (part: Partial<FindingExtras>) => onChange({ ...value, ...part });
  return (
    <details className="more">
      <summary>{t('inspector.fail.more')}</summary>
      <div className="more-body">
        <TextField
          label={t('inspector.finding.place')}
          isOptional
          value={value.place}
          onChange={(place) => change({ place })}
          lengthMax={200}
        />
        <TextArea
          label={t('inspector.finding.cause')}
          isOptional
          rows={2}
          value={value.cause}
          onChange={(cause) => change({ cause })}
          lengthMax={2000}
        />
        <TextArea
          label={t('inspector.finding.effect')}
          isOptional
          rows={2}
          value={value.effect}
          onChange={(effect) => change({ effect })}
          lengthMax={2000}
        />
        <MoneyField
          label={t('inspector.finding.amount')}
          isOptional
          value={value.amountAtRisk}
          onChange={(amountAtRisk) => change({ amountAtRisk })}
        />
      </div>
    </details>
  );
}

interface ConditionProps {
  /** The stock phrases of the item, the likeliest first. */
  readonly phrases: readonly string[];
  readonly value: string;
  readonly onChange: (condition: string) => void;
  readonly error?: string | undefined;
}

/** The item's stock phrases to choose from, and the words themselves to change. */
export function ConditionField({ phrases, value, onChange, error }: ConditionProps) {
  const t = useT();
  const [chosen, setChosen] = useState(phrases[0] ?? null);
  return (
    <div className="condition">
      {phrases.length > 0 && (
        <fieldset className="field">
          <legend>{t('inspector.fail.phrases')}</legend>
          <div className="phrases">
            {phrases.map((phrase) => (
              <label key={phrase} className="phrase">
                <input
                  type="radio"
                  name="phrase"
                  checked={phrase === chosen}
                  onChange={() => {
                    setChosen(phrase);
                    onChange(phrase);
                  }}
                />
                <span>{phrase}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextArea
        label={t('inspector.fail.condition')}
        rows={3}
        value={value}
        onChange={onChange}
        lengthMax={2000}
        error={error}
      />
    </div>
  );
}
