import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoredEvent } from '../event-store.js';
import { type Copyable, type EmptyAnswer, type Importing, ImportRefused } from '../importing.js';
import {
  type Claim,
  claimRecord,
  commandRecord,
  type EmptyDecision,
  emptyDecision,
  emptyRecord,
} from './command-record.js';
import { KurrentDbEventStore } from './kurrentdb-event-store.js';
import { Records } from './records.js';
import { positionOf, recordOf, StreamNames } from './stored-record.js';

const atOnceMax = 64;
const pageSize = 1_000;

/** A log to copy into or out of; `namespace` is that of its streams. */
export function copyableKurrentDb(url: string, namespace = ''): Copyable {
  const client = KurrentDBClient.connectionString(url);
  const store = new KurrentDbEventStore(client, { namespace }, () => client.dispose());
  return { store, importing: new KurrentDbImporting(client, { namespace }), close: () => store.close() };
}

/** Copying into KurrentDB and out of it: the records that the adapter would have written, at the places where they stood. */
export class KurrentDbImporting implements Importing {
  private readonly records: Records;
  private readonly names: StreamNames;

  constructor(client: KurrentDBClient, { namespace = '', msMax = 30_000 } = {}) {
    this.records = new Records(client, msMax);
    this.names = new StreamNames(namespace);
  }

  async emptyAnswers(): Promise<readonly EmptyAnswer[]> {
    const answers: EmptyAnswer[] = [];
    for (let after = 0; ; ) {
      const page = await this.records.all([this.names.commandPrefix], after, pageSize);
      const last = page.at(-1)?.event;
      if (!last) break;
      after = positionOf(last.position);
      for (const record of page)
        if (record.event?.type === 'CommandDecidedNothing') {
          const { digest, actor, ...answer } = emptyDecision(record);
          const id = record.event.streamId.slice(this.names.commandPrefix.length);
          answers.push({ ...answer, command: { id, digest, actor } });
        }
    }
    return answers.sort((a, b) => a.position - b.position || (a.command.id < b.command.id ? -1 : 1));
  }

  async importCommands(commands: readonly (readonly StoredEvent[])[], head: number): Promise<void> {
    const newest = await this.records.newest(this.names.prefixes);
    if ((newest ? positionOf(newest.event?.position) : 0) !== head)
      throw new ImportRefused('somebody else writes to the target');
    // The order of the claims means nothing; that of the events is the log's.
    const claims = commands.map(claimOf);
    for (let first = 0; first < claims.length; first += atOnceMax)
      await Promise.all(claims.slice(first, first + atOnceMax).map((claim) => this.importClaim(claim)));
    for (const [index, events] of commands.entries()) {
      const claim = claims[index]?.claim;
      if (!claim) throw new Error('each command has its claim');
      const isTaken = await this.records.append(this.names.of(claim.stream), events.map(recordOf), claim.length);
      if (!isTaken) throw new ImportRefused(`${this.names.of(claim.stream)} is not ${claim.length} events long`);
    }
  }

  async importEmptyAnswers(answers: readonly EmptyAnswer[]): Promise<void> {
    for (let first = 0; first < answers.length; first += atOnceMax)
      await Promise.all(answers.slice(first, first + atOnceMax).map((answer) => this.importEmptyAnswer(answer)));
  }

  private async importClaim({ commandId, claim }: { readonly commandId: string; readonly claim: Claim }) {
    const name = this.names.ofCommand(commandId);
    if (await this.records.append(name, [claimRecord(randomUUID(), claim)], 0)) return;
    const record = commandRecord(await this.records.last(name));
    if (record.kind !== 'claim' || !isDeepStrictEqual(record.claim, claim))
      throw new ImportRefused(`command ${commandId} is known to the target otherwise`);
  }

  private async importEmptyAnswer({ command, ...answer }: EmptyAnswer) {
    const decision: EmptyDecision = { ...answer, digest: command.digest, actor: command.actor };
    const name = this.names.ofCommand(command.id);
    if (await this.records.append(name, [emptyRecord(randomUUID(), decision)], 0)) return;
    const record = commandRecord(await this.records.last(name));
    if (record.kind !== 'empty') throw new ImportRefused(`command ${command.id} is known to the target otherwise`);
  }
}

function claimOf(events: readonly StoredEvent[]): { readonly commandId: string; readonly claim: Claim } {
  const [first] = events;
  if (!first) throw new Error('a command has events');
  events.forEach(({ stream, version, commandIndex }, index) => {
    const isInPlace = stream.id === first.stream.id && version === first.version + index && commandIndex === index;
    if (!isInPlace) throw new ImportRefused(`the events of command ${first.commandId} do not stand together`);
  });
  return { commandId: first.commandId, claim: { stream: first.stream, length: first.version - 1 } };
}
