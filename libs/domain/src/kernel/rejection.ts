/**
 * What a rule turns down. `kind` says how the outside answers (HTTP status, wording), `code` is the contract, `facts`
 * are the values the reader needs ("due on", "recorded by"). A rejection is an answer, not a failure: nothing was changed.
 */
export type RejectionKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unprocessable';

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly kind: RejectionKind,
    /** Dotted kebab case, first the stream: `recommendation.same-person`. */
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}
