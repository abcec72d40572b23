import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import type { Step, StepField } from './step.js';
import { AskedField, type Filled, filledWith } from './step-field.js';
import { evidenceBodies } from './use-evidence.js';

export interface StepSheetProps {
  readonly shown: InspectionShown;
  readonly step: Step;
  readonly onClose: () => void;
  /** Once it is recorded, before the sheet closes. */
  readonly onDone?: () => void;
}

/** One step with a file, filled in and sent. What was typed stays until it is taken or given up. */
export function StepSheet({ shown, step, onClose, onDone }: StepSheetProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(`/api/v1/inspections/${shown.id}/${step.path}`);
  const [ownId] = useState(newCommandKey);
  const [rows, setRows] = useState(1);
  const [typed, setTyped] = useState<Readonly<Record<string, Filled>>>({});
  const [isChecked, setChecked] = useState(false);
  const filled = (field: StepField) => typed[field.name] ?? filledWith(field.initial);
  const isEmpty = (field: StepField) => filled(field).text.trim() === '';
  const isMissing = (field: StepField) => !field.isOptional && isEmpty(field);
  const fields = [
    ...step.fields,
    ...Array.from({ length: step.rows ? rows : 0 }, (_, row) => rowOf(step, row)).flatMap((fieldsOfRow, row) =>
      // One row too many does no harm while it is empty.
      row > 0 && fieldsOfRow.every(isEmpty)
        ? fieldsOfRow.map((field) => ({ ...field, isOptional: true }))
        : fieldsOfRow,
    ),
  ];
  const isFile = ({ kind }: StepField) => kind === 'files';
  const body = step.body(
    Object.fromEntries(
      fields.filter((field) => !isFile(field)).map((field) => [field.name, filled(field).text.trim().normalize('NFC')]),
    ),
    Object.fromEntries(fields.filter(isFile).map((field) => [field.name, evidenceBodies(filled(field).files)])),
  );

  async function save(): Promise<void> {
    setChecked(true);
    if (body === null || fields.some(isMissing)) return focusFirstWrong();
    const sent = step.ownId ? { ...body, [step.ownId]: ownId } : body;
    if (!(await command.send(sent, { expectedLength: shown.length }))) return;
    notice(t('path.done'));
    onDone?.();
    onClose();
  }

  function errorOf(field: StepField): string | undefined {
    if (isChecked && isMissing(field)) return t('path.field.missing');
    return command.problem?.messageAt(field.pointer ?? `/${field.name}`);
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t(step.title)}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone={step.tone ?? 'primary'} isBusy={command.isBusy} onClick={() => void save()}>
            {t(step.title)}
          </Button>
        </SheetActions>
      }
    >
      {step.note && <p className="page-note">{step.note}</p>}
      {fields.map((field) => (
        <AskedField
          key={field.name}
          field={field}
          value={filled(field)}
          error={errorOf(field)}
          onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {step.rows && rows < step.rows.max && (
        <div>
          <Button tone="quiet" icon="plus" onClick={() => setRows(rows + 1)}>
            {t(step.rows.add)}
          </Button>
        </div>
      )}
      {isChecked && body === null && step.missing && <p className="field-error">{step.missing}</p>}
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}

/** The fields of one row, each named and labelled with its number. */
function rowOf({ rows }: Step, row: number): readonly StepField[] {
  return (rows?.fields ?? []).map((field) => ({
    ...field,
    name: `${field.name} ${row}`,
    label: row === 0 ? field.label : `${field.label} (${row + 1})`,
    pointer: `/corrections/${row}/${field.name}`,
  }));
}
