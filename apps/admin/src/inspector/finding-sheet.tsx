import { type ChecklistItem, type EarlierInFile, type Severity, severities } from '@soat/domain';
import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';
import { ConditionField, extrasBody, FindingExtrasFields, noExtras } from './finding-words.js';
import { numberOf, worded } from './labels.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';

export interface FindingSheetProps {
  readonly inspectionId: string;
  /** Null outside the checklist, where severity, criteria and evidence are the inspector's to give. */
  readonly item: ChecklistItem | null;
  /** What the unit was told before and did not carry out; its text is the criteria, and its check the evidence. */
  readonly earlier?: Pick<EarlierInFile, 'recommendationId' | 'number' | 'text'>;
  readonly onClose: () => void;
}

export function FindingSheet({ inspectionId, item, earlier, onClose }: FindingSheetProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const findings = useCommand(`/api/v1/inspections/${inspectionId}/findings`);
  const evidence = useEvidence(t('inspector.evidence'), item === null && !earlier, item?.evidence.kinds);
  // Of the finding, not of one sending: the same words sent again are the same finding.
  const [findingId] = useState(newCommandKey);
  const [condition, setCondition] = useState(item?.phrases[0]?.vi ?? '');
  const [severity, setSeverity] = useState<Severity>(item?.severity ?? 'major');
  const [criteria, setCriteria] = useState(earlier?.text ?? '');
  const [extras, setExtras] = useState(noExtras);
  const [isChecked, setChecked] = useState(false);

  async function save(): Promise<void> {
    setChecked(true);
    const isEvident = evidence.check();
    if (!isEvident || condition.trim() === '' || (item === null && criteria.trim() === '')) return focusFirstWrong();
    const body = {
      findingId,
      severity,
      condition: condition.trim().normalize('NFC'),
      evidence: evidence.bodies,
      ...extrasBody(extras),
      ...(item ? { itemCode: item.code } : { criteria: criteria.trim().normalize('NFC') }),
      ...(earlier && { earlierRecommendationId: earlier.recommendationId }),
    };
    if (!(await findings.send(body))) return;
    notice(t('inspector.findings.recorded'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={
        item
          ? t('inspector.fail.title', { number: numberOf(item.code) })
          : earlier
            ? t('earlier.finding', { number: earlier.number })
            : t('inspector.findings.outside')
      }
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={findings.isBusy} onClick={() => void save()}>
            {t('inspector.fail.save')}
          </Button>
        </SheetActions>
      }
    >
      {item ? (
        <p>{worded(item.question, language)}</p>
      ) : (
        <TextArea
          label={t('inspector.finding.criteria')}
          rows={2}
          value={criteria}
          onChange={setCriteria}
          lengthMax={1000}
          error={isChecked && criteria.trim() === '' ? t('inspector.finding.criteriaMissing') : undefined}
        />
      )}
      <ConditionField
        phrases={item?.phrases.map((phrase) => phrase.vi) ?? []}
        value={condition}
        onChange={setCondition}
        error={isChecked && condition.trim() === '' ? t('inspector.finding.conditionMissing') : undefined}
      />
      <ChoiceRow
        label={t('inspector.finding.severity')}
        options={severities.map((value) => ({ value, label: t(`inspector.severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <EvidenceField form={evidence} />
      <FindingExtrasFields value={extras} onChange={setExtras} />
      <ErrorPanel problem={findings.problem} />
    </Sheet>
  );
}
