import { sanctionKinds, suspensionCauses } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/text-field.js';
import { ActButton } from './act-button.js';
import { FormSheet, useReceipt } from './form-sheet.js';
import { owes } from './marks.js';
import type { Offers, RecommendationFile } from './recommendation-file.js';
import { isBlank, missing } from './task-sheets.js';
import { ReassignButton } from './reassign-button.js';
import { NotYou } from './verification-section.js';

interface SettlingProps {
  readonly file: RecommendationFile;
  readonly offers: Offers;
}

/** Closes what was verified; asks once more, for it cannot be undone. */
export function ClosingSection({ file, offers }: SettlingProps) {
  if (file.status !== 'verified' && file.status !== 'effective') return null;
  return (
    <>
      <Closing file={file} offers={offers} />
      {file.status === 'verified' && offers.confirmEffect === 'may' && <Effect file={file} />}
    </>
  );
}

/** Closes what the unit will not carry out, with the reason. */
export function DroppingSection({ file, offers }: SettlingProps) {
  return (
    <>
      {owes(file.status) && offers.drop === 'may' && <Dropping file={file} />}
      {offers.reassign === 'may' && <ReassignButton file={file} />}
      <Stopping file={file} offers={offers} />
      <Sanctioning file={file} offers={offers} />
    </>
  );
}

function Effect({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  return (
    <div className="decisions">
      <ActButton
        file={file}
        act="effectiveness"
        label={t('course.effect.confirm')}
        doneLabel={t('course.effect.confirmed')}
        fields={[{ name: 'note', label: t('course.effect.note'), kind: 'area' }]}
      />
      <ActButton
        file={file}
        act="effectiveness-denial"
        tone="danger"
        label={t('course.effect.deny')}
        doneLabel={t('course.effect.denied')}
        fields={[{ name: 'reason', label: t('course.effect.reason'), kind: 'area' }]}
      />
    </div>
  );
}

/** Leadership stops the clock on a document, and lets it go on. */
function Stopping({ file, offers }: SettlingProps) {
  const t = useT();
  if (offers.suspend !== 'may' && offers.resume !== 'may') return null;
  return (
    <div className="decisions">
      {offers.suspend === 'may' && (
        <ActButton
          file={file}
          act="suspension"
          label={t('course.suspend')}
          doneLabel={t('course.suspend.done')}
          detail={t('course.suspend.detail')}
          fields={[
            {
              name: 'cause',
              label: t('course.suspend.cause'),
              kind: 'choice',
              options: suspensionCauses.map((value) => ({ value, label: t(`course.suspend.cause.${value}`) })),
            },
            { name: 'document.number', label: t('course.document.number'), kind: 'line' },
            { name: 'document.signedOn', label: t('course.document.on'), kind: 'date' },
            { name: 'note', label: t('course.suspend.note'), kind: 'area' },
          ]}
        />
      )}
      {offers.resume === 'may' && file.status === 'suspended' && (
        <ActButton
          file={file}
          act="resumption"
          tone="primary"
          label={t('course.resume')}
          doneLabel={t('course.resume.done')}
          fields={[{ name: 'note', label: t('course.resume.note'), kind: 'area' }]}
        />
      )}
    </div>
  );
}

/** What follows when it was not implemented. */
function Sanctioning({ file, offers }: SettlingProps) {
  const t = useT();
  const kinds = sanctionKinds.map((value) => ({ value, label: t(`course.sanction.kind.${value}`) }));
  return (
    <>
      {offers.proposeSanction === 'may' && (
        <div className="decisions">
          <ActButton
            file={file}
            act="sanction-proposal"
            label={t('course.sanction.propose')}
            doneLabel={t('course.sanction.proposed')}
            fields={[
              { name: 'kind', label: t('course.sanction.kind'), kind: 'choice', options: kinds },
              { name: 'against', label: t('course.sanction.against'), kind: 'line' },
              { name: 'reason', label: t('course.sanction.reason'), kind: 'area' },
            ]}
          />
        </div>
      )}
      {offers.decideSanction === 'may' && (
        <div className="decisions">
          <ActButton
            file={file}
            act="sanction-decision"
            label={t('course.sanction.decide')}
            doneLabel={t('course.sanction.decided')}
            fields={[
              {
                name: 'kind',
                label: t('course.sanction.kind'),
                kind: 'choice',
                options: [{ value: 'none', label: t('course.sanction.kind.none') }, ...kinds],
              },
              { name: 'document.number', label: t('course.document.number'), kind: 'line' },
              { name: 'document.signedOn', label: t('course.document.on'), kind: 'date' },
              { name: 'note', label: t('course.sanction.note'), kind: 'area' },
            ]}
            bodyOf={({ kind, ...body }) =>
              kind === 'none' ? { ...body, isImposed: false } : { ...body, kind, isImposed: true }
            }
          />
        </div>
      )}
      {offers.decideSanction === 'recommendation.sanction-decided-by-proposer' && (
        <NotYou title={t('course.notYou')} judgement={offers.decideSanction} />
      )}
    </>
  );
}

function Closing({ file, offers }: SettlingProps) {
  const t = useT();
  const receipt = useReceipt();
  const [isOpen, setOpen] = useState(false);
  const { send, isBusy, problem, reset } = useCommand<Readonly<Record<string, never>>>(
    `/api/v1/recommendations/${file.id}/close`,
  );
  if (offers.close !== 'may') return <NotYou title={t('unit.close.notYou')} judgement={offers.close} />;
  const verifier = file.verification?.by ?? '';

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
