import { describe, expect, it } from '@jest/globals';
import {
  commandsOf,
  emptyLongPath,
  type CommandName,
  type Finding,
  type Hearing,
  type InspectionFile,
  type InspectionStatus,
  procedureFor,
  type Role,
} from '@soat/domain';
import type { Colleague } from '../api/inspections.js';
import type { Step } from './step.js';
import { stepsAbout, stepsOf } from './steps.js';

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

interface At {
  readonly status: InspectionStatus;
  readonly change?: Partial<InspectionFile>;
  readonly unitId?: string;
}

function stepsAt({ status, change = {}, unitId = '' }: At, id: string, role: Role): readonly Step[] {
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
  return stepsOf(shown, person, '2024-03-25', () => '');
}

/** At the foot of the page. */
function next(status: InspectionStatus, id: string, role: Role, change: Partial<InspectionFile> = {}, unitId = '') {
  return stepsAbout(stepsAt({ status, change, unitId }, id, role), 'next').map(({ title }) => title);
}

function commandsAt(at: At, id: string, role: Role): readonly CommandName[] {
  return stepsAt(at, id, role).map(({ command }) => command);
}

describe('the next step on the long path', () => {
  it('is offered to whose it is', () => {
    expect(next('ordered', 'hai', 'team-lead')).toEqual(['path.do.announce']);
    expect(next('ordered', 'lan', 'inspector')).toEqual([]);
    expect(next('minutes-signed', 'hai', 'team-lead')).toEqual(['path.do.report']);
    expect(next('report-submitted', 'thai', 'leadership')).toEqual(['path.do.orderDrafting']);
    expect(next('conclusion-drafted', 'binh', 'appraiser')).toEqual(['path.do.appraise', 'path.do.returnDraft']);
    expect(next('conclusion-appraised', 'thai', 'leadership', { hearings: [{ ...open, outcome: 'waived' }] })).toEqual([
      'path.do.conclude',
    ]);
  });

  it('is the unit’s while it may answer, and the lapse comes only after the day', () => {
    const hearings = [open];
    const asked = ['path.do.respond', 'path.do.waive'];
    expect(next('awaiting-response', 'mai', 'unit-officer', { hearings }, 'u')).toEqual(asked);
    expect(next('awaiting-response', 'suol', 'unit-officer', { hearings }, 'other')).toEqual([]);
    expect(next('awaiting-response', 'hai', 'team-lead', { hearings })).toEqual([]);
    const past = [{ ...open, dueOn: '2024-03-24' }];
    expect(next('awaiting-response', 'hai', 'team-lead', { hearings: past })).toEqual(['path.do.lapse']);
  });

  it('is nobody’s on the short path, nor a lead’s with a conflict of interest', () => {
    const short = { ...file.order, procedure: { ...file.order.procedure, path: 'short' as const } };
    expect(next('minutes-signed', 'hai', 'team-lead', { order: short })).toEqual([]);
    const conflict = { personId: 'hai', name: 'Lê Hoàng Hải', relation: 'kinship', note: 'x' } as const;
    expect(next('minutes-signed', 'hai', 'team-lead', { conflicts: [conflict] })).toEqual([]);
  });
});

const finding: Finding = {
  findingId: 'f',
  number: 'TT-01',
  itemCode: 'OSC-01',
  severity: 'major',
  criteria: { vi: 'Đủ', en: 'Complete' },
  condition: 'Thiếu',
  cause: null,
  effect: null,
  amountAtRisk: 1_000,
  place: null,
  indices: [],
  evidence: [],
  earlierRecommendationId: null,
  recordedBy: 'lan',
  discarded: null,
  correctedOnSite: null,
  confirmedBy: null,
  communicatedOn: null,
  acceptedBy: null,
  dispute: null,
  amendments: [],
  withdrawn: null,
  recurrence: null,
};
const conclusion = {
  number: '21/KL',
  signedOn: '2024-03-20',
  version: 1,
  text: 'Kết luận',
  signer: { name: 'Thái', title: 'Chủ tịch' },
  findingIds: [],
  dissents: [],
  issuedBy: 'thai',
} as const;
const redacted = {
  sha256: '0'.repeat(64),
  size: 1,
  mediaType: 'application/pdf',
  name: 'kl.pdf',
  kind: 'document',
  capturedAt: null,
} as const;

describe('what may be done besides', () => {
  it('changes the team by somebody outside it, until there is a final document', () => {
    const running: At = { status: 'in-fieldwork' };
    expect(commandsAt(running, 'thai', 'leadership').filter((name) => name === 'ReplaceTeamMember')).toHaveLength(2);
    expect(commandsAt(running, 'hai', 'team-lead')).toContain('DeclareConflictOfInterest');
    expect(commandsAt({ status: 'conclusion-issued', change: { conclusion } }, 'thai', 'leadership')).not.toContain(
      'ReplaceTeamMember',
    );
  });

  it('replaces a lead by a lead, and a member by nobody of the unit', () => {
    const [lead, member] = stepsAt({ status: 'in-fieldwork' }, 'thai', 'leadership').filter(
      ({ command }) => command === 'ReplaceTeamMember',
    );
    const colleague = { id: 'x', name: 'X', title: '', role: 'inspector', unitId: null } as const;
    const offered = (step: Step | undefined, one: Colleague) => step?.fields[0]?.isOffered?.(one);
    expect(offered(lead, colleague)).toBe(false);
    expect(offered(lead, { ...colleague, role: 'team-lead' })).toBe(true);
    expect(offered(member, colleague)).toBe(true);
    expect(offered(member, { ...colleague, unitId: 'u' })).toBe(false);
    expect(lead?.body({ personId: 'x', number: '1', signedOn: '2024-03-25', reason: 'Ốm' }, {})).toEqual({
      leavingId: 'hai',
      joining: { personId: 'x', role: 'lead' },
      number: '1',
      signedOn: '2024-03-25',
      reason: 'Ốm',
    });
  });

  it('extends fieldwork before its time is over, as often as the regime lets', () => {
    const order = { ...file.order, fieldworkUntil: '2024-03-25' };
    const extends_ = (change: Partial<InspectionFile>) =>
      commandsAt({ status: 'in-fieldwork', change }, 'thai', 'leadership').includes('ExtendFieldwork');
    expect(extends_({ order })).toBe(true);
    expect(extends_({})).toBe(false);
    expect(extends_({ order: { ...order, fieldworkUntil: '2024-03-24' } })).toBe(false);
    const extension = {
      number: '2',
      signedOn: '2024-03-20',
      until: '2024-03-30',
      previousUntil: '2024-03-25',
      reason: 'Mưa',
    };
    expect(extends_({ order, extensions: [extension] })).toBe(false);
  });

  it('lays a draft before a superior, and goes on without one who stays silent', () => {
    expect(commandsAt({ status: 'conclusion-drafted' }, 'thai', 'leadership')).toContain('ReferToSuperior');
    const referrals = [
      { superior: unit, question: 'Có nên?', referredOn: '2024-03-20', dueOn: '2024-03-24', opinion: null },
    ];
    const drafts = [{ version: 1, draftedOn: '2024-03-18', text: 'Dự thảo', draftedBy: 'hai' }];
    const appraisals = [{ version: 1, outcome: 'appraised', opinion: 'Được', by: 'binh' }] as const;
    const at: At = {
      status: 'referred-to-superior',
      change: { referrals, drafts, appraisals, hearings: [{ ...open, outcome: 'waived' }] },
    };
    expect(commandsAt(at, 'thai', 'leadership')).toEqual(
      expect.arrayContaining(['RecordSuperiorOpinion', 'IssueConclusion']),
    );
  });

  it('publishes what somebody else redacted, in as many channels as the regime asks for', () => {
    const change = { conclusion, redaction: { redacted, redactedBy: 'thu' } };
    expect(commandsAt({ status: 'conclusion-issued', change: { conclusion } }, 'thu', 'programme-officer')).toContain(
      'PrepareRedaction',
    );
    expect(commandsAt({ status: 'conclusion-issued', change }, 'thu', 'programme-officer')).not.toContain(
      'PublishConclusion',
    );
    const publish = stepsAt({ status: 'conclusion-issued', change }, 'thai', 'leadership').find(
      ({ command }) => command === 'PublishConclusion',
    );
    const days = { from: '2024-03-25', until: '2024-04-15' };
    expect(publish?.body(days, {})).toBeNull();
    expect(publish?.body({ ...days, portal: 'https://x' }, {})).toEqual({
      channels: [{ kind: 'portal', where: 'https://x' }],
      ...days,
    });
  });

  it('ends a publication once every channel is proven', () => {
    const publication = {
      channels: [{ kind: 'portal', where: 'https://x' }],
      from: '2024-03-01',
      until: '2024-03-20',
      redacted,
      redactedBy: 'hai',
      publishedBy: 'thu',
      proofs: [],
      endedOn: null,
    } as const;
    const at = (change: Partial<InspectionFile>): At => ({
      status: 'conclusion-published',
      change: { conclusion, ...change },
    });
    expect(commandsAt(at({ publication }), 'thu', 'programme-officer')).toContain('AttachPublicationProof');
    expect(commandsAt(at({ publication }), 'thu', 'programme-officer')).not.toContain('EndPublication');
    const proven = { ...publication, proofs: [{ kind: 'portal', evidence: [redacted] }] } as const;
    expect(commandsAt(at({ publication: proven }), 'thu', 'programme-officer')).toContain('EndPublication');
  });

  it('rectifies row by row, and an empty row too many does no harm', () => {
    const rectify = stepsAt({ status: 'conclusion-issued', change: { conclusion } }, 'thai', 'leadership').find(
      ({ command }) => command === 'RectifyConclusion',
    );
    const paper = { number: '22/ĐC', signedOn: '2024-03-25' };
    expect(
      rectify?.body(
        { ...paper, 'where 0': 'Trang 1', 'was 0': 'a', 'now 0': 'b', 'where 1': '', 'was 1': '', 'now 1': '' },
        {},
      ),
    ).toEqual({ ...paper, corrections: [{ where: 'Trang 1', was: 'a', now: 'b' }] });
  });

  it('is the unit’s to complain, and leadership’s to resolve, to have inspected again and to refer', () => {
    const complaint = {
      complaintId: 'c',
      lodgedOn: '2024-03-21',
      complainant: 'UBND',
      text: 'Sai',
      lodgedBy: 'mai',
      resolution: null,
    };
    const reinspection = {
      reinspectionId: 'r',
      number: '30',
      signedOn: '2024-03-22',
      orderedBy: unit,
      ground: 'law-misapplied',
      outcome: null,
    } as const;
    const at: At = { status: 'conclusion-issued', change: { conclusion } };
    expect(commandsAt({ ...at, unitId: 'u' }, 'mai', 'unit-officer')).toEqual(['LodgeComplaint']);
    expect(commandsAt({ ...at, unitId: 'other' }, 'suol', 'unit-officer')).toEqual([]);
    expect(commandsAt(at, 'thai', 'leadership')).toEqual(
      expect.arrayContaining(['OrderReinspection', 'ReferToInvestigation']),
    );
    const met: At = {
      status: 'conclusion-issued',
      change: { conclusion, complaints: [complaint], reinspections: [reinspection] },
    };
    const steps = stepsAt(met, 'thai', 'leadership');
    expect(stepsAbout(steps, 'c').map(({ command }) => command)).toEqual(['ResolveComplaint']);
    expect(stepsAbout(steps, 'r').map(({ command }) => command)).toEqual(['ConcludeReinspection']);
    expect(steps.map(({ command }) => command)).not.toContain('OrderReinspection');
  });
});

describe('a finding’s course', () => {
  const change = { findings: [finding] };
  const about = (status: InspectionStatus, id: string, role: Role, of: Partial<InspectionFile> = change) =>
    stepsAbout(stepsAt({ status, change: of }, id, role), 'f').map(({ command }) => command);

  it('is the lead’s after fieldwork; on site only its severity can be raised', () => {
    expect(about('in-fieldwork', 'hai', 'team-lead')).toEqual(['RaiseFindingSeverity']);
    expect(about('minutes-signed', 'hai', 'team-lead')).toEqual([
      'AmendFinding',
      'RaiseFindingSeverity',
      'WithdrawFinding',
    ]);
    expect(about('minutes-signed', 'lan', 'inspector')).toEqual([]);
    expect(about('conclusion-issued', 'hai', 'team-lead', { ...change, conclusion })).toEqual([]);
  });

  it('is decided by somebody who did not record it, with another wording where the unit was right', () => {
    const dispute = { reason: 'Đã đủ', evidence: [], disputedBy: 'mai', decision: null };
    const disputed = { findings: [{ ...finding, communicatedOn: '2024-03-20', dispute }] };
    expect(about('awaiting-response', 'lan', 'inspector', disputed)).toEqual([]);
    expect(about('awaiting-response', 'thai', 'leadership', disputed)).toEqual(['AcceptDispute']);
    const [step] = stepsAbout(stepsAt({ status: 'awaiting-response', change: disputed }, 'thai', 'leadership'), 'f');
    expect(step?.fields.map(({ name, initial }) => [name, initial])).toContainEqual(['amountAtRisk', '1000']);
    // Never a graver severity by the way.
    expect(step?.fields.find(({ name }) => name === 'severity')?.options?.map(({ value }) => value)).toEqual([
      'minor',
      'major',
    ]);
    expect(
      step?.body({ condition: 'Ít', severity: 'minor', cause: '', amountAtRisk: '500', reason: 'Đơn vị đúng' }, {}),
    ).toEqual({ amended: { condition: 'Ít', severity: 'minor', amountAtRisk: 500 }, reason: 'Đơn vị đúng' });
  });

  it('begins with what was good, and with what came again', () => {
    expect(commandsAt({ status: 'in-fieldwork', change }, 'lan', 'inspector')).toEqual(
      expect.arrayContaining(['RecordPositiveFinding', 'IdentifyRecurrences']),
    );
  });
});
