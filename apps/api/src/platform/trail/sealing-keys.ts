import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../http/error-code.js';
import { type Checkpoint, checkpointText, openCheckpoint } from './checkpoint.js';
import { newSigningKey, type Signer, signerOf, UnfitKey, type Verifier, verifierOf } from './signed-note.js';

/**
 * The keys of one log, all of its name. During a rotation the new and the old one sign side by side; one that signs no longer
 * is still taken for what it signed.
 */
export class SealingKeys {
  private constructor(
    private readonly signers: readonly [Signer, ...Signer[]],
    private readonly verifiers: readonly Verifier[],
    /** For everybody: what to check by, the newest first. */
    readonly verifierKeys: readonly string[],
  ) {}

  /**
   * From the lines of a key file: `PRIVATE+KEY+…` for each key that signs, the newest first, and the verifier key of each that
   * signed before. Lines that begin with # are notes.
   * @throws UnfitKey
   */
  static of(text: string): SealingKeys {
    const lines = text.split('\n').flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [line.trim()]));
    const [newest, ...others] = lines.filter((line) => line.startsWith('PRIVATE+')).map(signerOf);
    if (!newest) throw new UnfitKey('no signing key: PRIVATE+KEY+name+keyid+key was to come');
    const signers: [Signer, ...Signer[]] = [newest, ...others];
    const verifierKeys = [
      ...signers.map(({ verifierKey }) => verifierKey),
      ...lines.filter((line) => !line.startsWith('PRIVATE+')),
    ];
    const verifiers = verifierKeys.map(verifierOf);
    const other = verifiers.find(({ name }) => name !== newest.name);
    if (other)
      throw new UnfitKey(`the keys of one log have one name, and these are of ${newest.name} and ${other.name}`);
    return new SealingKeys(signers, verifiers, verifierKeys);
  }

  /** @throws UnfitKey, or the file system's error */
  static async read(file: string): Promise<SealingKeys> {
    return SealingKeys.of(await readFile(file, 'utf8'));
  }

  /** The keys in this file, made at the first time: for the embedded database, whose operator keeps no keys. */
  static async readOrMake(file: string, name: string): Promise<SealingKeys> {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      // Never over one that is there: checkpoints that were signed with it could not be checked any more.
      await writeFile(file, `${newSigningKey(name)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    return await SealingKeys.read(file);
  }

  /** The log's name. */
  get origin(): string {
    return this.signers[0].name;
  }

  sign({ size, root }: Omit<Checkpoint, 'origin'>): string {
    const text = checkpointText({ origin: this.origin, size, root });
    const [first, ...others] = this.signers.map((signer) => signer.sign(text));
    return [first, ...others.map((note) => note.slice(text.length + 1))].join('');
  }

  /** Null unless one of these keys signed it for this log. */
  open(note: string): Checkpoint | null {
    for (const verifier of this.verifiers) {
      const checkpoint = openCheckpoint(note, verifier);
      if (checkpoint) return checkpoint;
    }
    return null;
  }
}
