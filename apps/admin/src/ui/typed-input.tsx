import { useRef, useState } from 'react';
import type { Described } from './field.js';

interface TypedInputProps<Value> extends Described {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly parse: (text: string) => Value | null;
  readonly format: (value: Value) => string;
  /** Tells whether something stands in the field that cannot be read; only after the field was left. */
  readonly onUnread: (isUnread: boolean) => void;
  readonly inputMode: 'numeric' | 'text' | 'decimal';
  readonly className?: string;
  readonly label?: string;
}

/**
 * A field that holds what was typed as it was typed and hands out what it means. It writes the tidy form only on blur:
 * masks and Vietnamese input methods fight over every key in between.
 */
export function TypedInput<Value extends string | number>({
  value,
  onChange,
  parse,
  format,
  onUnread,
  inputMode,
  className = '',
  label,
  ...described
}: TypedInputProps<Value>) {
  const [text, setText] = useState(value === null ? '' : format(value));
  const told = useRef(value);
  // A value from outside, such as a form that was cleared, replaces the text; our own echo does not.
  if (value !== told.current) {
    told.current = value;
    setText(value === null ? '' : format(value));
  }

  function take(typed: string): void {
    setText(typed);
    onUnread(false);
    const meant = parse(typed.normalize('NFC'));
    told.current = meant;
    if (meant !== value) onChange(meant);
  }

  function tidy(): void {
    const meant = parse(text.normalize('NFC'));
    if (meant !== null) setText(format(meant));
    onUnread(meant === null && text.trim() !== '');
  }

  return (
    <input
      {...described}
      className={`input ${className}`}
      type="text"
      autoComplete="off"
      inputMode={inputMode}
      aria-label={label}
      value={text}
      onChange={(event) => take(event.target.value)}
      onBlur={tidy}
    />
  );
}
