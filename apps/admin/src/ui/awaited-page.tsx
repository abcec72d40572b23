import { Page, PageHeader, type PageHeaderProps } from './layout.js';
import { ErrorPanel, Loading, type ProblemShown } from './states.js';

interface AwaitedPageProps extends Pick<PageHeaderProps, 'title' | 'backTo' | 'backLabel'> {
  readonly width?: 'narrow' | 'wide';
  /** What the screen is about, as long as it has not come. */
  readonly answer: {
    readonly error: (ProblemShown & { readonly isUnanswered: boolean }) | null;
    readonly refetch: () => unknown;
  };
}

/** A screen before what it is about has come, or that it does not come and why. */
export function AwaitedPage({ answer: { error, refetch }, width = 'narrow', ...header }: AwaitedPageProps) {
  return (
    <Page width={width}>
      <PageHeader {...header} />
      {error ? (
        <ErrorPanel problem={error} {...(error.isUnanswered && { onRetry: () => void refetch() })} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
