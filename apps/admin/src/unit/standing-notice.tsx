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
      return <ReturnedNotice file={file} />;
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
