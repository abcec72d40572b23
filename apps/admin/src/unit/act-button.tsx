import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { EvidencePicker, type PickedFile } from '../ui/evidence-picker.js';
import { MoneyField } from '../ui/number-fields.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import type { RecommendationFile } from './recommendation-file.js';
import { evidenceOf, isBlank, missing } from './task-sheets.js';

/** What is asked for in a form of one act; `name` is the member of the body, `document.number` one within. */
export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'area' | 'line' | 'date' | 'money' | 'files' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional?: boolean;
}

type Value = string | number | readonly PickedFile[] | null;

interface ActButtonProps {
  readonly file: RecommendationFile;
  /** The route's last part. */
  readonly act: string;
  readonly label: string;
  readonly doneLabel: string;
  readonly detail?: string;
  readonly tone?: 'primary' | 'danger' | 'secondary';
  readonly fields: readonly ActField[];
  /** A decision names the length it was based on; a fact does not. */
  readonly isDecision?: boolean;
  /** Turns the values into the body, where they are not its members as they stand. */
  readonly bodyOf?: (body: Readonly<Record<string, unknown>>) => object;
}

/** One act on a recommendation: a button, its form in a sheet, the receipt. */
export function ActButton({
  file,
  act,
  label,
  doneLabel,
  detail,
  tone,
  fields,
  isDecision = true,
  bodyOf,
}: ActButtonProps) {
  const t = useT();
  const receipt = useReceipt();
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({});
  const { send, isBusy, problem, reset } = useCommand<object>(`/api/v1/recommendations/${file.id}/${act}`);
  const lacking = fields.filter((field) => !field.isOptional && isEmpty(values[field.name]));

  async function submit(): Promise<void> {
    setTried(true);
    if (lacking.length > 0) return;
    const body = nested(values);
    const answer = await send(bodyOf ? bodyOf(body) : body, isDecision ? { expectedLength: file.length } : {});
    if (!answer) return;
    setTried(false);
    setValues({});
    setOpen(false);
    receipt(doneLabel, answer);
  }

  return (
    <>
      <Button
        tone={tone ?? 'secondary'}
        onClick={() => {
          reset();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <FormSheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={label}
        sendLabel={label}
        {...(tone === 'danger' && { tone })}
        onSend={submit}
        isBusy={isBusy}
        problem={problem}
      >
        {detail && <p>{detail}</p>}
        {fields.map((field) => (
          <FieldOf
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            error={
              missing(isTried && lacking.includes(field), t('course.fill')) ??
              problem?.messageAt(`/${field.name.replace('.', '/')}`)
            }
          />
        ))}
      </FormSheet>
    </>
  );
}

interface FieldOfProps {
  readonly field: ActField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

function FieldOf({ field, value, onChange, error }: FieldOfProps) {
  const { label, kind, isOptional } = field;
  const look = { label, error, ...(field.hint && { hint: field.hint }), ...(isOptional && { isOptional }) };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'area':
      return <TextArea {...look} rows={3} lengthMax={2000} value={text} onChange={onChange} />;
    case 'line':
      return <TextField {...look} lengthMax={100} value={text} onChange={onChange} />;
    case 'date':
      return <DateField {...look} value={text === '' ? null : text} onChange={onChange} />;
    case 'money':
      return <MoneyField {...look} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'files':
      return <EvidencePicker {...look} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceRow label={label} error={error} options={field.options ?? []} value={text || null} onChange={onChange} />
      );
  }
}

function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? isBlank(value) : Array.isArray(value) && value.length === 0;
}

/** `document.number` goes into `document`; what was left empty is left out. */
function nested(values: Readonly<Record<string, Value>>): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    const sent = Array.isArray(value) ? evidenceOf(value) : value;
    const [outer = name, inner] = name.split('.');
    body[outer] = inner ? { ...(body[outer] as object | undefined), [inner]: sent } : sent;
  }
  return body;
}
