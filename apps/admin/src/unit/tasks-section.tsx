import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatDate } from '../ui/format.js';
import { Section } from '../ui/layout.js';
import { ProgressBar } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { ActButton } from './act-button.js';
import type { Offers, RecommendationFile } from './recommendation-file.js';
import { ObstacleSheet, PlanSheet, ProgressSheet, ProofSheet } from './task-sheets.js';

const provedStatuses: readonly RecommendationFile['status'][] = [
  'awaiting-verification',
  'verified',
  'effective',
  'implemented',
];

export type Task = 'plan' | 'progress' | 'obstacle' | 'proof';

interface TasksSectionProps {
  readonly file: RecommendationFile;
  readonly offers: Offers;
  /** The reader is of the unit, so these are things to do rather than to look at. */
  readonly isOfUnit: boolean;
  /** The button for the proof stands at the foot of the window. */
  readonly isProofBelow: boolean;
  readonly opened: Task | null;
  readonly onOpen: (task: Task | null) => void;
}

/** The unit's work on a recommendation, a task a row; each opens its form and leads back here. */
export function TasksSection({ file, offers, isOfUnit, isProofBelow, opened, onOpen }: TasksSectionProps) {
  const t = useT();
  const { plan, progress, obstacle } = file;
  const proof = file.proofs.at(-1);
  const isProved = proof !== undefined && provedStatuses.includes(file.status);
  const done = [plan !== null, progress?.percent === 100 || isProved, isProved].filter(Boolean).length;
  const sheet = (task: Task) => ({ file, isOpen: opened === task, onClose: () => onOpen(null) });
  const button = (task: Task, label: string) =>
    offers[task] === 'may' && (
      <Button tone={task === 'proof' ? 'primary' : 'secondary'} onClick={() => onOpen(task)}>
        {label}
      </Button>
    );

  return (
    <Section title={t(isOfUnit ? 'unit.tasks' : 'unit.tasksOfUnit')} aside={t('unit.tasksDone', { done, all: 3 })}>
      <ul className="tasks">
        <TaskRow
          name={t('unit.task.plan')}
          state={plan ? <PlanState file={file} /> : <Tag>{t('unit.state.none')}</Tag>}
          action={
            <>
              {button('plan', t(plan ? 'unit.do.planAgain' : 'unit.do.plan'))}
              {offers.approvePlan === 'may' && !file.planReview && <PlanReview file={file} />}
            </>
          }
        >
          {plan ? (
            <>
              <p>{t('unit.planSaid', { responsible: plan.responsible, date: formatDate(plan.plannedOn) })}</p>
              <p className="task-text">{plan.steps}</p>
              {plan.cause && (
                <p className="task-text">
                  {t('unit.field.cause')}: {plan.cause}
                </p>
              )}
            </>
          ) : (
            <p>{t('unit.planNone')}</p>
          )}
        </TaskRow>
        <TaskRow
          name={t('unit.task.progress')}
          state={
            progress?.percent === 100 || isProved ? (
              t('unit.state.done')
            ) : progress ? (
              <Tag tone="info">{t('unit.state.doing')}</Tag>
            ) : (
              <Tag>{t('unit.state.none')}</Tag>
            )
          }
          action={button('progress', t('unit.do.progress'))}
        >
          {progress ? (
            <>
              {!isProved && (
                <ProgressBar
                  label={t('unit.task.progress')}
                  value={progress.percent}
                  max={100}
                  text={`${progress.percent}%`}
                />
              )}
              <p className="task-text">{progress.note}</p>
            </>
          ) : (
            <p>{t('unit.progressNone')}</p>
          )}
        </TaskRow>
        <TaskRow
          name={t('unit.task.obstacle')}
          state={obstacle ? <Tag tone="soon">{t('unit.state.obstacle')}</Tag> : t('unit.state.noObstacle')}
          action={button('obstacle', t('unit.do.obstacle'))}
        >
          <p className="task-text">{obstacle ?? t('unit.obstacleNone')}</p>
        </TaskRow>
        <TaskRow
          name={t('unit.task.proof')}
          state={<ProofState file={file} isProved={isProved} />}
          action={!isProofBelow && button('proof', t('unit.do.proofShort'))}
        >
          <p>
            {proof === undefined
              ? t('unit.proofNone')
              : file.status === 'returned' || file.status === 'partly-implemented'
                ? t('unit.proofAgain', { round: proof.round })
                : t('unit.proofSaid', {
                    round: proof.round,
                    count: proof.evidence.length,
                    date: formatDate(proof.submittedOn),
                  })}
          </p>
        </TaskRow>
      </ul>
      <PlanSheet {...sheet('plan')} />
      <ProgressSheet {...sheet('progress')} />
      <ObstacleSheet {...sheet('obstacle')} />
      <ProofSheet {...sheet('proof')} />
    </Section>
  );
}

function PlanState({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  if (!file.planReview) return t('unit.state.done');
  return file.planReview.isApproved ? (
    <Tag tone="done">{t('course.plan.approved')}</Tag>
  ) : (
    <Tag tone="overdue">{t('course.plan.returned')}</Tag>
  );
}

function PlanReview({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  return (
    <div className="decisions">
      <ActButton
        file={file}
        act="plan-approval"
        label={t('course.plan.approve')}
        doneLabel={t('course.plan.approvedDone')}
        fields={[{ name: 'note', label: t('course.plan.note'), kind: 'area', isOptional: true }]}
      />
      <ActButton
        file={file}
        act="plan-return"
        tone="danger"
        label={t('course.plan.return')}
        doneLabel={t('course.plan.returnedDone')}
        fields={[{ name: 'reason', label: t('course.plan.reason'), kind: 'area' }]}
      />
    </div>
  );
}

function ProofState({ file, isProved }: { readonly file: RecommendationFile; readonly isProved: boolean }) {
  const t = useT();
  if (file.status === 'awaiting-verification') return <Tag tone="info">{t('unit.state.sent')}</Tag>;
  if (isProved) return t('unit.state.done');
  if (file.status === 'returned' || file.status === 'partly-implemented')
    return <Tag tone="overdue">{t('unit.state.missing')}</Tag>;
  return <Tag>{t('unit.state.none')}</Tag>;
}

interface TaskRowProps {
  readonly name: string;
  /** Plain words once done, a tag while something is left. */
  readonly state: ReactNode;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function TaskRow({ name, state, action, children }: TaskRowProps) {
  return (
    <li className="task">
      <div className="task-head">
        <h3>{name}</h3>
        <span>{state}</span>
      </div>
      <div className="task-body">{children}</div>
      {action}
    </li>
  );
}
