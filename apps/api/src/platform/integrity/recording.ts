import { createHash } from 'node:crypto';
import { integrityCheck, integrityChecker, type IntegrityReport, type UnitId } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { type CommandAnswer, CommandExecutor } from '../command-handling/execute.js';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore } from '../event-store/event-store.js';

/** Writes down what a check came to, by the ordinary way into the log, in the history of the unit that everything is under. */
export async function recordCheck(
  { store, codec }: { readonly store: EventStore; readonly codec: EventCodec },
  report: IntegrityReport,
  unitId: UnitId,
): Promise<CommandAnswer> {
  const { id: actor, role } = integrityChecker;
  const commandId = uuidv7();
  return await new CommandExecutor(store, codec).execute({
    category: 'integrity-check',
    id: uuidv7(),
    decider: integrityCheck,
    command: { type: 'RecordIntegrityCheck', data: { by: integrityChecker, ...report } },
    unitIdOf: () => unitId,
    context: {
      stamp: { id: commandId, digest: createHash('sha256').update(JSON.stringify(report)).digest('hex'), actor },
      person: { id: actor, role, onBehalfOf: null },
      occurredAt: new Date().toISOString(),
      effectiveOn: null,
      causationId: null,
      correlationId: commandId,
      isSimulated: false,
    },
  });
}
