import type { AnswerValue, ChecklistItem } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { EvidenceBody } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { ConditionField, extrasBody, FindingExtrasFields, noExtras } from './finding-words.js';
import { numberOf, answerText, worded } from './labels.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';
import { SeverityTag } from './severity-tag.js';

export interface Proposal {
  readonly condition: string;
  readonly amountAtRisk: number | null;
  readonly file: EvidenceBody | null;
}

export interface FailSheetProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly value: AnswerValue;
  /** Captured for the item before its answer. */
  readonly evidenceKnown: number;
  /** Of an imported ledger or recorded figures: the words, the sum and the file are there already. */
  readonly proposal?: Proposal | undefined;
  readonly onClose: () => void;
}

/** The quick sheet of a failed item: a photo and save; the words are there already. */
export function FailSheet({ inspectionId, item, value, evidenceKnown, proposal, onClose }: FailSheetProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const answers = useCommand(`/api/v1/inspections/${inspectionId}/answers`);
  const evidence = useEvidence(t('inspector.evidence'), evidenceKnown === 0 && !proposal?.file, item.evidence.kinds);
  // Findings are written in Vietnamese whatever language the screen is in: the unit and the minutes read them.
  const phrases = [...(proposal ? [proposal.condition] : []), ...item.phrases.map((phrase) => phrase.vi)];
  const [condition, setCondition] = useState(phrases[0] ?? '');
  const [extras, setExtras] = useState({ ...noExtras, amountAtRisk: proposal?.amountAtRisk ?? null });
  const [isChecked, setChecked] = useState(false);
  const number = numberOf(item.code);
  const isCritical = item.severity === 'critical';
  const conditionError = isChecked && condition.trim() === '' ? t('inspector.finding.conditionMissing') : undefined;

  async function save(withFinding: boolean): Promise<void> {
    const isEvident = evidence.check();
    setChecked(withFinding);
    if (!isEvident || (withFinding && condition.trim() === '')) return focusFirstWrong();
    const pieces = [...(proposal?.file ? [proposal.file] : []), ...evidence.bodies];
    const finding = { condition: condition.trim().normalize('NFC'), ...extrasBody(extras) };
    const body = { itemCode: item.code, value, evidence: pieces, ...(withFinding && { finding }) };
    if (!(await answers.send(body))) return;
    const outcome = t('inspector.answer.fail');
    notice(withFinding ? t('inspector.fail.saved', { number }) : t('inspector.answer.saved', { number, outcome }));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.fail.title', { number })}
      footer={
        <>
          {!isCritical && (
            <Button isBusy={answers.isBusy} onClick={() => void save(false)}>
              {t('inspector.fail.later')}
            </Button>
          )}
          <Button tone="primary" isBusy={answers.isBusy} onClick={() => void save(true)}>
            {t('inspector.fail.save')}
          </Button>
        </>
      }
    >
      <div className="sheet-lead">
        <p>{worded(item.question, language)}</p>
        <div className="tags">
          <SeverityTag severity={item.severity} />
          {item.answer.kind !== 'yesNo' && <Tag>{answerText(value, item, t, language)}</Tag>}
        </div>
      </div>
      {proposal?.file && <p className="field-hint">{t('inspector.proposal.file', { name: proposal.file.name })}</p>}
      <EvidenceField form={evidence} />
      {evidenceKnown > 0 && <p className="field-hint">{t('inspector.evidence.known', { count: evidenceKnown })}</p>}
      <ConditionField phrases={phrases} value={condition} onChange={setCondition} error={conditionError} />
      <FindingExtrasFields value={extras} onChange={setExtras} />
      <p className="field-hint">{t(isCritical ? 'inspector.fail.auto' : 'inspector.fail.laterNote')}</p>
      <ErrorPanel problem={answers.problem} />
    </Sheet>
  );
}
