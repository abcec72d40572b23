import { Field, type FieldLook } from './field.js';

export interface SelectProps extends FieldLook {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few, as the device offers it. */
export function Select({ options, value, onChange, ...look }: SelectProps) {
  return (
    <Field {...look}>
      {(described) => (
        <select {...described} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
