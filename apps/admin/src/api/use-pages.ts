import { type UseInfiniteQueryResult, type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language.js';
import { get, type Query } from './client.js';
import type { Page } from './hooks.js';
import { pastOf, usePast } from './past.js';
import type { ProblemError } from './problem-error.js';

export interface Pages<Row> {
  /** Of all pages read so far; undefined until the first has come. */
  readonly rows: readonly Row[] | undefined;
  readonly problem: ProblemError | null;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** Reads a list page by page; null waits. */
export function usePages<Row>(path: string | null, query: Query = {}): Pages<Row> {
  const language = useLanguage();
  const past = pastOf(path ?? '', usePast());
  const answer: UseInfiniteQueryResult<InfiniteData<Page<Row>>, ProblemError> = useInfiniteQuery<
    Page<Row>,
    ProblemError,
    InfiniteData<Page<Row>>,
    readonly unknown[],
    string | null
  >({
    queryKey: [path, query, language, past, 'pages'],
    queryFn: ({ pageParam, signal }) => get<Page<Row>>(path ?? '', { ...query, ...past, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ page }) => page.next,
    enabled: path !== null,
    // From one moment of the same list to the next: what goes through the past event by event must not flicker.
    placeholderData: (before, previous) =>
      previous?.queryKey[0] === path && sameQuery(previous.queryKey[1], query) ? before : undefined,
  });
  return {
    rows: answer.data?.pages.flatMap((page) => page.data),
    problem: answer.error,
    hasMore: answer.hasNextPage,
    isReadingMore: answer.isFetchingNextPage,
    readMore: () => void answer.fetchNextPage(),
    retry: () => void answer.refetch(),
  };
}

function sameQuery(one: unknown, other: Query): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
