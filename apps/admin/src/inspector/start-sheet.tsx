import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';

/** From this tap on the unit sees the inspection. */
export function StartSheet({ shown, onClose }: { readonly shown: InspectionShown; readonly onClose: () => void }) {
  const t = useT();
  const notice = useNotice();
  const start = useCommand(`/api/v1/inspections/${shown.id}/start`);
  const [place, setPlace] = useState('');

  async function send(): Promise<void> {
    const body = place.trim() ? { place: place.trim().normalize('NFC') } : {};
    if (!(await start.send(body, { expectedLength: shown.length }))) return;
    notice(t('inspector.start.done'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.start.title')}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={start.isBusy} onClick={() => void send()}>
            {t('inspector.start')}
          </Button>
        </SheetActions>
      }
    >
      <p>
        <strong>{shown.file.order.unit.name}</strong>
      </p>
      <p>{t('inspector.start.note')}</p>
      <TextField label={t('inspector.start.place')} isOptional value={place} onChange={setPlace} lengthMax={200} />
      <ErrorPanel problem={start.problem} />
    </Sheet>
  );
}
