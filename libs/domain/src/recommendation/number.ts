import type { LegalDate } from '../kernel/recorded.js';

/**
 * The number people call a recommendation by: `KN-131/2026-02` answers the second finding of the check ordered by decision
 * 131 of 2026, `KN-131/2026-02.2` answers it once more.
 */
export function recommendationNumber(of: {
  /** Of the decision behind the inspection, such as `131/QĐ-UBND`. */
  readonly inspectionNumber: string;
  readonly orderedOn: LegalDate;
  /** Of the first finding it answers, such as `TT-02`. */
  readonly findingNumber: string;
  /** How many recommendations answered that finding before. */
  readonly earlier: number;
}): string {
  const [decision] = of.inspectionNumber.split('/');
  const finding = of.findingNumber.replace(/^TT-/, '');
  const again = of.earlier > 0 ? `.${of.earlier + 1}` : '';
  return `KN-${decision}/${of.orderedOn.slice(0, 4)}-${finding}${again}`;
}
