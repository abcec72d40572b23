import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import type { Step, StepField } from './steps.js';

export interface StepSheetProps {
  readonly shown: InspectionShown;
  readonly step: Step;
  readonly onClose: () => void;
}

/** One step on the long path, filled in and sent. */
export function StepSheet({ shown, step, onClose }: StepSheetProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(`/api/v1/inspections/${shown.id}/${step.path}`);
  const [values, setValues] = useState(() =>
    Object.fromEntries(step.fields.map(({ name, initial }) => [name, initial])),
  );
  const [isChecked, setChecked] = useState(false);
  const isMissing = ({ name, isOptional }: StepField) => !isOptional && (values[name] ?? '').trim() === '';
  const body = step.body(
    Object.fromEntries(Object.entries(values).map(([name, said]) => [name, said.trim().normalize('NFC')])),
  );

  async function save(): Promise<void> {
    setChecked(true);
    if (body === null || step.fields.some(isMissing)) return focusFirstWrong();
    if (!(await command.send(body, { expectedLength: shown.length }))) return;
    notice(t('path.done'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t(step.title)}
      footer={
        <>
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void save()}>
            {t(step.title)}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {step.fields.map((field) => (
        <AskedField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={isChecked && isMissing(field) ? t('path.field.missing') : undefined}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {isChecked && body === null && <p className="field-error">{t('path.field.none')}</p>}
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}

interface AskedFieldProps {
  readonly field: StepField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function AskedField({ field, value, error, onChange }: AskedFieldProps) {
  const { kind, label, isOptional = false, options = [] } = field;
  switch (kind) {
    case 'line':
      return <TextField label={label} value={value} onChange={onChange} lengthMax={200} error={error} />;
    case 'text':
      return (
        <TextArea
          label={label}
          value={value}
          onChange={onChange}
          lengthMax={8000}
          error={error}
          {...(isOptional && { isOptional })}
        />
      );
    case 'day':
      return (
        <DateField
          label={label}
          value={value === '' ? null : value}
          onChange={(on) => onChange(on ?? '')}
          error={error}
        />
      );
    case 'choice':
      return <ChoiceRow label={label} options={options} value={value} onChange={onChange} error={error} />;
  }
}
