import type { Deadline } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDate, formatWeekdayDate } from '../ui/format.js';
import { Card, Facts } from '../ui/layout.js';
import { DueTag, dueTone, formatDay, OnTimeTag, owes } from './marks.js';
import type { RecommendationFile } from './recommendation-file.js';

/** The due date in force and the original one, and how they were counted. */
export function DeadlineCard({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const language = useLanguage();
  const { deadline } = file;
  const { dueOn, originalDueOn } = deadline;
  const due = { status: file.status, dueOn, isOverdue: file.isOverdue, workingDaysLeft: file.workingDaysLeft };
  const submittedOn = owes(file.status) ? null : (file.proofs.at(-1)?.submittedOn ?? null);
  const isExtended = dueOn !== originalDueOn;
  const howCounted = useHowCounted(deadline);
  return (
    <Card
      kicker={t('unit.deadline')}
      title={formatWeekdayDate(dueOn, language)}
      tone={owes(file.status) ? dueTone(due) : 'neutral'}
      tags={
        <>
          <DueTag due={due} />
          {submittedOn && <OnTimeTag submittedOn={submittedOn} dueOn={dueOn} originalDueOn={originalDueOn} />}
        </>
      }
    >
      <Facts
        items={[
          {
            name: t('unit.original'),
            value: isExtended ? formatDate(originalDueOn) : `${formatDate(originalDueOn)}, ${t('unit.notExtended')}`,
          },
          { name: t('unit.issuedOn'), value: formatDay(file.issuedAt) },
          { name: t('unit.howCounted'), value: howCounted },
        ]}
      />
      {!deadline.confirmed && <small>{t('unit.unconfirmed')}</small>}
    </Card>
  );
}

/** `15 ngày làm việc kể từ ngày 20/11/2026, trừ 24/11 (Ngày Văn hóa Việt Nam), 6 ngày cuối tuần`. */
function useHowCounted({ rule, startOn, skippedOn }: Deadline): string {
  const t = useT();
  const language = useLanguage();
  const counted = t(`unit.rule.${rule.unit}`, { amount: rule.amount, date: formatDate(startOn) });
  const holidays = skippedOn
    .filter((day) => day.why !== 'weekend')
    .map(({ on, name }) => `${formatDate(on).slice(0, 5)}${name ? ` (${name[language]})` : ''}`);
  const weekends = skippedOn.filter((day) => day.why === 'weekend').length;
  const skipped = [...holidays, ...(weekends > 0 ? [t('unit.skippedWeekends', { count: weekends })] : [])];
  return skipped.length === 0 ? counted : `${counted}; ${t('unit.skipped', { days: skipped.join(', ') })}`;
}
