import { Injectable } from '@nestjs/common';
import {
  type Decider,
  decide,
  fold,
  type Instant,
  type LegalDate,
  type Message,
  type PersonId,
  type Recorded,
  Rejection,
  type Shapes,
  type StreamCategory,
  type UnitId,
  type Uuid,
} from '@soat/domain';
import { type AnyEvent, EventCodec } from '../event-store/codec.js';
import {
  type Appended,
  type CommandStamp,
  EventStore,
  type StreamName,
  WrongLength,
} from '../event-store/event-store.js';

/** Who asks, when, and on account of what. */
export interface CommandContext {
  readonly stamp: CommandStamp;
  /** `id` is the stamp's actor. */
  readonly person: { readonly id: PersonId; readonly role: string; readonly onBehalfOf: PersonId | null };
  /** Length of the stream the asker has seen (`If-Match`); left out when none was named. */
  readonly expected?: number | undefined;
  readonly occurredAt: Instant;
  readonly effectiveOn: LegalDate | null;
  /** The event behind the command, when a reaction asks. */
  readonly causationId: Uuid | null;
  readonly correlationId: Uuid;
  readonly isSimulated: boolean;
}

export interface CommandRequest<S, C extends Shapes, E extends Shapes> {
  readonly category: StreamCategory;
  readonly id: Uuid;
  readonly decider: Decider<S, C, E>;
  /** A function when the command needs what stands in the stream; it is asked again after a lost race. */
  readonly command: Message<C> | ((state: S, length: number) => Message<C>);
  /** The unit the events are about; `state` is the one before them, and there is at least one event. */
  readonly unitIdOf: (state: S, events: readonly Message<E>[]) => UnitId;
  /** Throws a Rejection when this person may not, or may not even know; asked before anything about the stream is told. */
  readonly authorise?: (state: S) => void;
  readonly context: CommandContext;
}

export interface CommandAnswer {
  /** Of the stream; for a repeat that of the first time. */
  readonly id: Uuid;
  /** The stream's length after the command. */
  readonly length: number;
  /** What to wait for in order to read one's own write. */
  readonly position: number;
  readonly eventIds: readonly Uuid[];
  readonly isReplay: boolean;
}

/** A stream as it stands. */
export interface Loaded<S, E extends Shapes> {
  readonly state: S;
  readonly length: number;
  readonly events: readonly Recorded<E>[];
}

/** The asker named a length the stream does not have; `since` are the events the asker has not seen. */
export class StaleVersion extends WrongLength {
  constructor(
    stream: StreamName,
    expected: number,
    actual: number,
    readonly since: readonly AnyEvent[],
  ) {
    super(stream, expected, actual);
  }
}

// Whoever loses a race lost it to somebody who won, so this many writers at once all get through.
const attemptsMax = 20;

/** Load, fold, decide, append; again when somebody else was faster. */
@Injectable()
export class CommandExecutor {
  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
  ) {}

  /**
   * A repeat is answered as the first time, before anything else is looked at. A decision of no events is recorded too;
   * a Rejection is not, and is judged again each time.
   * @throws Rejection when the rules turn it down; StaleVersion when the named length is not the stream's; WrongLength
   * when it lost every race; and whatever the event store throws.
   */
  async execute<S, C extends Shapes, E extends Shapes>(request: CommandRequest<S, C, E>): Promise<CommandAnswer> {
    const { stamp } = request.context;
    const first = await this.store.findAnswer(stamp);
    if (first) return answerOf(first);
    for (let attempt = 1; ; attempt++) {
      try {
        return answerOf(await this.attempt(request));
      } catch (error) {
        const isLostRace = error instanceof WrongLength && !(error instanceof StaleVersion);
        if (isLostRace && attempt < attemptsMax) continue;
        // The same command sent twice at once: the other may have got in between the look and the verdict, which then
        // judged what this very command had brought about.
        const isVerdict = error instanceof Rejection || error instanceof WrongLength;
        const meanwhile = isVerdict ? await this.store.findAnswer(stamp) : null;
        if (meanwhile) return answerOf(meanwhile);
        throw error;
      }
    }
  }

  /** The stream's state and events, oldest first; the initial state for an absent one. */
  async load<S, C extends Shapes, E extends Shapes>(
    category: StreamCategory,
    id: Uuid,
    decider: Decider<S, C, E>,
  ): Promise<Loaded<S, E>> {
    const stored = await this.store.read({ category, id });
    const events = stored.map((event) => this.codec.decode(event) as Recorded<E>);
    return { state: fold(decider, events), length: events.length, events };
  }

  private async attempt<S, C extends Shapes, E extends Shapes>(request: CommandRequest<S, C, E>): Promise<Appended> {
    const { category, id, decider, command, context } = request;
    const { state, length, events } = await this.load(category, id, decider);
    // Before the length is looked at: a stale answer carries events, and they are not for everybody.
    request.authorise?.(state);
    const { stamp, person, expected, ...rest } = context;
    const stream = { category, id };
    // A length that was right on load and lost the race comes here again, and is stale by then.
    if (expected !== undefined && expected !== length)
      throw new StaleVersion(stream, expected, length, events.slice(expected));
    const decided = decide(decider, state, typeof command === 'function' ? command(state, length) : command);
    const unitId = decided.length > 0 ? request.unitIdOf(state, decided) : '';
    const { role, onBehalfOf } = person;
    const facts = { ...rest, unitId, actor: person.id, role, onBehalfOf, commandDigest: stamp.digest };
    const encoded = decided.map((event) => this.codec.encode(category, event, facts));
    return this.store.append(stream, encoded, length, stamp);
  }
}

function answerOf({ stream, length, position, eventIds, isReplay }: Appended): CommandAnswer {
  return { id: stream.id, length, position, eventIds, isReplay };
}
