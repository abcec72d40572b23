import type { EventStore, StoredEvent } from './event-store.js';
import type { Importing } from './importing.js';

/**
 * Brings a whole drafted log into an empty one, in one commit on PostgreSQL: whoever is cut off meanwhile finds all of it
 * or nothing. A command that decided nothing leaves no trace.
 * @throws ImportRefused when the log is not empty, StoreUnavailable, OutcomeUnknown
 */
export async function importDraft(draft: EventStore, importing: Importing): Promise<void> {
  const commands: StoredEvent[][] = [];
  for (const event of await draft.readAll(0, await draft.head())) {
    const command = commands.at(-1);
    if (command?.[0]?.commandId === event.commandId) command.push(event);
    else commands.push([event]);
  }
  await importing.importCommands(commands, 0);
}
