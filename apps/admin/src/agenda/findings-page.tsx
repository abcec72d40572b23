import {
  type BoardFinding,
  type FindingStatus,
  type FindingsBoardRow,
  findingStatuses,
  type Recurrence,
  severities,
} from '@soat/domain';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePages } from '../api/use-pages.js';
import { useT } from '../i18n/use-t.js';
import { areaOf } from '../session/areas.js';
import { usePerson } from '../session/session.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { Tag, type Tone } from '../ui/tag.js';
import { TextField } from '../ui/text-field.js';
import { SeverityTag } from '../unit/marks.js';
import { Answered } from './agenda-page.js';
import { Filters, useFilter } from './filters.js';

/** One finding, as the API tells it. */
interface Entry
  extends Pick<
      BoardFinding,
      'findingId' | 'number' | 'itemCode' | 'severity' | 'condition' | 'place' | 'foundOn' | 'status'
    >,
    Pick<FindingsBoardRow, 'unitId' | 'unitName' | 'inspectionNumber'> {
  readonly inspectionId: string;
  readonly recurrence: Recurrence;
}

const statusTones: Readonly<Record<FindingStatus, Tone>> = {
  recorded: 'neutral',
  disputed: 'soon',
  'corrected-on-site': 'done',
  recommended: 'info',
  remedied: 'done',
  'not-remedied': 'overdue',
  discarded: 'neutral',
  withdrawn: 'neutral',
};
const recurrences = ['repeat', 'persisting', 'inherited'] as const;

/** Everything that was found, and what became of it. */
export function FindingsPage() {
  const t = useT();
  const person = usePerson();
  const [search] = useSearchParams();
  const [severity, setSeverity] = useFilter('muc-do');
  const [status, setStatus] = useFilter('trang-thai');
  const [recurrence, setRecurrence] = useFilter('lap-lai');
  const [text, setText] = useState('');
  const pages = usePages<Entry>('/api/v1/findings', {
    limit: 50,
    unitId: search.get('don-vi'),
    severity,
    status,
    recurrence,
    q: text.trim() === '' ? null : text.trim(),
  });
  return (
    <Page width="wide">
      <PageHeader
        backTo={areaOf[person.role]}
        backLabel={t('common.back')}
        title={t('findings.title')}
        note={t('findings.note')}
      />
      <TextField
        label={t('findings.search')}
        hint={t('findings.searchHint')}
        inputMode="search"
        value={text}
        onChange={setText}
      />
      <Filters
        selects={[
          {
            label: t('findings.severity'),
            value: severity,
            onChange: setSeverity,
            options: severities.map((value) => ({ value, label: t(`unit.severity.${value}`) })),
          },
          {
            label: t('findings.status'),
            value: status,
            onChange: setStatus,
            options: findingStatuses.map((value) => ({ value, label: t(`findings.status.${value}`) })),
          },
          {
            label: t('findings.recurrence'),
            value: recurrence,
            onChange: setRecurrence,
            options: recurrences.map((value) => ({ value, label: t(`matrix.recurrence.${value}`) })),
          },
        ]}
      />
      <Answered pages={pages} nothing={t('findings.nothing')}>
        <Section title={t('findings.list')} {...(!pages.hasMore && { count: (pages.rows ?? []).length })}>
          <CardList isGrid>
            {(pages.rows ?? []).map((row) => (
              <Card
                key={row.findingId}
                kicker={`${row.unitName} · ${formatDate(row.foundOn)}`}
                title={row.condition}
                to={`/kiem-tra/${row.inspectionId}`}
                tone={statusTones[row.status]}
                tags={
                  <>
                    <SeverityTag severity={row.severity} />
                    <Tag tone={statusTones[row.status]}>{t(`findings.status.${row.status}`)}</Tag>
                    {row.recurrence !== 'first' && (
                      <Tag tone={row.recurrence === 'inherited' ? 'info' : 'repeat'}>
                        {t(`matrix.recurrence.${row.recurrence}`)}
                      </Tag>
                    )}
                  </>
                }
              >
                <small>{[row.number, row.itemCode, row.inspectionNumber, row.place].filter(Boolean).join(' · ')}</small>
              </Card>
            ))}
          </CardList>
        </Section>
      </Answered>
    </Page>
  );
}
