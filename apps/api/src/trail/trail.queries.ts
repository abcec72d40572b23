import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@soat/domain';
import { fieldWords } from '../platform/http/field-words.js';
import { HttpProblem } from '../platform/http/problem.js';
import { newestStamp } from '../platform/trail/checkpoint-stamp.js';
import { consistencyProof, inclusionProof, tlogProof } from '../platform/trail/proving.js';
import { Trail } from '../platform/trail/trail.js';
import type { LeafName, Sealed, TrailStore } from '../platform/trail/trail-store.js';
import type { ConsistencyBody, ReceiptBody, StampBody } from './trail.responses.js';

const waitMsMax = 3_000;
const lookAgainMs = 100;

/** What the trail has to say, to anybody: hashes and signatures, and nothing of any case. */
@Injectable()
export class TrailQueries {
  constructor(private readonly trail: Trail) {}

  /** @throws HttpProblem trail-absent, trail-not-sealed */
  async newest(): Promise<string> {
    const sealed = await this.store().latest();
    if (!sealed) throw new HttpProblem('trail-not-sealed', { headers: { 'retry-after': '1' } });
    return sealed.note;
  }

  /** @throws HttpProblem trail-absent, trail-not-sealed */
  async stamp(): Promise<StampBody> {
    const stamp = await newestStamp({ store: this.store() });
    if (!stamp) throw new HttpProblem('trail-not-sealed', { headers: { 'retry-after': '1' } });
    return stamp;
  }

  /** Up to the newest checkpoint when no end is named. @throws HttpProblem trail-absent, trail-size-unknown */
  async consistency(from: number, asked: number | undefined): Promise<ConsistencyBody> {
    const newest = (await this.store().latest())?.size ?? 0;
    const to = asked ?? newest;
    if (to > newest) throw sizeUnknown('to', newest);
    if (from > to) throw sizeUnknown('from', to);
    const proof = await consistencyProof(this.store(), from, to);
    return { from, to, proof: proof.map((each) => Buffer.from(each).toString('base64')) };
  }

  /** One event's proof; waits, bounded, until it is sealed. @throws HttpProblem trail-absent, not-found, trail-not-sealed */
  async proofOf(eventId: Uuid): Promise<string> {
    const leaf = await this.store().leafOf(eventId);
    if (!leaf) throw new HttpProblem('not-found');
    return await this.proved(leaf, await this.sealedOver(leaf.position));
  }

  /** A command's proofs. @throws HttpProblem trail-absent, not-found, trail-not-sealed */
  async receiptOf(commandId: Uuid): Promise<ReceiptBody> {
    const leaves = await this.store().leavesOf(commandId);
    const last = leaves.at(-1);
    if (!last) throw new HttpProblem('not-found');
    const sealed = await this.sealedOver(last.position);
    const events = await Promise.all(leaves.map(async (leaf) => ({ ...leaf, proof: await this.proved(leaf, sealed) })));
    return { commandId, events };
  }

  verifierKeys(): readonly string[] {
    return this.trail.verifierKeys;
  }

  private async proved({ position }: LeafName, sealed: Sealed): Promise<string> {
    const index = position - 1;
    return tlogProof(index, await inclusionProof(this.store(), index, sealed.size), sealed);
  }

  private async sealedOver(position: number): Promise<Sealed> {
    for (const until = performance.now() + waitMsMax; ; await pause(lookAgainMs)) {
      // The newest, which a reader can compare with what others were shown today.
      const sealed = await this.store().latest();
      if (sealed && sealed.size >= position) return sealed;
      if (performance.now() > until) throw new HttpProblem('trail-not-sealed', { headers: { 'retry-after': '1' } });
    }
  }

  private store(): TrailStore {
    if (!this.trail.store) throw new HttpProblem('trail-absent');
    return this.trail.store;
  }
}

/** A size that no proof can be about: `size` is the greatest one there is. */
export function sizeUnknown(parameter: string, size: number): HttpProblem {
  return new HttpProblem('trail-size-unknown', {
    errors: [{ pointer: `/${parameter}`, code: 'trail-size-unknown', message: fieldWords('trail-size-unknown') }],
    facts: { size },
  });
}
