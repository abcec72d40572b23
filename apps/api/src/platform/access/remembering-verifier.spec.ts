import { beforeEach, describe, expect, it } from '@jest/globals';
import { RememberingVerifier } from './remembering-verifier.js';
import { InvalidToken, type Person, TokenVerifier } from './token-verifier.js';

class CountingVerifier extends TokenVerifier {
  looks = 0;

  async verify(bearer: string): Promise<Person> {
    this.looks += 1;
    if (bearer === 'bad') throw new InvalidToken('planted');
    return { id: bearer, name: bearer, role: 'inspector', unitId: null, claims: { exp: 90 } };
  }
}

describe('a verifier that remembers', () => {
  let nowMs: number;
  let inner: CountingVerifier;
  let tokens: RememberingVerifier;
  beforeEach(() => {
    nowMs = 0;
    inner = new CountingVerifier();
    tokens = new RememberingVerifier(inner, () => nowMs);
  });

  it('looks at a token once a minute', async () => {
    expect((await tokens.verify('nam')).id).toBe('nam');
    nowMs = 59_999;
    expect((await tokens.verify('nam')).id).toBe('nam');
    expect(inner.looks).toBe(1);
    nowMs = 60_000;
    await tokens.verify('nam');
    expect(inner.looks).toBe(2);
  });

  it('does not remember past the end of the token', async () => {
    nowMs = 60_000;
    await tokens.verify('nam');
    nowMs = 90_000;
    await tokens.verify('nam');
    expect(inner.looks).toBe(2);
  });

  it('remembers no refusal, and nobody for another', async () => {
    await expect(tokens.verify('bad')).rejects.toBeInstanceOf(InvalidToken);
    await expect(tokens.verify('bad')).rejects.toBeInstanceOf(InvalidToken);
    expect(inner.looks).toBe(2);
    expect((await tokens.verify('lan')).id).toBe('lan');
    expect((await tokens.verify('nam')).id).toBe('nam');
  });

  it('holds no more than it has room for', async () => {
    for (let number = 0; number < 2_001; number += 1) await tokens.verify(`t${number}`);
    inner.looks = 0;
    await tokens.verify('t2000');
    expect(inner.looks).toBe(0);
    await tokens.verify('t0');
    expect(inner.looks).toBe(1);
  });
});
