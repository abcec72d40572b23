import { type Person, TokenVerifier } from './token-verifier.js';

const rememberMs = 60_000;
const tokensMax = 2_000;

/** Looks at a token's signature once a minute rather than at each request, and never past its end. */
export class RememberingVerifier extends TokenVerifier {
  private readonly remembered = new Map<string, { readonly person: Person; readonly untilMs: number }>();

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly nowMs: () => number = Date.now,
  ) {
    super();
  }

  async verify(bearer: string): Promise<Person> {
    const known = this.remembered.get(bearer);
    if (known && this.nowMs() < known.untilMs) return known.person;
    this.remembered.delete(bearer);
    const person = await this.tokens.verify(bearer);
    const { exp } = person.claims;
    const endMs = typeof exp === 'number' ? exp * 1_000 : 0;
    // The oldest goes first: a flood of tokens pushes out no more than that.
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= tokensMax && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(bearer, { person, untilMs: Math.min(this.nowMs() + rememberMs, endMs) });
    return person;
  }
}
