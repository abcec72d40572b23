import { useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Field, type FieldLook } from './field.js';
import { formatDate, formatWeekdayDate, parseDate } from './format.js';
import { TypedInput } from './typed-input.js';

export interface DateFieldProps extends FieldLook {
  /** `yyyy-mm-dd`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day as it is typed in Vietnam, echoed with its weekday. */
export function DateField({ value, onChange, hint, error, ...look }: DateFieldProps) {
  const t = useT();
  const language = useLanguage();
  const [isUnread, setUnread] = useState(false);
  return (
    <Field
      {...look}
      hint={hint ?? t('field.dateHint')}
      error={error ?? (isUnread ? t('field.dateUnread') : undefined)}
      echo={value && formatWeekdayDate(value, language)}
    >
      {(described) => (
        <TypedInput
          {...described}
          value={value}
          onChange={onChange}
          parse={parseDate}
          format={formatDate}
          onUnread={setUnread}
          inputMode="numeric"
          className="input-short"
        />
      )}
    </Field>
  );
}
