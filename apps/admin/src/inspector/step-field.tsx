import { useGet } from '../api/hooks.js';
import type { Colleague } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { EvidencePicker, type PickedFile } from '../ui/evidence-picker.js';
import { MoneyField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import type { StepField } from './step.js';
import { type PickedUnit, UnitPicker } from './unit-picker.js';

/** What was filled in: always a text, for a unit its id and for files how many; and what the field itself shows. */
export interface Filled {
  readonly text: string;
  readonly units: readonly PickedUnit[];
  readonly files: readonly PickedFile[];
}

export function filledWith(text: string): Filled {
  return { text, units: [], files: [] };
}

interface AskedFieldProps {
  readonly field: StepField;
  readonly value: Filled;
  readonly error: string | undefined;
  readonly onChange: (value: Filled) => void;
}

/** One thing a step asks for, by its kind. */
export function AskedField({ field, value, error, onChange }: AskedFieldProps) {
  const { kind, label, hint, isOptional, options = [] } = field;
  const { text } = value;
  const look = { label, error, ...(hint && { hint }), ...(isOptional && { isOptional }) };
  const change = (typed: string) => onChange(filledWith(typed));
  switch (kind) {
    case 'line':
      return <TextField {...look} value={text} onChange={change} lengthMax={field.lengthMax ?? 200} />;
    case 'text':
      return <TextArea {...look} value={text} onChange={change} lengthMax={field.lengthMax ?? 8000} />;
    case 'day':
      return <DateField {...look} value={text === '' ? null : text} onChange={(on) => change(on ?? '')} />;
    case 'money':
      return (
        <MoneyField
          {...look}
          value={text === '' ? null : Number(text)}
          onChange={(amount) => change(amount === null ? '' : String(amount))}
        />
      );
    case 'choice':
      return (
        <ChoiceRow
          label={label}
          error={error}
          {...(hint && { hint })}
          options={options}
          value={text}
          onChange={change}
        />
      );
    case 'select':
      return <Select {...look} options={options} value={text} onChange={change} />;
    case 'person':
      return <PersonField field={field} value={text} error={error} onChange={change} />;
    case 'unit':
      return (
        <UnitPicker
          label={label}
          error={error}
          value={value.units}
          onChange={(units) => onChange({ text: units[0]?.id ?? '', units, files: [] })}
        />
      );
    case 'files':
      return (
        <EvidencePicker
          label={label}
          error={error}
          {...(hint && { hint })}
          value={value.files}
          onChange={(files) => onChange({ text: files.length > 0 ? String(files.length) : '', units: [], files })}
        />
      );
  }
}

interface PersonFieldProps {
  readonly field: StepField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (personId: string) => void;
}

/** Of those who can be put on a team, whom the field lets in. */
function PersonField({ field, value, error, onChange }: PersonFieldProps) {
  const t = useT();
  const { label, isOffered } = field;
  const colleagues = useGet<{ readonly data: readonly Colleague[] }>('/api/v1/inspectors');
  const offered = (colleagues.data?.data ?? []).filter((colleague) => isOffered?.(colleague) ?? true);
  return (
    <>
      <Select
        label={label}
        error={error}
        {...(colleagues.data && offered.length === 0 && { hint: t('path.nobody') })}
        options={[
          { value: '', label: t('path.choose') },
          ...offered.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
        ]}
        value={value}
        onChange={onChange}
      />
      <ErrorPanel problem={colleagues.error} onRetry={() => void colleagues.refetch()} />
    </>
  );
}
