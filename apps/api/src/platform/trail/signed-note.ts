import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/**
 * C2SP signed-note: a text that ends in a newline, an empty line, and a line for each signature,
 * `— name base64(4 bytes of key id, signature)`. Ed25519 only (type 0x01); lines of other keys are passed over, as the format
 * demands, so that a witness's or a later kind of signature may stand beside ours.
 */
export interface Signer {
  /** The key's name; a log's is its origin. */
  readonly name: string;
  /** What others check by: `name+keyid+base64(0x01, public key)`. */
  readonly verifierKey: string;
  /** The text with its signature. @throws TypeError for a text that a note cannot hold */
  sign(text: string): string;
}

export interface Verifier {
  readonly name: string;
  /** The signed text, when this key signed it; null otherwise, also for what is no note at all. */
  open(note: string): string | null;
}

/** A key that cannot be used, and why; never with the key in it. */
export class UnfitKey extends Error {
  override readonly name = 'UnfitKey';
}

const ed25519 = 0x01;
const keyBytes = 32;
// What DER puts before the 32 bytes (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** A new secret key as one line of text, in the form of Go's note package: `PRIVATE+KEY+name+keyid+base64(0x01, seed)`. */
export function newSigningKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes);
  return `PRIVATE+KEY+${name}+${keyIdOf(name, publicBytes(privateKey)).toString('hex')}+${typed(seed)}`;
}

/** @throws UnfitKey */
export function signerOf(signingKey: string): Signer {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(signingKey.trim());
  if (!match) throw new UnfitKey('this is no signing key: PRIVATE+KEY+name+keyid+key was to come');
  const [, name = '', id, encoded = ''] = match;
  const key = createPrivateKey({
    key: Buffer.concat([privateHead, untyped(encoded)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = publicBytes(key);
  const keyId = keyIdOf(name, publicKey);
  if (keyId.toString('hex') !== id) throw new UnfitKey(`the signing key of ${name} is damaged: its id does not fit it`);
  return {
    name,
    verifierKey: `${name}+${id}+${typed(publicKey)}`,
    sign(text) {
      if (!text.endsWith('\n') || /[^\P{Cc}\n]/u.test(text) || text.includes('\n\n'))
        throw new TypeError('a note is lines of text, none of them empty');
      const signature = sign(null, Buffer.from(text), key);
      return `${text}\n— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
    },
  };
}

/** @throws UnfitKey */
export function verifierOf(verifierKey: string): Verifier {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(verifierKey.trim());
  if (!match) throw new UnfitKey('this is no verifier key: name+keyid+key was to come');
  const [, name = '', id, encoded = ''] = match;
  const bytes = untyped(encoded);
  const keyId = keyIdOf(name, bytes);
  if (keyId.toString('hex') !== id)
    throw new UnfitKey(`the verifier key of ${name} is damaged: its id does not fit it`);
  const key = createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' });
  return {
    name,
    open(note) {
      const end = note.lastIndexOf('\n\n');
      if (end < 0 || !note.endsWith('\n')) return null;
      const text = note.slice(0, end + 1);
      const isSigned = note
        .slice(end + 2, -1)
        .split('\n')
        .some((line) => {
          const [dash, signer, base64 = ''] = line.split(' ');
          if (dash !== '—' || signer !== name) return false;
          const signature = Buffer.from(base64, 'base64');
          return signature.subarray(0, 4).equals(keyId) && verify(null, Buffer.from(text), key, signature.subarray(4));
        });
      return isSigned ? text : null;
    },
  };
}

function keyIdOf(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(ed25519))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
}

function typed(bytes: Uint8Array): string {
  return Buffer.concat([Uint8Array.of(ed25519), bytes]).toString('base64');
}

/** @throws UnfitKey */
function untyped(encoded: string): Buffer {
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== keyBytes + 1 || bytes[0] !== ed25519)
    throw new UnfitKey('only keys of Ed25519 (type 1) will do');
  return bytes.subarray(1);
}
