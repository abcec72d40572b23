import { withPostgres } from '../support/postgres.js';
import { appendContests } from './append.js';
import { openGrown } from './growth.js';
import { openHttp } from './http.js';
import { type Bench, fill, isGapFree, mirror, openBench } from './log.js';
import { type Contest, measured } from './measure.js';
import { Meter } from './meter.js';
import { readOptions } from './options.js';
import { fillPeer, openPeers } from './peers/open-peers.js';
import type { Peer } from './peers/peer.js';
import { openPast } from './past.js';
import { projectContests } from './projecting.js';
import { readersBeside, writers } from './readers.js';
import { endCopying, readContests } from './reading.js';
import { growthHeading, growthRows, pastHeading, pastRows, rowsOf, table } from './report.js';

const options = readOptions(process.argv.slice(2));
const say = (text: string) => process.stdout.write(`${text}\n`);
const rows: (readonly string[])[] = [];
const notes: string[] = [];

async function hold(contests: readonly Contest[], meter: Meter): Promise<void> {
  for (const contest of contests) {
    process.stderr.write(`${contest.name} ...\n`);
    rows.push(...rowsOf(contest, await measured(contest, meter, options)));
  }
}

async function within(work: (bench: Bench) => Promise<void>): Promise<void> {
  const bench = await openBench();
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}

async function withPeers(work: (peers: readonly Peer[]) => Promise<void>): Promise<void> {
  const peers = await openPeers(options.hasPeers);
  try {
    await work(peers);
  } finally {
    for (const peer of peers) await peer.close();
  }
}

async function append(): Promise<void> {
  await within(async (bench) => {
    await withPeers((peers) => hold(appendContests(bench, peers), bench.meter));
    notes.push(...(await positionsOf(bench)));
  });
}

async function follow(): Promise<void> {
  await within(async (bench) => {
    const heldMs = Math.min(2_000, options.turnMs * 3);
    for (const { who, written, lost, doubled } of await readersBeside(bench, 2 * heldMs, heldMs))
      notes.push(
        `${who}, beside ${writers} writers and an append held open for ${heldMs} ms: ${lost} lost, ${doubled} doubled of ${written}`,
      );
    notes.push(...(await positionsOf(bench)));
  });
}

async function positionsOf(bench: Bench): Promise<readonly string[]> {
  const { isDense, count } = await isGapFree(bench);
  return count > 0 ? [`positions of ${count} events: ${isDense ? 'gap-free' : 'NOT GAP-FREE'}`] : [];
}

async function read(): Promise<void> {
  await within(async (bench) => {
    const streams = await fill(bench, options.logSize);
    await mirror(bench);
    await withPeers(async (peers) => {
      for (const peer of peers) await fillPeer(peer, streams);
      await hold(readContests(bench, streams, peers), bench.meter);
    });
    await endCopying();
  });
}

async function project(): Promise<void> {
  await within(async (bench) => hold(await projectContests(bench, options.logSize), bench.meter));
}

async function http(): Promise<void> {
  const opened = await openHttp();
  const meter = await Meter.open(opened.url);
  try {
    await hold(opened.contests, meter);
  } finally {
    await meter.close();
    await opened.close();
  }
}

async function grow(): Promise<void> {
  const grown = await openGrown(options.growth, say);
  try {
    const compared: (readonly string[])[] = [];
    for (const contest of grown.contests)
      compared.push(...growthRows(contest, await measured(contest, grown.meter, options)));
    say(table(compared, growthHeading));
  } finally {
    await grown.close();
  }
}

async function past(): Promise<void> {
  const opened = await openPast(options.past ?? 0, options.isQuick, say);
  try {
    const compared: (readonly string[])[] = [];
    for (const contest of opened.contests)
      compared.push(...pastRows(contest, await measured(contest, opened.meter, options)));
    say(table(compared, pastHeading));
  } finally {
    await opened.close();
  }
}

const sections: Readonly<Record<string, () => Promise<void>>> = { append, follow, read, project, http };

try {
  const asked =
    options.past !== null
      ? [past]
      : options.growth.length > 0
        ? [grow]
        : Object.entries(sections)
            .filter(isAsked)
            .map(([, section]) => section);
  for (const section of asked) await section();
  if (rows.length > 0) say(table(rows));
  for (const note of notes) say(note);
} finally {
  await (await withPostgres()).stop();
}

function isAsked([name]: readonly [string, unknown]): boolean {
  return options.only === null || options.only.split(',').includes(name);
}
