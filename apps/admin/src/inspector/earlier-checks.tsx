import { type EarlierChecked, type EarlierInFile, earlierOutcomes, earlierUndecided } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { TextArea } from '../ui/text-field.js';
import { EvidenceField } from './evidence-field.js';
import { FindingSheet } from './finding-sheet.js';
import { ReasonSheet } from './reason-sheet.js';
import { useEvidence } from './use-evidence.js';

type Outcome = EarlierChecked['outcome'];

const tones: Readonly<Record<Outcome, Tone>> = {
  'carried-out': 'done',
  partly: 'soon',
  'not-carried-out': 'repeat',
  'not-due': 'neutral',
};

/** What the unit was told before, loaded when fieldwork began: each is gone back to on site. */
export function EarlierChecks({ shown, mayCheck }: { readonly shown: InspectionShown; readonly mayCheck: boolean }) {
  const t = useT();
  const [open, setOpen] = useState<{ readonly what: 'check' | 'find' | 'dismiss'; readonly of: EarlierInFile } | null>(
    null,
  );
  const { earlier } = shown.file;
  const undecided = earlierUndecided(shown.file);
  const left = earlier.filter(({ check }) => check === null).length + undecided.length;
  const close = () => setOpen(null);
  if (earlier.length === 0) return null;
  return (
    <details id="earlier" className="fold" open={mayCheck && left > 0}>
      <summary>
        <h2>
          {t('earlier.loaded')}
          <span className={left > 0 ? 'count count-soon' : 'count'}>{left > 0 ? left : earlier.length}</span>
        </h2>
      </summary>
      <CardList>
        {earlier.map((loaded) => (
          <Card
            key={loaded.recommendationId}
            kicker={`${loaded.number} · ${loaded.inspectionNumber}`}
            title={loaded.text}
            tags={
              loaded.check && (
                <Tag tone={tones[loaded.check.outcome]}>{t(`earlier.outcome.${loaded.check.outcome}`)}</Tag>
              )
            }
            actions={
              mayCheck && (
                <>
                  {undecided.includes(loaded) && (
                    <>
                      <Button tone="primary" onClick={() => setOpen({ what: 'find', of: loaded })}>
                        {t('inspector.findings.record')}
                      </Button>
                      <Button onClick={() => setOpen({ what: 'dismiss', of: loaded })}>
                        {t('inspector.findings.dismiss')}
                      </Button>
                    </>
                  )}
                  <Button onClick={() => setOpen({ what: 'check', of: loaded })}>
                    {t(loaded.check ? 'earlier.checkAgain' : 'earlier.check')}
                  </Button>
                </>
              )
            }
          >
            <p className="page-note">{loaded.findings.map(({ condition }) => condition).join(' · ')}</p>
            <small>{t(`earlier.status.${loaded.status}`, { on: formatDate(loaded.settledOn ?? loaded.dueOn) })}</small>
            {loaded.check?.note && <p>{loaded.check.note}</p>}
            {loaded.dismissedFor !== null && (
              <p>{t('inspector.findings.dismissedFor', { reason: loaded.dismissedFor })}</p>
            )}
          </Card>
        ))}
      </CardList>
      {open?.what === 'check' && <CheckSheet inspectionId={shown.id} loaded={open.of} onClose={close} />}
      {open?.what === 'find' && <FindingSheet inspectionId={shown.id} item={null} earlier={open.of} onClose={close} />}
      {open?.what === 'dismiss' && (
        <ReasonSheet
          title={t('earlier.dismissTitle', { number: open.of.number })}
          path={`/api/v1/inspections/${shown.id}/earlier/${open.of.recommendationId}/dismissal`}
          confirm={t('inspector.findings.dismiss')}
          done={t('earlier.dismissDone')}
          onClose={close}
        />
      )}
    </details>
  );
}

interface CheckSheetProps {
  readonly inspectionId: string;
  readonly loaded: EarlierInFile;
  readonly onClose: () => void;
}

function CheckSheet({ inspectionId, loaded, onClose }: CheckSheetProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(`/api/v1/inspections/${inspectionId}/earlier/${loaded.recommendationId}`);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isFailing = outcome === 'partly' || outcome === 'not-carried-out';
  const evidence = useEvidence(t('inspector.evidence'), isFailing);
  const isNoteMissing = loaded.check !== null && note.trim() === '';

  async function send(): Promise<void> {
    setChecked(true);
    const isProven = evidence.check();
    if (outcome === null || !isProven || isNoteMissing) return focusFirstWrong();
    const body = {
      outcome,
      ...(note.trim() !== '' && { note: note.trim().normalize('NFC') }),
      ...(evidence.bodies.length > 0 && { evidence: evidence.bodies }),
    };
    if (!(await command.send(body))) return;
    notice(t('earlier.done'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('earlier.sheet', { number: loaded.number })}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void send()}>
            {t('common.save')}
          </Button>
        </SheetActions>
      }
    >
      <p>{loaded.text}</p>
      <ChoiceRow
        label={t('earlier.outcome')}
        options={earlierOutcomes
          .filter((value) => value !== 'not-due' || !loaded.isDue)
          .map((value) => ({ value, label: t(`earlier.outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        error={isChecked && outcome === null ? t('earlier.outcomeMissing') : undefined}
      />
      <TextArea
        label={t('earlier.noteLabel')}
        value={note}
        onChange={setNote}
        lengthMax={2000}
        error={isChecked && isNoteMissing ? t('earlier.noteMissing') : undefined}
      />
      <EvidenceField form={evidence} />
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}
