import { useState } from 'react';
import type { ChecklistKindRow } from '../api/checklists.js';
import { useGet } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { Card, CardList, Page, PageHeader } from '../ui/layout.js';
import { ErrorPanel, Loading } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { EditionLine } from './edition-line.js';
import { HeadSheet } from './head-sheet.js';

export const statusTones: Readonly<Record<ChecklistKindRow['status'], Tone>> = {
  'built-in': 'neutral',
  drafting: 'soon',
  published: 'done',
  revising: 'soon',
  withdrawn: 'neutral',
};

/** Roles that write checklists; the server decides. */
const authors = ['programme-officer', 'leadership', 'administrator'];

/** Which checklists there are, in which editions. */
export function ChecklistListPage() {
  const t = useT();
  const language = useLanguage();
  const person = usePerson();
  const [isDrafting, setDrafting] = useState(false);
  const answer = useGet<{ readonly data: readonly ChecklistKindRow[] }>('/api/v1/checklist-kinds');
  const rows = answer.data?.data;
  return (
    <Page width="wide">
      <PageHeader title={t('checklists.title')} note={t('checklists.note')} />
      {authors.includes(person.role) && (
        <div className="actions">
          <Button tone="primary" icon="plus" onClick={() => setDrafting(true)}>
            {t('checklists.new')}
          </Button>
        </div>
      )}
      {!rows && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {rows && (
        <CardList isGrid>
          {rows.map((row) => (
            <Card
              key={row.kind}
              to={`/mau-phieu/${row.kind}`}
              kicker={`${row.code} · ${row.bodyName ?? t('checklists.builtIn')}`}
              title={row.title[language]}
              tags={<Tag tone={statusTones[row.status]}>{t(`checklists.status.${row.status}`)}</Tag>}
            >
              {row.editions.slice(-1).map((edition) => (
                <EditionLine key={edition.edition} edition={edition} />
              ))}
            </Card>
          ))}
        </CardList>
      )}
      {isDrafting && <HeadSheet onClose={() => setDrafting(false)} />}
    </Page>
  );
}
