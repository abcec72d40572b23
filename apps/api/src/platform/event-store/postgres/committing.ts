import pg from 'pg';
import type { PoolClient, QueryResult } from 'pg';
import { OutcomeUnknown } from '../event-store.js';
import { orUnavailable } from './failures.js';

/**
 * Sends statements and the commit of their transaction in one go, and answers the statements' results.
 *
 * Until the server has said COMMIT without a warning, nobody knows: the connection may be lost with the answer on its
 * way, and a cancelled wait for the synchronous standby arrives as a mere warning (01000, or 57P01 at shutdown) beside a
 * commit that a failover may yet lose. As the commit is sent together with what it commits, only words of the server that
 * it refused a statement are proof that nothing was committed.
 * @throws OutcomeUnknown, StoreUnavailable, or the server's refusal
 */
export async function committed(
  client: PoolClient,
  send: () => readonly Promise<QueryResult>[],
): Promise<readonly QueryResult[]> {
  const { stream } = client.connection;
  // One packet instead of one a statement: a system call on this side and a waking of the server on the other.
  stream.cork();
  const sent = send();
  const committing = commit(client);
  stream.uncork();
  const [commitment, ...statements] = await Promise.allSettled([committing, ...sent]);
  const results: QueryResult[] = [];
  for (const each of statements)
    if (each.status === 'fulfilled') results.push(each.value);
    else if (each.reason instanceof pg.DatabaseError) await orUnavailable(() => Promise.reject(each.reason));
  if (commitment.status === 'rejected') throw commitment.reason;
  // A statement that never left this process, beside a commit that did: nobody may take that for written.
  if (results.length < statements.length)
    throw new OutcomeUnknown('a statement failed before it was sent', {
      cause: statements.find((each) => each.status === 'rejected')?.reason,
    });
  return results;
}

async function commit(client: PoolClient): Promise<void> {
  const warnings: string[] = [];
  const onNotice = ({ code, message }: { readonly code: string | undefined; readonly message: string | undefined }) => {
    // Anything below a warning comes with 00000; words and severity come in the server's language.
    if (code !== '00000') warnings.push(`${code} ${message}`);
  };
  client.on('notice', onNotice);
  try {
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the server answered ${command}`);
    if (warnings.length > 0) throw new Error(`the server warned: ${warnings.join('; ')}`);
  } catch (cause) {
    throw new OutcomeUnknown('it is not known whether the append was committed', { cause });
  } finally {
    client.off('notice', onNotice);
  }
}
