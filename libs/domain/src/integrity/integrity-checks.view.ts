import type { Instant, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import { sentenceOf } from '../reporting/sentences.js';
import type { IntegrityCheckEvents, IntegrityReport } from './integrity-check.js';

/** One check of the whole store, and what it came to. */
export interface IntegrityCheckRow extends Omit<IntegrityReport, 'checkpoint'> {
  readonly id: Uuid;
  readonly position: number;
  readonly checkedAt: Instant;
  /** Nothing was found that differs; what was not looked at stands beside it. */
  readonly isClean: boolean;
  readonly checkpointSize: number | null;
  /** In base64. */
  readonly checkpointRoot: string | null;
  readonly sentenceVi: string;
  readonly sentenceEn: string;
}

export const integrityChecks: View<IntegrityCheckRow, IntegrityCheckEvents> = {
  name: 'integrity-checks',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    IntegrityChecked: (_, event) => {
      const { checkedBy: __, checkpoint, ...report } = event.data;
      const sentence = sentenceOf(event);
      return {
        ...report,
        id: event.stream.id,
        position: event.position,
        checkedAt: event.recordedAt,
        isClean: report.differences.length === 0,
        checkpointSize: checkpoint?.size ?? null,
        checkpointRoot: checkpoint?.root ?? null,
        sentenceVi: sentence.vi,
        sentenceEn: sentence.en,
      };
    },
  },
};
