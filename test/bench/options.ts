import { parseArgs } from 'node:util';

/** What a run measures and for how long. */
export interface Options {
  readonly hasPeers: boolean;
  /** Sizes of the log to compare; none when growth is not asked for. */
  readonly growth: readonly number[];
  /** Size of the log whose past is asked for; null when it is not. */
  readonly past: number | null;
  readonly isQuick: boolean;
  /** Only these sections, with commas between them; all when null. */
  readonly only: string | null;
  readonly rounds: number;
  /** How long one contestant's turn in one round should take. */
  readonly turnMs: number;
  /** Events in the log that reading and projecting are measured on. */
  readonly logSize: number;
}

const sizes = [10_000, 1_000_000, 10_000_000] as const;

/** @throws TypeError for an option that is not one. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    // `--growth` alone goes to a million, `--growth=10M` to ten.
    args: args.map((arg) => (arg === '--growth' || arg === '--past' ? `${arg}=1M` : arg)),
    options: {
      peers: { type: 'boolean', default: false },
      growth: { type: 'string' },
      past: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { growth, past, quick: isQuick } = values;
  if (growth !== undefined && !/^(1|10)M$/.test(growth)) throw new TypeError(`--growth is 1M or 10M, not ${growth}`);
  if (past !== undefined && !/^\d+[kM]$/.test(past)) throw new TypeError(`--past is 200k or 1M, say, not ${past}`);
  return {
    hasPeers: values.peers,
    growth: growthSizes(growth, isQuick),
    past: past === undefined ? null : isQuick ? 4_000 : sizeOf(past),
    isQuick,
    only: values.only ?? null,
    rounds: values.rounds === undefined ? (isQuick ? 2 : 7) : Number(values.rounds),
    turnMs: isQuick ? 60 : 700,
    logSize: isQuick ? 2_000 : 100_000,
  };
}

function sizeOf(text: string): number {
  return Number(text.slice(0, -1)) * (text.endsWith('M') ? 1_000_000 : 1_000);
}

function growthSizes(asked: string | undefined, isQuick: boolean): readonly number[] {
  if (asked === undefined) return [];
  if (isQuick) return [1_000, 4_000];
  return asked === '10M' ? sizes : sizes.slice(0, 2);
}
