import { sightOf } from '@soat/domain';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useT } from '../i18n/use-t.js';
import { useSessionState } from '../session/session.js';
import { Page, PageHeader } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';

/** Where a person was heading before they had to sign in. */
export interface SignInState {
  readonly from: string;
}

/** Sends whoever is not signed in to do so first, and brings them back after. */
export function SignedInOnly() {
  const t = useT();
  const { session, ended } = useSessionState();
  const { pathname, search } = useLocation();
  if (!session) {
    // Whoever signed out leaves the machine to somebody else, whom their last screen does not concern.
    const state: SignInState | null = ended === 'signedOut' ? null : { from: `${pathname}${search}` };
    return <Navigate to="/dang-nhap" replace state={state} />;
  }
  const { person } = session;
  // The way to the first screen, and the system's and the log's own, hold no case.
  if (sightOf(person) !== 'nothing' || pathname === '/' || pathname === '/he-thong' || pathname === '/toan-ven')
    return <Outlet />;
  return (
    <Page>
      <PageHeader title={person.name} kicker={t(`role.${person.role}`)} />
      <EmptyState title={t('nav.blind')}>
        {t('nav.blindDetail', { role: t(`role.${person.role}`), can: t(`roleCan.${person.role}`) })}
      </EmptyState>
    </Page>
  );
}
