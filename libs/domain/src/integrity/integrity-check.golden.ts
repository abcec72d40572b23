import type { Samples } from '../kernel/upcast.js';
import type { IntegrityCheckEvents } from './integrity-check.js';

/** As they were stored. Never edit a sample: what it stands for is in somebody's log. */
export const integrityCheckSamples: Samples<IntegrityCheckEvents> = {
  IntegrityChecked: [
    {
      checkedBy: 'system:fsck',
      startedAt: '2026-11-21T03:04:05.678Z',
      tookMs: 1_200,
      events: 13_862,
      size: 13_862,
      checkpoint: { size: 13_860, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
      checkpoints: 12,
      tiles: 54,
      views: 16,
      rows: 20_114,
      evidence: 1_018,
      differences: [{ kind: 'view-mismatch', count: 2, position: null, at: 'unit-overview 0188' }],
      notChecked: [{ what: 'evidence-bytes', at: null }],
    },
  ],
};
