import { withPostgres } from '../../support/postgres.js';
import { madeUp } from '../made-up.js';
import { openCastore } from './castore.js';
import { openEmmett } from './emmett.js';
import { installPeers } from './install.js';
import { openMessageDb } from './message-db.js';
import type { Peer } from './peer.js';
import { openSchemeless } from './schemeless.js';

/** The peers, each on a new database of its own; none unless they are asked for. */
export async function openPeers(areAsked: boolean): Promise<readonly Peer[]> {
  if (!areAsked) return [];
  installPeers();
  const peers: Peer[] = [];
  for (const open of [openEmmett, openCastore, openMessageDb, openSchemeless])
    peers.push(await open(await (await withPostgres()).freshDatabase()));
  return peers;
}

/** 50 events to each of these new streams. */
export async function fillPeer(peer: Peer, streams: readonly string[]): Promise<void> {
  const waiting = streams.values();
  const write = async () => {
    for (const id of waiting) await peer.append(madeUp(50, { category: 'inspection', id }));
  };
  await Promise.all(Array.from({ length: 8 }, write));
}
