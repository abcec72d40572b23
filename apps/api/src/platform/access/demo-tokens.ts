import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Role, roles } from '@soat/domain';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { errorCode } from '../http/error-code.js';
import { InvalidToken, type Person, TokenVerifier } from './token-verifier.js';

export interface DemoTokensOptions {
  /** Where the key is kept, so that a restart signs nobody out. */
  readonly folder: string;
  readonly isProduction: boolean;
}

const algorithm = 'ES256';
const issuer = 'soat-demo';
const audience = 'soat-api';
const keyFile = 'demo-token-key.json';

/**
 * Tokens that the demo hands out itself, in the form a real identity provider would: ES256, signed with a key of this
 * installation. Anyone who may ask gets one, so it refuses to exist in production.
 */
export class DemoTokens extends TokenVerifier {
  private constructor(
    private readonly privateKey: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {
    super();
  }

  /** @throws Error in production */
  static async open({ folder, isProduction }: DemoTokensOptions): Promise<DemoTokens> {
    if (isProduction) throw new Error('demo tokens are never issued in production');
    const jwk = (await keptKey(folder)) ?? (await newKey(folder));
    const { d: _, ...publicJwk } = jwk;
    return new DemoTokens(await keyOf(jwk), await keyOf(publicJwk));
  }

  /** A token that speaks for this person for `seconds`. */
  issue(person: Omit<Person, 'claims'>, seconds = 12 * 60 * 60): Promise<string> {
    return new SignJWT({ name: person.name, role: person.role, unitId: person.unitId })
      .setProtectedHeader({ alg: algorithm, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(person.id)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(this.privateKey);
  }

  async verify(bearer: string): Promise<Person> {
    const claims = await this.claimsOf(bearer);
    const { sub, name, role, unitId = null } = claims;
    if (!isText(sub) || !isText(name) || !isRole(role) || !(unitId === null || isText(unitId)))
      throw new InvalidToken('the claims name no person');
    return { id: sub, name, role, unitId, claims };
  }

  private async claimsOf(bearer: string): Promise<Readonly<Record<string, unknown>>> {
    try {
      const { payload } = await jwtVerify(bearer, this.publicKey, {
        // Named, so that a token cannot choose how it is checked.
        algorithms: [algorithm],
        issuer,
        audience,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: 5,
      });
      return payload;
    } catch (cause) {
      throw new InvalidToken('the token does not verify', { cause });
    }
  }
}

async function keptKey(folder: string): Promise<JWK | null> {
  const file = path.join(folder, keyFile);
  try {
    const jwk: JWK = JSON.parse(await readFile(file, 'utf8'));
    await chmod(file, 0o600);
    return jwk;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new Error(`${keyFile} cannot be read; delete it to get a new one`, { cause: error });
  }
}

async function newKey(folder: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path.join(folder, keyFile), JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
    return jwk;
  } catch (error) {
    // Another process was first, and its key is the one that counts.
    const kept = await keptKey(folder);
    if (kept) return kept;
    throw error;
  }
}

async function keyOf(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error(`${keyFile} holds no ${algorithm} key`);
  return key;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
