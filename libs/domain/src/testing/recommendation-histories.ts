import type { Message } from '../kernel/decider.js';
import type { RecommendationEvents } from '../recommendation/recommendation.js';
import { inspectionId, issued, people, photo } from './fixtures.js';

export type RecommendationEvent = Message<RecommendationEvents>;

export const points = issued.verificationPoints;

export const issuedNow: RecommendationEvent = { type: 'RecommendationIssued', data: issued };

export const plan = {
  steps: 'In và treo bảng niêm yết mới',
  responsible: 'Trần Thị Mai',
  plannedOn: '2023-05-20',
  cause: 'Chưa phân công rõ người theo dõi',
} as const;

export const planned: RecommendationEvent = {
  type: 'RemediationPlanSubmitted',
  data: { ...plan, by: people.officer.id },
};

export const progressed: RecommendationEvent = {
  type: 'RemediationProgressReported',
  data: { percent: 50, note: 'Đang in', by: people.officer.id },
};

export const obstructed: RecommendationEvent = {
  type: 'RemediationObstacleReported',
  data: { note: 'Nhà in chưa giao', by: people.officer.id },
};

export const proofNote = 'Đã treo bảng mới';

export function proved(round: number, letter: string, submittedOn = '2023-05-25'): RecommendationEvent {
  return {
    type: 'RemediationReportedComplete',
    data: { round, note: proofNote, evidence: [photo(letter)], submittedOn, by: people.officer.id },
  };
}

export const returnReasons = [{ point: points[1] ?? null, reason: 'Chưa kèm văn bản phân công' }] as const;

export function returned(round: number, by: string = people.appraiser.id): RecommendationEvent {
  return { type: 'RemediationVerificationFailed', data: { round, reasons: returnReasons, by } };
}

export function verified(part: Partial<RecommendationEvents['RemediationVerified']> = {}): {
  readonly type: 'RemediationVerified';
  readonly data: RecommendationEvents['RemediationVerified'];
} {
  return {
    type: 'RemediationVerified',
    data: {
      round: 1,
      points,
      note: null,
      isOnTime: true,
      isOnTimeOriginally: true,
      by: people.appraiser.id,
      ...part,
    },
  };
}

export const implemented: RecommendationEvent = {
  type: 'RecommendationClosed',
  data: { outcome: 'implemented', inspectionId, by: people.leader.id },
};

export const notImplemented: RecommendationEvent = {
  type: 'RecommendationDeclaredNotImplemented',
  data: { reason: 'Quá hạn sau ba lần đôn đốc', inspectionId, by: people.leader.id },
};

export const awaiting = [issuedNow, proved(1, 'b')] as const;
export const sentBack = [...awaiting, returned(1)] as const;
export const verifiedOnce = [...awaiting, verified()] as const;
