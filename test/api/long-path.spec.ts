import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oneStopSpotCheck } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { answerBody, checkEarlier, evidenceBody } from '../support/one-stop-answers.js';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** A thematic check of phường 1 on the long path, over real HTTP: from the decision to the directed conclusion. */
const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';
const town = '01880000-0000-7000-8000-000000000950';

interface Finding {
  readonly findingId: string;
  readonly number: string;
  readonly itemCode: string | null;
}
interface Shown {
  readonly length: number;
  readonly status: string;
  readonly nextStage: { readonly stage: string; readonly dueOn: string } | null;
  readonly file: {
    readonly team: readonly { readonly personId: string }[];
    readonly answers: object;
    readonly findings: readonly Finding[];
    readonly report: object | null;
    readonly drafts: readonly object[];
    readonly dissents: readonly object[];
    readonly appraisals: readonly object[];
    readonly conclusion: { readonly number: string; readonly dissents: readonly object[] } | null;
    readonly publication: object | null;
  };
}
interface Problem {
  readonly code: string;
}
type Name = 'thu' | 'hai' | 'nam' | 'lan' | 'mai' | 'binh' | 'thai' | 'suol';

const id = uuidv7();
const path = `inspections/${id}`;
let service: Service;
let people: Readonly<Record<Name, Client>>;

beforeAll(async () => {
  service = await startService();
  const as = (name: Name) => service.as(name);
  people = {
    thu: await as('thu'),
    hai: await as('hai'),
    nam: await as('nam'),
    lan: await as('lan'),
    mai: await as('mai'),
    binh: await as('binh'),
    thai: await as('thai'),
    suol: await as('suol'),
  };
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

const shownTo = async (name: Name) => (await people[name].get<Shown>(path)).body;

async function ask(name: Name, action: string, body: object): Promise<readonly [number, string | null]> {
  const { length } = await shownTo('thai');
  const answer = await people[name].post<Partial<Problem>>(`${path}/${action}`, body, { length });
  return [answer.status, answer.body.code ?? null];
}

async function done(name: Name, action: string, body: object): Promise<void> {
  expect([action, ...(await ask(name, action, body))]).toEqual([action, 200, null]);
}

/** What lists show of a moment, but for the moment itself; as text. */
async function listed(name: Name, asOf: string | null): Promise<readonly string[]> {
  const shown: string[] = [];
  // Whoever may see it today is judged by the lists of today, which follow.
  const seen = `atLeast=${await head()}`;
  for (const list of ['findings?limit=200', `units/${ward}`, 'repeat-matrix', 'inspections?limit=200']) {
    const asked = asOf === null ? seen : `${seen}&asOf=${asOf}`;
    const { body } = await people[name].get(`${list}${list.includes('?') ? '&' : '?'}${asked}`);
    shown.push(JSON.stringify(body, (key, value) => (key === 'asOf' ? undefined : value)));
  }
  return shown;
}

/** Position of the newest event, as a question about this very moment names it. */
async function head(): Promise<string> {
  const { body } = await people.thai.get<{ readonly asOf: { readonly position: number } }>(
    `unit-overviews?asOf=${service.clock.now()}`,
  );
  return String(body.asOf.position);
}

let orderedAt: string;
let untoldAt: string;
let untold: readonly string[];

const signed = (number: string, signedOn: string) => ({ number, signedOn });

describe('a thematic check on the long path', () => {
  it('is ordered with its regime, period and end, and unknown to the unit', async () => {
    const order = {
      id,
      ...signed('301/QĐ-UBND', '2026-11-02'),
      regime: 'internal-check',
      type: 'thematic',
      inspectedPeriod: { from: '2026-01-01', to: '2026-09-30' },
      fieldworkUntil: '2026-11-13',
      basis: 'Kế hoạch kiểm tra công vụ năm 2026',
      unitId: ward,
      orderedByUnitId: homeAffairs,
      checklistKind: 'one-stop-spot-check',
      team: [
        { personId: 'hai', role: 'lead' },
        { personId: 'nam', role: 'member' },
      ],
    };
    const ofNoRegime = await people.thu.post<Problem>('inspections', { ...order, type: 'self-check' });
    expect([ofNoRegime.status, ofNoRegime.body.code]).toEqual([422, 'inspection.type-not-offered']);
    expect((await people.thu.post('inspections', order)).status).toBe(201);
    expect((await people.mai.get(path)).status).toBe(404);
    orderedAt = await head();
    expect(await ask('hai', 'start', {})).toEqual([409, 'inspection.not-announced']);
  });

  it('is announced, and only then begins; the unit sees the order and none of the work', async () => {
    expect((await shownTo('hai')).nextStage).toEqual({ stage: 'announce', dueOn: '2026-11-17' });
    await done('hai', 'announcement', {
      announcedOn: '2026-11-03',
      form: 'meeting',
      unitRepresentative: { name: 'Nguyễn Văn Hòa', title: 'Chủ tịch UBND phường 1' },
    });
    expect((await shownTo('mai')).status).toBe('announced');
    // Nor is the unit told of the days before by asking for them now.
    expect((await listed('mai', orderedAt))[3]).not.toContain(id);
    expect((await listed('mai', await head()))[3]).toContain(id);
    expect((await listed('thai', orderedAt))[3]).toContain(id);
    await done('hai', 'start', { place: 'Bộ phận Một cửa', occurredAt: '2026-11-04T01:00:00.000Z' });
    for (const item of oneStopSpotCheck.items.filter(({ answer }) => answer.kind !== 'derived')) {
      const isFailed = item.code === 'OSC-01' || item.code === 'OSC-02';
      const body = answerBody(item, isFailed ? 'fail' : 'pass');
      const finding = isFailed && { finding: { condition: `Tồn tại ở ${item.code}` } };
      expect((await people.nam.post(`${path}/answers`, { ...body, ...finding })).status).toBe(200);
    }
    const { file, status } = await shownTo('mai');
    expect([status, file.answers, file.findings]).toEqual(['in-fieldwork', {}, []]);
    const timeline = await people.mai.get<object>(`units/${ward}/timeline?limit=200`);
    expect(JSON.stringify(timeline.body)).not.toContain('Tồn tại ở OSC-01');
  });

  it('is extended by whoever sent the team, and a member is replaced after declaring a conflict', async () => {
    const extension = {
      ...signed('310/QĐ-UBND', '2026-11-12'),
      until: '2026-11-18',
      reason: 'Chờ trích xuất hệ thống',
    };
    expect(await ask('hai', 'extensions', extension)).toEqual([403, 'access.role-may-not']);
    await done('thai', 'extensions', extension);
    await done('nam', 'conflicts-of-interest', { relation: 'kinship', note: 'Em ruột công tác tại bộ phận' });
    const photo = { itemCode: 'OSC-01', evidence: [evidenceBody('photo')] };
    expect(await ask('nam', 'evidence', photo)).toEqual([403, 'inspection.conflict-declared']);
    const replacement = {
      ...signed('311/QĐ-UBND', '2026-11-12'),
      leavingId: 'nam',
      reason: 'Xung đột',
    };
    untoldAt = await head();
    untold = await listed('mai', null);
    const cases = async (name: Name) => {
      const [findings, , , inspections] = await listed(name, untoldAt);
      return [findings, inspections].map((list) => list?.includes(id));
    };
    expect(await cases('nam')).toEqual([true, true]);
    await done('thu', 'team/replacements', { ...replacement, joining: { personId: 'lan', role: 'member' } });
    expect((await people.nam.get(path)).status).toBe(404);
    // Who left the team sees nothing of its past, and who joined it does.
    expect(await cases('nam')).toEqual([false, false]);
    expect(await cases('lan')).toEqual([true, true]);
    expect((await shownTo('lan')).file.team.map(({ personId }) => personId)).toEqual(['hai', 'lan']);
    expect((await shownTo('mai')).file).toMatchObject({ conflicts: [] });
  });

  it('has findings confirmed by a second person, then minutes and a report', async () => {
    const positive = { strengthId: uuidv7(), itemCode: 'OSC-03', text: 'Công chức niềm nở' };
    await done('lan', 'positive-findings', positive);
    const { findings } = (await shownTo('hai')).file;
    await done('hai', 'recurrences', {});
    await checkEarlier(people.hai, path);
    await done('hai', 'end', {});
    const unitRepresentative = { name: 'Trần Thị Mai', title: 'Công chức' };
    const minutes = { leadTitle: 'Trưởng đoàn', unitRepresentative };
    expect(await ask('hai', 'minutes', { ...minutes, signedOn: '2026-11-03' })).toEqual([
      422,
      'inspection.minutes-before-fieldwork',
    ]);
    await done('hai', 'minutes', { ...minutes, signedOn: '2026-11-16' });
    const report = { ...signed('12/BC-ĐKT', '2026-11-17'), summary: 'Hai tồn tại về niêm yết' };
    expect(await ask('hai', 'report', report)).toEqual([409, 'inspection.findings-unconfirmed']);
    for (const { findingId } of findings) await done('hai', `findings/${findingId}/confirm`, {});
    await done('hai', 'report', report);
    await done('lan', 'dissents', { opinion: 'Tồn tại thứ hai phải là nặng' });
    expect((await shownTo('mai')).status).toBe('minutes-signed');
    expect((await shownTo('mai')).file).toMatchObject({ report: null, dissents: [], findings: [] });
  });

  it('sends a draft, hears the unit and assesses every point', async () => {
    await done('thai', 'drafting-order', { orderedOn: '2026-11-17', dueOn: '2026-11-24' });
    await done('hai', 'drafts', { draftedOn: '2026-11-18', text: 'UBND phường 1 còn hai tồn tại về niêm yết' });
    expect((await shownTo('mai')).file.drafts).toEqual([]);
    await done('thai', 'drafts/sending', { sentOn: '2026-11-19', dueOn: '2099-11-30' });
    const told = (await shownTo('mai')).file;
    expect([told.findings.length, told.drafts.length]).toEqual([2, 1]);
    // What the unit was not told then it is not told of then either, in no list and no number.
    expect(await listed('mai', untoldAt)).toEqual(untold);
    expect(await listed('mai', null)).not.toEqual(untold);
    const [first] = told.findings;
    expect(await ask('suol', 'response', { points: [{ text: 'x' }] })).toEqual([404, 'not-found']);
    expect(await ask('thai', 'conclusion', { ...signed('50/KL-UBND', '2026-11-20'), signerTitle: 'Chủ tịch' })).toEqual(
      [409, 'inspection.reply-window-open'],
    );
    await done('mai', `findings/${first?.findingId}/dispute`, {
      reason: 'Đã niêm yết đủ',
      evidence: [evidenceBody('photo')],
    });
    const points = [{ findingId: first?.findingId, text: 'Đề nghị xem lại' }, { text: 'Đề nghị ghi nhận khắc phục' }];
    await done('mai', 'response', { points });
    const reason = 'Đã đối chiếu';
    const assessed = [
      { number: 'YK-01', outcome: 'rejected', reason },
      { number: 'YK-02', outcome: 'accepted', reason },
    ];
    expect(await ask('hai', 'response/assessment', { points: assessed.slice(0, 1) })).toEqual([
      409,
      'inspection.response-points-unassessed',
    ]);
    await done('hai', 'response/assessment', { points: assessed });
    // A stale decision of the unit is told no more than the unit may know.
    const stale = await people.mai.post<{ readonly since: readonly { readonly type: string }[] }>(
      `${path}/response/waiver`,
      {},
      { length: 1 },
    );
    expect(stale.status).toBe(412);
    const types = stale.body.since.map(({ type }) => type);
    expect(types).toContain('DraftSentForResponse');
    expect(types).not.toContain('InspectionReportSubmitted');
    expect(types).not.toContain('ChecklistItemAnswered');
  });

  it('is appraised outside the team, referred, and concluded by neither team nor appraiser', async () => {
    expect(await ask('hai', 'appraisal', { opinion: 'Đạt' })).toEqual([403, 'access.role-may-not']);
    await done('binh', 'appraisal/return', { opinion: 'Bổ sung căn cứ' });
    await done('hai', 'drafts', { draftedOn: '2026-11-20', text: 'UBND phường 1 còn hai tồn tại, có căn cứ' });
    await done('binh', 'appraisal', { opinion: 'Đạt' });
    const referral = {
      superiorUnitId: town,
      question: 'Áp dụng quy định nào',
      referredOn: '2026-11-20',
      dueOn: '2026-12-21',
    };
    await done('thai', 'referral', referral);
    await done('thu', 'referral/opinion', { receivedOn: '2026-11-21', outcome: 'no-objection', text: 'Thống nhất' });
    const conclusion = { ...signed('50/KL-UBND', '2026-11-21'), signerTitle: 'Chủ tịch UBND thị xã' };
    expect(await ask('thai', 'conclusion', conclusion)).toEqual([409, 'inspection.disputes-undecided']);
    const [first] = (await shownTo('hai')).file.findings;
    await done('hai', `findings/${first?.findingId}/dispute/reject`, { reason: 'Ảnh chụp sau ngày kiểm tra' });
    await done('thai', 'conclusion', conclusion);
    const seen = (await shownTo('mai')).file;
    expect(seen.conclusion?.number).toBe('50/KL-UBND');
    expect(seen.appraisals).toEqual([]);
  });

  it('leads to recommendations from the conclusion, and is published by a second person and directed', async () => {
    const { findings } = (await shownTo('hai')).file;
    const recommendationId = uuidv7();
    const issue = {
      id: recommendationId,
      inspectionId: id,
      kind: 'correct-document',
      text: 'Niêm yết đủ thủ tục',
      findingIds: findings.map(({ findingId }) => findingId),
      leadUnitId: homeAffairs,
      verificationPoints: ['Ảnh bảng niêm yết'],
    };
    expect((await people.thai.post('recommendations', issue)).status).toBe(201);
    const issued = await people.mai.get<{ readonly order: { readonly source: object } }>(
      `recommendations/${recommendationId}`,
    );
    expect(issued.body.order.source).toMatchObject({ finalDocument: { kind: 'conclusion', number: '50/KL-UBND' } });
    const correction = { where: 'Dòng 1', was: 'UBND phường 1', now: 'Ủy ban nhân dân phường 1' };
    await done('thai', 'conclusion/rectifications', {
      ...signed('51/ĐC-UBND', '2026-11-21'),
      corrections: [correction],
    });
    await done('thu', 'conclusion/redaction', { redacted: evidenceBody('document') });
    const publication = {
      channels: [{ kind: 'portal', where: 'Cổng thông tin điện tử' }],
      from: '2026-11-21',
      until: '2099-12-07',
    };
    expect(await ask('thu', 'conclusion/publication', publication)).toEqual([
      403,
      'inspection.publication-needs-second-person',
    ]);
    await done('thai', 'conclusion/publication', publication);
    await done('thu', 'conclusion/publication/proofs', { kind: 'portal', evidence: [evidenceBody('url')] });
    expect(await ask('thu', 'conclusion/publication/end', {})).toEqual([409, 'inspection.publication-not-over']);
    const directive = { ...signed('60/UBND-NC', '2026-11-21'), text: 'Khắc phục ngay', reportOn: '2026-12-21' };
    await done('thai', 'directive', directive);
    expect(await ask('thai', 'close', {})).toEqual([409, 'inspection.stages-missing']);
  });

  it('meets a complaint, a re-inspection and an investigation the unit does not read of', async () => {
    const complaintId = uuidv7();
    const complaint = { complaintId, lodgedOn: '2026-11-21', complainant: 'UBND phường 1', text: 'Mức độ chưa đúng' };
    await done('mai', 'complaints', complaint);
    const resolution = { ...signed('70/QĐ-UBND', '2026-11-21'), outcome: 'dismissed', text: 'Giữ nguyên' };
    await done('thai', `complaints/${complaintId}/resolution`, resolution);
    const reinspectionId = uuidv7();
    const reinspection = {
      reinspectionId,
      ...signed('80/QĐ-UBND', '2026-11-21'),
      orderedByUnitId: town,
      ground: 'falsified',
    };
    await done('thai', 'reinspections', reinspection);
    const outcome = { ...signed('90/KL-UBND', '2026-11-21'), outcome: 'upheld' };
    await done('thai', `reinspections/${reinspectionId}/outcome`, outcome);
    const crime = {
      ...signed('95/CV-UBND', '2026-11-21'),
      agency: 'Công an thị xã',
      reason: 'Dấu hiệu lập chứng từ khống',
    };
    await done('thai', 'investigations', crime);
    expect(JSON.stringify(await shownTo('mai'))).not.toContain('Công an thị xã');
    const timeline = await people.mai.get<object>(`units/${ward}/timeline?limit=200`);
    expect(JSON.stringify(timeline.body)).toContain('50/KL-UBND');
    expect(JSON.stringify(timeline.body)).not.toContain('Công an thị xã');
  });
});

describe('a finding of the short path', () => {
  it('may be disputed after the minutes, and no recommendation rests on it meanwhile', async () => {
    const shortId = uuidv7();
    const short = `inspections/${shortId}`;
    const order = {
      id: shortId,
      ...signed('302/QĐ-UBND', '2026-11-20'),
      basis: 'Kế hoạch',
      unitId: ward,
      orderedByUnitId: homeAffairs,
      checklistKind: 'one-stop-spot-check',
      team: [
        { personId: 'hai', role: 'lead' },
        { personId: 'nam', role: 'member' },
      ],
    };
    expect((await people.thu.post('inspections', order)).status).toBe(201);
    const asked = async (name: Name, action: string, body: object) => {
      const { length } = (await people.thai.get<Shown>(short)).body;
      const answer = await people[name].post<Partial<Problem>>(`${short}/${action}`, body, { length });
      return [action, answer.status];
    };
    expect(await asked('hai', 'start', { occurredAt: '2026-11-20T01:00:00.000Z' })).toEqual(['start', 200]);
    for (const item of oneStopSpotCheck.items.filter(({ answer }) => answer.kind !== 'derived')) {
      const isFailed = item.code === 'OSC-01';
      const finding = isFailed && { finding: { condition: 'Thiếu thủ tục' } };
      await people.nam.post(`${short}/answers`, { ...answerBody(item, isFailed ? 'fail' : 'pass'), ...finding });
    }
    await checkEarlier(people.hai, short);
    expect(await asked('hai', 'end', {})).toEqual(['end', 200]);
    const unitRepresentative = { name: 'Trần Thị Mai', title: 'Công chức' };
    const minutes = { signedOn: '2026-11-20', leadTitle: 'Trưởng đoàn', unitRepresentative };
    expect(await asked('hai', 'minutes', minutes)).toEqual(['minutes', 200]);
    const { findings } = (await people.mai.get<Shown>(short)).body.file;
    const finding = findings.find(({ itemCode }) => itemCode === 'OSC-01');
    const dispute = `findings/${finding?.findingId}/dispute`;
    expect(await asked('mai', dispute, { reason: 'Đã đủ' })).toEqual([dispute, 200]);
    const issue = {
      id: uuidv7(),
      inspectionId: shortId,
      kind: 'correct-document',
      text: 'Niêm yết đủ',
      findingIds: [finding?.findingId],
      leadUnitId: homeAffairs,
      verificationPoints: ['Ảnh'],
    };
    const refused = await people.thai.post<Problem>('recommendations', issue);
    expect([refused.status, refused.body.code]).toEqual([409, 'recommendation.finding-disputed']);
    expect(await asked('hai', `${dispute}/accept`, { reason: 'Đúng là đã đủ' })).toEqual([`${dispute}/accept`, 200]);
    const gone = await people.thai.post<Problem>('recommendations', issue);
    expect([gone.status, gone.body.code]).toEqual([422, 'recommendation.finding-not-live']);
  });
});
