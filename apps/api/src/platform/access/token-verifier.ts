import type { Actor, Role } from '@soat/domain';

/** Whoever a token speaks for. */
export interface Person extends Actor {
  readonly role: Role;
  /** What else the token says; nothing decides by it. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The token is not ours, is spent, or does not say enough. The reason is for the log, never for the asker. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

export abstract class TokenVerifier {
  /** @throws InvalidToken */
  abstract verify(bearer: string): Promise<Person>;
}

/** For an installation no identity provider is connected to: every token is refused. */
export class NobodyVerified extends TokenVerifier {
  async verify(): Promise<never> {
    throw new InvalidToken('no identity provider is connected');
  }
}
