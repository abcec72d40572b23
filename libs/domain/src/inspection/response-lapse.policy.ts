import type { Message } from '../kernel/decider.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import { clockActor } from '../recommendation/ladder.policy.js';
import type { InspectionCommands } from './facts.js';

/** A unit that was sent a draft, and the last day of its answer. */
export interface AwaitedResponse {
  readonly id: Uuid;
  /** From 1: the how manyth draft it is that was sent. */
  readonly hearing: number;
  readonly dueOn: LegalDate;
}

/** The clock asks once for each draft that was sent: the key is the same whoever asks, and when. */
export interface LapseReaction {
  readonly key: string;
  readonly id: Uuid;
  readonly command: Message<Pick<InspectionCommands, 'NoteResponseLapsed'>>;
}

/** That the unit let the day to answer pass: noted on the first day after it. */
export function lapseDue({ id, hearing, dueOn }: AwaitedResponse, today: LegalDate): readonly LapseReaction[] {
  if (today <= dueOn) return [];
  const command = { type: 'NoteResponseLapsed', data: { by: clockActor, on: today } } as const;
  return [{ key: `${id} response ${hearing} ${dueOn}`, id, command }];
}
