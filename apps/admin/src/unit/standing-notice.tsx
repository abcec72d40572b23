import type { ReturnReason } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { Icon } from '../ui/icon.js';
import { formatDay } from './marks.js';
import type { RecommendationFile } from './recommendation-file.js';

/** Where the case stands, when that decides what is to do: first of all, every reason of a return, by its point. */
export function StandingNotice({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const round = file.proofs.at(-1)?.round ?? 0;
  switch (file.status) {
    case 'returned':
      return file.effectiveness?.isConfirmed === false ? (
        <p className="standing standing-overdue">{t('course.effect.failed', { reason: file.effectiveness.note })}</p>
      ) : (
        <ReturnedNotice file={file} />
      );
    case 'partly-implemented':
      return (
        <section className="standing standing-overdue">
          <h2>
            <Icon name="alert" />
            {t('course.partly.title', { count: file.missing.length })}
          </h2>
          <ReasonList reasons={file.missing} />
        </section>
      );
    case 'plan-returned':
      return (
        <p className="standing standing-overdue">
          {t('unit.status.plan-returned')}: {file.planReview?.note}
        </p>
      );
    case 'suspended':
      return <SuspendedNotice file={file} />;
    case 'sanction-proposed':
    case 'sanction-decided':
      return <SanctionNotice file={file} />;
    case 'effective':
      return (
        <p className="standing standing-done">{t('course.effect.said', { note: file.effectiveness?.note ?? '' })}</p>
      );
    case 'not-implemented':
      return (
        <p className="standing standing-repeat">
          {t('unit.notImplementedNote', { reason: file.notImplementedFor ?? '' })}
        </p>
      );
    case 'implemented':
      return <p className="standing standing-done">{t('unit.implementedNote')}</p>;
    case 'awaiting-verification':
      return (
        <p className="standing standing-info">
          {t('unit.awaitingNote', { round, date: formatDay(file.proofs.at(-1)?.submittedOn ?? '') })}
        </p>
      );
    case 'verified':
      return <p className="standing standing-done">{t('unit.verifiedNote', { round })}</p>;
    default:
      return null;
  }
}

function SuspendedNotice({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const last = file.suspensions.at(-1);
  if (!last) return null;
  const { suspendedOn, document, note } = last;
  return (
    <p className="standing standing-info">
      {t('course.suspend.said', { date: formatDay(suspendedOn), number: document.number, note })}
    </p>
  );
}

function SanctionNotice({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const { sanction } = file;
  if (!sanction) return null;
  const { kind, against, reason, decision } = sanction;
  return (
    <section className="standing standing-repeat">
      <p>{t('unit.notImplementedNote', { reason: file.notImplementedFor ?? '' })}</p>
      <p>{t('course.sanction.said', { kind: t(`course.sanction.kind.${kind}`), against, reason })}</p>
      {decision && (
        <p>
          {t('course.sanction.decision', {
            number: decision.document.number,
            kind: t(`course.sanction.kind.${decision.kind ?? 'none'}`),
            note: decision.note,
          })}
        </p>
      )}
    </section>
  );
}

function ReturnedNotice({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const last = file.returns.at(-1);
  if (!last) return null;
  return (
    <section className="standing standing-overdue">
      <h2>
        <Icon name="alert" />
        {t('unit.returnedTitle', { returns: file.returns.length, reasons: last.reasons.length })}
      </h2>
      <p>{t('unit.returnedBy', { name: file.names[last.by] ?? last.by, round: last.round })}</p>
      <ReasonList reasons={last.reasons} />
      <p>{t('unit.whatNext')}</p>
    </section>
  );
}

export function ReasonList({ reasons }: { readonly reasons: readonly ReturnReason[] }) {
  const t = useT();
  return (
    <ol className="reasons">
      {reasons.map(({ point, reason }) => (
        <li key={`${point ?? ''} ${reason}`}>
          <span className="reason-point">{point ?? t('unit.otherReason')}</span>
          {reason}
        </li>
      ))}
    </ol>
  );
}
