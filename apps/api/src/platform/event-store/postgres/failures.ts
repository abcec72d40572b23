import { isPassing } from '../../database/passing.js';
import { StoreUnavailable } from '../event-store.js';

/**
 * Runs work whose failure leaves nothing written, and names the failures that pass by themselves.
 * @throws StoreUnavailable for those; anything else as it came.
 */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isPassing(cause)) throw new StoreUnavailable('the log cannot be reached, or takes no work for now', { cause });
    throw cause;
  }
}
