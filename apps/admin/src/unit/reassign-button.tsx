import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { type PickedUnit, UnitPicker } from '../inspector/unit-picker.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import type { RecommendationFile } from './recommendation-file.js';
import { isBlank, missing } from './task-sheets.js';

/** Hands a recommendation to other bodies, on a document; the due date goes on. */
export function ReassignButton({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="decisions">
      <Button onClick={() => setOpen(true)}>{t('course.reassign')}</Button>
      {isOpen && <ReassignForm file={file} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ReassignForm({ file, onClose }: { readonly file: RecommendationFile; readonly onClose: () => void }) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<object>(`/api/v1/recommendations/${file.id}/reassignment`);
  const [implementing, setImplementing] = useState<readonly PickedUnit[]>(file.bodies.implementing);
  const [lead, setLead] = useState<readonly PickedUnit[]>([file.bodies.lead]);
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const needed = (isMissing: boolean, path: string) =>
    missing(isTried && isMissing, t('course.fill')) ?? problem?.messageAt(path);

  async function submit(): Promise<void> {
    setTried(true);
    const leadUnitId = lead[0]?.id;
    if (!leadUnitId || implementing.length === 0 || isBlank(reason) || isBlank(number) || !signedOn) return;
    const body = {
      leadUnitId,
      implementingUnitIds: implementing.map(({ id }) => id),
      coordinatingUnitIds: file.bodies.coordinating.map(({ id }) => id),
      reason,
      document: { number, signedOn },
    };
    const answer = await send(body, { expectedLength: file.length });
    if (!answer) return;
    onClose();
    receipt(t('course.reassign.done'), answer);
  }

  return (
    <FormSheet
      isOpen
      onClose={onClose}
      title={t('course.reassign')}
      sendLabel={t('course.reassign')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <p>{t('course.reassign.detail')}</p>
      <UnitPicker
        label={t('unit.implementing')}
        isMany
        value={implementing}
        onChange={setImplementing}
        error={needed(implementing.length === 0, '/implementingUnitIds')}
      />
      <UnitPicker
        label={t('unit.lead')}
        value={lead}
        onChange={setLead}
        error={needed(lead.length === 0, '/leadUnitId')}
      />
      <TextArea
        label={t('course.reassign.reason')}
        rows={3}
        lengthMax={2000}
        value={reason}
        onChange={setReason}
        error={needed(isBlank(reason), '/reason')}
      />
      <TextField
        label={t('course.document.number')}
        lengthMax={100}
        value={number}
        onChange={setNumber}
        error={needed(isBlank(number), '/document/number')}
      />
      <DateField
        label={t('course.document.on')}
        value={signedOn}
        onChange={setSignedOn}
        error={needed(!signedOn, '/document/signedOn')}
      />
    </FormSheet>
  );
}
