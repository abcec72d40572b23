import { type InspectionStatus, searchKey } from '@soat/domain';
import { useState } from 'react';
import { usePast } from '../api/past.js';
import { usePages } from '../api/use-pages.js';
import type { InspectionRow } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { type PlainKey, useT } from '../i18n/use-t.js';
import { type Person, usePerson } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { dayOf, formatDate, formatDateTime, formatWeekdayDate } from '../ui/format.js';
import { Card, CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { Tabs } from '../ui/lists.js';
import { EmptyState, ErrorPanel, Loading, ProgressBar } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { SelfCheckSheet } from './self-check-sheet.js';
import { TextField } from '../ui/text-field.js';
import './inspector.css';
import { toneOfStatus, worded } from './labels.js';

interface Group {
  readonly title: PlainKey;
  readonly statuses: readonly InspectionStatus[];
}

const todo: readonly Group[] = [
  { title: 'inspector.group.fieldwork', statuses: ['in-fieldwork', 'suspended'] },
  { title: 'inspector.group.ordered', statuses: ['ordered', 'announced'] },
  { title: 'inspector.group.minutes', statuses: ['fieldwork-ended'] },
  {
    title: 'inspector.group.conclusion',
    statuses: [
      'awaiting-response',
      'response-received',
      'report-submitted',
      'conclusion-drafting',
      'conclusion-drafted',
      'appraisal-returned',
      'conclusion-appraised',
      'referred-to-superior',
    ],
  },
  {
    title: 'inspector.group.recommend',
    statuses: [
      'minutes-signed',
      'minutes-refused',
      'conclusion-issued',
      'conclusion-published',
      'implementation-directed',
    ],
  },
];

const statusesOf: Readonly<Record<Tab, readonly InspectionStatus[]>> = {
  todo: todo.flatMap((group) => group.statuses),
  followUp: ['under-follow-up'],
  ended: ['closed', 'cancelled'],
};

type Tab = 'todo' | 'followUp' | 'ended';
const tabs: readonly Tab[] = ['todo', 'followUp', 'ended'];

/** The day of whoever inspects; for everyone else, the inspections in their sight. */
export function InspectionListPage() {
  const t = useT();
  const language = useLanguage();
  const person = usePerson();
  const past = usePast();
  const { rows, problem, hasMore, isReadingMore, readMore, retry } = usePages<InspectionRow>('/api/v1/inspections', {
    limit: 200,
  });
  const [chosen, setChosen] = useState<Tab | null>(null);
  const [isSelfChecking, setSelfChecking] = useState(false);
  const rowsOf = (tab: Tab) => (rows ?? []).filter((row) => statusesOf[tab].includes(row.status));
  // Whoever has nothing to do begins where there is something to read.
  const tab = chosen ?? tabs.find((each) => rowsOf(each).length > 0) ?? 'todo';
  const shown = rowsOf(tab);
  return (
    <Page>
      <PageHeader
        kicker={!past && formatWeekdayDate(dayOf(new Date().toISOString()), language)}
        title={t(titleFor(person))}
        actions={
          <>
            {!past && mayOrder(person) && (
              <ButtonLink to="/kiem-tra/lenh-moi" tone="primary" icon="plus">
                {t('inspector.order')}
              </ButtonLink>
            )}
            {!past && person.role === 'unit-head' && (
              <Button tone="primary" icon="plus" onClick={() => setSelfChecking(true)}>
                {t('inspector.selfCheck.order')}
              </Button>
            )}
            <ButtonLink to="/lich-viec" icon="calendar">
              {t('agenda.title')}
            </ButtonLink>
          </>
        }
      />
      {isSelfChecking && <SelfCheckSheet onClose={() => setSelfChecking(false)} />}
      <ErrorPanel problem={problem} onRetry={retry} />
      {!rows && !problem && <Loading />}
      {rows && (
        <Tabs
          label={t('inspector.tabs')}
          tabs={tabs.map((value) => ({ value, label: t(`inspector.tab.${value}`), count: rowsOf(value).length }))}
          value={tab}
          onChange={setChosen}
        >
          <div className="part">
            {shown.length === 0 && (
              <EmptyState title={t(`inspector.nothing.${tab}`)}>
                {tab === 'todo' && t('inspector.nothing.todoDetail')}
              </EmptyState>
            )}
            {tab === 'todo'
              ? todo.map((group) => <RowGroup key={group.title} group={group} rows={shown} />)
              : shown.length > 0 && (
                  <Section title={t(`inspector.tab.${tab}`)} count={shown.length}>
                    <Found key={tab} rows={shown} />
                  </Section>
                )}
            {hasMore && (
              <div>
                <Button isBusy={isReadingMore} onClick={readMore}>
                  {t('inspector.list.more')}
                </Button>
              </div>
            )}
          </div>
        </Tabs>
      )}
    </Page>
  );
}

const portion = 24;

/** What is over is long: a part of it at a time, and whatever unit or number is looked for. */
function Found({ rows }: { readonly rows: readonly InspectionRow[] }) {
  const t = useT();
  const [text, setText] = useState('');
  const [countMax, setCountMax] = useState(portion);
  const words = searchKey(text).split(' ').filter(Boolean);
  const found = rows.filter((row) => {
    const key = searchKey(row.unitName, row.number);
    return words.every((word) => key.includes(word));
  });
  return (
    <>
      {rows.length > portion && (
        <TextField
          label={t('inspector.list.search')}
          hint={t('inspector.list.searchHint')}
          value={text}
          onChange={setText}
        />
      )}
      {found.length === 0 && <EmptyState title={t('inspector.list.notFound')} />}
      <Rows rows={found.slice(0, countMax)} />
      {found.length > countMax && (
        <Button isWide onClick={() => setCountMax(countMax + portion)}>
          {t('inspector.list.more')}
        </Button>
      )}
    </>
  );
}

function RowGroup({ group, rows }: { readonly group: Group; readonly rows: readonly InspectionRow[] }) {
  const t = useT();
  const members = rows.filter((row) => group.statuses.includes(row.status));
  if (members.length === 0) return null;
  return (
    <Section title={t(group.title)} count={members.length}>
      <Rows rows={members} />
    </Section>
  );
}

function Rows({ rows }: { readonly rows: readonly InspectionRow[] }) {
  return (
    <CardList>
      {rows.map((row) => (
        <InspectionCard key={row.id} row={row} />
      ))}
    </CardList>
  );
}

function InspectionCard({ row }: { readonly row: InspectionRow }) {
  const t = useT();
  const language = useLanguage();
  const done = Object.keys(row.marks).length;
  const findings = Object.values(row.findings);
  const isRunning = row.status === 'in-fieldwork' || row.status === 'suspended';
  return (
    <Card
      to={`/kiem-tra/${row.id}`}
      kicker={`${t(`inspector.type.${row.type}`)} · ${worded(row.title, language)}`}
      title={row.unitName}
      tone={isRunning ? 'info' : undefined}
      tags={
        <>
          <Tag tone={toneOfStatus[row.status]}>{t(`inspector.status.${row.status}`)}</Tag>
          {!row.isRevealed && row.status === 'ordered' && <Tag>{t('inspector.hidden')}</Tag>}
          {findings.length > 0 && (
            <Tag tone={findings.includes('critical') ? 'overdue' : 'neutral'}>
              {t('inspector.row.findings', { count: findings.length })}
            </Tag>
          )}
          {row.recommendations > 0 && (
            <Tag tone={row.recommendationsSettled === row.recommendations ? 'done' : 'neutral'}>
              {t('inspector.row.settled', { settled: row.recommendationsSettled, count: row.recommendations })}
            </Tag>
          )}
        </>
      }
    >
      {isRunning && (
        <ProgressBar
          label={t('inspector.score.label')}
          value={done}
          max={row.items}
          text={t('inspector.row.progress', { done, items: row.items })}
        />
      )}
      <p className="card-note">
        <span>{t('inspector.row.lead', { name: row.leadName })}</span>
        <span>{t('inspector.row.ordered', { number: row.number, on: formatDate(row.orderedOn) })}</span>
        {row.startedAt && <span>{t('inspector.row.started', { at: formatDateTime(row.startedAt) })}</span>}
      </p>
    </Card>
  );
}

function titleFor({ role }: Person): PlainKey {
  if (role === 'inspector' || role === 'team-lead') return 'inspector.mine';
  return role === 'unit-officer' || role === 'unit-head' ? 'inspector.ofUnit' : 'inspector.all';
}

export function mayOrder({ role }: Person): boolean {
  return role === 'programme-officer' || role === 'leadership';
}
