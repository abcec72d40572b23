import { useId, useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Field, type FieldLook } from './field.js';
import { amountInWords, formatMoneyInput, formatNumber, parseMoney } from './format.js';
import { TypedInput } from './typed-input.js';

interface NumberProps extends FieldLook {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Whole đồng; the amount is echoed in words, so that a zero too many is heard. */
export function MoneyField({ value, onChange, hint, error, ...look }: NumberProps) {
  const t = useT();
  const language = useLanguage();
  const [isUnread, setUnread] = useState(false);
  return (
    <Field
      {...look}
      hint={hint ?? t('field.moneyHint')}
      error={error ?? (isUnread ? t('field.moneyUnread') : undefined)}
      echo={value === null ? null : amountInWords(value, language)}
    >
      {(described) => (
        <span className="input-affixed">
          <TypedInput
            {...described}
            value={value}
            onChange={onChange}
            parse={parseMoney}
            format={formatMoneyInput}
            onUnread={setUnread}
            inputMode="text"
            className="input-figure"
          />
          <span aria-hidden="true">đ</span>
        </span>
      )}
    </Field>
  );
}

export interface NumberFieldProps extends NumberProps {
  readonly min?: number;
  readonly max?: number;
  /** After the number: `%`, `ngày làm việc`. */
  readonly suffix?: string;
}

/** A whole number. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = 1_000_000_000,
  suffix,
  error,
  ...look
}: NumberFieldProps) {
  const t = useT();
  const language = useLanguage();
  const [isUnread, setUnread] = useState(false);
  const unread = t('field.numberUnread', { min: formatNumber(min, language), max: formatNumber(max, language) });
  return (
    <Field {...look} error={error ?? (isUnread ? unread : undefined)}>
      {(described) => (
        <span className="input-affixed">
          <TypedInput
            {...described}
            value={value}
            onChange={onChange}
            parse={(text) => parseWhole(text, min, max)}
            format={String}
            onUnread={setUnread}
            inputMode="numeric"
            className="input-figure input-short"
          />
          {suffix && <span>{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

export interface Ratio {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface RatioFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Ratio;
  /** Both are numbers once both fields can be read. */
  readonly onChange: (value: Ratio) => void;
  readonly numeratorLabel?: string;
  readonly denominatorLabel?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** Two whole numbers and the percentage they make. */
export function RatioField({
  label,
  isLabelHidden,
  value,
  onChange,
  numeratorLabel,
  denominatorLabel,
  hint,
  error,
  disabled,
}: RatioFieldProps) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const [unread, setUnread] = useState({ numerator: false, denominator: false });
  const { numerator, denominator } = value;
  const isOver = numerator !== null && denominator !== null && numerator > denominator;
  // Whether the first may be the greater is for whoever asks to say: not every ratio is a share.
  const wrong = error ?? (unread.numerator || unread.denominator ? t('field.ratioUnread') : undefined);
  const shared = {
    'aria-describedby': [hint && `${id}-hint`, wrong && `${id}-error`].filter((part) => part).join(' ') || undefined,
    'aria-invalid': wrong ? (true as const) : undefined,
    disabled,
    parse: (text: string) => parseWhole(text, 0, 1_000_000_000),
    format: String,
    inputMode: 'numeric' as const,
    className: 'input-figure input-count',
  };
  return (
    <fieldset className={wrong ? 'field field-wrong' : 'field'}>
      <legend className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="ratio">
        <TypedInput
          {...shared}
          id={`${id}-numerator`}
          label={numeratorLabel ?? t('field.count')}
          value={numerator}
          onChange={(next) => onChange({ numerator: next, denominator })}
          onUnread={(isUnread) => setUnread((before) => ({ ...before, numerator: isUnread }))}
        />
        <span aria-hidden="true">{t('field.ratioOf')}</span>
        <TypedInput
          {...shared}
          id={`${id}-denominator`}
          label={denominatorLabel ?? t('field.total')}
          value={denominator}
          onChange={(next) => onChange({ numerator, denominator: next })}
          onUnread={(isUnread) => setUnread((before) => ({ ...before, denominator: isUnread }))}
        />
        <output className="field-echo">
          {numerator !== null && denominator !== null && !isOver && denominator > 0
            ? `= ${formatNumber((numerator / denominator) * 100, language)}%`
            : ''}
        </output>
      </div>
      {wrong && (
        <div className="field-error" id={`${id}-error`}>
          {wrong}
        </div>
      )}
    </fieldset>
  );
}

function parseWhole(text: string, min: number, max: number): number | null {
  const digits = text.replace(/[.\s\u00a0]/g, '');
  if (!/^-?\d{1,15}$/.test(digits)) return null;
  const number = Number(digits);
  return number >= min && number <= max ? number : null;
}
