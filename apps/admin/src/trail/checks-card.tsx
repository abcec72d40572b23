import { type Page, useGet } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDateTime, formatNumber } from '../ui/format.js';
import { Card, CardList, Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';

interface Told {
  readonly vi: string;
  readonly en: string;
}

/** GET /trail/integrity-checks. */
interface CheckRow {
  readonly id: string;
  readonly checkedAt: string;
  readonly isClean: boolean;
  readonly events: number;
  readonly checkpoints: number;
  readonly views: number;
  readonly differences: readonly Told[];
  readonly notChecked: readonly Told[];
}

/** What the last checks of the whole store came to, the newest first. */
export function ChecksCard() {
  const t = useT();
  const language = useLanguage();
  const answer = useGet<Page<CheckRow>>('/api/v1/trail/integrity-checks', { limit: 3 });
  const rows = answer.data?.data;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={t('trail.checks')}>
      <p className="page-note">{t('trail.checksNote')}</p>
      {!rows && (answer.error ? <ErrorPanel problem={answer.error} /> : <Loading />)}
      {rows?.length === 0 && <EmptyState title={t('trail.noChecks')} />}
      {rows && rows.length > 0 && (
        <CardList>
          {rows.map((row) => (
            <Card
              key={row.id}
              title={t('trail.checkedAt', { at: formatDateTime(row.checkedAt, language) })}
              tone={row.isClean ? 'done' : 'overdue'}
              tags={
                <Tag tone={row.isClean ? 'done' : 'overdue'}>
                  {t(row.isClean ? 'trail.checkClean' : 'trail.checkDiffers')}
                </Tag>
              }
            >
              <p>
                {t('trail.checkedUpTo', {
                  events: number(row.events),
                  checkpoints: number(row.checkpoints),
                  views: number(row.views),
                })}
              </p>
              {row.differences.length > 0 && (
                <ul className="plain-list">
                  {row.differences.map((each) => (
                    <li key={each.en}>{each[language]}</li>
                  ))}
                </ul>
              )}
              {row.notChecked.length > 0 && (
                <p>{t('trail.notChecked', { what: row.notChecked.map((each) => each[language]).join(', ') })}</p>
              )}
            </Card>
          ))}
        </CardList>
      )}
    </Section>
  );
}
