import type { Role } from '@soat/domain';
import { useSyncExternalStore } from 'react';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly unitId: string | null;
}

export interface Session {
  readonly token: string;
  /** UTC instant. */
  readonly expiresAt: string;
  readonly person: Person;
}

export type SessionEnd = 'expired' | 'signedOut';

interface State {
  readonly session: Session | null;
  /** Why there is none, when there was one. */
  readonly ended: SessionEnd | null;
}

// Per tab and gone with it: two people at one office machine do not inherit each other's sessions.
const storageKey = 'soat.session';
const listeners = new Set<() => void>();
let state: State = { session: stored(), ended: null };

export function currentSession(): Session | null {
  return state.session;
}

export function startSession(session: Session): void {
  sessionStorage.setItem(storageKey, JSON.stringify(session));
  become({ session, ended: null });
}

export function endSession(ended: SessionEnd): void {
  if (!state.session) return;
  sessionStorage.removeItem(storageKey);
  become({ session: null, ended });
}

export function useSessionState(): State {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
  );
}

/** Who is signed in. @throws Error outside the signed-in part of the product. */
export function usePerson(): Person {
  const { session } = useSessionState();
  if (!session) throw new Error('nobody is signed in');
  return session.person;
}

function become(next: State): void {
  state = next;
  for (const tell of listeners) tell();
}

function stored(): Session | null {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? null : (JSON.parse(text) as Session);
}
