import { Field, type FieldLook } from './field.js';

interface TextProps extends FieldLook {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly lengthMax?: number;
}

export interface TextFieldProps extends TextProps {
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'search' | 'tel' | 'email' | 'numeric';
}

/** One line. The value comes NFC; it is composed on blur, never while an input method is at work. */
export function TextField({
  value,
  onChange,
  placeholder,
  lengthMax,
  autoComplete,
  inputMode,
  ...look
}: TextFieldProps) {
  return (
    <Field {...look}>
      {(described) => (
        <input
          {...described}
          className="input"
          type="text"
          value={value}
          placeholder={placeholder}
          maxLength={lengthMax}
          autoComplete={autoComplete ?? 'off'}
          inputMode={inputMode}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => settle(value, onChange)}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends TextProps {
  readonly rows?: number;
}

export function TextArea({ value, onChange, placeholder, lengthMax, rows = 4, ...look }: TextAreaProps) {
  return (
    <Field {...look}>
      {(described) => (
        <textarea
          {...described}
          className="input"
          rows={rows}
          value={value}
          placeholder={placeholder}
          maxLength={lengthMax}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => settle(value, onChange)}
        />
      )}
    </Field>
  );
}

function settle(value: string, onChange: (value: string) => void): void {
  const settled = value.normalize('NFC');
  if (settled !== value) onChange(settled);
}
