import type { ImportedLedger } from '@soat/domain';
import { useId, useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { formatMoney, formatNumber, formatSize } from '../ui/format.js';
import { Icon } from '../ui/icon.js';
import { Facts } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { MoneyField } from '../ui/number-fields.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';

/** What fits into one request once it is written in base64, 68 parts of 60,000 characters. */
const sizeMax = 3_060_000;
const partLengthMax = 60_000;

/** The ledger as the unit handed it in; the server reads it, so that everyone reads it alike. */
export function LedgerSheet({
  inspectionId,
  read,
  onClose,
}: {
  readonly inspectionId: string;
  /** The last ledger the server has read for this inspection. */
  readonly read: ImportedLedger | null;
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
  const [isSent, setSent] = useState(false);
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
    setSent(true);
  }

  if (isSent && read?.ledgerId === ledgerId) {
    const { rows, households, totals, inKind } = read.analysis;
    const told = [
      { name: t('inspector.papers.readRows'), value: formatNumber(rows, language) },
      { name: t('inspector.papers.readHouseholds'), value: formatNumber(households, language) },
      { name: t('inspector.papers.booked'), value: formatMoney(totals.ledger, language) },
      { name: t('inspector.papers.inKind'), value: formatMoney(inKind.booked, language) },
    ];
    return (
      <Sheet
        isOpen
        onClose={onClose}
        title={t('inspector.papers.read')}
        footer={
          <Button tone="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        }
      >
        <p>
          {t(read.file.mediaType === 'text/csv' ? 'inspector.papers.readCsv' : 'inspector.papers.readExcel', {
            name: read.file.name,
          })}
        </p>
        <Facts items={told} />
        <p>{t('inspector.papers.readCheck')}</p>
      </Sheet>
    );
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
              accept=".xlsx,.csv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
