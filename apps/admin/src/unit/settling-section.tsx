import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/text-field.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import { owes } from './marks.js';
import type { Offers, RecommendationFile } from './recommendation-file.js';
import { isBlank, missing } from './task-sheets.js';
import { NotYou } from './verification-section.js';

interface SettlingProps {
  readonly file: RecommendationFile;
  readonly offers: Offers;
}

/** Closes what was verified; asks once more, for it cannot be undone. */
export function ClosingSection({ file, offers }: SettlingProps) {
  return file.status === 'verified' ? <Closing file={file} offers={offers} /> : null;
}

/** Closes what the unit will not carry out, with the reason. */
export function DroppingSection({ file, offers }: SettlingProps) {
  return owes(file.status) && offers.drop === 'may' ? <Dropping file={file} /> : null;
}

function Closing({ file, offers }: SettlingProps) {
  const t = useT();
  const receipt = useReceipt();
  const [isOpen, setOpen] = useState(false);
  const { send, isBusy, problem, reset } = useCommand<Readonly<Record<string, never>>>(
    `/api/v1/recommendations/${file.id}/close`,
  );
  if (offers.close !== 'may') return <NotYou title={t('unit.close.notYou')} judgement={offers.close} />;
  const verifier = file.verified?.by ?? '';

  async function submit(): Promise<void> {
    const answer = await send({}, { expectedLength: file.length });
    if (answer) receipt(t('unit.close.done'), answer);
  }

  return (
    <>
      <div className="decisions">
        <Button
          tone="primary"
          onClick={() => {
            reset();
            setOpen(true);
          }}
        >
          {t('unit.close')}
        </Button>
      </div>
      <FormSheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('unit.close')}
        sendLabel={t('unit.close')}
        onSend={submit}
        isBusy={isBusy}
        problem={problem}
      >
        <p>{t('unit.close.detail', { name: file.names[verifier] ?? verifier })}</p>
      </FormSheet>
    </>
  );
}

function Dropping({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const receipt = useReceipt();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { send, isBusy, problem } = useCommand<{ readonly reason: string }>(
    `/api/v1/recommendations/${file.id}/not-implemented`,
  );

  async function submit(): Promise<void> {
    setTried(true);
    if (isBlank(reason)) return;
    const answer = await send({ reason }, { expectedLength: file.length });
    if (answer) receipt(t('unit.drop.done'), answer);
  }

  return (
    <>
      <div className="decisions">
        <Button tone="danger" onClick={() => setOpen(true)}>
          {t('unit.drop')}
        </Button>
      </div>
      <FormSheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('unit.drop')}
        sendLabel={t('unit.drop')}
        tone="danger"
        onSend={submit}
        isBusy={isBusy}
        problem={problem}
      >
        <p>{t('unit.drop.detail')}</p>
        <TextArea
          label={t('unit.drop.reason')}
          value={reason}
          onChange={setReason}
          lengthMax={2000}
          error={missing(isTried && isBlank(reason), t('unit.missing.reason')) ?? problem?.messageAt('/reason')}
        />
      </FormSheet>
    </>
  );
}
