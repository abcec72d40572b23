import type { Finding } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';

export interface OnSiteSheetProps {
  readonly inspectionId: string;
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Put right before the team left: what was done, and a photo of it. */
export function OnSiteSheet({ inspectionId, finding, onClose }: OnSiteSheetProps) {
  const t = useT();
  const notice = useNotice();
  const correction = useCommand(`/api/v1/inspections/${inspectionId}/findings/${finding.findingId}/correction-on-site`);
  const after = useEvidence(t('inspector.findings.onSiteAfter'), true);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);

  async function save(): Promise<void> {
    setChecked(true);
    const isEvident = after.check();
    if (!isEvident || note.trim() === '') return focusFirstWrong();
    if (!(await correction.send({ note: note.trim().normalize('NFC'), after: after.bodies }))) return;
    notice(t('inspector.findings.onSiteDone'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.findings.onSiteTitle', { number: finding.number })}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={correction.isBusy} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </SheetActions>
      }
    >
      <p>{finding.condition}</p>
      <TextArea
        label={t('inspector.findings.onSiteWhat')}
        rows={3}
        value={note}
        onChange={setNote}
        lengthMax={2000}
        error={isChecked && note.trim() === '' ? t('inspector.minutes.missing') : undefined}
      />
      <EvidenceField form={after} />
      <ErrorPanel problem={correction.problem} />
    </Sheet>
  );
}
