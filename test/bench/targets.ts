/** What a row is to reach, as a multiple of another contestant's speed in the same rounds. */
export interface Target {
  readonly of: string;
  readonly atLeast: number;
}

/** The project's own targets, by the names of the contests. `peer` is the best of those that ran. */
export const targets: Readonly<Record<string, readonly Target[]>> = {
  'append, 1 writer': [raw(0.5), peer(1.2)],
  'append, 8 writers': [raw(0.8), peer(3)],
  'append, 32 writers': [raw(1.5), peer(6)],
  'append, 256 writers': [raw(1.8), peer(8)],
  'append, 32 writers, 5 a call': [raw(1), peer(4)],
  'load a stream of 50, 8 readers': [raw(0.95), peer(1.3)],
  'catch up in pages': [{ of: 'cursor', atLeast: 1.5 }, { of: 'COPY', atLeast: 0.8 }, peer(1.1)],
  'project in live batches': [{ of: 'one event a transaction', atLeast: 60 }],
  'rebuild a projection': [{ of: 'one event a transaction', atLeast: 150 }],
  'append beside the sealer, 8 writers': [{ of: 'no sealer', atLeast: 0.75 }],
  'append beside the sealer, 32 writers': [{ of: 'no sealer', atLeast: 0.75 }],
  'HTTP POST of a command, 32 connections': [raw(0.7)],
  'HTTP GET of a unit page, 32 connections': [raw(0.6)],
};

function raw(atLeast: number): Target {
  return { of: 'raw', atLeast };
}

function peer(atLeast: number): Target {
  return { of: 'best peer', atLeast };
}
