import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { dayOf } from '../ui/format.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';

export interface MinutesSheetProps {
  readonly shown: InspectionShown;
  readonly kind: 'sign' | 'refuse';
  readonly onClose: () => void;
}

/** The end of the inspection on paper: signed, signed with a reservation, or refused before a witness. */
export function MinutesSheet({ shown, kind, onClose }: MinutesSheetProps) {
  const t = useT();
  const notice = useNotice();
  const { id, file, length } = shown;
  const isRefusal = kind === 'refuse';
  const send = useCommand(`/api/v1/inspections/${id}/${isRefusal ? 'minutes-refusal' : 'minutes'}`);
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(dayOf(new Date().toISOString()));
  // The minutes are a Vietnamese document whatever language the screen is in.
  const [leadTitle, setLeadTitle] = useState('Trưởng đoàn kiểm tra');
  const [representative, setRepresentative] = useState(file.order.unit.headName ?? '');
  const [representativeTitle, setRepresentativeTitle] = useState('');
  const [opinion, setOpinion] = useState<'agrees' | 'reserves'>('agrees');
  const [words, setWords] = useState('');
  const [witness, setWitness] = useState('');
  const [witnessTitle, setWitnessTitle] = useState('');
  const [isChecked, setChecked] = useState(false);
  const needsWords = isRefusal || opinion === 'reserves';
  const missing = (text: string) => (isChecked && text.trim() === '' ? t('inspector.minutes.missing') : undefined);

  async function save(): Promise<void> {
    setChecked(true);
    const needed = [leadTitle, representative, representativeTitle];
    if (needsWords) needed.push(words);
    if (isRefusal) needed.push(witness, witnessTitle);
    if (signedOn === null || needed.some((text) => text.trim() === '')) return focusFirstWrong();
    const shared = {
      ...(number.trim() && { number: number.trim() }),
      signedOn,
      leadTitle: leadTitle.trim(),
      unitRepresentative: { name: representative.trim(), title: representativeTitle.trim() },
    };
    const said = words.trim().normalize('NFC');
    const body = isRefusal
      ? { ...shared, reason: said, witness: { name: witness.trim(), title: witnessTitle.trim() } }
      : { ...shared, ...(needsWords && { reservation: said }) };
    if (!(await send.send(body, { expectedLength: length }))) return;
    notice(t(isRefusal ? 'inspector.minutes.refusedDone' : 'inspector.minutes.done'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t(isRefusal ? 'inspector.minutes.refuseTitle' : 'inspector.minutes.signTitle')}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={send.isBusy} onClick={() => void save()}>
            {t(isRefusal ? 'common.save' : 'inspector.minutes.sign')}
          </Button>
        </SheetActions>
      }
    >
      <p className="field-hint">{t('inspector.minutes.final')}</p>
      <TextField
        label={t('inspector.minutes.number')}
        hint={t('inspector.minutes.numberHint')}
        isOptional
        value={number}
        onChange={setNumber}
        lengthMax={60}
      />
      <DateField
        label={t('inspector.minutes.signedOn')}
        value={signedOn}
        onChange={setSignedOn}
        error={isChecked && signedOn === null ? t('inspector.minutes.missing') : undefined}
      />
      <TextField
        label={t('inspector.minutes.leadTitle')}
        value={leadTitle}
        onChange={setLeadTitle}
        lengthMax={200}
        error={missing(leadTitle)}
      />
      <TextField
        label={t('inspector.minutes.representative')}
        value={representative}
        onChange={setRepresentative}
        lengthMax={100}
        error={missing(representative)}
      />
      <TextField
        label={t('inspector.minutes.representativeTitle')}
        value={representativeTitle}
        onChange={setRepresentativeTitle}
        lengthMax={200}
        error={missing(representativeTitle)}
      />
      {isRefusal ? (
        <>
          <TextArea
            label={t('inspector.minutes.reason')}
            rows={3}
            value={words}
            onChange={setWords}
            lengthMax={4000}
            error={missing(words)}
          />
          <TextField
            label={t('inspector.minutes.witness')}
            value={witness}
            onChange={setWitness}
            lengthMax={100}
            error={missing(witness)}
          />
          <TextField
            label={t('inspector.minutes.witnessTitle')}
            value={witnessTitle}
            onChange={setWitnessTitle}
            lengthMax={200}
            error={missing(witnessTitle)}
          />
        </>
      ) : (
        <>
          <ChoiceRow
            label={t('inspector.minutes.opinion')}
            options={[
              { value: 'agrees', label: t('inspector.minutes.agrees') },
              { value: 'reserves', label: t('inspector.minutes.reserves') },
            ]}
            value={opinion}
            onChange={setOpinion}
          />
          {opinion === 'reserves' && (
            <TextArea
              label={t('inspector.minutes.reservation')}
              rows={4}
              value={words}
              onChange={setWords}
              lengthMax={4000}
              error={missing(words)}
            />
          )}
        </>
      )}
      <ErrorPanel problem={send.problem} />
    </Sheet>
  );
}
