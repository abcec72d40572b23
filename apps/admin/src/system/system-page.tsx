import { Link } from 'react-router';
import { useGet } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatNumber } from '../ui/format.js';
import { Page, PageHeader, Section, StatCard, StatRow } from '../ui/layout.js';
import { DataTable } from '../ui/lists.js';
import { ErrorPanel, Loading } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';

interface ProjectionRow {
  readonly name: string;
  readonly position: number;
  readonly lag: number;
  readonly state: 'running' | 'parked' | 'stopped';
}

interface SystemShown {
  readonly head: number;
  readonly projections: readonly ProjectionRow[];
}

const tones: Readonly<Record<ProjectionRow['state'], Tone>> = {
  running: 'done',
  parked: 'overdue',
  stopped: 'neutral',
};

/** How the log and its views stand: for whoever keeps the service running; it shows nothing of any case. */
export function SystemPage() {
  const t = useT();
  const language = useLanguage();
  const answer = useGet<SystemShown>('/api/v1/system');
  const shown = answer.data;
  const parked = shown?.projections.filter(({ state }) => state === 'parked').length ?? 0;
  return (
    <Page>
      <PageHeader title={t('system.title')} note={t('system.note')} />
      {!shown && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {shown && (
        <>
          <ErrorPanel problem={parked > 0 ? { title: t('system.parked'), detail: t('system.parkedNote') } : null} />
          <StatRow>
            <StatCard label={t('system.events')} value={formatNumber(shown.head, language)} />
            <StatCard
              label={t('system.parked')}
              value={formatNumber(parked, language)}
              note={t('system.parkedOf', { count: shown.projections.length })}
              {...(parked > 0 && { tone: 'overdue' as const })}
            />
          </StatRow>
          <Section title={t('system.views')} count={shown.projections.length}>
            <DataTable
              caption={t('system.views')}
              isCaptionHidden
              rows={shown.projections}
              rowKey={({ name }) => name}
              columns={[
                { key: 'name', header: t('system.view'), isRowHeader: true, cell: ({ name }) => <code>{name}</code> },
                {
                  key: 'state',
                  header: t('system.state'),
                  cell: ({ state }) => <Tag tone={tones[state]}>{t(`system.state.${state}`)}</Tag>,
                },
                {
                  key: 'position',
                  header: t('system.position'),
                  isFigure: true,
                  cell: ({ position }) => formatNumber(position, language),
                },
                {
                  key: 'lag',
                  header: t('system.lag'),
                  isFigure: true,
                  cell: ({ lag }) => formatNumber(lag, language),
                },
              ]}
            />
          </Section>
          <p>
            <Link to="/toan-ven">{t('trail.open')}</Link>
          </p>
        </>
      )}
    </Page>
  );
}
