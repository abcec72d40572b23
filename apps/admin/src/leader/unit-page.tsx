import { type InspectionListRow, sightOf } from '@soat/domain';
import { useParams, useSearchParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import { usePages } from '../api/use-pages.js';
import { useT } from '../i18n/use-t.js';
import { UnitSlider } from '../past/unit-slider.js';
import { usePerson } from '../session/session.js';
import { formatDate } from '../ui/format.js';
import { AwaitedPage } from '../ui/awaited-page.js';
import { CardList, Page, PageHeader } from '../ui/layout.js';
import { Tabs } from '../ui/lists.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { UnitIntegrity } from '../trail/unit-integrity.js';
import { EventTimeline } from '../unit/event-timeline.js';
import { InspectionCard } from '../unit/inspection-card.js';
import { formatDay } from '../unit/marks.js';
import { MoreButton } from '../unit/more-button.js';
import { RecommendationCard } from '../unit/recommendation-card.js';
import type { BoardRow } from '../unit/recommendation-file.js';
import { FiguresRow } from './figures-row.js';
import { figuresOf, type UnitFigures } from './overview.js';
import './leader.css';

const parts = ['timeline', 'recommendations', 'inspections', 'integrity'] as const;

/** One unit: its figures, its history in words, its recommendations and inspections. */
export function UnitPage() {
  const t = useT();
  const { id = '' } = useParams();
  const wayBack = useWayBack();
  const answer = useGet<UnitFigures>(`/api/v1/units/${id}`, {}, { staysFromNowToPast: true });
  if (answer.data) return <Loaded key={id} unit={answer.data} isStale={answer.isPlaceholderData} />;
  return <AwaitedPage width="wide" title={t('leader.column.unit')} {...wayBack} answer={answer} />;
}

function Loaded({ unit, isStale }: { readonly unit: UnitFigures; readonly isStale: boolean }) {
  const t = useT();
  const wayBack = useWayBack();
  const [search, setSearch] = useSearchParams();
  const part = parts.find((known) => known === search.get('phan')) ?? 'timeline';
  const facts = [
    unit.headName && t('leader.head', { name: unit.headName }),
    unit.lastInspectedAt
      ? t('leader.lastInspected', { date: formatDay(unit.lastInspectedAt) })
      : t('leader.notInspected'),
    unit.nextDueOn && t('leader.nextDue', { date: formatDate(unit.nextDueOn) }),
  ];
  return (
    <Page width="wide">
      <PageHeader
        {...wayBack}
        kicker={`${t(`leader.kind.${unit.kind}`)} · ${t('leader.code', { code: unit.code })} · ${t('leader.asOf', { date: formatDate(unit.asOf.on) })}`}
        title={unit.name}
        note={facts.filter(Boolean).join(' · ')}
      />
      <UnitSlider unitId={unit.unitId} />
      <div className={isStale ? 'stale' : undefined} aria-busy={isStale}>
        <FiguresRow figures={figuresOf(unit)} pathOf={(show) => `/viec-can-lam?loc=${show}&don-vi=${unit.unitId}`} />
      </div>
      <Tabs
        label={t('leader.parts')}
        value={part}
        onChange={(next) => setSearch({ phan: next }, { replace: true })}
        tabs={[
          { value: 'timeline', label: t('leader.timeline') },
          { value: 'recommendations', label: t('leader.recommendations'), count: unit.recommendationsIssued },
          { value: 'inspections', label: t('leader.unitInspections') },
          { value: 'integrity', label: t('trail.title') },
        ]}
      >
        <div className="unit-part">
          {part === 'timeline' && <EventTimeline unitId={unit.unitId} isLinked />}
          {part === 'recommendations' && <Recommendations unitId={unit.unitId} />}
          {part === 'inspections' && <Inspections unitId={unit.unitId} />}
          {part === 'integrity' && <UnitIntegrity unitId={unit.unitId} />}
        </div>
      </Tabs>
    </Page>
  );
}

/** A unit's own people come from what they have to do, everyone else from the overview. */
function useWayBack() {
  const t = useT();
  const isOfUnit = sightOf(usePerson()) === 'own-unit';
  return isOfUnit
    ? { backTo: '/viec-can-lam', backLabel: t('nav.todo') }
    : { backTo: '/tong-quan', backLabel: t('leader.backToList') };
}

function Recommendations({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const pages = usePages<BoardRow>('/api/v1/recommendations', { unitId, limit: 24 });
  if (!pages.rows) return pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0) return <EmptyState title={t('leader.noRecommendations')} />;
  return (
    <>
      <CardList isGrid>
        {pages.rows.map((row) => (
          <RecommendationCard key={row.id} row={row} />
        ))}
      </CardList>
      <MoreButton pages={pages} />
    </>
  );
}

function Inspections({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const pages = usePages<InspectionListRow>('/api/v1/inspections', { unitId, limit: 50 });
  if (!pages.rows) return pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0) return <EmptyState title={t('leader.noInspections')} />;
  return (
    <>
      <CardList isGrid>
        {pages.rows.map((row) => (
          <InspectionCard key={row.id} row={row} />
        ))}
      </CardList>
      <MoreButton pages={pages} />
    </>
  );
}
