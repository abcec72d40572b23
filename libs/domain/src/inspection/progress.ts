import type { InspectionStatus } from './facts.js';

const progress: readonly InspectionStatus[] = [
  'conclusion-issued',
  'conclusion-published',
  'implementation-directed',
  'under-follow-up',
  'closed',
];

/** Forward only: what is published while recommendations run leaves the case under follow-up. */
export function furthest(now: InspectionStatus, next: InspectionStatus): InspectionStatus {
  return progress.indexOf(now) < progress.indexOf(next) ? next : now;
}
