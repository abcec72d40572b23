import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type StateChange, stateChanges, type Uuid } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { EventCodec } from '../platform/event-store/codec.js';
import { EventStore } from '../platform/event-store/event-store.js';
import { HttpProblem } from '../platform/http/problem.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { Trail } from '../platform/trail/trail.js';
import { mayReadPayload, stateFor } from './disclosure.js';
import { historyViews } from './event-list.query.js';
import { type EventListed, EventSearch } from './event-search.js';

/** One event with everything that is known of it. */
export interface EventShown extends EventListed {
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  /** What it carries, in today's shape; null where the reader may read its sentence only. */
  readonly data: unknown;
  /** What of its stream's state it changed; none where the reader may not read what it carries. */
  readonly changes: readonly StateChange[];
  /** What led to it, the root first. */
  readonly causation: readonly EventListed[];
  /** What it led to at once. */
  readonly consequences: readonly EventListed[];
  /** SHA-256, in base64, as the trail has it. */
  readonly leaf: string;
  /** Whether a signed checkpoint stands over it. */
  readonly isSealed: boolean;
}

export class ShowEvent extends Query<EventShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

/** A command has few reactions; more than these nobody reads one by one. */
const consequencesMax = 200;

@QueryHandler(ShowEvent)
export class ShowEventHandler implements IQueryHandler<ShowEvent> {
  constructor(
    private readonly search: EventSearch,
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly trail: Trail,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, id, atLeast }: ShowEvent): Promise<EventShown> {
    await this.readAfterWrite.waitFor(historyViews, atLeast);
    const [row] = await this.search.ofIds(person, [id]);
    // One answer for what is unknown and for what may not be seen.
    if (!row) throw new HttpProblem('not-found');
    const { streamCategory: category, version } = row;
    const stored = await this.store.read({ category, id: row.streamId });
    const own = stored[version - 1];
    if (own?.id !== id) throw new Error(`the history has ${id} elsewhere than the log`);
    const events = stored.map((event) => this.codec.decode(event));
    const isDisclosed = mayReadPayload(person, category, events);
    const stateAfter = (length: number) => stateFor(person, category, events.slice(0, length));
    const [causation, consequences, sealed] = await Promise.all([
      this.search.leadingTo(person, id),
      this.search.causedBy(person, id, consequencesMax),
      this.trail.store?.latest() ?? null,
    ]);
    return {
      ...row,
      commandId: own.commandId,
      correlationId: own.correlationId,
      data: isDisclosed ? (events[version - 1]?.data ?? null) : null,
      changes: isDisclosed ? stateChanges(stateAfter(version - 1), stateAfter(version)) : [],
      causation,
      consequences,
      leaf: Buffer.from(own.leafHash).toString('base64'),
      isSealed: sealed !== null && sealed.size >= row.position,
    };
  }
}
