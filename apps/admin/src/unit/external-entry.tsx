import {
  type ExternalIssuer,
  externalIssuers,
  type RecommendationKind,
  recommendationKinds,
  type Severity,
  severities,
} from '@soat/domain';
import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { type PickedUnit, UnitPicker } from '../inspector/unit-picker.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { EvidencePicker, type PickedFile } from '../ui/evidence-picker.js';
import { MoneyField } from '../ui/number-fields.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import { evidenceOf, isBlank, missing } from './task-sheets.js';

/** Enters what the state audit or an inspectorate recommends, from its document, with the date the document sets. */
export function ExternalEntry() {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('course.enter')}</Button>
      {isOpen && <EntryForm onClose={() => setOpen(false)} />}
    </>
  );
}

function EntryForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<object>('/api/v1/recommendations/external');
  const [id] = useState(newCommandKey);
  const [issuer, setIssuer] = useState<ExternalIssuer>('state-audit');
  const [issuerName, setIssuerName] = useState('');
  const [title, setTitle] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [number, setNumber] = useState('');
  const [kind, setKind] = useState<RecommendationKind>('collect-money');
  const [severity, setSeverity] = useState<Severity>('major');
  const [text, setText] = useState('');
  const [points, setPoints] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [amount, setAmount] = useState<number | null>(null);
  const [unit, setUnit] = useState<readonly PickedUnit[]>([]);
  const [lead, setLead] = useState<readonly PickedUnit[]>([]);
  const [isTried, setTried] = useState(false);
  const verificationPoints = [...new Set(points.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const needed = (isMissing: boolean, path: string) =>
    missing(isTried && isMissing, t('course.fill')) ?? problem?.messageAt(path);

  async function submit(): Promise<void> {
    setTried(true);
    const unitId = unit[0]?.id;
    const leadUnitId = lead[0]?.id;
    const isWritten = [issuerName, title, documentNumber, number, text].every((each) => !isBlank(each));
    if (!isWritten || !signedOn || !dueOn || !unitId || !leadUnitId) return;
    if (verificationPoints.length === 0 || files.length === 0 || (kind === 'collect-money' && !amount)) return;
    const answer = await send({
      id,
      number,
      issuer,
      issuerName,
      document: { number: documentNumber, signedOn, title },
      evidence: evidenceOf(files),
      kind,
      severity,
      text,
      verificationPoints,
      dueOn,
      ...(amount && { amountToRecover: amount }),
      unitId,
      leadUnitId,
    });
    if (!answer) return;
    onClose();
    receipt(t('course.enter.done'), answer);
  }

  return (
    <FormSheet
      isOpen
      onClose={onClose}
      title={t('course.enter')}
      sendLabel={t('course.enter.send')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <ChoiceRow
        label={t('course.enter.issuer')}
        options={externalIssuers.map((value) => ({ value, label: t(`course.enter.issuer.${value}`) }))}
        value={issuer}
        onChange={setIssuer}
      />
      <TextField
        label={t('course.enter.issuerName')}
        value={issuerName}
        onChange={setIssuerName}
        lengthMax={200}
        error={needed(isBlank(issuerName), '/issuerName')}
      />
      <TextField
        label={t('course.enter.title')}
        value={title}
        onChange={setTitle}
        lengthMax={500}
        error={needed(isBlank(title), '/document/title')}
      />
      <TextField
        label={t('course.document.number')}
        value={documentNumber}
        onChange={setDocumentNumber}
        lengthMax={100}
        error={needed(isBlank(documentNumber), '/document/number')}
      />
      <DateField
        label={t('course.document.on')}
        value={signedOn}
        onChange={setSignedOn}
        error={needed(!signedOn, '/document/signedOn')}
      />
      <EvidencePicker
        label={t('course.enter.files')}
        value={files}
        onChange={setFiles}
        error={needed(files.length === 0, '/evidence')}
      />
      <TextField
        label={t('course.enter.number')}
        value={number}
        onChange={setNumber}
        lengthMax={100}
        error={needed(isBlank(number), '/number')}
      />
      <UnitPicker
        label={t('course.enter.unit')}
        value={unit}
        onChange={setUnit}
        error={needed(unit.length === 0, '/unitId')}
      />
      <TextArea
        label={t('course.enter.text')}
        rows={3}
        value={text}
        onChange={setText}
        lengthMax={4000}
        error={needed(isBlank(text), '/text')}
      />
      <ChoiceRow
        label={t('course.enter.kind')}
        options={recommendationKinds.map((value) => ({ value, label: t(`unit.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'collect-money' && (
        <MoneyField
          label={t('course.enter.amount')}
          value={amount}
          onChange={setAmount}
          error={needed(!amount, '/amountToRecover')}
        />
      )}
      <ChoiceRow
        label={t('course.enter.severity')}
        options={severities.map((value) => ({ value, label: t(`unit.severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <TextArea
        label={t('course.enter.points')}
        rows={3}
        value={points}
        onChange={setPoints}
        error={needed(verificationPoints.length === 0, '/verificationPoints')}
      />
      <DateField label={t('course.enter.dueOn')} value={dueOn} onChange={setDueOn} error={needed(!dueOn, '/dueOn')} />
      <UnitPicker
        label={t('course.enter.lead')}
        value={lead}
        onChange={setLead}
        error={needed(lead.length === 0, '/leadUnitId')}
      />
    </FormSheet>
  );
}
