import type { Message } from '../kernel/decider.js';
import type { RecommendationEvents, RecommendationStatus } from '../recommendation/facts.js';
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

export const planApproved: RecommendationEvent = {
  type: 'RemediationPlanApproved',
  data: { note: null, by: people.appraiser.id },
};
export const planReturned: RecommendationEvent = {
  type: 'RemediationPlanReturned',
  data: { reason: 'Chưa nêu người thực hiện', by: people.appraiser.id },
};
export const partlyVerified: RecommendationEvent = {
  type: 'RemediationPartlyVerified',
  data: {
    round: 1,
    points: points.slice(0, 1),
    unmet: [{ point: points[1] ?? '', reason: 'Chưa ký' }],
    by: people.appraiser.id,
  },
};
export const effective: RecommendationEvent = {
  type: 'EffectivenessConfirmed',
  data: { note: 'Sau một tháng vẫn tốt', on: '2023-07-03', by: people.appraiser.id },
};
export const suspensionDocument = { number: '60/QĐ-UBND', signedOn: '2023-05-22' } as const;
export const suspended: RecommendationEvent = {
  type: 'RecommendationSuspended',
  data: {
    cause: 're-inspection',
    document: suspensionDocument,
    note: 'Kiểm tra lại nội dung',
    suspendedOn: '2023-05-22',
    by: people.leader.id,
  },
};
export const sanction = {
  kind: 'emulation-downgrade',
  against: 'Tập thể UBND phường 1',
  reason: 'Không thực hiện sau ba lần đôn đốc',
} as const;
export const sanctionProposed: RecommendationEvent = {
  type: 'SanctionProposed',
  data: { ...sanction, by: people.appraiser.id },
};
export const sanctionDecision = {
  isImposed: true,
  kind: 'reminder',
  document: { number: '88/QĐ-UBND', signedOn: '2023-07-10' },
  note: 'Nhắc nhở bằng văn bản',
} as const;
export const sanctionDecided: RecommendationEvent = {
  type: 'SanctionDecided',
  data: { ...sanctionDecision, by: people.leader.id },
};
export const extensionAsked: RecommendationEvent = {
  type: 'DeadlineExtensionRequested',
  data: {
    dueOn: '2023-06-15',
    reason: 'Nhà in chậm giao',
    askedOn: '2023-05-26',
    currentDueOn: '2023-05-30',
    by: people.officer.id,
  },
};

/** One history for each status a recommendation can have. */
export const historyOf: Readonly<Record<RecommendationStatus, readonly RecommendationEvent[]>> = {
  issued: [issuedNow],
  planned: [issuedNow, planned],
  'plan-returned': [issuedNow, planned, planReturned],
  'plan-approved': [issuedNow, planned, planApproved],
  'in-progress': [issuedNow, progressed],
  returned: sentBack,
  'partly-implemented': [...awaiting, partlyVerified],
  'awaiting-verification': awaiting,
  suspended: [issuedNow, suspended],
  verified: verifiedOnce,
  effective: [...verifiedOnce, effective],
  implemented: [...verifiedOnce, implemented],
  'not-implemented': [issuedNow, notImplemented],
  'sanction-proposed': [issuedNow, notImplemented, sanctionProposed],
  'sanction-decided': [issuedNow, notImplemented, sanctionProposed, sanctionDecided],
};
