import { v7 as uuidv7 } from 'uuid';
import { currentLanguage } from '../i18n/language.js';
import { translatorOf } from '../i18n/use-t.js';
import { currentSession, endSession, type Session } from '../session/session.js';
import { notePast } from './answered-past.js';
import { type ProblemBody, ProblemError } from './problem-error.js';
import { positionToAwait, rememberPosition } from './read-position.js';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface CommandHeaders {
  /** The stream's length as this person saw it; required by decisions. */
  readonly expectedLength?: number;
  /** Idempotency-Key: the same again for a retry of the same command; a new one when left out. */
  readonly key?: string;
}

/** Reads `/api/v1/...`; empty and absent query values are left out. @throws ProblemError */
export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  // What was long ago need not await what was just done.
  const asked = query.asOf ? query : { ...query, atLeast: positionToAwait(path) };
  const answer = await send<Answer>(addressOf(path, asked), { method: 'GET', ...(signal && { signal }) });
  if (query.asOf) notePast(answer);
  return answer;
}

export function addressOf(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Sends a command. @throws ProblemError */
export async function post<Answer>(path: string, body: unknown, headers: CommandHeaders = {}): Promise<Answer> {
  const answer = await send<Answer>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': headers.key ?? newCommandKey(),
      ...(headers.expectedLength !== undefined && { 'if-match': `"${headers.expectedLength}"` }),
    },
  });
  rememberPosition(answer);
  return answer;
}

export function newCommandKey(): string {
  return uuidv7();
}

async function send<Answer>(address: string, request: RequestInit): Promise<Answer> {
  const session = currentSession();
  const headers = headersOf(session, 'application/json, application/problem+json', request.headers);
  const response = await ask(address, { ...request, headers });
  const body = parsed(await textOf(response, request.signal));
  if (response.ok && body !== undefined) return body as Answer;
  throw refused(response, body, session);
}

/** Who asks, in which language, for what kind of answer. */
export function headersOf(session: Session | null, accept: string, more: HeadersInit = {}): Headers {
  const headers = new Headers(more);
  headers.set('accept', accept);
  headers.set('accept-language', currentLanguage());
  if (session) headers.set('authorization', `Bearer ${session.token}`);
  return headers;
}

/** @throws ProblemError when no answer came */
export async function ask(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw ownProblem('offline', 0);
  }
}

/** @throws ProblemError when the answer broke off */
export async function textOf(response: Response, signal?: AbortSignal | null): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw ownProblem('offline', 0);
  }
}

/** What is wrong, as the server says it. Only the session the request was sent with can have expired: a late answer must not end the next person's. */
export function refused(response: Response, body: unknown, session: Session | null): ProblemError {
  const problem = problemOf(response, body);
  if (problem.status === 401 && session && session === currentSession()) endSession('expired');
  return problem;
}

export function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, body: unknown): ProblemError {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (!isProblem(body)) return ownProblem('unreadable', response.ok ? 502 : response.status);
  return new ProblemError(body, Number.isFinite(seconds) ? seconds : null, { ...body });
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
}

function ownProblem(code: 'offline' | 'unreadable', status: number): ProblemError {
  const t = translatorOf(currentLanguage());
  return new ProblemError({ status, code, title: t(`problem.${code}`), detail: t(`problem.${code}Detail`) });
}
