import type { ChecklistItem } from '@soat/domain';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { numberOf } from './labels.js';
import { EvidenceField } from './evidence-field.js';
import { useEvidence } from './use-evidence.js';

export interface EvidenceSheetProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly onClose: () => void;
}

/** More evidence for an item, before or after its answer. */
export function EvidenceSheet({ inspectionId, item, onClose }: EvidenceSheetProps) {
  const t = useT();
  const notice = useNotice();
  const capture = useCommand(`/api/v1/inspections/${inspectionId}/evidence`);
  const evidence = useEvidence(t('inspector.evidence'), true, item.evidence.kinds);
  const number = numberOf(item.code);

  async function save(): Promise<void> {
    if (!evidence.check()) return focusFirstWrong();
    if (!(await capture.send({ itemCode: item.code, evidence: evidence.bodies }))) return;
    notice(t('inspector.evidence.added', { number }));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.evidence.addTo', { number })}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={capture.isBusy} onClick={() => void save()}>
            {t('inspector.evidence.add')}
          </Button>
        </SheetActions>
      }
    >
      <EvidenceField form={evidence} />
      <ErrorPanel problem={capture.problem} />
    </Sheet>
  );
}
