import { earlierUnchecked, earlierUndecided, liveFindings } from '@soat/domain';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCommand, useGet } from '../api/hooks.js';
import type { InspectionShown, SelfCheckShown } from '../api/inspections.js';
import { usePast } from '../api/past.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { CaseTrail } from '../shell/case-trail.js';
import { Button } from '../ui/button.js';
import { dayOf, formatDate, formatRate } from '../ui/format.js';
import { ActionBar, Page, PageHeader } from '../ui/layout.js';
import { Tabs } from '../ui/lists.js';
import { useNotice } from '../ui/notice.js';
import { ErrorPanel, Loading, ProgressBar } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { type Abilities, abilitiesOf } from './abilities.js';
import { ChecklistPart } from './checklist-part.js';
import { ConclusionPart, hasPapers } from './conclusion-part.js';
import { ConfirmSheet } from './confirm-sheet.js';
import { EarlierChecks } from './earlier-checks.js';
import { EarlierPart } from './earlier-part.js';
import { FindingsPart } from './findings-part.js';
import './inspector.css';
import { IssueSheet } from './issue-sheet.js';
import { toneOfStatus } from './labels.js';
import { MinutesPart } from './minutes-part.js';
import { MinutesSheet } from './minutes-sheet.js';
import { OrderPart } from './order-part.js';
import { ReasonSheet } from './reason-sheet.js';
import { RecommendationsPart } from './recommendations-part.js';
import { MoreSheet } from './more-sheet.js';
import { SelfCheckPart } from './self-check-part.js';
import type { Step } from './step.js';
import { stepsAbout, stepsOf } from './steps.js';
import { StepSheet } from './step-sheet.js';
import { StartSheet } from './start-sheet.js';

export function InspectionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const shown = useGet<InspectionShown>(`/api/v1/inspections/${id}`);
  if (shown.data) return <InspectionScreen shown={shown.data} />;
  return (
    <Page>
      {shown.error && <PageHeader backTo="/kiem-tra" backLabel={t('inspector.backToList')} title={shown.error.title} />}
      <ErrorPanel problem={shown.error} {...(shown.error?.isUnanswered && { onRetry: () => void shown.refetch() })} />
      {shown.isPending && <Loading />}
    </Page>
  );
}

type Part = 'conclusion' | 'checklist' | 'selfCheck' | 'findings' | 'minutes' | 'recommendations' | 'order';
type Decision = 'start' | 'suspend' | 'end' | 'sign' | 'refuse' | 'issue' | 'close' | 'cancel';

function InspectionScreen({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const person = usePerson();
  // What is compared as it stands now says nothing of a past day.
  const past = usePast();
  const may = abilitiesOf(shown, person);
  // On the long path the unit reads what was sent to it, not the checklist as it is filled in.
  const isTold = shown.file.order.procedure.path === 'long' && person.unitId === shown.file.order.unit.id;
  const [part, setPart] = useState<Part>(isTold ? 'conclusion' : partOf(shown));
  const [decision, setDecision] = useState<Decision | null>(null);
  const { file, status } = shown;
  const { order } = file;
  const [step, setStep] = useState<Step | null>(null);
  const [isMore, setMore] = useState(false);
  const steps = stepsOf(shown, person, dayOf(new Date().toISOString()), t);
  const findings = liveFindings(file).length + shown.proposed.length;
  const compared = useGet<{ readonly data: SelfCheckShown | null }>(
    file.isStarted && !isTold && !past ? `/api/v1/inspections/${shown.id}/self-check-comparison` : null,
  );
  const beside = compared.data?.data ?? null;
  return (
    <Page>
      <PageHeader
        backTo="/kiem-tra"
        backLabel={t('inspector.backToList')}
        kicker={t(`inspector.type.${order.type}`)}
        title={order.unit.name}
        note={
          <>
            {t('inspector.row.ordered', { number: order.number, on: formatDate(order.signedOn) })}
            {' · '}
            <Link to={`/don-vi/${order.unit.id}`}>{t('inspector.unitFile')}</Link>
          </>
        }
        tags={
          <>
            <Tag tone={toneOfStatus[status]}>{t(`inspector.status.${status}`)}</Tag>
            {!file.isStarted && status === 'ordered' && order.procedure.teamFrom === 'outside' && (
              <Tag>{t('inspector.hidden')}</Tag>
            )}
          </>
        }
      />
      {status === 'suspended' && (
        <p className="banner banner-soon">{t('inspector.suspended', { reason: file.suspendedFor ?? '' })}</p>
      )}
      {status === 'cancelled' && (
        <p className="banner">{t('inspector.cancelled', { reason: file.cancelledFor ?? '' })}</p>
      )}
      {shown.file.isStarted ? <EarlierChecks shown={shown} mayCheck={may.record} /> : <EarlierPart shown={shown} />}
      {file.isStarted && !isTold && <ScoreBoard shown={shown} />}
      <Tabs
        label={t('inspector.part.label')}
        tabs={[
          ...(isTold ? [] : [{ value: 'checklist' as const, label: t('inspector.part.checklist') }]),
          {
            value: 'findings',
            label: t('inspector.part.findings'),
            ...(findings > 0 && { count: findings }),
            ...(shown.proposed.length > 0 && { tone: 'soon' as const }),
          },
          ...(beside ? [{ value: 'selfCheck' as const, label: t('inspector.part.selfCheck') }] : []),
          { value: 'minutes', label: t('inspector.part.minutes') },
          ...(order.procedure.path === 'long' || hasPapers(file)
            ? [{ value: 'conclusion' as const, label: t('inspector.part.conclusion') }]
            : []),
          {
            value: 'recommendations',
            label: t('inspector.part.recommendations'),
            ...(file.recommendations.length > 0 && { count: file.recommendations.length }),
          },
          { value: 'order', label: t('inspector.part.order') },
        ]}
        value={part}
        onChange={setPart}
      >
        <div className="part">
          {part === 'checklist' && <ChecklistPart shown={shown} isOpen={may.record} />}
          {part === 'selfCheck' && beside && <SelfCheckPart shown={shown} beside={beside} />}
          {part === 'findings' && <FindingsPart shown={shown} may={may} steps={steps} onStep={setStep} />}
          {part === 'minutes' && <MinutesPart shown={shown} />}
          {part === 'conclusion' && <ConclusionPart shown={shown} steps={steps} onStep={setStep} />}
          {part === 'recommendations' && <RecommendationsPart shown={shown} />}
          {part === 'order' && (
            <OrderPart
              shown={shown}
              steps={steps}
              onStep={setStep}
              cancel={
                may.cancel && (
                  <Button tone="danger" onClick={() => setDecision('cancel')}>
                    {t('inspector.cancel')}
                  </Button>
                )
              }
            />
          )}
        </div>
      </Tabs>
      <CaseTrail />
      <Actions
        shown={shown}
        may={may}
        steps={steps}
        onDecide={setDecision}
        onStep={setStep}
        onPart={setPart}
        onMore={() => setMore(true)}
      />
      {isMore && (
        <MoreSheet
          steps={stepsAbout(steps, 'more')}
          first={
            may.suspend && (
              <Button
                isWide
                onClick={() => {
                  setMore(false);
                  setDecision('suspend');
                }}
              >
                {t('inspector.suspend')}
              </Button>
            )
          }
          onClose={() => setMore(false)}
          onChoose={(chosen) => {
            setMore(false);
            setStep(chosen);
          }}
        />
      )}
      {step && (
        <StepSheet
          key={step.path}
          shown={shown}
          step={step}
          onClose={() => setStep(null)}
          onDone={() => setPart(partAfter(step, part))}
        />
      )}
      <DecisionSheet
        shown={shown}
        decision={decision}
        onClose={() => {
          setDecision(null);
          if (decision === 'sign' || decision === 'refuse') setPart('minutes');
          if (decision === 'issue') setPart('recommendations');
        }}
      />
    </Page>
  );
}

/** Where what was just recorded can be read. */
function partAfter({ command, place }: Step, part: Part): Part {
  if (command === 'DeclareConflictOfInterest') return 'order';
  // What stood with a paper, a person or a finding is read there.
  return place === 'next' || place === 'more' ? 'conclusion' : part;
}

/** Where the work is. */
function partOf({ status, file }: InspectionShown): Part {
  if (status === 'fieldwork-ended') return 'findings';
  if (file.order.procedure.path === 'long' && file.minutes) return 'conclusion';
  return file.minutes ? 'recommendations' : 'checklist';
}

function ScoreBoard({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const language = useLanguage();
  const { score, file } = shown;
  const items = file.order.checklist.items.length;
  const done = items - score.unanswered;
  const failed = score.applicable - score.passed;
  return (
    <section className="score" aria-label={t('inspector.score.label')}>
      <ProgressBar
        label={t('inspector.score.label')}
        value={done}
        max={items}
        text={t('inspector.score.done', { done, items })}
      />
      <div className="tags">
        <Tag tone="done">{t('inspector.score.passed', { count: score.passed })}</Tag>
        <Tag tone={failed > 0 ? 'overdue' : 'neutral'}>{t('inspector.score.failed', { count: failed })}</Tag>
        <Tag>{t('inspector.score.notApplicable', { count: score.notApplicable })}</Tag>
        {score.unanswered > 0 ? (
          <Tag tone="soon">{t('inspector.score.left', { count: score.unanswered })}</Tag>
        ) : (
          <Tag tone="info">
            {t('inspector.score.share', { rate: formatRate(score.passed, score.applicable, language) })}
          </Tag>
        )}
      </div>
    </section>
  );
}

interface ActionsProps {
  readonly shown: InspectionShown;
  readonly may: Abilities;
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
  readonly onDecide: (decision: Decision) => void;
  readonly onPart: (part: Part) => void;
  readonly onMore: () => void;
}

/** What can be decided now, the likeliest first; nothing at all for whoever only reads. */
function Actions({ shown, may, steps, onDecide, onStep, onPart, onMore }: ActionsProps) {
  const t = useT();
  const notice = useNotice();
  const resume = useCommand(`/api/v1/inspections/${shown.id}/resume`);
  const { unanswered } = shown.score;
  const unchecked = earlierUnchecked(shown.file).length;
  const undecided = earlierUndecided(shown.file).length;
  const next = stepsAbout(steps, 'next');
  const more = stepsAbout(steps, 'more');
  const isAny =
    may.start || may.resume || may.end || may.conclude || may.issue || may.close || next.length > 0 || more.length > 0;
  if (!isAny) return null;

  // The server would refuse; what is missing is said before anyone signs anything.
  function end(): void {
    if (unanswered > 0) {
      notice(t('inspector.end.unanswered', { count: unanswered }), { tone: 'info' });
      onPart('checklist');
      const next = shown.file.order.checklist.items.find((item) => !shown.file.answers[item.code]);
      // The part has to be there before it can be scrolled to.
      requestAnimationFrame(() => next && document.getElementById(next.code)?.scrollIntoView({ block: 'center' }));
    } else if (unchecked > 0 || undecided > 0) {
      const said =
        unchecked > 0 ? t('earlier.left', { count: unchecked }) : t('earlier.undecided', { count: undecided });
      notice(said, { tone: 'info' });
      document.getElementById('earlier')?.scrollIntoView({ block: 'start' });
    } else if (shown.proposed.length > 0) {
      notice(t('inspector.end.proposed', { count: shown.proposed.length }), { tone: 'info' });
      onPart('findings');
    } else onDecide('end');
  }

  return (
    <>
      <ErrorPanel problem={resume.problem} />
      <ActionBar>
        {may.start && (
          <Button tone="primary" onClick={() => onDecide('start')}>
            {t('inspector.start')}
          </Button>
        )}
        {may.resume && (
          <Button
            tone="primary"
            isBusy={resume.isBusy}
            onClick={async () => {
              if (await resume.send({}, { expectedLength: shown.length })) notice(t('inspector.resume.done'));
            }}
          >
            {t('inspector.resume')}
          </Button>
        )}
        {may.end && (
          <Button tone="primary" onClick={end}>
            {t('inspector.end')}
          </Button>
        )}
        {may.conclude && (
          <>
            <Button tone="primary" icon="pen" onClick={() => onDecide('sign')}>
              {t('inspector.minutes.sign')}
            </Button>
            <Button onClick={() => onDecide('refuse')}>{t('inspector.minutes.refuse')}</Button>
          </>
        )}
        {may.issue && (
          <Button tone="primary" onClick={() => onDecide('issue')}>
            {t('inspector.rec.issue')}
          </Button>
        )}
        {may.close && (
          <Button tone="primary" onClick={() => onDecide('close')}>
            {t('inspector.close')}
          </Button>
        )}
        {next.map((step, index) => (
          <Button
            key={step.path}
            {...(index === 0 && !may.issue && !may.close && { tone: 'primary' as const })}
            onClick={() => onStep(step)}
          >
            {t(step.title)}
          </Button>
        ))}
        {may.suspend && more.length === 0 && (
          <Button onClick={() => onDecide('suspend')}>{t('inspector.suspend')}</Button>
        )}
        {more.length > 0 && (
          <Button label={t('path.moreSpoken', { count: more.length + (may.suspend ? 1 : 0) })} onClick={onMore}>
            {t('path.more')}
          </Button>
        )}
      </ActionBar>
    </>
  );
}

interface DecisionSheetProps {
  readonly shown: InspectionShown;
  readonly decision: Decision | null;
  readonly onClose: () => void;
}

function DecisionSheet({ shown, decision, onClose }: DecisionSheetProps) {
  const t = useT();
  const { id, length } = shown;
  const path = (command: string) => `/api/v1/inspections/${id}/${command}`;
  switch (decision) {
    case null:
      return null;
    case 'start':
      return <StartSheet shown={shown} onClose={onClose} />;
    case 'sign':
    case 'refuse':
      return <MinutesSheet shown={shown} kind={decision} onClose={onClose} />;
    case 'issue':
      return <IssueSheet shown={shown} onClose={onClose} />;
    case 'suspend':
      return (
        <ReasonSheet
          title={t('inspector.suspend.title')}
          path={path('suspend')}
          expectedLength={length}
          confirm={t('inspector.suspend')}
          done={t('inspector.suspend.done')}
          onClose={onClose}
        />
      );
    case 'cancel':
      return (
        <ReasonSheet
          title={t('inspector.cancel')}
          path={path('cancel')}
          expectedLength={length}
          confirm={t('inspector.cancel')}
          tone="danger"
          done={t('inspector.cancel.done')}
          onClose={onClose}
        />
      );
    case 'end':
      return (
        <ConfirmSheet
          title={t('inspector.end.title')}
          note={t('inspector.end.note')}
          path={path('end')}
          expectedLength={length}
          confirm={t('inspector.end')}
          done={t('inspector.end.done')}
          onClose={onClose}
        />
      );
    case 'close':
      return (
        <ConfirmSheet
          title={t('inspector.close.title')}
          note={t('inspector.close.note')}
          path={path('close')}
          expectedLength={length}
          confirm={t('inspector.close')}
          done={t('inspector.close.done')}
          onClose={onClose}
        />
      );
  }
}
