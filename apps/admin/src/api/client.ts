import { v7 as uuidv7 } from 'uuid';
import { currentLanguage } from '../i18n/language.js';
import { translatorOf } from '../i18n/use-t.js';
import { currentSession, endSession } from '../session/session.js';
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
  const search = new URLSearchParams();
  const asked: Query = { ...query, atLeast: positionToAwait(path) };
  for (const [name, value] of Object.entries(asked))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return await send<Answer>(text ? `${path}?${text}` : path, { method: 'GET', ...(signal && { signal }) });
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
  const headers = new Headers(request.headers);
  headers.set('accept', 'application/json, application/problem+json');
  headers.set('accept-language', currentLanguage());
  if (session) headers.set('authorization', `Bearer ${session.token}`);
  const { response, text } = await exchange(address, { ...request, headers });
  const body = parsed(text);
  if (response.ok && body !== undefined) return body as Answer;
  const problem = problemOf(response, body);
  // Only the session the request was sent with can have expired: a late answer must not end the next person's.
  if (problem.status === 401 && session && session === currentSession()) endSession('expired');
  throw problem;
}

async function exchange(address: string, request: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(address, request);
    return { response, text: await response.text() };
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw ownProblem('offline', 0);
  }
}

function parsed(text: string): unknown {
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
