import type { LadderEntry } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import type { RecommendationFile } from './recommendation-file.js';

/** Every reminder, the day it was recorded overdue, and how far up it went; the latest first. */
export function LadderSection({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const titleOf = useTitle();
  return (
    <Card title={t('course.ladder')}>
      {file.ladder.length === 0 && <p>{t('course.ladder.none')}</p>}
      <ol className="log">
        {[...file.ladder].reverse().map((entry) => (
          <li key={`${entry.kind} ${entry.dueOn} ${entry.kind === 'overdue' ? '' : entry.step}`}>
            <time dateTime={entry.takenOn}>{formatDate(entry.takenOn)}</time> {titleOf(entry)}{' '}
            {entry.dueOn !== file.deadline.dueOn && (
              <small>{t('course.ladder.forDue', { date: formatDate(entry.dueOn) })}</small>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useTitle(): (entry: LadderEntry) => string {
  const t = useT();
  return (entry) => {
    if (entry.kind === 'overdue') return t('course.ladder.overdue', { date: formatDate(entry.dueOn) });
    const { step } = entry;
    const to = entry.to
      .map(({ role, name }) => name || t(role === 'implementing' ? 'course.ladder.theUnit' : `course.ladder.${role}`))
      .join(', ');
    return t(entry.kind === 'reminder' ? 'course.ladder.reminder' : 'course.ladder.escalation', { step, to });
  };
}
