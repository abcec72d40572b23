import { useLocation } from 'react-router';
import type { Query } from './client.js';

/** A day gone by that is looked at, as the address has it: a date, an instant or a position. */
export interface Past {
  readonly asOf: string;
  readonly basis: 'recorded' | 'occurred';
}

/** What can be read as it was: everything else is about now. */
const offering =
  /^\/api\/v1\/(?:unit-overviews|repeat-matrix|findings|(?:units|inspections|recommendations|programmes)(?:\/[^/]+)?|units\/[^/]+\/timeline)$/;
/** Where what had happened by then can be asked for as well as what was recorded by then. */
const offeringOccurred = /^\/api\/v1\/(?:(?:inspections|recommendations|programmes)\/[^/]+|units\/[^/]+\/timeline)$/;

export function pastIn(search: string): Past | null {
  const asked = new URLSearchParams(search);
  const asOf = asked.get('asOf');
  return asOf ? { asOf, basis: asked.get('basis') === 'occurred' ? 'occurred' : 'recorded' } : null;
}

/** The past the address names; null is now. */
export function usePast(): Past | null {
  return pastIn(useLocation().search);
}

/** The parameters of a request for it; none where it does not apply. */
export function pastOf(path: string, past: Past | null): Query {
  if (!past || !offering.test(path)) return {};
  return { asOf: past.asOf, ...(past.basis === 'occurred' && offeringOccurred.test(path) && { basis: past.basis }) };
}

/** The address of now, or of another past, on the same screen. */
export function addressAt(pathname: string, search: string, past: Past | null): string {
  const asked = new URLSearchParams(search);
  asked.delete('basis');
  // Empty rather than left out: what is left out is kept.
  asked.set('asOf', past?.asOf ?? '');
  if (past?.basis === 'occurred') asked.set('basis', past.basis);
  return `${pathname}?${asked}`;
}
