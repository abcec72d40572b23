import { useId } from 'react';
import { classNames } from './class-names.js';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** When chosen: green, red or plain. */
  readonly tone?: 'done' | 'overdue' | 'neutral';
  /** Read out instead of the label: `Không đạt, mục 7: …`. */
  readonly spoken?: string;
  readonly disabled?: boolean;
}

export interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** One of a few, side by side, each as large as a thumb. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { label, isLabelHidden, options, value, onChange, hint, error, disabled } = props;
  const name = useId();
  return (
    <fieldset className={classNames('field', error && 'field-wrong')} disabled={disabled}>
      <legend className={classNames(isLabelHidden && 'visually-hidden')}>{label}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className={classNames('choice', `choice-${option.tone ?? 'neutral'}`)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              aria-label={option.spoken}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  );
}

export interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  readonly value: readonly Value[];
  /** In the order of the options. */
  readonly onChange: (value: readonly Value[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** Any of several, one a line. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, options, value, onChange, hint, error, disabled } = props;
  const toggle = (toggled: Value) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((each) => (each === toggled ? !value.includes(each) : value.includes(each))),
    );
  return (
    <fieldset className={classNames('field', error && 'field-wrong')} disabled={disabled}>
      <legend>{label}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      <div className="checklist">
        {options.map((option) => (
          <label key={option.value} className="check">
            <input type="checkbox" checked={value.includes(option.value)} onChange={() => toggle(option.value)} />
            <span>
              {option.label}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  );
}
