/** One place in the request that is wrong. */
export interface ProblemItem {
  /** JSON Pointer into the body, or `/name` of a query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export type Fact = string | number | boolean | readonly string[] | null;

/** What the server answers when it turns a request down, RFC 9457, in the reader's language. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly errors?: readonly ProblemItem[];
  /** What was saved although the request was refused. */
  readonly kept?: string;
  readonly traceId?: string;
}

/** A request that came to nothing; status 0 when no answer came at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly errors: readonly ProblemItem[];
  readonly kept: string | undefined;
  readonly traceId: string | undefined;

  constructor(
    body: ProblemBody,
    /** From Retry-After; null when the server named no time. */
    readonly retryAfterSeconds: number | null = null,
    /** Every member of the answer, for the few that carry more, such as the events since a stale length. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(body.code);
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.facts = body.facts ?? {};
    this.errors = body.errors ?? [];
    this.kept = body.kept;
    this.traceId = body.traceId;
  }

  /** Whether the command may have landed all the same, so that only its own key can tell. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** The message for the field behind a pointer, such as `/dueOn`. */
  messageAt(pointer: string): string | undefined {
    return this.errors.find((item) => item.pointer === pointer)?.message;
  }
}
