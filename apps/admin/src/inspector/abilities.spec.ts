import { describe, expect, it } from '@jest/globals';
import {
  emptyLongPath,
  procedureFor,
  untouchedCourse,
  commandsOf,
  type Finding,
  type InspectionFile,
  type InspectionStatus,
  type Role,
} from '@soat/domain';
import { abilitiesOf, findingsWithoutRecommendation } from './abilities.js';

const unit = { id: 'u', name: 'UBND phường 1', code: '31783', kind: 'ward', parentId: null, headName: null } as const;

const file: InspectionFile = {
  order: {
    number: '150/QĐ-UBND',
    signedOn: '2026-11-20',
    basis: 'Kế hoạch năm 2026',
    regime: 'internal-check',
    type: 'unannounced',
    procedure: procedureFor({ regime: 'internal-check', type: 'unannounced', on: '2026-11-20' }),
    inspectedPeriod: null,
    fieldworkUntil: null,
    reinspectionOf: null,
    programmeItem: null,
    unit,
    orderedBy: { body: unit, person: { name: 'Lý Thị Thu Hà', title: 'Trưởng phòng' } },
    checklist: { kind: 'one-stop-spot-check', edition: 1, title: { vi: 'Phiếu', en: 'List' }, items: [] },
    team: [
      { personId: 'hai', name: 'Lê Hoàng Hải', role: 'lead', unitId: null },
      { personId: 'nam', name: 'Võ Thành Nam', role: 'member', unitId: null },
    ],
  },
  team: [
    { personId: 'hai', name: 'Lê Hoàng Hải', role: 'lead', unitId: null },
    { personId: 'nam', name: 'Võ Thành Nam', role: 'member', unitId: null },
  ],
  ...emptyLongPath,
  isStarted: true,
  startedOn: '2023-05-09',
  place: null,
  answers: {},
  dismissed: {},
  findings: [],
  evidence: {},
  samples: [],
  earlier: [],
  ledger: null,
  budgetFigures: null,
  score: null,
  suspendedFor: null,
  cancelledFor: null,
  minutes: null,
  recommendations: [],
};

const minutes = {
  kind: 'signed',
  number: null,
  signedOn: '2026-11-21',
  lead: { name: 'Lê Hoàng Hải', title: 'Trưởng đoàn' },
  unitRepresentative: { name: 'Nguyễn Văn Hòa', title: 'Chủ tịch' },
  reservation: null,
} as const;

describe('what a person may do with an inspection', () => {
  it('lets the team record while it inspects, and nobody else', () => {
    expect(abilities('in-fieldwork', 'hai', 'team-lead').record).toBe(true);
    expect(abilities('in-fieldwork', 'nam', 'inspector').record).toBe(true);
    expect(abilities('in-fieldwork', 'lan', 'inspector').record).toBe(false);
    expect(abilities('in-fieldwork', 'thai', 'leadership').record).toBe(false);
    expect(abilities('suspended', 'hai', 'team-lead').record).toBe(false);
  });

  it('offers nothing of the team to whoever declared a conflict of interest or only watches it', () => {
    const conflict = { personId: 'hai', name: 'Lê Hoàng Hải', relation: 'kinship', note: 'Em ruột' } as const;
    expect(abilities('in-fieldwork', 'hai', 'team-lead', { conflicts: [conflict] })).toMatchObject({
      record: false,
      suspend: false,
      end: false,
      cancel: false,
    });
    const watching = { personId: 'lan', name: 'Thạch Thị Lan', role: 'supervisor', unitId: null } as const;
    expect(abilities('in-fieldwork', 'lan', 'inspector', { team: [...file.team, watching] }).record).toBe(false);
  });

  it('leaves the end of fieldwork and the minutes to the lead', () => {
    expect(abilities('in-fieldwork', 'hai', 'team-lead').end).toBe(true);
    expect(abilities('in-fieldwork', 'nam', 'team-lead').end).toBe(false);
    expect(abilities('fieldwork-ended', 'hai', 'team-lead').conclude).toBe(true);
    expect(abilities('fieldwork-ended', 'nam', 'inspector').conclude).toBe(false);
  });

  it('lets whoever planned it cancel until the minutes are final', () => {
    expect(abilities('ordered', 'thu', 'programme-officer').cancel).toBe(true);
    expect(abilities('minutes-signed', 'thu', 'programme-officer', { minutes }).cancel).toBe(false);
    expect(abilities('cancelled', 'thu', 'programme-officer').cancel).toBe(false);
  });

  it('asks for recommendations while a finding has none, and closes only what left nothing to remedy', () => {
    const left = { minutes, findings: [finding('a'), finding('b')] };
    expect(abilities('minutes-signed', 'hai', 'team-lead', left)).toMatchObject({ issue: true, close: false });
    expect(abilities('minutes-signed', 'hai', 'team-lead', { minutes })).toMatchObject({ issue: false, close: true });
    const covered = { ...left, recommendations: [{ id: 'r', findingIds: ['a', 'b'], outcome: null }] };
    expect(abilities('under-follow-up', 'hai', 'team-lead', covered)).toMatchObject({ issue: false, close: false });
  });
});

describe('findings without a recommendation', () => {
  it('are those still to remedy that none covers', () => {
    const corrected = { ...finding('b'), correctedOnSite: { note: 'Đã bổ sung', before: [], after: [] } };
    const discarded = { ...finding('c'), discarded: { reason: 'Ghi nhầm' } };
    const findings = [finding('a'), corrected, discarded, finding('d')];
    const recommendations = [{ id: 'r', findingIds: ['a'], outcome: null }];
    expect(findingsWithoutRecommendation({ ...file, findings, recommendations })).toEqual([finding('d')]);
  });
});

function abilities(status: InspectionStatus, id: string, role: Role, change: Partial<InspectionFile> = {}) {
  const shown = {
    id: 'i',
    length: 1,
    status,
    file: { ...file, ...change },
    score: {
      passed: 0,
      applicable: 0,
      notApplicable: 0,
      unanswered: 0,
      failedBySeverity: { minor: 0, major: 0, critical: 0 },
    },
    proposed: [],
    nextStage: null,
    answerProposals: [],
    moments: { orderedAt: '', startedAt: null, endedAt: null, minutesAt: null },
    names: {},
    mayAsk: commandsOf(role),
  };
  return abilitiesOf(shown, { id, name: id, title: '', role, unitId: null });
}

function finding(findingId: string): Finding {
  return {
    findingId,
    number: `TT-${findingId}`,
    itemCode: null,
    severity: 'major',
    criteria: { vi: 'Phải niêm yết', en: 'Must be posted' },
    condition: 'Chưa niêm yết',
    cause: null,
    effect: null,
    amountAtRisk: null,
    place: null,
    indices: [],
    evidence: [],
    recordedBy: 'nam',
    earlierRecommendationId: null,
    ...untouchedCourse,
    correctedOnSite: null,
    discarded: null,
  };
}
