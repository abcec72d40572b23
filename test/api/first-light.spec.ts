import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, legalDayOf, oneStopSpotCheck, vietnamCalendar } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { answerBody, checkEarlier, evidenceBody } from '../support/one-stop-answers.js';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** The whole slice over real HTTP: one unannounced check at the counter of phường 1, from the order to the closed remedy. */
const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';
const town = '01880000-0000-7000-8000-000000000950';

interface Acknowledged {
  readonly id: string;
  readonly length: number;
  readonly position: number;
  readonly eventIds: readonly string[];
}
interface Shown {
  readonly length: number;
  readonly status: string;
}
interface InspectionShown extends Shown {
  /** Of its newest event. */
  readonly position: number;
  readonly proposed: readonly string[];
  readonly score: { readonly passed: number; readonly applicable: number };
  readonly file: {
    readonly findings: readonly {
      readonly findingId: string;
      readonly itemCode: string | null;
      readonly severity: string;
      readonly recordedBy: string;
      readonly correctedOnSite: object | null;
    }[];
    readonly answers: Readonly<Record<string, { readonly status: string; readonly outcome?: string }>>;
  };
}
interface RecommendationShown extends Shown {
  readonly order: {
    readonly deadline: { readonly dueOn: string; readonly originalDueOn: string };
    readonly verificationPoints: readonly string[];
    readonly bodies: { readonly lead: { readonly id: string } };
  };
  readonly isOverdue: boolean;
}
interface ListOf<Row> {
  readonly data: readonly Row[];
}
interface Problem {
  readonly code: string;
  readonly title: string;
  readonly type: string;
}

describe('one spot check, from order to verified remedy', () => {
  let service: Service;
  let people: Readonly<Record<'thu' | 'hai' | 'nam' | 'mai' | 'binh' | 'thai' | 'suol', Client>>;
  const inspectionId = uuidv7();
  let ordered: Acknowledged;
  const recommendationIds = [uuidv7(), uuidv7()] as const;
  const inspectionPath = `inspections/${inspectionId}`;

  beforeAll(async () => {
    service = await startService();
    const [thu, hai, nam, mai, binh, thai, suol] = await Promise.all(
      ['thu', 'hai', 'nam', 'mai', 'binh', 'thai', 'suol'].map((id) => service.as(id)),
    );
    if (!thu || !hai || !nam || !mai || !binh || !thai || !suol) throw new Error('somebody is missing');
    people = { thu, hai, nam, mai, binh, thai, suol };
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
  });

  async function lengthOf(client: Client, path: string): Promise<number> {
    return (await client.get<Shown>(path)).body.length;
  }

  async function decided(client: Client, path: string, action: string, body: object): Promise<Acknowledged> {
    const answer = await client.post<Acknowledged>(`${path}/${action}`, body, { length: await lengthOf(client, path) });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  }

  async function refused(client: Client, path: string, action: string, body: object): Promise<[number, string]> {
    const answer = await client.post<Problem>(`${path}/${action}`, body, {
      length: await lengthOf(people.thai, path),
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return [answer.status, answer.body.code];
  }

  it('is ordered by the office of home affairs', async () => {
    const key = uuidv7();
    const order = {
      id: inspectionId,
      number: '201/QĐ-UBND',
      signedOn: legalDayOf(new Date().toISOString()),
      basis: 'Kế hoạch nâng cao chỉ số PAPI năm 2023, hoạt động 6.2',
      unitId: ward,
      orderedByUnitId: homeAffairs,
      checklistKind: 'one-stop-spot-check',
      team: [
        { personId: 'hai', role: 'lead' },
        { personId: 'nam', role: 'member' },
      ],
      programmeItem: {
        plan: 'Kế hoạch nâng cao PAPI thị xã Vĩnh Châu năm 2023',
        item: '6.2',
        text: 'Kiểm tra đột xuất việc tiếp nhận và trả kết quả tại Bộ phận Một cửa',
      },
    };
    const answer = await people.thu.post<Acknowledged>('inspections', order, { key });
    expect(answer).toMatchObject({ status: 201, body: { id: inspectionId, length: 1 } });
    expect(answer.headers.get('etag')).toBe('"1"');
    ordered = answer.body;

    const again = await people.thu.post<Acknowledged>('inspections', order, { key });
    expect(again.body).toEqual(answer.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await people.thu.post<Problem>('inspections', { ...order, number: '202/QĐ-UBND' }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'command-id-reused']);
    expect((await people.mai.post<Problem>('inspections', { ...order, id: uuidv7() })).status).toBe(403);
  });

  it('does not exist for the unit before it starts', async () => {
    const leader = await people.thai.get<ListOf<{ readonly id: string }>>(`inspections?atLeast=${ordered.position}`);
    expect(leader.body.data.map((row) => row.id)).toContain(inspectionId);
    const unknown = await people.mai.get<Problem & { readonly traceId: string }>(`inspections/${uuidv7()}`);
    const hidden = await people.mai.get<Problem & { readonly traceId: string }>(inspectionPath);
    const told = ({ title, code, type }: Problem) => ({ title, code, type });
    expect(hidden.status).toBe(404);
    expect(told(hidden.body)).toEqual(told(unknown.body));
    for (const path of ['inspections?limit=200', `units/${ward}/timeline?limit=200`, 'unit-overviews', `units/${ward}`])
      for (const client of [people.mai, people.suol]) {
        const text = JSON.stringify((await client.get(path)).body);
        expect(text).not.toContain(inspectionId);
        expect(text).not.toContain('201/QĐ-UBND');
      }
    const start = await people.mai.post<Problem>(`${inspectionPath}/start`, {}, { length: 1 });
    expect([403, 404]).toContain(start.status);
    // Its team does see it.
    expect((await people.nam.get<InspectionShown>(inspectionPath)).body.status).toBe('ordered');
  });

  it('starts without notice, by a decision that names what it has seen', async () => {
    const unseen = await people.hai.post<Problem>(`${inspectionPath}/start`, {});
    expect([unseen.status, unseen.body.code]).toEqual([428, 'precondition-required']);
    const started = await decided(people.hai, inspectionPath, 'start', { place: 'Trụ sở UBND phường 1' });
    const seen = await people.mai.get<InspectionShown>(inspectionPath);
    expect([seen.status, seen.body.status]).toEqual([200, 'in-fieldwork']);
    // The system has answered its own item.
    expect(seen.body.file.answers['OSC-25']?.status).toBe('answered');
    const timeline = await people.mai.get<ListOf<{ readonly streamId: string }>>(
      `units/${ward}/timeline?atLeast=${started.position}`,
    );
    expect(timeline.body.data.some((entry) => entry.streamId === inspectionId)).toBe(true);
  });

  it('takes an answer of every kind to the whole checklist', async () => {
    const failed = new Set(['OSC-01', 'OSC-02', 'OSC-09', 'OSC-16']);
    const posed = oneStopSpotCheck.items.filter((item) => item.answer.kind !== 'derived');
    const photographed = posed.find((item) => item.code === 'OSC-03');
    if (!photographed) throw new Error('OSC-03 has gone');
    const { evidence: _, ...bare } = answerBody(photographed);
    expect(await refused(people.nam, inspectionPath, 'answers', bare)).toEqual([422, 'inspection.evidence-required']);
    expect(await refused(people.mai, inspectionPath, 'answers', answerBody(photographed))).toEqual([
      403,
      'inspection.not-on-team',
    ]);

    for (const item of posed) {
      if (item.code === 'OSC-13') continue;
      const isFailed = failed.has(item.code);
      const body = {
        ...answerBody(item, isFailed ? 'fail' : 'pass'),
        ...(item.code === 'OSC-01' && { finding: { condition: 'Thiếu 16 thủ tục trên bảng niêm yết' } }),
      };
      const answer = await people.nam.post(`${inspectionPath}/answers`, body);
      expect([item.code, answer.status]).toEqual([item.code, 200]);
    }
    expect(
      (await people.nam.post(`${inspectionPath}/not-applicable`, { itemCode: 'OSC-13', reason: 'Không có hồ sơ trễ.' }))
        .status,
    ).toBe(200);
    // An answer is corrected, never overwritten.
    const corrected = oneStopSpotCheck.items.find((item) => item.code === 'OSC-10');
    if (!corrected) throw new Error('OSC-10 has gone');
    const correction = {
      ...answerBody(corrected),
      reason: 'Đếm sót hai hồ sơ',
      value: { kind: 'ratio', numerator: 49, denominator: 50 },
    };
    expect((await people.nam.post(`${inspectionPath}/corrections`, correction)).status).toBe(200);

    const { body } = await people.nam.get<InspectionShown>(inspectionPath);
    expect(Object.keys(body.file.answers)).toHaveLength(oneStopSpotCheck.items.length);
    // A failed critical item records its finding by itself; the team decides on the others.
    const found = body.file.findings.map((finding) => finding.itemCode);
    expect(found).toEqual(expect.arrayContaining(['OSC-01', 'OSC-16']));
    expect([...body.proposed].sort()).toEqual(['OSC-02', 'OSC-09']);
  });

  it('decides on every proposed finding before fieldwork may end', async () => {
    expect(await refused(people.hai, inspectionPath, 'end', {})).toEqual([409, 'inspection.earlier-unchecked']);
    await checkEarlier(people.nam, inspectionPath);
    expect(await refused(people.hai, inspectionPath, 'end', {})).toEqual([409, 'inspection.proposals-undecided']);
    const findingId = uuidv7();
    const finding = {
      findingId,
      itemCode: 'OSC-02',
      condition: 'Bảng phí chưa cập nhật',
      evidence: [evidenceBody('OSC-02')],
    };
    expect((await people.nam.post(`${inspectionPath}/findings`, finding)).status).toBe(200);
    expect(
      (
        await people.nam.post(`${inspectionPath}/findings/${findingId}/correction-on-site`, {
          note: 'Đã dán bảng mới',
          after: [evidenceBody('OSC-02-sau')],
        })
      ).status,
    ).toBe(200);
    expect(
      (
        await people.nam.post(`${inspectionPath}/dismissals`, {
          itemCode: 'OSC-09',
          reason: 'Người vắng có giấy nghỉ phép',
        })
      ).status,
    ).toBe(200);
    await decided(people.hai, inspectionPath, 'suspend', { reason: 'Mất điện' });
    expect(
      await refused(people.nam, inspectionPath, 'answers', answerBody(oneStopSpotCheck.items[0] ?? fail())),
    ).toEqual([409, 'inspection.not-in-fieldwork']);
    await decided(people.hai, inspectionPath, 'resume', {});
    await decided(people.hai, inspectionPath, 'end', {});
  });

  it('ends in minutes, and a stale decision gets what it has not seen', async () => {
    const minutes = {
      number: '12/BB-ĐKT',
      signedOn: legalDayOf(new Date().toISOString()),
      leadTitle: 'Trưởng đoàn kiểm tra',
      unitRepresentative: { name: 'Trần Thị Mai', title: 'Công chức Văn phòng' },
      reservation: 'Đề nghị ghi rõ số thủ tục mới công bố.',
    };
    const length = await lengthOf(people.hai, inspectionPath);
    const stale = await people.hai.post<Problem & { readonly since: readonly { readonly type: string }[] }>(
      `${inspectionPath}/minutes`,
      minutes,
      { length: length - 1 },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'version-conflict']);
    expect(stale.body.since.map((event) => event.type)).toEqual(['FieldworkEnded']);
    await decided(people.hai, inspectionPath, 'minutes', minutes);
    expect((await people.mai.get<InspectionShown>(inspectionPath)).body.status).toBe('minutes-signed');
    expect(
      await refused(people.nam, inspectionPath, 'answers', answerBody(oneStopSpotCheck.items[0] ?? fail())),
    ).toEqual([409, 'inspection.not-in-fieldwork']);
  });

  it('leads to recommendations with bodies and a working-day deadline', async () => {
    const { file } = (await people.hai.get<InspectionShown>(inspectionPath)).body;
    const toRemedy = file.findings.filter((finding) => finding.correctedOnSite === null);
    expect(toRemedy).toHaveLength(recommendationIds.length);
    for (const [index, finding] of toRemedy.entries()) {
      const item = oneStopSpotCheck.items.find((candidate) => candidate.code === finding.itemCode) ?? fail();
      const issue = {
        id: recommendationIds[index],
        inspectionId,
        findingIds: [finding.findingId],
        kind: 'correct-document',
        text: item.remedy.vi,
        verificationPoints: item.verificationPoints.map((point) => point.vi),
        leadUnitId: homeAffairs,
        coordinatingUnitIds: [town],
      };
      expect((await people.hai.post('recommendations', issue)).status).toBe(201);
    }
    const today = legalDayOf(new Date().toISOString());
    const { body } = await people.mai.get<RecommendationShown>(`recommendations/${recommendationIds[0]}`);
    expect(body.order.bodies.lead.id).toBe(homeAffairs);
    // Major: 15 working days from the day it was issued.
    expect(body.order.deadline.dueOn).toBe(addWorkingDays(today, 15, vietnamCalendar));
    expect(body.order.deadline.originalDueOn).toBe(body.order.deadline.dueOn);
  });

  it('is answered, returned once with all reasons, proved again, verified by another, closed by a third', async () => {
    for (const id of recommendationIds) {
      const path = `recommendations/${id}`;
      const points = (await people.mai.get<RecommendationShown>(path)).body.order.verificationPoints;
      const plan = { steps: 'Rà soát và niêm yết lại', responsible: 'Trần Thị Mai', plannedOn: '2026-12-31' };
      expect((await people.mai.post(`${path}/plan`, plan)).status).toBe(200);
      expect((await people.mai.post(`${path}/progress`, { percent: 50, note: 'Đã in một nửa' })).status).toBe(200);
      expect((await people.mai.post(`${path}/obstacles`, { note: 'Máy in hỏng' })).status).toBe(200);
      expect((await people.suol.get(path)).status).toBe(404);
      expect(await refused(people.binh, path, 'verification', { metPoints: points })).toEqual([
        409,
        'recommendation.nothing-to-verify',
      ]);
      const proof = (name: string) => ({ note: 'Đã niêm yết đủ', evidence: [evidenceBody(`${id}-${name}`)] });
      expect((await people.mai.post(`${path}/proof`, proof('lần 1'))).status).toBe(200);

      expect(await refused(people.nam, path, 'verification', { metPoints: points })).toEqual([
        403,
        'recommendation.judged-by-finder',
      ]);
      expect(await refused(people.mai, path, 'verification', { metPoints: points })).toEqual([
        403,
        'access.role-may-not',
      ]);
      expect((await people.binh.post(`${path}/return`, { reasons: [] }, { length: 1 })).status).toBe(400);
      const reasons = [{ point: points[0], reason: 'Ảnh không đọc được' }, { reason: 'Chưa có văn bản phân công' }];
      await decided(people.binh, path, 'return', { reasons });
      const returned = await people.mai.get<
        RecommendationShown & { readonly returns: readonly { readonly reasons: readonly object[] }[] }
      >(path);
      expect(returned.body.status).toBe('returned');
      expect(returned.body.returns.at(-1)?.reasons).toHaveLength(2);
      expect(await refused(people.mai, path, 'proof', proof('lần 1'))).toEqual([
        422,
        'recommendation.same-proof-again',
      ]);
      expect((await people.mai.post(`${path}/proof`, proof('lần 2'))).status).toBe(200);

      expect(await refused(people.binh, path, 'verification', { metPoints: points.slice(1) })).toEqual([
        409,
        'recommendation.points-unmet',
      ]);
      await decided(people.binh, path, 'verification', { metPoints: points });
      expect(await refused(people.binh, path, 'close', {})).toEqual([403, 'access.role-may-not']);
      await decided(people.binh, path, 'effectiveness', { note: 'Xem lại tại chỗ, vẫn đủ.' });
      await decided(people.thai, path, 'close', {});
      expect((await people.mai.get<RecommendationShown>(path)).body.status).toBe('implemented');
    }
  });

  it('closes by itself once every recommendation is settled, and the unit’s page shows it all', async () => {
    let shown = await people.mai.get<InspectionShown>(inspectionPath);
    for (let look = 0; look < 100 && shown.body.status !== 'closed'; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      shown = await people.mai.get<InspectionShown>(inspectionPath);
    }
    expect(shown.body.status).toBe('closed');

    interface Entry {
      readonly position: number;
      readonly type: string;
      readonly sentenceVi: string;
      readonly sentenceEn: string;
      readonly occurredAt: string;
      readonly recordedAt: string;
      readonly actorName: string | null;
      readonly isSimulated: boolean;
    }
    const entries: Entry[] = [];
    for (const streamId of [inspectionId, ...recommendationIds]) {
      let cursor: string | null = null;
      do {
        const asked: string = `units/${ward}/timeline?limit=20&atLeast=${shown.body.position}&streamId=${streamId}${cursor ? `&cursor=${cursor}` : ''}`;
        const page: { body: ListOf<Entry> & { readonly page: { readonly next: string | null } } } =
          await people.thai.get(asked);
        entries.push(...page.body.data);
        cursor = page.body.page.next;
      } while (cursor);
    }
    const types = new Set(entries.map((entry) => entry.type));
    for (const type of [
      'InspectionOrdered',
      'UnannouncedInspectionStarted',
      'ChecklistItemAnswered',
      'ChecklistItemMarkedNotApplicable',
      'ChecklistAnswerCorrected',
      'FindingRecorded',
      'FindingCorrectedOnSite',
      'ProposedFindingDismissed',
      'FieldworkSuspended',
      'FieldworkResumed',
      'FieldworkEnded',
      'MinutesSignedWithReservation',
      'RecommendationIssued',
      'RemediationPlanSubmitted',
      'RemediationProgressReported',
      'RemediationObstacleReported',
      'RemediationReportedComplete',
      'RemediationVerificationFailed',
      'RemediationVerified',
      'EffectivenessConfirmed',
      'RecommendationClosed',
      'FollowUpStarted',
      'RecommendationSettled',
      'InspectionClosed',
    ])
      expect(types).toContain(type);
    for (const entry of entries) {
      expect(entry.sentenceVi.length).toBeGreaterThan(5);
      expect(entry.sentenceEn.length).toBeGreaterThan(5);
      expect(entry.sentenceVi).not.toMatch(/undefined|null|\{/);
      expect(entry.occurredAt).toMatch(/Z$/);
      expect(entry.recordedAt).toMatch(/Z$/);
      expect(entry.isSimulated).toBe(false);
    }
    const overview = await people.thai.get<{ readonly implemented: number; readonly verified: number }>(
      `units/${ward}`,
    );
    expect(overview.body.implemented).toBeGreaterThanOrEqual(2);
  });

  it('logged no failure', () => {
    const failures = service.logLines.filter((line) => /"level":(50|60)|"status":5\d\d/.test(line));
    expect(failures).toEqual([]);
  });
});

function fail(): never {
  throw new Error('the checklist has changed');
}
