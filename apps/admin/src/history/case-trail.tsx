import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { addWords, useT } from '../i18n/use-t.js';
import { history } from '../i18n/words/history.js';
import { trail } from '../i18n/words/trail.js';
import { usePerson } from '../session/session.js';
import { CheckHere } from '../trail/check-here.js';
import { Section } from '../ui/layout.js';
import { AccessTable } from './access-part.js';
import { maySeeAccess } from './history-page.js';
import './history.css';
import '../trail/trail.css';

addWords(trail);
addWords(history);

/** At the end of a case file, for those who see every case: its whole history, who looked at it, and whether it was altered. */
export function CaseTrail() {
  const t = useT();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const [, screen = '', id = ''] = pathname.split('/');
  return (
    <details
      className="definitions case-trail not-printed"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('caseTrail.title')}</summary>
      {isOpen && <Opened kind={screen === 'kiem-tra' ? 'kiem-tra' : 'kien-nghi'} id={id} />}
    </details>
  );
}

function Opened({ kind, id }: { readonly kind: 'kiem-tra' | 'kien-nghi'; readonly id: string }) {
  const t = useT();
  const person = usePerson();
  return (
    <div className="history-part">
      <p>
        <Link to={`/nhat-ky?${kind}=${id}`}>{t('event.ofCase')}</Link>
      </p>
      {maySeeAccess(person) && (
        <Section title={t('access.title')} aside={<Link to={`/nhat-ky?phan=xem&ho-so=${id}`}>{t('access.more')}</Link>}>
          <AccessTable query={{ subjectId: id, limit: 5 }} isBrief />
        </Section>
      )}
      {kind === 'kiem-tra' && <CheckHere scope={{ kind: 'inspection', id }} />}
    </div>
  );
}
