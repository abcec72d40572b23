import type { Facts } from '@soat/domain';
import type { Words } from './language.js';
import type { ProblemCode } from './problem-catalogue.js';

/** One place in the request that is wrong. */
export interface ProblemItem {
  /** JSON Pointer into the body, or `/name` of a query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly message: Words;
}

export interface ProblemExtras {
  readonly errors?: readonly ProblemItem[];
  readonly detail?: Words;
  readonly facts?: Facts;
  /** What was saved although the request was refused. */
  readonly kept?: Words;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the answer, by name. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A request that is turned down outside the domain's rules; status and title come from the catalogue. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code, { cause: extras.cause });
  }
}

/** What goes over the wire, RFC 9457. */
export interface ProblemBody {
  /** `/problems/<code>`, which resolves to a page. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** This occurrence, as a URN of the request's id. */
  readonly instance: string;
  readonly traceId: string;
  readonly facts?: Facts;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly kept?: string;
}

export const problemMediaType = 'application/problem+json; charset=utf-8';
