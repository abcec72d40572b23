import { randomUUID } from 'node:crypto';
import { type CommandStamp, OutcomeUnknown, StoreUnavailable, type StoredEvent } from '../event-store.js';
import { type FirstAnswer, namesOf } from '../recording.js';
import { type Claim, claimRecord, commandRecord, type EmptyDecision, emptyRecord } from './command-record.js';
import type { Records } from './records.js';
import { type StreamNames, storedEvent } from './stored-record.js';

/**
 * How it stands with a command id. `new`: never heard of, or every place it claimed went to others for good. `open`: the
 * place it claimed last is free, so a try of it may be on its way. `answered`: for ever.
 */
export type Standing =
  | { readonly kind: 'new'; readonly recordLength: number }
  | { readonly kind: 'open'; readonly recordLength: number; readonly claim: Claim }
  | { readonly kind: 'answered'; readonly first: FirstAnswer; readonly events: readonly StoredEvent[] };

/** A command that may still be appended. */
export type Unanswered = Exclude<Standing, { kind: 'answered' }>;

/** The records of commands, a stream for each, and what they mean beside the streams of events. */
export class Commands {
  constructor(
    private readonly records: Records,
    private readonly names: StreamNames,
  ) {}

  /** @throws StoreUnavailable */
  async standing(commandId: string): Promise<Standing> {
    const record = commandRecord(await this.records.last(this.names.ofCommand(commandId)));
    switch (record.kind) {
      case 'none':
        return { kind: 'new', recordLength: 0 };
      case 'claim':
        return this.standingOf(commandId, record.claim, record.length);
      case 'empty': {
        const { digest, actor, stream, length, position } = record.decision;
        const answer = { stream, length, position, eventIds: [], leafHashes: [] };
        return { kind: 'answered', first: { actor, digest, answer }, events: [] };
      }
    }
  }

  /** What became of a claim: a place in a stream is given once and never taken back. @throws StoreUnavailable */
  async standingOf(commandId: string, claim: Claim, recordLength: number): Promise<Standing> {
    const name = this.names.of(claim.stream);
    let isFree = true;
    const own = await this.records.stream(name, claim.length, (record) => {
      isFree = false;
      return storedEvent(record, this.names).commandId === commandId;
    });
    const events = own.map((record) => storedEvent(record, this.names));
    const last = events.at(-1);
    if (!last) return isFree ? { kind: 'open', recordLength, claim } : { kind: 'new', recordLength };
    const { meta } = JSON.parse(last.payload);
    const answer = {
      stream: last.stream,
      length: last.version,
      position: last.position,
      ...namesOf(events),
    };
    return { kind: 'answered', first: { actor: last.actor, digest: meta.commandDigest, answer }, events };
  }

  /**
   * Lays claim to a place, which must have been free just now. False when another try of the command was faster.
   * @throws OutcomeUnknown when an earlier try may still be written elsewhere; StoreUnavailable
   */
  async claim(commandId: string, claim: Claim, standing: Unanswered): Promise<boolean> {
    if (standing.kind === 'open') {
      // Whoever appends there first, this try or the earlier one, has the place, and the other finds it taken.
      if (isSamePlace(standing.claim, claim)) return true;
      throw new OutcomeUnknown(`an earlier try of command ${commandId} may still be written to another place`);
    }
    const record = claimRecord(randomUUID(), claim);
    try {
      return await this.records.append(this.names.ofCommand(commandId), [record], standing.recordLength);
    } catch (cause) {
      // A claim alone is nothing: the next try finds it, or does not.
      if (cause instanceof OutcomeUnknown) throw new StoreUnavailable('the claim was not answered', { cause });
      throw cause;
    }
  }

  /** False when another try of the command was faster. @throws OutcomeUnknown, StoreUnavailable */
  async keepEmpty(
    command: CommandStamp,
    decision: Omit<EmptyDecision, 'digest' | 'actor'>,
    standing: Unanswered,
  ): Promise<boolean> {
    if (standing.kind === 'open')
      throw new OutcomeUnknown(`an earlier try of command ${command.id} may still be written`);
    const record = emptyRecord(randomUUID(), { ...decision, digest: command.digest, actor: command.actor });
    return this.records.append(this.names.ofCommand(command.id), [record], standing.recordLength);
  }
}

function isSamePlace(one: Claim, other: Claim): boolean {
  return (
    one.length === other.length && one.stream.id === other.stream.id && one.stream.category === other.stream.category
  );
}
