import { describe, expect, it } from '@jest/globals';
import {
  commandsOf,
  emptyLongPath,
  type Hearing,
  type InspectionFile,
  type InspectionStatus,
  procedureFor,
  type Role,
} from '@soat/domain';
import { stepsOf } from './steps.js';

const unit = { id: 'u', name: 'UBND phường 1', code: '31783', kind: 'ward', parentId: null, headName: null } as const;
const team = [
  { personId: 'hai', name: 'Lê Hoàng Hải', role: 'lead', unitId: null },
  { personId: 'lan', name: 'Thạch Thị Lan', role: 'member', unitId: null },
] as const;

const file: InspectionFile = {
  order: {
    number: '31/QĐ-PNV',
    signedOn: '2024-03-04',
    basis: 'Kế hoạch',
    regime: 'internal-check',
    type: 'thematic',
    procedure: procedureFor({ regime: 'internal-check', type: 'thematic', on: '2024-03-04' }),
    inspectedPeriod: null,
    fieldworkUntil: null,
    reinspectionOf: null,
    programmeItem: null,
    unit,
    orderedBy: { body: unit, person: { name: 'Lý Thị Thu Hà', title: 'Trưởng phòng' } },
    checklist: { kind: 'one-stop-spot-check', edition: 1, title: { vi: 'Phiếu', en: 'List' }, items: [] },
    team,
  },
  team,
  ...emptyLongPath,
  isStarted: true,
  startedOn: '2023-05-09',
  place: null,
  answers: {},
  dismissed: {},
  findings: [],
  evidence: {},
  score: null,
  suspendedFor: null,
  cancelledFor: null,
  minutes: null,
  recommendations: [],
  earlier: [],
  samples: [],
  ledger: null,
  budgetFigures: null,
};

const open: Hearing = {
  version: 1,
  sentOn: '2024-03-20',
  dueOn: '2024-03-27',
  outcome: 'open',
  points: [],
  evidence: [],
  respondedBy: null,
  assessment: [],
};

function titles(status: InspectionStatus, id: string, role: Role, change: Partial<InspectionFile> = {}, unitId = '') {
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
    answerProposals: [],
    nextStage: null,
    moments: { orderedAt: '', startedAt: null, endedAt: null, minutesAt: null },
    names: {},
    mayAsk: commandsOf(role),
  };
  const person = { id, name: id, title: '', role, unitId: unitId || null };
  return stepsOf(shown, person, '2024-03-25', () => '').map(({ title }) => title);
}

describe('the next step on the long path', () => {
  it('is offered to whose it is', () => {
    expect(titles('ordered', 'hai', 'team-lead')).toEqual(['path.do.announce']);
    expect(titles('ordered', 'lan', 'inspector')).toEqual([]);
    expect(titles('minutes-signed', 'hai', 'team-lead')).toEqual(['path.do.report']);
    expect(titles('report-submitted', 'thai', 'leadership')).toEqual(['path.do.orderDrafting']);
    expect(titles('conclusion-drafted', 'binh', 'appraiser')).toEqual(['path.do.appraise', 'path.do.returnDraft']);
    expect(
      titles('conclusion-appraised', 'thai', 'leadership', { hearings: [{ ...open, outcome: 'waived' }] }),
    ).toEqual(['path.do.conclude']);
  });

  it('is the unit’s while it may answer, and the lapse comes only after the day', () => {
    const hearings = [open];
    const asked = ['path.do.respond', 'path.do.waive'];
    expect(titles('awaiting-response', 'mai', 'unit-officer', { hearings }, 'u')).toEqual(asked);
    expect(titles('awaiting-response', 'suol', 'unit-officer', { hearings }, 'other')).toEqual([]);
    expect(titles('awaiting-response', 'hai', 'team-lead', { hearings })).toEqual([]);
    const past = [{ ...open, dueOn: '2024-03-24' }];
    expect(titles('awaiting-response', 'hai', 'team-lead', { hearings: past })).toEqual(['path.do.lapse']);
  });

  it('is nobody’s on the short path, nor a lead’s with a conflict of interest', () => {
    const short = { ...file.order, procedure: { ...file.order.procedure, path: 'short' as const } };
    expect(titles('minutes-signed', 'hai', 'team-lead', { order: short })).toEqual([]);
    const conflict = { personId: 'hai', name: 'Lê Hoàng Hải', relation: 'kinship', note: 'x' } as const;
    expect(titles('minutes-signed', 'hai', 'team-lead', { conflicts: [conflict] })).toEqual([]);
  });
});
