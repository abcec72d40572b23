import { type Finding, liveFindings } from '@soat/domain';
import { type ReactNode, useState } from 'react';
import type { InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { type PlainKey, useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatMoney } from '../ui/format.js';
import { Card, CardList, Facts, Section } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import type { Abilities } from './abilities.js';
import { EvidenceList } from './evidence-list.js';
import { type FindingReason, FindingSteps, FindingTags } from './finding-steps.js';
import { FindingSheet } from './finding-sheet.js';
import { numberOf, answerText, worded } from './labels.js';
import { OnSiteSheet } from './on-site-sheet.js';
import { ReasonSheet } from './reason-sheet.js';
import { SeverityTag } from './severity-tag.js';
import { StepButtons } from './more-sheet.js';
import type { Step } from './step.js';
import { stepsAbout } from './steps.js';

type Opened =
  | { readonly sheet: 'record' | 'dismiss'; readonly itemCode: string }
  | { readonly sheet: 'outside' }
  | { readonly sheet: 'on-site' | 'discard' | FindingReason; readonly finding: Finding };

const reasonTitles = {
  dispute: 'path.finding.dispute',
  'reject-dispute': 'path.finding.rejectDispute',
  'accept-dispute': 'path.finding.withdraw',
} as const satisfies Record<FindingReason, PlainKey>;
const reasonPaths = {
  dispute: 'dispute',
  'reject-dispute': 'dispute/reject',
  'accept-dispute': 'dispute/accept',
} as const satisfies Record<FindingReason, string>;

function isReason(sheet: Opened['sheet']): sheet is FindingReason {
  return sheet in reasonPaths;
}

export interface FindingsPartProps {
  readonly shown: InspectionShown;
  readonly may: Abilities;
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
}

/** What was found: what still wants a decision first, then what is recorded, then what was withdrawn. */
export function FindingsPart({ shown, may, steps, onStep }: FindingsPartProps) {
  const t = useT();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, file, length, proposed } = shown;
  const live = liveFindings(file);
  const withdrawn = file.findings.filter((finding) => finding.discarded ?? finding.withdrawn);
  const close = () => setOpened(null);
  const aboutAll = stepsAbout(steps, 'findings');
  const aboutStrengths = stepsAbout(steps, 'strengths');
  const outside = (may.record || aboutAll.length > 0) && (
    <>
      <StepButtons steps={aboutAll} onStep={onStep} tone="quiet" />
      {may.record && (
        <Button icon="plus" onClick={() => setOpened({ sheet: 'outside' })}>
          {t('inspector.findings.outside')}
        </Button>
      )}
    </>
  );
  return (
    <>
      {proposed.length > 0 && (
        <Section title={t('inspector.findings.proposed')} count={proposed.length}>
          <p className="page-note">{t('inspector.findings.proposedNote')}</p>
          <CardList>
            {proposed.map((itemCode) => (
              <Proposal key={itemCode} shown={shown} itemCode={itemCode} canDecide={may.record} onSheet={setOpened} />
            ))}
          </CardList>
        </Section>
      )}
      <Section title={t('inspector.findings.live')} count={live.length} aside={outside}>
        {live.length === 0 ? (
          <EmptyState title={t('inspector.findings.none')} />
        ) : (
          <CardList>
            {live.map((finding) => (
              <FindingCard
                key={finding.findingId}
                shown={shown}
                finding={finding}
                may={may}
                onSheet={setOpened}
                steps={<StepButtons steps={stepsAbout(steps, finding.findingId)} onStep={onStep} of={finding.number} />}
              />
            ))}
          </CardList>
        )}
      </Section>
      {(file.strengths.length > 0 || aboutStrengths.length > 0) && (
        <Section
          title={t('path.strengths')}
          count={file.strengths.length}
          aside={<StepButtons steps={aboutStrengths} onStep={onStep} />}
        >
          {file.strengths.length === 0 ? (
            <p className="page-note">{t('path.strengthsNone')}</p>
          ) : (
            <CardList>
              {file.strengths.map(({ strengthId, number, itemCode, text, evidence, recordedBy }) => (
                <Card
                  key={strengthId}
                  tone="done"
                  kicker={
                    itemCode === null
                      ? number
                      : `${number} · ${t('inspector.findings.item', { number: numberOf(itemCode) })}`
                  }
                  title={text}
                >
                  <EvidenceList evidence={evidence} />
                  <small>{t('inspector.findings.by', { name: shown.names[recordedBy] ?? recordedBy })}</small>
                </Card>
              ))}
            </CardList>
          )}
        </Section>
      )}
      {withdrawn.length > 0 && (
        <Section title={t('inspector.findings.discardedTitle')} count={withdrawn.length}>
          <CardList>
            {withdrawn.map((finding) => (
              <Card key={finding.findingId} kicker={finding.number} title={finding.condition}>
                <p>
                  {t('inspector.findings.discardedFor', {
                    reason: finding.discarded?.reason ?? finding.withdrawn?.reason ?? '',
                  })}
                </p>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      {opened?.sheet === 'outside' && <FindingSheet inspectionId={id} item={null} onClose={close} />}
      {opened?.sheet === 'record' && (
        <FindingSheet
          inspectionId={id}
          item={file.order.checklist.items.find((item) => item.code === opened.itemCode) ?? null}
          onClose={close}
        />
      )}
      {opened?.sheet === 'dismiss' && (
        <ReasonSheet
          title={t('inspector.findings.dismissTitle', { number: numberOf(opened.itemCode) })}
          path={`/api/v1/inspections/${id}/dismissals`}
          body={{ itemCode: opened.itemCode }}
          confirm={t('inspector.findings.dismiss')}
          done={t('inspector.findings.dismissed', { number: numberOf(opened.itemCode) })}
          onClose={close}
        />
      )}
      {opened?.sheet === 'on-site' && <OnSiteSheet inspectionId={id} finding={opened.finding} onClose={close} />}
      {opened && isReason(opened.sheet) && 'finding' in opened && (
        <ReasonSheet
          title={`${t(reasonTitles[opened.sheet])}: ${opened.finding.number}`}
          note={opened.finding.dispute?.reason ?? opened.finding.condition}
          path={`/api/v1/inspections/${id}/findings/${opened.finding.findingId}/${reasonPaths[opened.sheet]}`}
          expectedLength={length}
          confirm={t(reasonTitles[opened.sheet])}
          done={t('path.done')}
          onClose={close}
        />
      )}
      {opened?.sheet === 'discard' && (
        <ReasonSheet
          title={t('inspector.findings.discardTitle', { number: opened.finding.number })}
          note={opened.finding.condition}
          path={`/api/v1/inspections/${id}/findings/${opened.finding.findingId}/discard`}
          expectedLength={length}
          confirm={t('inspector.findings.discard')}
          tone="danger"
          done={t('inspector.findings.discardDone', { number: opened.finding.number })}
          onClose={close}
        />
      )}
    </>
  );
}

function Proposal({
  shown,
  itemCode,
  canDecide,
  onSheet,
}: {
  readonly shown: InspectionShown;
  readonly itemCode: string;
  readonly canDecide: boolean;
  readonly onSheet: (opened: Opened) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const item = shown.file.order.checklist.items.find((candidate) => candidate.code === itemCode);
  const answer = shown.file.answers[itemCode];
  if (!item) return null;
  return (
    <Card
      tone="soon"
      kicker={t('inspector.findings.item', { number: numberOf(itemCode) })}
      title={worded(item.question, language)}
      tags={
        <>
          <SeverityTag severity={item.severity} />
          {answer?.status === 'answered' && answer.value.kind !== 'yesNo' && (
            <Tag>{answerText(answer.value, item, t, language)}</Tag>
          )}
        </>
      }
      actions={
        canDecide && (
          <>
            <Button tone="primary" onClick={() => onSheet({ sheet: 'record', itemCode })}>
              {t('inspector.findings.record')}
            </Button>
            <Button onClick={() => onSheet({ sheet: 'dismiss', itemCode })}>{t('inspector.findings.dismiss')}</Button>
          </>
        )
      }
    />
  );
}

function FindingCard({
  shown,
  finding,
  may,
  onSheet,
  steps,
}: {
  readonly shown: InspectionShown;
  readonly finding: Finding;
  readonly may: Abilities;
  readonly onSheet: (opened: Opened) => void;
  /** What else may be done with it. */
  readonly steps: ReactNode;
}) {
  const t = useT();
  const language = useLanguage();
  const { itemCode, number, severity, correctedOnSite } = finding;
  const where = itemCode
    ? t('inspector.findings.item', { number: numberOf(itemCode) })
    : t('inspector.findings.outsideShort');
  const extras = [
    { name: t('inspector.finding.place'), value: finding.place },
    { name: t('inspector.finding.cause'), value: finding.cause },
    { name: t('inspector.finding.effect'), value: finding.effect },
    {
      name: t('inspector.finding.amount'),
      value: finding.amountAtRisk === null ? null : formatMoney(finding.amountAtRisk, language),
    },
  ].filter((extra) => extra.value !== null);
  return (
    <Card
      kicker={`${number} · ${where}`}
      title={finding.condition}
      tone={severity === 'critical' ? 'overdue' : severity === 'major' ? 'soon' : 'neutral'}
      tags={
        <>
          <SeverityTag severity={severity} />
          {correctedOnSite && <Tag tone="done">{t('inspector.findings.onSite')}</Tag>}
          <FindingTags finding={finding} />
        </>
      }
      actions={
        <>
          <FindingSteps shown={shown} finding={finding} onReason={(sheet) => onSheet({ sheet, finding })} />
          {steps}
          {may.record && (
            <>
              {!correctedOnSite && (
                <Button icon="check" onClick={() => onSheet({ sheet: 'on-site', finding })}>
                  {t('inspector.findings.onSite')}
                </Button>
              )}
              {(severity !== 'critical' || may.withdrawCritical) && (
                <Button
                  label={t('inspector.findings.discardSpoken', { number })}
                  onClick={() => onSheet({ sheet: 'discard', finding })}
                >
                  {t('inspector.findings.discard')}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <p className="page-note">{worded(finding.criteria, language)}</p>
      {extras.length > 0 && <Facts items={extras} />}
      {correctedOnSite && <p>{t('inspector.findings.onSiteNote', { note: correctedOnSite.note })}</p>}
      <EvidenceList evidence={[...finding.evidence, ...(correctedOnSite?.after ?? [])]} />
      <small>{t('inspector.findings.by', { name: shown.names[finding.recordedBy] ?? finding.recordedBy })}</small>
    </Card>
  );
}
