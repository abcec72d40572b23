import type { Answer, ChecklistItem } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';
import { draftOf, emptyDraft, valueFrom } from './answer-draft.js';
import { AnswerFields, outcomeOf, Verdict } from './answer-fields.js';
import { numberOf, answerText, worded } from './labels.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';

export interface CorrectionSheetProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly given: Answer;
  readonly evidenceKnown: number;
  readonly onClose: () => void;
}

/** Puts an answer right, with a reason; the former one stays in the history. */
export function CorrectionSheet({ inspectionId, item, given, evidenceKnown, onClose }: CorrectionSheetProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const corrections = useCommand(`/api/v1/inspections/${inspectionId}/corrections`);
  const isSystems = item.answer.kind === 'derived';
  const [isApplicable, setApplicable] = useState(given.status === 'answered' && !isSystems);
  const [draft, setDraft] = useState(given.status === 'answered' ? draftOf(given.value) : emptyDraft);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const value = isApplicable ? valueFrom(item.answer, draft) : null;
  const needsEvidence =
    value !== null &&
    evidenceKnown === 0 &&
    (item.evidence.requiredWhen === 'always' || outcomeOf(item.answer, value) === 'fail');
  const evidence = useEvidence(t('inspector.evidence'), needsEvidence, item.evidence.kinds);
  const number = numberOf(item.code);

  async function save(): Promise<void> {
    setChecked(true);
    const isEvident = evidence.check();
    if (reason.trim() === '' || !isEvident || (isApplicable && value === null)) return focusFirstWrong();
    const body = {
      itemCode: item.code,
      reason: reason.trim().normalize('NFC'),
      evidence: evidence.bodies,
      ...(value && { value }),
      ...(note.trim() && { note: note.trim() }),
    };
    if (!(await corrections.send(body))) return;
    notice(t('inspector.correct.done', { number }));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.correct.title', { number })}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={corrections.isBusy} onClick={() => void save()}>
            {t('inspector.correct')}
          </Button>
        </SheetActions>
      }
    >
      <div className="sheet-lead">
        <p>{worded(item.question, language)}</p>
        <p className="field-hint">
          {t('inspector.correct.was', { value: answerInWords(given, item, t, language) })}.{' '}
          {t('inspector.correct.note')}
        </p>
      </div>
      {isApplicable && (
        <>
          <AnswerFields
            answer={item.answer}
            label={t('inspector.correct.to')}
            draft={draft}
            onChange={setDraft}
            error={isChecked && value === null ? t('inspector.answer.incomplete') : undefined}
          />
          <Verdict answer={item.answer} draft={draft} />
        </>
      )}
      {!isSystems && (
        <label className="check check-single">
          <input type="checkbox" checked={!isApplicable} onChange={() => setApplicable(!isApplicable)} />
          <span>{t('inspector.answer.notApplicable')}</span>
        </label>
      )}
      <TextArea
        label={t('inspector.reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        lengthMax={2000}
        error={isChecked && reason.trim() === '' ? t('inspector.reason.missing') : undefined}
      />
      {isApplicable && (
        <>
          <EvidenceField form={evidence} />
          <TextArea
            label={t('inspector.answer.note')}
            isOptional
            rows={2}
            value={note}
            onChange={setNote}
            lengthMax={2000}
          />
        </>
      )}
      <ErrorPanel problem={corrections.problem} />
    </Sheet>
  );
}

function answerInWords(
  given: Answer,
  item: ChecklistItem,
  t: ReturnType<typeof useT>,
  language: ReturnType<typeof useLanguage>,
): string {
  if (given.status === 'not-applicable') return t('inspector.answer.notApplicable');
  const outcome = t(given.outcome === 'pass' ? 'inspector.answer.pass' : 'inspector.answer.fail');
  return given.value.kind === 'yesNo' ? outcome : `${outcome}, ${answerText(given.value, item, t, language)}`;
}
