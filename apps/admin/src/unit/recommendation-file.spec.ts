import { describe, expect, it } from '@jest/globals';
import { commandsOf, type Issued, type Order, type Proof, type Role, type UnitSnapshot } from '@soat/domain';
import type { Person } from '../session/session.js';
import { offersOf, type RecommendationFile } from './recommendation-file.js';

const ward: UnitSnapshot = {
  id: 'ward',
  name: 'UBND phường 1',
  code: '31783',
  kind: 'ward',
  parentId: 'town',
  headName: null,
};
const office: UnitSnapshot = { ...ward, id: 'office', name: 'Phòng Nội vụ', kind: 'department' };

const proof: Proof = {
  round: 1,
  note: 'Đã treo bảng mới.',
  evidence: [
    { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', name: 'a.jpg', kind: 'photo', capturedAt: null },
  ],
  submittedOn: '2026-11-10',
  by: 'mai',
};

const order: Order = {
  number: 'KN-TT-01',
  kind: 'correct-document',
  text: 'Niêm yết đầy đủ.',
  unit: ward,
  source: {
    inspectionId: 'inspection',
    inspectionNumber: '1/QĐ-UBND',
    teamIds: ['hai', 'nam'],
    finalDocument: { kind: 'minutes', number: '1/BB', signedOn: '2026-11-02' },
    external: null,
  },
  severity: 'major',
  amountToRecover: null,
  findings: [
    {
      findingId: 'finding',
      number: 'TT-01',
      itemCode: 'OSC-01',
      severity: 'major',
      criteria: { vi: 'Niêm yết', en: 'Posting' },
      condition: 'Chưa niêm yết.',
      place: null,
      evidence: [],
      recordedBy: 'nam',
    },
  ],
  bodies: { lead: office, coordinating: [], implementing: [ward] },
  verificationPoints: ['Ảnh bảng niêm yết'],
  deadline: {
    rule: {
      profile: 'p',
      purpose: 'remedy-recommendation',
      amount: 15,
      unit: 'working-day',
      startEvent: 'RecommendationIssued',
      confirmed: false,
    },
    startOn: '2026-11-02',
    originalDueOn: '2026-11-23',
    dueOn: '2026-11-23',
    skippedOn: [],
    calendarEdition: 1,
    confirmed: false,
  },
  issuedBy: 'hai',
};

const facts: Issued = {
  order,
  bodies: order.bodies,
  isReassigned: false,
  deadline: order.deadline,
  plan: null,
  planReview: null,
  progress: null,
  obstacle: null,
  recoveries: [],
  proofs: [],
  returns: [],
  metPoints: [],
  missing: [],
  verification: null,
  effectiveness: null,
  extensions: [],
  suspensions: [],
  ladder: [],
  notImplementedFor: null,
  sanction: null,
  fixers: [],
};
const beside = {
  id: 'recommendation',
  length: 1,
  issuedAt: '2026-11-02T03:00:00.000Z',
  isOverdue: false,
  workingDaysLeft: 3,
  amountRecovered: 0,
  names: {},
  mayAsk: [],
};
const issued: RecommendationFile = { ...facts, ...beside, status: 'issued' };
const provedFacts = { ...facts, ...beside, proofs: [proof], fixers: ['mai'] };
const proved: RecommendationFile = { ...provedFacts, status: 'awaiting-verification', proof };

function offered(file: RecommendationFile, role: Role, id: string, unitId: string | null = office.id) {
  const person: Person = { id, name: id, title: '', role, unitId };
  return offersOf({ ...file, mayAsk: commandsOf(role) }, person);
}

describe('what a person is offered on a recommendation', () => {
  it('lets its unit work on it and judge nothing', () => {
    expect(offered(issued, 'unit-officer', 'mai', ward.id)).toMatchObject({
      plan: 'may',
      progress: 'may',
      obstacle: 'may',
      proof: 'may',
      verify: 'not-your-role',
      giveBack: 'not-your-role',
      close: 'not-your-role',
      drop: 'not-your-role',
      approvePlan: 'not-your-role',
      grant: 'not-your-role',
    });
  });

  it('lets no other unit work on it', () => {
    expect(offered(issued, 'unit-officer', 'sau', 'another').proof).toBe('recommendation.not-your-unit');
  });

  it('takes no second proof while one waits', () => {
    expect(offered(proved, 'unit-officer', 'mai', ward.id).proof).toBe('recommendation.proof-awaits-verification');
  });

  it('lets a second pair of eyes verify, and tells the finder why not', () => {
    expect(offered(proved, 'appraiser', 'binh').verify).toBe('may');
    expect(offered(proved, 'inspector', 'nam').verify).toBe('recommendation.judged-by-finder');
  });

  it('leaves a second return to leadership', () => {
    const again = { ...proved, returns: [{ round: 1, reasons: [{ point: null, reason: 'Mờ.' }], by: 'binh' }] };
    expect(offered(again, 'appraiser', 'binh').giveBack).toBe('recommendation.second-return-needs-leadership');
    expect(offered(again, 'leadership', 'thai').giveBack).toBe('may');
  });

  it('lets who did not verify close it', () => {
    const verified: RecommendationFile = {
      ...provedFacts,
      status: 'verified',
      verifiedBy: 'hai',
      verification: {
        round: 1,
        points: ['Ảnh bảng niêm yết'],
        note: null,
        isOnTime: true,
        isOnTimeOriginally: true,
        by: 'hai',
      },
    };
    expect(offered(verified, 'team-lead', 'hai').close).toBe('recommendation.closed-by-verifier');
    expect(offered(verified, 'leadership', 'thai').close).toBe('may');
  });

  it('lets leadership and whoever issued it decide on an extension, and nobody else', () => {
    const asked = {
      dueOn: '2026-12-07',
      currentDueOn: '2026-11-23',
      reason: 'Chờ nhà in',
      askedOn: '2026-11-16',
      askedBy: 'mai',
      outcome: 'asked',
      note: null,
      decidedBy: null,
      grantedOn: null,
    } as const;
    const waiting: RecommendationFile = { ...facts, ...beside, status: 'issued', extensions: [asked] };
    expect(offered(waiting, 'leadership', 'thai').grant).toBe('may');
    expect(offered(waiting, 'team-lead', 'hai').grant).toBe('may');
    expect(offered(waiting, 'team-lead', 'another').grant).toBe('recommendation.extension-not-yours-to-decide');
    expect(offered(waiting, 'leadership', 'mai').grant).toBe('recommendation.extension-decided-by-asker');
  });
});
