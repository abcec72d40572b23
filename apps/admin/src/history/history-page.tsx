import { useSearchParams } from 'react-router';
import { useT } from '../i18n/use-t.js';
import { areaOf } from '../session/areas.js';
import { type Person, usePerson } from '../session/session.js';
import { Page, PageHeader } from '../ui/layout.js';
import { Tabs } from '../ui/lists.js';
import { AccessPart } from './access-part.js';
import { EventsPart } from './events-part.js';
import './history.css';

/** Everything that was recorded, and who looked at what. */
export function HistoryPage() {
  const t = useT();
  const person = usePerson();
  const [search, setSearch] = useSearchParams();
  const mayAccess = maySeeAccess(person);
  const part = mayAccess && search.get('phan') === 'xem' ? 'access' : 'events';
  return (
    <Page width="wide">
      <PageHeader
        backTo={areaOf[person.role]}
        backLabel={t('common.back')}
        title={t('history.title')}
        note={t(part === 'events' ? 'history.note' : 'access.note')}
      />
      {mayAccess ? (
        <Tabs
          label={t('history.parts')}
          value={part}
          onChange={(next) => setSearch(next === 'access' ? { phan: 'xem' } : {}, { replace: true })}
          tabs={[
            { value: 'events', label: t('history.events') },
            { value: 'access', label: t('history.access') },
          ]}
        >
          <div className="history-part">{part === 'events' ? <EventsPart /> : <AccessPart />}</div>
        </Tabs>
      ) : (
        <EventsPart />
      )}
    </Page>
  );
}

/** Those who answer for the cases, and those who check them. */
export function maySeeAccess({ role }: Person): boolean {
  return role === 'leadership' || role === 'auditor';
}
