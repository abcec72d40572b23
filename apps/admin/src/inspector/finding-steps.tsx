import type { Finding } from '@soat/domain';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { useNotice } from '../ui/notice.js';
import { ErrorPanel } from '../ui/states.js';
import { Tag } from '../ui/tag.js';

export type FindingReason = 'dispute' | 'reject-dispute' | 'accept-dispute';

/** How far a finding has come since it was recorded. */
export function FindingTags({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const { confirmedBy, acceptedBy, dispute, amendments, recurrence } = finding;
  return (
    <>
      {recurrence && (
        <Tag tone={recurrence.kind === 'inherited' ? 'neutral' : 'repeat'}>{t(`path.finding.${recurrence.kind}`)}</Tag>
      )}
      {amendments.length > 0 && <Tag>{t('path.finding.amended')}</Tag>}
      {acceptedBy && <Tag tone="done">{t('path.finding.accepted')}</Tag>}
      {dispute && !dispute.decision && <Tag tone="soon">{t('path.finding.disputed')}</Tag>}
      {dispute?.decision?.outcome === 'rejected' && <Tag>{t('path.finding.rejected')}</Tag>}
      {confirmedBy && !acceptedBy && !dispute && <Tag tone="info">{t('path.finding.confirmed')}</Tag>}
    </>
  );
}

export interface FindingStepsProps {
  readonly shown: InspectionShown;
  readonly finding: Finding;
  readonly onReason: (kind: FindingReason) => void;
}

/** What this person can do with a finding once it is recorded: confirm it, or for the unit accept and dispute it. */
export function FindingSteps({ shown, finding, onReason }: FindingStepsProps) {
  const t = useT();
  const person = usePerson();
  const notice = useNotice();
  const path = `/api/v1/inspections/${shown.id}/findings/${finding.findingId}`;
  const confirm = useCommand(`${path}/confirm`);
  const accept = useCommand(`${path}/accept`);
  const { file, status, mayAsk } = shown;
  const isBarred = file.conflicts.some(({ personId }) => personId === person.id);
  const isOnTeam = !isBarred && file.team.some(({ personId, role }) => personId === person.id && role !== 'supervisor');
  const isOver = status === 'closed' || status === 'cancelled' || file.conclusion !== null;
  const isJudge = (isOnTeam || person.role === 'leadership') && finding.recordedBy !== person.id;
  const isRecommended = file.recommendations.some(({ findingIds }) => findingIds.includes(finding.findingId));
  const isToSay =
    person.unitId === file.order.unit.id && finding.communicatedOn !== null && !finding.acceptedBy && !finding.dispute;
  const isDisputed = finding.dispute !== null && finding.dispute.decision === null;
  const mayConfirm =
    mayAsk.includes('ConfirmFinding') &&
    isJudge &&
    finding.confirmedBy === null &&
    file.order.procedure.path === 'long' &&
    ['in-fieldwork', 'fieldwork-ended', 'minutes-signed', 'minutes-refused'].includes(status);
  if (isOver) return null;

  async function send(command: typeof confirm): Promise<void> {
    if (await command.send({})) notice(t('path.done'));
  }

  return (
    <>
      {mayConfirm && (
        <Button icon="check" isBusy={confirm.isBusy} onClick={() => void send(confirm)}>
          {t('path.finding.confirm')}
        </Button>
      )}
      {isToSay && mayAsk.includes('AcceptFinding') && (
        <Button icon="check" isBusy={accept.isBusy} onClick={() => void send(accept)}>
          {t('path.finding.accept')}
        </Button>
      )}
      {isToSay && !isRecommended && mayAsk.includes('DisputeFinding') && (
        <Button onClick={() => onReason('dispute')}>{t('path.finding.dispute')}</Button>
      )}
      {isDisputed && isJudge && mayAsk.includes('RejectDispute') && (
        <>
          <Button onClick={() => onReason('reject-dispute')}>{t('path.finding.rejectDispute')}</Button>
          <Button onClick={() => onReason('accept-dispute')}>{t('path.finding.withdraw')}</Button>
        </>
      )}
      <ErrorPanel problem={confirm.problem ?? accept.problem} />
    </>
  );
}
