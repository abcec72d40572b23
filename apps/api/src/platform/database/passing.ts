import { isNativeError } from 'node:util/types';

// SQLSTATE classes and codes: 08 connection, 53 resources (disk, memory, connections), 57P0x shutdown, start, crash,
// 57014 and 55P03 a timeout, 25P03 our own transaction idled, 25006 a standby, 58030 input/output.
const passingStates = /^(08...|53...|57P0.|57014|55P03|25P03|25006|58030)$/;
const passingErrno = /^(ECONN.*|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOST.*|ENET.*|ENOENT|EADDRNOTAVAIL)$/;
// The driver's own, which carry no code.
const passingMessages =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|connection ended|timeout expired|after calling end on the pool|read timeout/i;

/** Whether an error of the driver, TypeORM's wrapping included, passes by itself: the server is away, or takes no work for now. */
export function isPassing(error: unknown): boolean {
  // Not instanceof: under Jest, errors of Node's own modules come from another realm.
  if (!isNativeError(error)) return false;
  // Node tries every address of a name and hands over all the refusals.
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.length > 0 && error.errors.every(isPassing);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return passingStates.test(code) || passingErrno.test(code) || (code === '' && passingMessages.test(error.message));
}
