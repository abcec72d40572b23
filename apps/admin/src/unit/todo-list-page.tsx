import { commandsOf, type InspectionListRow, type Role, sightOf } from '@soat/domain';
import { Link, useSearchParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import { usePast } from '../api/past.js';
import { type Pages, usePages } from '../api/use-pages.js';
import { useT } from '../i18n/use-t.js';
import { type Person, usePerson } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { Tabs } from '../ui/lists.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import type { Tone } from '../ui/tag.js';
import { ExternalEntry } from './external-entry.js';
import { InspectionCard } from './inspection-card.js';
import { dueTone } from './marks.js';
import { MoreButton } from './more-button.js';
import { RecommendationCard } from './recommendation-card.js';
import type { BoardRow } from './recommendation-file.js';

const shows = [
  'owing',
  'overdue',
  'due-soon',
  'returned',
  'awaiting-verification',
  'verified',
  'settled',
  'extension-asked',
  'plan-submitted',
  'escalated',
  'suspended',
  'external',
] as const;
type Show = (typeof shows)[number];

const tones: Readonly<Partial<Record<Show, Tone>>> = {
  overdue: 'overdue',
  'due-soon': 'soon',
  returned: 'overdue',
  'awaiting-verification': 'info',
  'extension-asked': 'soon',
  escalated: 'overdue',
};

/** What a unit has to put right, the most urgent first; whoever verifies finds what waits for them. */
export function TodoListPage() {
  const t = useT();
  const person = usePerson();
  const past = usePast();
  const [search, setSearch] = useSearchParams();
  const isOfUnit = sightOf(person) === 'own-unit';
  const show = shows.find((known) => known === search.get('loc')) ?? firstShownTo(person.role);
  const unitId = search.get('don-vi');
  const pages = useBoard(unitId);
  return (
    <Page width="wide">
      <PageHeader
        title={t(isOfUnit ? 'unit.title' : 'nav.recommendations')}
        note={isOfUnit ? person.title : unitId ? <OfUnit id={unitId} /> : null}
        actions={
          <>
            {isOfUnit && <ButtonLink to={`/don-vi/${person.unitId}`}>{t('unit.ourHistory')}</ButtonLink>}
            {!past && commandsOf(person.role).includes('EnterExternalRecommendation') && <ExternalEntry />}
          </>
        }
      />
      <Tabs
        label={t('unit.show')}
        value={show}
        onChange={(next) => setSearch({ loc: next, ...(unitId && { 'don-vi': unitId }) }, { replace: true })}
        tabs={shows.map((each) => ({ value: each, label: t(`unit.show.${each}`), ...countOf(each, pages[each]) }))}
      >
        <Board show={show} pages={pages[show]} isUnitShown={!isOfUnit && !unitId} />
      </Tabs>
      {isOfUnit && <InspectionsHere person={person} />}
    </Page>
  );
}

/** Who verifies begins with what waits for that; leadership may verify as well, but looks at what is owed. */
function firstShownTo(role: Role): Show {
  return role !== 'leadership' && commandsOf(role).includes('VerifyRemediation') ? 'awaiting-verification' : 'owing';
}

/** Whose recommendations are listed, when it is one unit's only. */
function OfUnit({ id }: { readonly id: string }) {
  const t = useT();
  const unit = useGet<{ readonly name: string }>(`/api/v1/units/${id}`);
  return (
    <>
      <Link to={`/don-vi/${id}`}>{unit.data?.name ?? '…'}</Link> · <Link to="/viec-can-lam">{t('unit.allUnits')}</Link>
    </>
  );
}

/** Every filter's rows as the API filters them, so that a tab's count is the length of its list. */
function useBoard(unitId: string | null): Readonly<Record<Show, Pages<BoardRow>>> {
  const owing = useShow('owing', unitId);
  const overdue = useShow('overdue', unitId);
  const dueSoon = useShow('due-soon', unitId);
  const returned = useShow('returned', unitId);
  const awaiting = useShow('awaiting-verification', unitId);
  const verified = useShow('verified', unitId);
  const settled = useShow('settled', unitId);
  const asked = useShow('extension-asked', unitId);
  const plans = useShow('plan-submitted', unitId);
  const escalated = useShow('escalated', unitId);
  const suspended = useShow('suspended', unitId);
  const external = useShow('external', unitId);
  return {
    owing,
    overdue,
    'due-soon': dueSoon,
    returned,
    'awaiting-verification': awaiting,
    verified,
    settled,
    'extension-asked': asked,
    'plan-submitted': plans,
    escalated,
    suspended,
    external,
  };
}

function useShow(show: Show, unitId: string | null): Pages<BoardRow> {
  // What is done with grows for ever, and is rarely looked for: page by page, and counted only while it is one.
  return usePages<BoardRow>('/api/v1/recommendations', { show, unitId, limit: show === 'settled' ? 30 : 200 });
}

/** None while it is unknown, or known only to be large. */
function countOf(show: Show, { rows, hasMore }: Pages<BoardRow>) {
  if (!rows || hasMore) return {};
  const tone = rows.length > 0 ? tones[show] : undefined;
  return { count: rows.length, ...(tone && { tone }) };
}

interface BoardProps {
  readonly show: Show;
  readonly pages: Pages<BoardRow>;
  readonly isUnitShown: boolean;
}

function Board({ show, pages, isUnitShown }: BoardProps) {
  const t = useT();
  if (!pages.rows) return pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0)
    return show === 'owing' ? (
      <EmptyState title={t('unit.nothing.owing')}>{t('unit.nothing.owingDetail')}</EmptyState>
    ) : (
      <EmptyState title={t('unit.nothing.show')} />
    );
  return (
    <div className="board">
      {show === 'owing' ? (
        byUrgency(pages.rows).map(({ name, rows }) => (
          <Section key={name} title={t(name)} count={rows.length}>
            <Cards rows={rows} isUnitShown={isUnitShown} />
          </Section>
        ))
      ) : (
        <>
          <h2 className="visually-hidden">{t(`unit.show.${show}`)}</h2>
          <Cards rows={pages.rows} isUnitShown={isUnitShown} />
        </>
      )}
      <MoreButton pages={pages} />
    </div>
  );
}

function Cards({ rows, isUnitShown }: { readonly rows: readonly BoardRow[]; readonly isUnitShown: boolean }) {
  return (
    <CardList isGrid>
      {rows.map((row) => (
        <RecommendationCard key={row.id} row={row} isUnitShown={isUnitShown} />
      ))}
    </CardList>
  );
}

/** Each recommendation once, under the most pressing of its reasons. */
function byUrgency(rows: readonly BoardRow[]) {
  const urgencyOf = (row: BoardRow) => {
    if (row.isOverdue) return 'unit.show.overdue';
    if (dueTone(row) === 'soon') return 'unit.show.due-soon';
    return row.status === 'returned' || row.status === 'partly-implemented' ? 'unit.show.returned' : 'unit.rest';
  };
  return (['unit.show.overdue', 'unit.show.due-soon', 'unit.show.returned', 'unit.rest'] as const)
    .map((name) => ({ name, rows: rows.filter((row) => urgencyOf(row) === name) }))
    .filter(({ rows }) => rows.length > 0);
}

function InspectionsHere({ person }: { readonly person: Person }) {
  const t = useT();
  const pages = usePages<InspectionListRow>('/api/v1/inspections', { unitId: person.unitId, limit: 10 });
  return (
    <Section title={t('unit.inspections')}>
      {pages.problem && !pages.rows && <ErrorPanel problem={pages.problem} onRetry={pages.retry} />}
      {pages.rows?.length === 0 && <EmptyState title={t('unit.noInspections')} />}
      <CardList isGrid>
        {pages.rows?.map((row) => (
          <InspectionCard key={row.id} row={row} />
        ))}
      </CardList>
      <MoreButton pages={pages} />
    </Section>
  );
}
