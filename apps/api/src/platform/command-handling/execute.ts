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
import { StreamMemory, type StreamPlace } from './stream-memory.js';

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
  /** In base64, in the order of `eventIds`. */
  readonly leafHashes: readonly string[];
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

// A race is lost to another process only, and to that once for each append it lands.
const attemptsMax = 20;

/** A decision made on what is remembered, whose append is on its way. */
interface Sent {
  readonly append: Promise<Appended>;
}

/**
 * Decide, append; again when another process was faster. Commands to one stream take turns. Where this process remembers
 * the stream, a command that says yes is appended without reading anything, together with whatever else waits for the next
 * commit; every other verdict is given on what the log holds.
 */
@Injectable()
export class CommandExecutor {
  private readonly memory = new StreamMemory();

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
    const { category, id } = request;
    for (let attempt = 1; ; attempt++) {
      try {
        // The turn ends when the append is sent: the next command builds on what it will have written.
        const outcome = await this.memory.inTurn({ category, id }, (place) => this.judge(request, place));
        return answerOf('append' in outcome ? await outcome.append : outcome);
      } catch (error) {
        const isLostRace = error instanceof WrongLength && !(error instanceof StaleVersion);
        if (!isLostRace || attempt >= attemptsMax) throw error;
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

  private async judge<S, C extends Shapes, E extends Shapes>(
    request: CommandRequest<S, C, E>,
    place: StreamPlace,
  ): Promise<Sent | Appended> {
    const { remembered } = place;
    if (remembered) {
      const state = remembered.state as S;
      const decided = yes(request, state, remembered.length);
      // A no, or a nothing, must not rest on what may be behind, or may not come to pass.
      if (decided) return { append: this.append(request, place, state, remembered.length, decided) };
    }
    await place.settled();
    return await this.judgeByLog(request, place);
  }

  private async judgeByLog<S, C extends Shapes, E extends Shapes>(
    request: CommandRequest<S, C, E>,
    place: StreamPlace,
  ): Promise<Appended> {
    const { category, id, decider, context } = request;
    const first = await this.store.findAnswer(context.stamp);
    if (first) return first;
    try {
      const { state, length, events } = await this.load(category, id, decider);
      // Before the length is looked at: a stale answer carries events, and they are not for everybody.
      request.authorise?.(state);
      const { expected } = context;
      if (expected !== undefined && expected !== length)
        throw new StaleVersion({ category, id }, expected, length, events.slice(expected));
      place.remember({ state, length });
      return await this.append(
        request,
        place,
        state,
        length,
        decide(decider, state, commandOf(request, state, length)),
      );
    } catch (error) {
      // The same command sent to two processes at once: the other may have got in between the look and the verdict, which
      // then judged what this very command had brought about.
      const isVerdict = error instanceof Rejection || error instanceof WrongLength;
      const meanwhile = isVerdict ? await this.store.findAnswer(context.stamp) : null;
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  private append<S, C extends Shapes, E extends Shapes>(
    request: CommandRequest<S, C, E>,
    place: StreamPlace,
    state: S,
    length: number,
    decided: readonly Message<E>[],
  ): Promise<Appended> {
    const { category, id, decider, context } = request;
    const { stamp, person, expected: _, ...rest } = context;
    const unitId = decided.length > 0 ? request.unitIdOf(state, decided) : '';
    const { role, onBehalfOf } = person;
    const facts = { ...rest, unitId, actor: person.id, role, onBehalfOf, commandDigest: stamp.digest };
    const encoded = decided.map((event) => this.codec.encode(category, event, facts));
    const append = this.store.append({ category, id }, encoded, length, stamp);
    place.expect({ state: fold(decider, decided, state), length: length + decided.length }, append);
    return append;
  }
}

/** What the command comes to where everything says yes; null where anything says otherwise. */
function yes<S, C extends Shapes, E extends Shapes>(
  request: CommandRequest<S, C, E>,
  state: S,
  length: number,
): readonly Message<E>[] | null {
  const { expected } = request.context;
  if (expected !== undefined && expected !== length) return null;
  try {
    request.authorise?.(state);
    const decided = decide(request.decider, state, commandOf(request, state, length));
    return decided.length > 0 ? decided : null;
  } catch {
    return null;
  }
}

function commandOf<S, C extends Shapes, E extends Shapes>(
  { command }: CommandRequest<S, C, E>,
  state: S,
  length: number,
): Message<C> {
  return typeof command === 'function' ? command(state, length) : command;
}

function answerOf({ stream, ...answer }: Appended): CommandAnswer {
  return { id: stream.id, ...answer };
}
