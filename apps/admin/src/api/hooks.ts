import { QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLanguage } from '../i18n/language.js';
import { get, newCommandKey, post, type Query } from './client.js';
import { pastOf, usePast } from './past.js';
import { ProblemError } from './problem-error.js';

const retriesMax = 2;

export function createQueryClient(): QueryClient {
  // "always": a machine that is wrong about being offline must not make people wait for nothing.
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 10_000, retry: isWorthRetrying, retryDelay },
      mutations: { networkMode: 'always', retry: isWorthRetrying, retryDelay },
    },
  });
}

/** Reads a path and keeps it fresh; null waits. The previous filter's rows stay on screen while the next ones load. */
export function useGet<Answer>(
  path: string | null,
  query: Query = {},
  { staysFromNowToPast = false }: { readonly staysFromNowToPast?: boolean } = {},
): UseQueryResult<Answer, ProblemError> {
  const language = useLanguage();
  const past = pastOf(path ?? '', usePast());
  return useQuery<Answer, ProblemError>({
    queryKey: [path, query, language, past],
    queryFn: ({ signal }) => get<Answer>(path ?? '', { ...query, ...past }, signal),
    enabled: path !== null,
    // Only of the same path, and not of now under a past day, unless the screen shows that it is of neither yet: there
    // the old figures would be a lie.
    placeholderData: (before, previous) =>
      previous?.queryKey[0] === path && (staysFromNowToPast || isPast(previous.queryKey[3]) === isPast(past))
        ? before
        : undefined,
  });
}

const isPast = (asked: unknown) => typeof asked === 'object' && asked !== null && 'asOf' in asked;

/** Reads everything on the screen anew: for what happens by itself a moment after a command. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

/** What every command answers. */
export interface CommandAnswer {
  readonly id: string;
  /** Of the stream after the command: the next decision's `expectedLength`. */
  readonly length: number;
  readonly position: number;
  /** None where the command decided nothing. */
  readonly eventIds: readonly string[];
}

/** One page of a list; `page.next` is the next one's `cursor`. */
export interface Page<Row> {
  readonly data: readonly Row[];
  readonly page: { readonly next: string | null; readonly limit: number };
}

export interface SendOptions {
  /** The stream's length as this person saw it; required by decisions. */
  readonly expectedLength?: number;
}

export interface Command<Body, Answer> {
  /** Null when it was turned down; `problem` says why. It never rejects, so a handler may ignore its promise. */
  readonly send: (body: Body, options?: SendOptions) => Promise<Answer | null>;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  /** Forgets the problem, for instance when a sheet is opened again. */
  readonly reset: () => void;
}

/** What begins a case is dated by its document; what is done to one carries the device's time. */
const isDoneToACase = (path: string) => /^\/api\/v1\/(?:inspections|recommendations)\/(?!external$)./.test(path);

/**
 * Sends commands to a path. The same body sent again after a broken connection keeps its key and its time, so it lands once;
 * after an answer every query is read anew.
 */
export function useCommand<Body = unknown, Answer = CommandAnswer>(path: string): Command<Body, Answer> {
  const queries = useQueryClient();
  const attempts = useRef(new Map<string, { readonly key: string; readonly occurredAt: string }>());
  const { mutateAsync, isPending, error, reset } = useMutation<Answer, ProblemError, Attempt<Body>>({
    mutationFn: ({ body, occurredAt, ...headers }) =>
      post<Answer>(path, isDoneToACase(path) ? { ...body, occurredAt } : body, headers),
  });

  async function send(body: Body, options: SendOptions = {}): Promise<Answer | null> {
    const attempt = JSON.stringify([path, body]);
    const first = attempts.current.get(attempt) ?? { key: newCommandKey(), occurredAt: new Date().toISOString() };
    attempts.current.set(attempt, first);
    try {
      const answer = await mutateAsync({ body, ...first, ...options });
      attempts.current.delete(attempt);
      await queries.invalidateQueries();
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      if (!thrown.isUnanswered) {
        attempts.current.delete(attempt);
        // A stale or impossible command means that the screen is behind what happened.
        if (thrown.status === 409 || thrown.status === 412) await queries.invalidateQueries();
      }
      return null;
    }
  }

  return { send, isBusy: isPending, problem: error, reset };
}

type Attempt<Body> = { readonly body: Body; readonly key: string; readonly occurredAt: string } & SendOptions;

function isWorthRetrying(failures: number, thrown: Error): boolean {
  return thrown instanceof ProblemError && thrown.isUnanswered && failures < retriesMax;
}

function retryDelay(failures: number, thrown: Error): number {
  const named = thrown instanceof ProblemError ? thrown.retryAfterSeconds : null;
  return named !== null ? Math.min(named, 10) * 1000 : 500 * 2 ** failures;
}
