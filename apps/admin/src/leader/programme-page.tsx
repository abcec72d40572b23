import type {
  CommandName,
  ItemAgainstDone,
  PlannedItem,
  PlannedWindow,
  ProgrammeBody,
  ProgrammeInspectionRow,
} from '@soat/domain';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import type { ProgrammeShown } from '../api/programmes.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatDate, formatNumber } from '../ui/format.js';
import { AwaitedPage } from '../ui/awaited-page.js';
import { Card, CardList, Page, PageHeader, Section, StatCard, StatRow } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { formatDay } from '../unit/marks.js';
import { type ProgrammeChange, ProgrammeChangeSheet } from './programme-change-sheet.js';
import { standingTones } from './programme-standing.js';
import './leader.css';

/** One programme: each item of the plan beside what was done under it. */
export function ProgrammePage() {
  const t = useT();
  const { id = '' } = useParams();
  const [change, setChange] = useState<ProgrammeChange | null>(null);
  const answer = useGet<ProgrammeShown>(`/api/v1/programmes/${id}`);
  const wayBack = { backTo: '/chuong-trinh', backLabel: t('programme.back') };
  if (!answer.data) return <AwaitedPage width="wide" title={t('programme.title')} {...wayBack} answer={answer} />;
  const programme = answer.data;
  const { period } = programme;
  const may = (command: CommandName) => programme.mayAsk.includes(command);
  return (
    <Page width="wide">
      <PageHeader
        {...wayBack}
        kicker={`${programme.number} · ${t('leader.asOf', { date: formatDate(programme.asOf.on) })}`}
        title={programme.title}
        note={`${programme.bodyName} · ${t('programme.row.adopted', { on: formatDate(programme.adoptedOn) })} · ${t('programme.row.period', { from: formatDate(period.from), to: formatDate(period.to) })}`}
      />
      <ProgrammeFigures items={programme.items} />
      <Section
        title={t('programme.items')}
        count={programme.items.length}
        aside={
          may('AddProgrammeItem') && (
            <Button icon="plus" onClick={() => setChange({ command: 'AddProgrammeItem' })}>
              {t('programme.do.AddProgrammeItem')}
            </Button>
          )
        }
      >
        {programme.items.length === 0 ? (
          <EmptyState title={t('programme.none')} />
        ) : (
          <CardList isGrid>
            {programme.items.map((item) => (
              <ItemCard
                key={item.item.itemId}
                item={item}
                actions={item.withdrawnFor === null && <ItemActions item={item.item} may={may} onChange={setChange} />}
              />
            ))}
          </CardList>
        )}
      </Section>
      <Background
        programme={programme}
        changeSites={
          may('ChangePilotSites') && (
            <Button onClick={() => setChange({ command: 'ChangePilotSites', sites: programme.pilotSites })}>
              {t('programme.do.ChangePilotSites')}
            </Button>
          )
        }
      />
      {change && <ProgrammeChangeSheet programme={programme} change={change} onClose={() => setChange(null)} />}
    </Page>
  );
}

interface ItemActionsProps {
  readonly item: PlannedItem;
  readonly may: (command: CommandName) => boolean;
  readonly onChange: (change: ProgrammeChange) => void;
}

function ItemActions({ item, may, onChange }: ItemActionsProps) {
  const t = useT();
  const button = (command: 'AmendProgrammeItem' | 'WithdrawProgrammeItem') => {
    const words = t(`programme.do.${command}`);
    return (
      <Button tone="quiet" label={`${words}: ${item.code}`} onClick={() => onChange({ command, item })}>
        {words}
      </Button>
    );
  };
  return (
    <>
      {may('AmendProgrammeItem') && button('AmendProgrammeItem')}
      {may('WithdrawProgrammeItem') && button('WithdrawProgrammeItem')}
    </>
  );
}

function ProgrammeFigures({ items }: { readonly items: readonly ItemAgainstDone[] }) {
  const t = useT();
  const language = useLanguage();
  const live = items.filter(({ withdrawnFor }) => withdrawnFor === null);
  const sum = (count: (item: ItemAgainstDone) => number) =>
    formatNumber(
      items.reduce((total, item) => total + count(item), 0),
      language,
    );
  const behind = live.filter(({ standing }) => standing === 'behind').length;
  return (
    <section className="figures" aria-label={t('programme.figures')}>
      <StatRow>
        <StatCard label={t('programme.figure.items')} value={formatNumber(live.length, language)} />
        <StatCard
          label={t('programme.figure.behind')}
          value={formatNumber(behind, language)}
          {...(behind > 0 && { tone: 'overdue' as const })}
        />
        <StatCard
          label={t('programme.figure.done')}
          value={formatNumber(live.filter(({ standing }) => standing === 'done').length, language)}
        />
        <StatCard
          label={t('programme.figure.started')}
          value={sum(({ started }) => started)}
          note={t('programme.figure.startedNote', {
            ended: sum(({ ended }) => ended),
            waiting: sum(({ waiting }) => waiting),
          })}
        />
      </StatRow>
    </section>
  );
}

function ItemCard({ item: shown, actions }: { readonly item: ItemAgainstDone; readonly actions: ReactNode }) {
  const t = useT();
  const { item, standing, windows, inspections } = shown;
  return (
    <Card
      kicker={`${item.code} · ${t(`inspector.type.${item.inspectionType}`)}`}
      title={item.text}
      {...(standing === 'behind' && { tone: 'overdue' as const })}
      actions={actions}
      tags={standing && <Tag tone={standingTones[standing]}>{t(`programme.standing.${standing}`)}</Tag>}
    >
      <p className="card-facts">
        <span>{t('programme.lead', { names: named(item.lead) })}</span>
        {item.coordinating.length > 0 && (
          <span>{t('programme.coordinating', { names: named(item.coordinating) })}</span>
        )}
        {item.implementing.length > 0 && (
          <span>{t('programme.implementing', { names: named(item.implementing) })}</span>
        )}
      </p>
      <p className="card-facts">
        <span>
          {t('programme.column.time')}: {item.time.text}
        </span>
        {item.unannouncedQuota && (
          <span>{t(`programme.quota.${item.unannouncedQuota.per}`, { count: item.unannouncedQuota.count })}</span>
        )}
        <span>{t('programme.counts', { started: shown.started, ended: shown.ended })}</span>
        {shown.waiting > 0 && <span>{t('programme.counts.waiting', { count: shown.waiting })}</span>}
        {shown.cancelled > 0 && <span>{t('programme.counts.cancelled', { count: shown.cancelled })}</span>}
      </p>
      {windows.length > 1 && (
        <ul className="windows" aria-label={t('programme.windows')}>
          {windows.map((window) => (
            <WindowTag key={window.from} window={window} />
          ))}
        </ul>
      )}
      {item.time.unread.length > 0 && (
        <p className="page-note">{t('programme.unread', { text: item.time.unread.join('; ') })}</p>
      )}
      {shown.isOutsidePeriod && <p className="page-note">{t('programme.outside')}</p>}
      {shown.withdrawnFor && <p className="page-note">{t('programme.withdrawnFor', { reason: shown.withdrawnFor })}</p>}
      {inspections.length > 0 && (
        <details className="definitions">
          <summary>{t('programme.inspections', { count: inspections.length })}</summary>
          <ul>
            {inspections.map((row) => (
              <li key={row.id}>
                <Link to={`/kiem-tra/${row.id}`}>{row.unitName}</Link> · {row.number} · <InspectionState row={row} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function InspectionState({ row }: { readonly row: ProgrammeInspectionRow }) {
  const t = useT();
  if (row.isCancelled) return t('programme.inspection.cancelled');
  return row.startedOn
    ? t('programme.inspection.started', { on: formatDate(row.startedOn) })
    : t('programme.inspection.ordered');
}

function WindowTag({ window }: { readonly window: PlannedWindow }) {
  const t = useT();
  const { from, to, started, wanted, isReached, standing } = window;
  const words = t('programme.window', { from: dayAndMonth(from), to: dayAndMonth(to), started, wanted });
  const tone = isReached ? 'done' : standing === 'past' ? 'overdue' : 'neutral';
  return (
    <li>
      <Tag tone={tone}>
        {words}
        {isReached && ` ${t('programme.window.reached')}`}
        {!isReached && standing === 'past' && ` ${t('programme.window.missed')}`}
      </Tag>
    </li>
  );
}

function Background({
  programme,
  changeSites,
}: {
  readonly programme: ProgrammeShown;
  readonly changeSites: ReactNode;
}) {
  const t = useT();
  const codes = new Map(programme.items.map(({ item }) => [item.itemId, item.code]));
  return (
    <>
      {(programme.pilotSites.length > 0 || changeSites) && (
        <Section title={t('programme.pilotSites')} count={programme.pilotSites.length} aside={changeSites}>
          {programme.pilotSites.length === 0 && <p className="page-note">{t('programme.noPilotSites')}</p>}
          <ul className="plain-list">
            {programme.pilotSites.map(({ unit, place }) => (
              <li key={`${unit.id} ${place}`}>
                {place} · <Link to={`/don-vi/${unit.id}`}>{unit.name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {programme.amendments.length > 0 && (
        <Section title={t('programme.amendments')} count={programme.amendments.length}>
          <ul className="plain-list">
            {programme.amendments.map(({ kind, itemId, reason, document, at }) => (
              <li key={`${at} ${kind} ${itemId}`}>
                <strong>{t(`programme.amendment.${kind}`, { code: codes.get(itemId ?? '') ?? '' })}</strong>
                {' · '}
                {formatDay(at)}
                {document &&
                  ` · ${t('programme.amendment.document', { number: document.number, on: formatDate(document.signedOn) })}`}
                <br />
                {reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('programme.basis')}>
        <p className="page-note">{programme.basis}</p>
      </Section>
    </>
  );
}

function named(bodies: readonly ProgrammeBody[]): string {
  return bodies.map(({ name }) => name).join(', ');
}

/** `01/04`: the year stands above. */
function dayAndMonth(on: string): string {
  return formatDate(on).slice(0, 5);
}
