import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { getFile, saveFile } from '../api/files.js';
import { useGet } from '../api/hooks.js';
import { ProblemError } from '../api/problem-error.js';
import { useLanguage } from '../i18n/language.js';
import { hasText, useT } from '../i18n/use-t.js';
import { CheckpointCard } from '../trail/checkpoint-card.js';
import { Button } from '../ui/button.js';
import { formatDate, formatDateTime, formatNumber } from '../ui/format.js';
import { AwaitedPage } from '../ui/awaited-page.js';
import { Facts, Page, PageHeader, Section } from '../ui/layout.js';
import { DataTable } from '../ui/lists.js';
import { ErrorPanel } from '../ui/states.js';
import { EventList } from './event-list.js';
import { byWhom, casePathOf, type EventChange, type EventShown, sentenceOf, typeInWords } from './events.js';
import { valueInWords } from './value-in-words.js';
import './history.css';
import '../trail/trail.css';

/** One event: what it says, what it changed, what led to it, and the proof that it stands in the log. */
export function EventPage() {
  const t = useT();
  const { id = '' } = useParams();
  const answer = useGet<EventShown>(`/api/v1/events/${id}`);
  if (answer.data) return <Loaded key={id} event={answer.data} />;
  return <AwaitedPage title={t('history.title')} backTo="/nhat-ky" backLabel={t('event.back')} answer={answer} />;
}

function Loaded({ event }: { readonly event: EventShown }) {
  const t = useT();
  const language = useLanguage();
  // What led here, and this event itself as the last of it.
  const chain = [...event.causation.filter(({ eventId }) => eventId !== event.eventId), event];
  return (
    <Page>
      <PageHeader
        backTo="/nhat-ky"
        backLabel={t('event.back')}
        kicker={t('event.title', { position: formatNumber(event.position, language) })}
        title={sentenceOf(event, language)}
        note={byWhom(event, t)}
      />
      <EventFacts event={event} />
      <Section title={t('event.changes')} count={event.changes.length}>
        {event.changes.length === 0 ? <p className="page-note">{t('event.noChanges')}</p> : <Changes event={event} />}
      </Section>
      {chain.length > 1 && (
        <Section title={t('event.chain')} count={chain.length}>
          <p className="page-note">{t('event.chainNote')}</p>
          <EventList rows={chain} label={t('event.chain')} />
        </Section>
      )}
      {event.consequences.length > 0 && (
        <Section title={t('event.consequences')} count={event.consequences.length}>
          <EventList rows={event.consequences} label={t('event.consequences')} />
        </Section>
      )}
      <Proof event={event} />
      <CheckpointCard />
    </Page>
  );
}

function EventFacts({ event }: { readonly event: EventShown }) {
  const t = useT();
  const language = useLanguage();
  const path = casePathOf(event);
  const items: { readonly name: string; readonly value: ReactNode }[] = [
    { name: t('event.type'), value: typeInWords(event.type, language) },
    { name: t('history.recorded'), value: formatDateTime(event.recordedAt, language) },
    { name: t('history.occurred'), value: formatDateTime(event.occurredAt, language) },
    ...(event.effectiveOn ? [{ name: t('event.effectiveOn'), value: formatDate(event.effectiveOn) }] : []),
    { name: t('event.unit'), value: <Link to={`/don-vi/${event.unitId}`}>{event.unitName ?? event.unitId}</Link> },
    ...(path
      ? [
          {
            name: t('event.case'),
            value: (
              <>
                <Link to={path}>{event.caseNumber ?? t('event.openCase')}</Link>
                {' · '}
                <Link to={caseHistoryOf(event)}>{t('event.ofCase')}</Link>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('event.facts')}>
      <div className="card">
        <Facts items={items} />
        <p>
          <Link to={`/don-vi/${event.unitId}?asOf=${event.position}`}>{t('event.seeThen')}</Link>
        </p>
      </div>
    </Section>
  );
}

function caseHistoryOf({ recommendationId, inspectionId, streamCategory, unitId }: EventShown): string {
  if (streamCategory === 'recommendation' && recommendationId) return `/nhat-ky?kien-nghi=${recommendationId}`;
  return inspectionId ? `/nhat-ky?kiem-tra=${inspectionId}` : `/nhat-ky?don-vi=${unitId}`;
}

function Changes({ event }: { readonly event: EventShown }) {
  const t = useT();
  const language = useLanguage();
  const people: Readonly<Record<string, string | null>> = {
    [event.actor]: event.actorName,
    ...(event.onBehalfOf && { [event.onBehalfOf]: event.onBehalfOfName }),
  };
  const wordsAt = ({ path }: EventChange) => ({
    language,
    none: t('event.none'),
    yes: t('event.yes'),
    no: t('event.no'),
    called: (code: string) => {
      const key = keysOf(path, event.streamCategory, code).find(hasText);
      return key ? t(key) : (people[code] ?? null);
    },
  });
  return (
    <DataTable
      caption={t('event.changes')}
      isCaptionHidden
      rows={event.changes}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'what',
          header: t('event.change'),
          isRowHeader: true,
          cell: ({ labelVi, labelEn }) => (language === 'vi' ? labelVi : labelEn),
        },
        { key: 'before', header: t('event.before'), cell: (change) => valueInWords(change.before, wordsAt(change)) },
        { key: 'after', header: t('event.after'), cell: (change) => valueInWords(change.after, wordsAt(change)) },
      ]}
    />
  );
}

/** Where a code may have its words: by the member it stands in, and by what it is a member of. */
function keysOf(path: string, category: string, code: string): readonly string[] {
  switch (path.split('/').at(-1)) {
    case 'severity':
      return [`unit.severity.${code}`];
    case 'status':
      return [`${category === 'inspection' ? 'inspector' : 'unit'}.status.${code}`, `event.code.${code}`];
    case 'role':
      return [`role.${code}`, `inspector.role.${code}`];
    case 'type':
      return [`inspector.type.${code}`];
    case 'outcome':
    case 'kind':
    case 'form':
    case 'about':
    case 'recurrence':
    case 'planReview':
    case 'escalatedTo':
    case 'path':
      return [`event.code.${code}`];
    default:
      return [];
  }
}

function Proof({ event }: { readonly event: EventShown }) {
  const t = useT();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  async function download(): Promise<void> {
    setProblem(null);
    setBusy(true);
    try {
      const proof = await getFile(`/api/v1/trail/events/${event.eventId}/proof`);
      saveFile(new File([proof], `soat-${event.position}.tlog-proof`, { type: proof.type }));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Section title={t('event.proof')}>
      <p className="page-note">{t('event.proofNote')}</p>
      <div className="card digest">
        <Facts
          items={[
            { name: t('event.position'), value: formatNumber(event.position, language) },
            { name: t('event.sealed'), value: t(event.isSealed ? 'event.isSealed' : 'event.isNotSealed') },
            ...(event.leaf ? [{ name: t('event.leaf'), value: <code>{event.leaf}</code> }] : []),
          ]}
        />
        <div className="actions">
          <Button icon="seal" isBusy={isBusy} onClick={() => void download()}>
            {t('event.downloadProof')}
          </Button>
        </div>
      </div>
      <ErrorPanel problem={problem} />
    </Section>
  );
}
