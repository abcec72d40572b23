import type { Text } from '../checklists/checklist.js';
import type { Instant } from '../kernel/recorded.js';

/** How sentences are put together: what every writer of words here needs. */
export function both(vi: string, en: string): Text {
  return { vi, en };
}

/** `1.250.000 đồng`. */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** dd/MM/yyyy, as administrative documents write it. */
export function date(on: string | Instant): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
}
