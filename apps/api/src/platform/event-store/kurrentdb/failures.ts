import { isNativeError } from 'node:util/types';
import { OutcomeUnknown, StoreUnavailable } from '../event-store.js';

// The client's names for what passes by itself. UNKNOWN is among them for reads only: the native reader says nothing better
// of a connection that was refused or lost.
const passing = new Set(['unavailable', 'deadline-exceeded', 'timeout', 'cancelled', 'not-leader']);
// gRPC's codes of the same, for errors that the client hands on as they came: CANCELLED, UNKNOWN, DEADLINE_EXCEEDED,
// RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS.
const passingCodes = new Set([1, 2, 4, 8, 10, 13, 14, 15]);

/** Runs work that writes nothing, in bounded time. @throws StoreUnavailable for what passes by itself */
export async function orUnavailable<T>(msMax: number, work: () => Promise<T>): Promise<T> {
  try {
    return await inTime(msMax, work);
  } catch (cause) {
    if (isPassing(cause)) throw new StoreUnavailable('the log cannot be reached, or takes no work for now', { cause });
    throw cause;
  }
}

/**
 * Runs one append, in bounded time. Only what is said before anything was sent, or by the server about itself, is proof
 * that nothing was written.
 * @throws StoreUnavailable when nothing was written; OutcomeUnknown
 */
export async function orUnknown<T>(msMax: number, work: () => Promise<T>): Promise<T> {
  try {
    return await inTime(msMax, work);
  } catch (cause) {
    if (isRefusal(cause)) throw new StoreUnavailable('the log cannot be reached, or takes no work for now', { cause });
    if (isPassing(cause)) throw new OutcomeUnknown('it is not known whether the append was committed', { cause });
    throw cause;
  }
}

/** The client's name of the failure; empty for what is no error of the client. */
export function typeOf(error: unknown): string {
  return isNativeError(error) && 'type' in error && typeof error.type === 'string' ? error.type : '';
}

class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

async function inTime<T>(msMax: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const outOfTime = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(`no answer within ${msMax} ms`)), msMax);
  });
  try {
    return await Promise.race([work(), outOfTime]);
  } finally {
    clearTimeout(timer);
  }
}

function isPassing(error: unknown): boolean {
  // Not instanceof: under Jest, errors of Node's own modules come from another realm.
  if (!isNativeError(error)) return false;
  if (error instanceof OutOfTime) return true;
  const type = typeOf(error);
  if (passing.has(type)) return true;
  const code = 'code' in error ? error.code : undefined;
  // The native reader's errors carry a name and no code.
  if (type === 'unknown' && code === undefined) return true;
  return (type === '' || type === 'unknown') && typeof code === 'number' && passingCodes.has(code);
}

const saidBeforeSending = /No connection established|Name resolution failed|Failed to connect|Failed to discover/i;
const saidByTheServer = /Server Is (Not Ready|Too Busy)/i;

function isRefusal(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  return typeOf(error) === 'not-leader' || saidBeforeSending.test(error.message) || saidByTheServer.test(error.message);
}
