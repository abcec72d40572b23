import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Config } from '../config.js';
import type { RunnerLog } from '../projections/projection-runner.js';
import { PublishedCheckpoint } from './published-checkpoint.js';
import { Sealer } from './sealer.js';
import { SealingKeys } from './sealing-keys.js';
import type { TrailStore } from './trail-store.js';

/** The trail as one process has it. */
export abstract class Trail {
  /** Null where the log can have none: in a KurrentDB. */
  abstract readonly store: TrailStore | null;
  /** Null in a process that holds no key: another one seals. */
  abstract readonly sealer: Sealer | null;
  /** What to check by, the newest first; none in a process that holds no key. */
  abstract readonly verifierKeys: readonly string[];
}

export interface TrailParts {
  readonly store: TrailStore | null;
  readonly dataFolder: string;
  readonly isEmbedded: boolean;
  readonly nowMs: () => number;
  readonly log: RunnerLog;
}

/** @throws UnfitKey, or the file system's error */
export async function openTrail(
  config: Pick<Config, 'sealingKeyFile' | 'checkpointFile' | 'isDemo'>,
  { store, dataFolder, isEmbedded, nowMs, log }: TrailParts,
): Promise<Trail> {
  const keys = store && (await keysOf(config, ownKeyFile(dataFolder), isEmbedded));
  if (!store || !keys) return { store, sealer: null, verifierKeys: [] };
  const published = new PublishedCheckpoint(checkpointFileOf(config, dataFolder));
  return { store, sealer: new Sealer(store, keys, published, nowMs, log), verifierKeys: keys.verifierKeys };
}

/** Where the embedded database's key is. */
export function ownKeyFile(dataFolder: string): string {
  return path.join(dataFolder, 'trail', 'sealing-key');
}

export function checkpointFileOf({ checkpointFile }: Pick<Config, 'checkpointFile'>, dataFolder: string): string {
  return checkpointFile ?? path.join(dataFolder, 'trail', 'checkpoint');
}

async function keysOf(
  { sealingKeyFile, isDemo }: Pick<Config, 'sealingKeyFile' | 'isDemo'>,
  ownFile: string,
  isEmbedded: boolean,
): Promise<SealingKeys | null> {
  if (sealingKeyFile !== null) return await SealingKeys.read(sealingKeyFile);
  // Two installations are two logs, and nobody may take a demo's for a real one.
  const name = `${isDemo ? 'demo' : 'local'}.soat/${randomBytes(4).toString('hex')}`;
  return isEmbedded ? await SealingKeys.readOrMake(ownFile, name) : null;
}
