import { useGet, type Page as RowsPage } from '../api/hooks.js';
import { usePast } from '../api/past.js';
import type { ProgrammeRow } from '../api/programmes.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList, Page, PageHeader } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { mayPlan } from './programme-adopt-page.js';
import { standingTones, shownStandings } from './programme-standing.js';
import './leader.css';

/** Every programme in sight, the one that ends last first. */
export function ProgrammeListPage() {
  const t = useT();
  const person = usePerson();
  const past = usePast();
  const answer = useGet<RowsPage<ProgrammeRow>>('/api/v1/programmes', { limit: 50 });
  const rows = answer.data?.data;
  return (
    <Page width="wide">
      <PageHeader
        title={t('programme.title')}
        note={t('programme.note')}
        actions={
          mayPlan(person) &&
          !past && (
            <ButtonLink to="/chuong-trinh/moi" tone="primary" icon="plus">
              {t('programme.do.AdoptProgramme')}
            </ButtonLink>
          )
        }
      />
      {!rows && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {rows?.length === 0 && <EmptyState title={t('programme.none')} />}
      {rows && rows.length > 0 && (
        <CardList isGrid>
          {rows.map((row) => (
            <ProgrammeCard key={row.id} row={row} />
          ))}
        </CardList>
      )}
    </Page>
  );
}

function ProgrammeCard({ row }: { readonly row: ProgrammeRow }) {
  const t = useT();
  const { standings } = row;
  return (
    <Card
      to={`/chuong-trinh/${row.id}`}
      kicker={`${row.number} · ${row.bodyName}`}
      title={row.title}
      tags={
        standings &&
        shownStandings
          .filter((standing) => standings[standing] > 0)
          .map((standing) => (
            <Tag key={standing} tone={standingTones[standing]}>
              {t(`programme.standing.${standing}`)}: {standings[standing]}
            </Tag>
          ))
      }
    >
      <p className="card-facts">
        <span>{t('programme.row.period', { from: formatDate(row.period.from), to: formatDate(row.period.to) })}</span>
        <span>{t('programme.row.items', { count: row.items })}</span>
        <span>{t('programme.row.started', { count: row.started })}</span>
      </p>
    </Card>
  );
}
