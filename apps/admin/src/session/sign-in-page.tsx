import type { Role } from '@soat/domain';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useCommand, useGet } from '../api/hooks.js';
import { type PlainKey, useT } from '../i18n/use-t.js';
import type { SignInState } from '../shell/signed-in-only.js';
import { Icon } from '../ui/icon.js';
import { Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { areaOf } from './areas.js';
import { type Person, type Session, startSession, useSessionState } from './session.js';

interface Group {
  readonly title: PlainKey;
  readonly note: PlainKey;
  /** In the order they are shown. */
  readonly roles: readonly Role[];
}

const groups: readonly Group[] = [
  { title: 'session.group.team', note: 'session.group.teamNote', roles: ['team-lead', 'inspector'] },
  {
    title: 'session.group.programme',
    note: 'session.group.programmeNote',
    roles: ['leadership', 'programme-officer', 'appraiser'],
  },
  { title: 'session.group.unit', note: 'session.group.unitNote', roles: ['unit-head', 'unit-officer'] },
  {
    title: 'session.group.oversight',
    note: 'session.group.oversightNote',
    roles: ['auditor', 'observer', 'administrator'],
  },
];

/** Sign-in of the demonstration: whoever is chosen is who one is. */
export function SignInPage() {
  const t = useT();
  const { session, ended } = useSessionState();
  const { state } = useLocation();
  const people = useGet<{ readonly data: readonly Person[] }>('/api/v1/demo/people');
  const signIn = useCommand<{ readonly personId: string }, Session>('/api/v1/demo/token');
  const [chosen, setChosen] = useState<string | null>(null);
  if (session) return <Navigate to={wayBack(state) ?? areaOf[session.person.role]} replace />;

  async function enter(personId: string): Promise<void> {
    if (signIn.isBusy) return;
    setChosen(personId);
    const answer = await signIn.send({ personId });
    if (answer) startSession(answer);
  }

  return (
    <div className="sign-in">
      <title>{`${t('session.title')} · Soát`}</title>
      <header className="sign-in-head">
        <h1>{t('session.title')}</h1>
        <p className="page-note">{t('common.tagline')}</p>
        <p role="status">{ended && t(`session.${ended}`)}</p>
      </header>
      <ErrorPanel problem={signIn.problem ?? people.error} onRetry={() => void people.refetch()} />
      {people.isPending && <Loading />}
      {people.data?.data.length === 0 && (
        <EmptyState title={t('session.nobody')}>{t('session.nobodyDetail')}</EmptyState>
      )}
      <div className="sign-in-groups">
        {groups.map(({ title, note, roles }) => {
          const members = membersOf(people.data?.data ?? [], roles);
          return members.length === 0 ? null : (
            <Section key={title} title={t(title)}>
              <p className="page-note">{t(note)}</p>
              <ul className="people">
                {members.map((person) => (
                  <li key={person.id}>
                    <button
                      type="button"
                      className="person"
                      aria-disabled={signIn.isBusy || undefined}
                      onClick={() => void enter(person.id)}
                    >
                      <span className="initials" aria-hidden="true">
                        {initialsOf(person.name)}
                      </span>
                      <span className="person-words">
                        <strong>{person.name}</strong>
                        <small>{signIn.isBusy && chosen === person.id ? t('common.busy') : person.title}</small>
                      </span>
                      <Icon name="forward" />
                    </button>
                  </li>
                ))}
              </ul>
            </Section>
          );
        })}
      </div>
    </div>
  );
}

function membersOf(people: readonly Person[], roles: readonly Role[]): readonly Person[] {
  return roles.flatMap((role) => people.filter((person) => person.role === role));
}

/** The given name comes last in Vietnamese: Lê Hoàng Hải is H, with the family name before it. */
function initialsOf(name: string): string {
  const words = name.split(' ');
  return `${words.at(0)?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`;
}

function wayBack(state: unknown): string | null {
  return isSignInState(state) && state.from !== '/' ? state.from : null;
}

function isSignInState(state: unknown): state is SignInState {
  return typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string';
}
