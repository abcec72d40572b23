import type { LegalDate } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { DateField } from '../ui/date-field.js';
import { EvidencePicker, type PickedFile } from '../ui/evidence-picker.js';
import { formatDate } from '../ui/format.js';
import { NumberField } from '../ui/number-fields.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import type { RecommendationFile } from './recommendation-file.js';

interface TaskSheetProps {
  readonly file: RecommendationFile;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface PlanBody {
  readonly steps: string;
  readonly responsible: string;
  readonly plannedOn: LegalDate;
  readonly cause?: string;
}

export function PlanSheet({ file, isOpen, onClose }: TaskSheetProps) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<PlanBody>(`/api/v1/recommendations/${file.id}/plan`);
  const [steps, setSteps] = useState(file.plan?.steps ?? '');
  const [responsible, setResponsible] = useState(file.plan?.responsible ?? '');
  const [plannedOn, setPlannedOn] = useState<LegalDate | null>(file.plan?.plannedOn ?? null);
  const [cause, setCause] = useState(file.plan?.cause ?? '');
  const [isTried, setTried] = useState(false);
  const { dueOn } = file.deadline;

  async function submit(): Promise<void> {
    setTried(true);
    if (isBlank(steps) || isBlank(responsible) || !plannedOn) return;
    const answer = await send({ steps, responsible, plannedOn, ...(!isBlank(cause) && { cause }) });
    if (!answer) return;
    setTried(false);
    onClose();
    receipt(t('unit.sent.plan'), answer);
  }

  return (
    <FormSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('unit.task.plan')}
      sendLabel={t('unit.send.plan')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <TextArea
        label={t('unit.field.steps')}
        hint={t('unit.field.stepsHint')}
        value={steps}
        onChange={setSteps}
        lengthMax={4000}
        error={missing(isTried && isBlank(steps), t('unit.missing.steps')) ?? problem?.messageAt('/steps')}
      />
      <TextField
        label={t('unit.field.responsible')}
        hint={t('unit.field.responsibleHint')}
        value={responsible}
        onChange={setResponsible}
        lengthMax={100}
        error={
          missing(isTried && isBlank(responsible), t('unit.missing.responsible')) ?? problem?.messageAt('/responsible')
        }
      />
      <div className="field-with-note">
        <DateField
          label={t('unit.field.plannedOn')}
          value={plannedOn}
          onChange={setPlannedOn}
          error={missing(isTried && !plannedOn, t('unit.missing.plannedOn')) ?? problem?.messageAt('/plannedOn')}
        />
        {plannedOn && plannedOn > dueOn && (
          <p className="field-caution">{t('unit.field.plannedLate', { date: formatDate(dueOn) })}</p>
        )}
      </div>
      <TextArea
        label={t('unit.field.cause')}
        hint={t('unit.field.causeHint')}
        isOptional
        rows={3}
        value={cause}
        onChange={setCause}
        lengthMax={2000}
      />
    </FormSheet>
  );
}

export function ProgressSheet({ file, isOpen, onClose }: TaskSheetProps) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<{ readonly percent: number; readonly note: string }>(
    `/api/v1/recommendations/${file.id}/progress`,
  );
  const [percent, setPercent] = useState<number | null>(file.progress?.percent ?? null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (percent === null || isBlank(note)) return;
    const answer = await send({ percent, note });
    if (!answer) return;
    setTried(false);
    setNote('');
    onClose();
    receipt(t('unit.sent.progress'), answer);
  }

  return (
    <FormSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('unit.task.progress')}
      sendLabel={t('unit.send.progress')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <NumberField
        label={t('unit.field.percent')}
        value={percent}
        onChange={setPercent}
        max={100}
        suffix="%"
        error={missing(isTried && percent === null, t('unit.missing.percent')) ?? problem?.messageAt('/percent')}
      />
      <TextArea
        label={t('unit.field.progressNote')}
        value={note}
        onChange={setNote}
        lengthMax={2000}
        error={missing(isTried && isBlank(note), t('unit.missing.progressNote')) ?? problem?.messageAt('/note')}
      />
    </FormSheet>
  );
}

export function ObstacleSheet({ file, isOpen, onClose }: TaskSheetProps) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<{ readonly note: string }>(
    `/api/v1/recommendations/${file.id}/obstacles`,
  );
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (isBlank(note)) return;
    const answer = await send({ note });
    if (!answer) return;
    setTried(false);
    setNote('');
    onClose();
    receipt(t('unit.sent.obstacle'), answer);
  }

  return (
    <FormSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('unit.task.obstacle')}
      sendLabel={t('unit.send.obstacle')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <TextArea
        label={t('unit.field.obstacle')}
        hint={t('unit.field.obstacleHint')}
        value={note}
        onChange={setNote}
        lengthMax={2000}
        error={missing(isTried && isBlank(note), t('unit.missing.obstacle')) ?? problem?.messageAt('/note')}
      />
    </FormSheet>
  );
}

interface ProofBody {
  readonly note: string;
  readonly evidence: readonly (PickedFile & { readonly kind: 'photo' | 'video' | 'document' })[];
}

export function ProofSheet({ file, isOpen, onClose }: TaskSheetProps) {
  const t = useT();
  const receipt = useReceipt();
  const { send, isBusy, problem } = useCommand<ProofBody>(`/api/v1/recommendations/${file.id}/proof`);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [isTried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (isBlank(note) || files.length === 0) return;
    const answer = await send({ note, evidence: evidenceOf(files) });
    if (!answer) return;
    setTried(false);
    setNote('');
    setFiles([]);
    onClose();
    receipt(t('unit.sent.proof'), answer);
  }

  return (
    <FormSheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('unit.do.proofShort')}
      sendLabel={t('unit.send.proof')}
      onSend={submit}
      isBusy={isBusy}
      problem={problem}
    >
      <div className="points">
        <h3>{t('unit.points')}</h3>
        <ol>
          {file.order.verificationPoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      </div>
      <TextArea
        label={t('unit.field.proofNote')}
        hint={t('unit.field.proofNoteHint')}
        value={note}
        onChange={setNote}
        lengthMax={4000}
        error={missing(isTried && isBlank(note), t('unit.missing.proofNote')) ?? problem?.messageAt('/note')}
      />
      <EvidencePicker
        label={t('unit.field.files')}
        hint={t('unit.field.filesHint')}
        value={files}
        onChange={setFiles}
        error={missing(isTried && files.length === 0, t('unit.missing.files')) ?? problem?.messageAt('/evidence')}
      />
    </FormSheet>
  );
}

/** Picked files as the API takes them. */
export function evidenceOf(files: readonly PickedFile[]) {
  return files.map((each) => ({ ...each, kind: kindOf(each) }));
}

function kindOf({ mediaType }: PickedFile): 'photo' | 'video' | 'document' {
  if (mediaType.startsWith('image/')) return 'photo';
  return mediaType.startsWith('video/') ? 'video' : 'document';
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

export function missing(isMissing: boolean, message: string): string | undefined {
  return isMissing ? message : undefined;
}
