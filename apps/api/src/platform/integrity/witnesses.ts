import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { type Checkpoint, openCheckpoint } from '../trail/checkpoint.js';
import { nothingPublished, PublishedCheckpoint } from '../trail/published-checkpoint.js';
import { SealingKeys } from '../trail/sealing-keys.js';
import { type Verifier, verifierOf } from '../trail/signed-note.js';
import { checkpointFileOf, ownKeyFile } from '../trail/trail.js';

/** What the log is held against that does not come out of the database. */
export interface Witnesses {
  /** None where no key was given and none lies beside the database: signatures are then not checked. */
  readonly verifiers: readonly Verifier[];
  readonly published: Published;
}

/** `foreign`: a file is there, and no key of the log signed it. `absent`: none was found, or no key to read it by. */
export type Published = Checkpoint | 'foreign' | 'absent';

/** @throws UnfitKey, or the file system's error */
export async function witnessesOf(
  config: Pick<Config, 'sealingKeyFile' | 'checkpointFile'>,
  dataFolder: string,
  verifierKeys: readonly string[],
): Promise<Witnesses> {
  const file = config.sealingKeyFile ?? ownKeyFile(dataFolder);
  // A key file that was named and is not there is an error; the one beside the database need not be there.
  const isKept = config.sealingKeyFile !== null || existsSync(file);
  const kept = isKept ? (await SealingKeys.read(file)).verifierKeys : [];
  const verifiers = [...new Set([...verifierKeys, ...kept])].map(verifierOf);
  const note = await new PublishedCheckpoint(checkpointFileOf(config, dataFolder)).read();
  if (note === null || note === nothingPublished || verifiers.length === 0) return { verifiers, published: 'absent' };
  const opened = verifiers.map((verifier) => openCheckpoint(note, verifier)).find((each) => each !== null);
  return { verifiers, published: opened ?? 'foreign' };
}
