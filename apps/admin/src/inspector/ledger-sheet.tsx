import { useId, useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { formatSize } from '../ui/format.js';
import { Icon } from '../ui/icon.js';
import { useNotice } from '../ui/notice.js';
import { MoneyField } from '../ui/number-fields.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';

/** What fits into one request once it is written in base64, four parts of 60,000 characters. */
const sizeMax = 180_000;
const partLengthMax = 60_000;

/** The ledger as the unit handed it in; the server reads it, so that everyone reads it alike. */
export function LedgerSheet({
  inspectionId,
  onClose,
}: {
  readonly inspectionId: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const id = useId();
  const [ledgerId] = useState(newCommandKey);
  const [file, setFile] = useState<File | null>(null);
  const [bankTotal, setBankTotal] = useState<number | null>(null);
  const [isChecked, setChecked] = useState(false);
  const ledger = useCommand(`/api/v1/inspections/${inspectionId}/ledger`);
  const complaint = !file
    ? isChecked && t('inspector.papers.fileMissing')
    : file.size > sizeMax && t('inspector.papers.fileTooLarge', { size: formatSize(sizeMax, language) });

  async function save(): Promise<void> {
    setChecked(true);
    if (!file || file.size > sizeMax) return focusFirstWrong();
    const body = {
      ledgerId,
      name: file.name.normalize('NFC'),
      content: partsOf(await base64Of(file)),
      ...(bankTotal !== null && { bankTotal }),
    };
    if (!(await ledger.send(body))) return;
    notice(t('inspector.papers.ledgerDone'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.papers.ledger')}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={ledger.isBusy} onClick={() => void save()}>
            {t('inspector.papers.ledger')}
          </Button>
        </SheetActions>
      }
    >
      <fieldset
        className={complaint ? 'field field-wrong' : 'field'}
        aria-describedby={complaint ? `${id}-error` : undefined}
      >
        <legend>{t('inspector.papers.file')}</legend>
        <div className="field-hint">{t('inspector.papers.ledgerNote')}</div>
        <div className="evidence-add">
          <label className="button button-secondary">
            <Icon name="file" />
            <span>{t('evidence.addFile')}</span>
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
        </div>
        <output className="field-echo">{file && `${file.name} · ${formatSize(file.size, language)}`}</output>
        {complaint && (
          <div className="field-error" id={`${id}-error`}>
            {complaint}
          </div>
        )}
      </fieldset>
      <MoneyField
        label={t('inspector.papers.bankTotal')}
        hint={t('inspector.papers.bankTotalHint')}
        isOptional
        value={bankTotal}
        onChange={setBankTotal}
      />
      <ErrorPanel problem={ledger.problem} />
    </Sheet>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function partsOf(text: string): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / partLengthMax));
  return Array.from({ length: count }, (_, part) => text.slice(part * partLengthMax, (part + 1) * partLengthMax));
}
