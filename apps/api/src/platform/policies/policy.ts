import { createHash } from 'node:crypto';
import type { Actor, Message, Recorded } from '@soat/domain';
import { v5 } from 'uuid';
import type { CommandContext } from '../command-handling/execute.js';
import type { AnyEvent } from '../event-store/codec.js';
import { canonicalJson } from '../trail/canonical-json.js';

/** A command some event leads to; `by` is the system itself, under the policy's name. */
export interface AnyReaction {
  readonly command: Message<Record<string, { readonly by: Actor }>>;
}

/** What follows from events, decided without looking anything up. */
export interface Policy<Reaction extends AnyReaction> {
  /** Kebab case; also the checkpoint's, and part of the commands' ids. */
  readonly name: string;
  readonly version: number;
  readonly handles: readonly string[];
  readonly react: (event: AnyEvent) => readonly Reaction[];
}

/** A policy of the domain, where the shape of its events does not matter any more. */
export function policy<Events extends object, Reaction extends AnyReaction>(of: {
  readonly name: string;
  readonly version: number;
  readonly handles: readonly (keyof Events & string)[];
  readonly react: (event: Recorded<Events>) => readonly Reaction[];
}): Policy<Reaction> {
  return { ...of, react: (event) => of.react(event as Recorded<Events>) };
}

/** Of the ids of reactions' commands: any UUID that never changes. */
export const reactionNamespace = '6d0c2f0b-3c4e-5b7a-9d61-0f5f7e1c8a34';

/** The same for the same reaction, however often its event is looked at, so that it lands once. */
export function reactionContext(
  { name }: { readonly name: string },
  event: Omit<AnyEvent, 'data'>,
  index: number,
  { command }: AnyReaction,
): CommandContext {
  const { id, role } = command.data.by;
  return {
    stamp: {
      id: v5(`${name} ${event.id} ${index}`, reactionNamespace),
      digest: createHash('sha256').update(canonicalJson(command)).digest('hex'),
      actor: id,
    },
    person: { id, role, onBehalfOf: null },
    occurredAt: event.recordedAt,
    effectiveOn: null,
    causationId: event.id,
    correlationId: event.correlationId,
    isSimulated: event.isSimulated,
  };
}
