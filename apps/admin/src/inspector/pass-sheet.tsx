import type { AnswerValue, ChecklistItem } from '@soat/domain';
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
import { numberOf, worded } from './labels.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';

export interface PassSheetProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly value: AnswerValue;
  readonly onClose: () => void;
}

/** For the items that need evidence even when they pass. */
export function PassSheet({ inspectionId, item, value, onClose }: PassSheetProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const answers = useCommand(`/api/v1/inspections/${inspectionId}/answers`);
  const evidence = useEvidence(t('inspector.evidence'), true, item.evidence.kinds);
  const [note, setNote] = useState('');
  const number = numberOf(item.code);
  const outcome = t('inspector.answer.pass');

  async function save(): Promise<void> {
    if (!evidence.check()) return focusFirstWrong();
    const body = { itemCode: item.code, value, evidence: evidence.bodies, ...(note.trim() && { note: note.trim() }) };
    if (!(await answers.send(body))) return;
    notice(t('inspector.answer.saved', { number, outcome }));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`${t('inspector.findings.item', { number })}: ${outcome}`}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={answers.isBusy} onClick={() => void save()}>
            {t('inspector.answer.save')}
          </Button>
        </SheetActions>
      }
    >
      <p>{worded(item.question, language)}</p>
      <p className="field-hint">{t('inspector.evidence.requiredAlways')}</p>
      <EvidenceField form={evidence} />
      <TextArea
        label={t('inspector.answer.note')}
        isOptional
        rows={2}
        value={note}
        onChange={setNote}
        lengthMax={2000}
      />
      <ErrorPanel problem={answers.problem} />
    </Sheet>
  );
}
