import { createHash } from 'node:crypto';
import type { Actor, Instant, LegalDate } from '@soat/domain';
import type { Clock } from '../clock.js';
import type { Sender } from '../http/command-route.js';
import { HttpProblem } from '../http/problem.js';
import type { CommandContext } from './execute.js';

/** A device that is ahead by this much tells no time at all. */
const aheadMsMax = 30 * 24 * 3_600_000;

/**
 * The context of a command that a person sends: the device's time where it was given, else the server's.
 * @throws HttpProblem clock-skew
 */
export function contextOf(
  { asked, person }: Sender,
  clock: Clock,
  told: { readonly occurredAt?: Instant | undefined; readonly effectiveOn?: LegalDate } = {},
): CommandContext {
  if (told.occurredAt && Date.parse(told.occurredAt) - clock.nowMs() > aheadMsMax) throw new HttpProblem('clock-skew');
  return {
    stamp: { id: asked.commandId, digest: digestOf(asked.digest, person), actor: person.id },
    person: { id: person.id, role: person.role, onBehalfOf: null },
    expected: asked.expectedLength,
    occurredAt: told.occurredAt ?? clock.now(),
    effectiveOn: told.effectiveOn ?? null,
    causationId: null,
    correlationId: asked.commandId,
    isSimulated: false,
  };
}

/** The same request in another role is another request. */
function digestOf(request: string, person: Actor): string {
  return createHash('sha256').update(`${person.role} ${request}`).digest('hex');
}
