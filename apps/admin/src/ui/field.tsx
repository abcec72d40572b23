import { type ReactNode, useId } from 'react';
import { useT } from '../i18n/use-t.js';
import { classNames } from './class-names.js';

/** What every field takes besides its value. */
export interface FieldLook {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  readonly disabled?: boolean;
}

export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly disabled: boolean | undefined;
}

interface FieldProps extends FieldLook {
  /** What was understood of the input, read out as it changes. */
  readonly echo?: string | null;
  readonly children: (described: Described) => ReactNode;
}

/** Label, control, hint, echo and error, tied together for screen readers. */
export function Field({ label, hint, error, echo, isOptional, disabled, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const described = [hint && `${id}-hint`, echo && `${id}-echo`, error && `${id}-error`]
    .filter((part) => part)
    .join(' ');
  return (
    <div className={classNames('field', error && 'field-wrong')}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="field-optional"> ({t('common.optional')})</span>}
      </label>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        disabled,
      })}
      {echo && (
        <output className="field-echo" id={`${id}-echo`} htmlFor={id}>
          {echo}
        </output>
      )}
      {error && (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}
