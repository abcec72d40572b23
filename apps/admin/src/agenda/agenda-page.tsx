import type { AgendaRow, Regime, Task } from '@soat/domain';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type Pages, usePages } from '../api/use-pages.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { areaOf } from '../session/areas.js';
import { usePerson } from '../session/session.js';
import { formatDate, formatDaysLeft } from '../ui/format.js';
import { capital } from '../unit/marks.js';
import { Card, CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { Filters, useFilter } from './filters.js';
import { MoreButton } from '../unit/more-button.js';

/** One task, as the API tells it. */
interface Entry
  extends Pick<AgendaRow, 'id' | 'category' | 'unitId' | 'unitName' | 'number' | 'title' | 'regime'>,
    Task {
  readonly isOverdue: boolean;
  readonly workingDaysLeft: number | null;
}

/** The API's own "due soon". */
const dueSoonDaysMax = 3;

/** What waits for this person, and by when. */
export function AgendaPage() {
  const t = useT();
  const person = usePerson();
  const pages = usePages<Entry>('/api/v1/agenda', { limit: 100 });
  const rows = pages.rows ?? [];
  const groups = [
    { title: 'agenda.overdue', rows: rows.filter(({ isOverdue }) => isOverdue) },
    { title: 'agenda.dated', rows: rows.filter(({ dueOn, isOverdue }) => dueOn !== null && !isOverdue) },
    { title: 'agenda.undated', rows: rows.filter(({ dueOn }) => dueOn === null) },
  ] as const;
  return (
    <Page>
      <PageHeader
        backTo={areaOf[person.role]}
        backLabel={t('common.back')}
        title={t('agenda.title')}
        note={t('agenda.note')}
      />
      <Answered pages={pages} nothing={t('agenda.nothing')}>
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Section key={group.title} title={t(group.title)} count={group.rows.length}>
              <Entries rows={group.rows} />
            </Section>
          ))}
      </Answered>
    </Page>
  );
}

const regimes: readonly Regime[] = ['state-inspection', 'sectoral-check', 'internal-check', 'self-check'];
const deadlineKinds = [
  'announce',
  'fieldwork',
  'report',
  'draft',
  'respond',
  'conclude',
  'publish',
  'plan',
  'remedy',
  'verify',
] as const;

/** Every deadline that runs, the earliest first. */
export function DeadlinesPage() {
  const t = useT();
  const person = usePerson();
  const [search] = useSearchParams();
  const [kind, setKind] = useFilter('loai');
  const [late, setLate] = useFilter('qua-han');
  const [regime, setRegime] = useFilter('che-do');
  const pages = usePages<Entry>('/api/v1/deadlines', {
    limit: 100,
    unitId: search.get('don-vi'),
    kind,
    overdue: late && late === '1',
    regime,
  });
  return (
    <Page width="wide">
      <PageHeader
        backTo={areaOf[person.role]}
        backLabel={t('common.back')}
        title={t('deadlines.title')}
        note={t('deadlines.note')}
      />
      <Filters
        selects={[
          {
            label: t('deadlines.kind'),
            value: kind,
            onChange: setKind,
            options: deadlineKinds.map((value) => ({ value, label: t(`agenda.kind.${value}`) })),
          },
          {
            label: t('deadlines.late'),
            value: late,
            onChange: setLate,
            options: [
              { value: '1', label: t('deadlines.late.1') },
              { value: '0', label: t('deadlines.late.0') },
            ],
          },
          {
            label: t('deadlines.regime'),
            value: regime,
            onChange: setRegime,
            options: regimes.map((value) => ({ value, label: t(`deadlines.regime.${value}`) })),
          },
        ]}
      />
      <Answered pages={pages} nothing={t('deadlines.nothing')}>
        <Section title={t('deadlines.list')} {...(!pages.hasMore && { count: (pages.rows ?? []).length })}>
          <Entries rows={pages.rows ?? []} isGrid />
        </Section>
      </Answered>
    </Page>
  );
}

interface AnsweredProps {
  readonly pages: Pages<unknown>;
  readonly nothing: string;
  readonly children: ReactNode;
}

/** The rows once they have come, what went wrong, or that there is nothing. */
export function Answered({ pages, nothing, children }: AnsweredProps) {
  const { rows, problem, retry } = pages;
  if (!rows) return problem ? <ErrorPanel problem={problem} onRetry={retry} /> : <Loading />;
  if (rows.length === 0) return <EmptyState title={nothing} />;
  return (
    <>
      {children}
      <ErrorPanel problem={problem} onRetry={retry} />
      <MoreButton pages={pages} />
    </>
  );
}

function Entries({ rows, isGrid = false }: { readonly rows: readonly Entry[]; readonly isGrid?: boolean }) {
  const t = useT();
  const language = useLanguage();
  return (
    <CardList isGrid={isGrid}>
      {rows.map((row) => (
        <Card
          key={`${row.id} ${row.kind}`}
          kicker={`${row.number} · ${row.unitName}`}
          title={t(`agenda.kind.${row.kind}`)}
          to={`${row.category === 'inspection' ? '/kiem-tra' : '/kien-nghi'}/${row.id}`}
          tone={toneOf(row)}
          tags={<DueTag entry={row} />}
        >
          <p>{row.title[language]}</p>
          <small>
            {row.dueOn
              ? t('agenda.due', { on: formatDate(row.dueOn) })
              : t('agenda.since', { on: formatDate(row.since) })}
            {row.originalDueOn !== null && row.originalDueOn !== row.dueOn && (
              <> · {t('agenda.original', { on: formatDate(row.originalDueOn) })}</>
            )}
          </small>
        </Card>
      ))}
    </CardList>
  );
}

function DueTag({ entry }: { readonly entry: Entry }) {
  const t = useT();
  const language = useLanguage();
  const { workingDaysLeft, isOverdue } = entry;
  if (workingDaysLeft === null) return null;
  // Overdue since Friday, read on a Saturday: no working day has passed.
  const text =
    isOverdue && workingDaysLeft === 0 ? t('unit.overdueToday') : capital(formatDaysLeft(workingDaysLeft, language));
  return <Tag tone={toneOf(entry)}>{text}</Tag>;
}

function toneOf({ isOverdue, workingDaysLeft }: Entry): Tone {
  if (isOverdue) return 'overdue';
  return workingDaysLeft !== null && workingDaysLeft <= dueSoonDaysMax ? 'soon' : 'neutral';
}
