import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** A command that refers to what is not there: refused by name, with the reference told, and nothing written. */
const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';

interface Problem {
  readonly code: string;
  readonly detail?: string;
}
interface Row {
  readonly id: string;
  readonly status: string;
}
interface Shown {
  readonly file: {
    readonly findings: readonly {
      readonly findingId: string;
      readonly correctedOnSite: object | null;
      readonly discarded: object | null;
    }[];
  };
}

describe('a reference to what is not there', () => {
  let service: Service;
  let officer: Client;
  let lead: Client;
  beforeAll(async () => {
    service = await startService();
    officer = await service.as('thu');
    lead = await service.as('hai');
  });
  afterAll(async () => {
    await service.stop();
    await (await withPostgres()).stop();
  });

  const order = (changed: object) => ({
    id: uuidv7(),
    number: `${uuidv7()}/QĐ`,
    signedOn: '2024-05-06',
    basis: 'Kế hoạch kiểm tra cải cách hành chính',
    unitId: ward,
    orderedByUnitId: homeAffairs,
    checklistKind: 'one-stop-spot-check',
    team: [{ personId: 'hai', role: 'lead' }],
    ...changed,
  });

  it.each([
    { what: 'the unit', changed: { unitId: uuidv7() }, code: 'inspection.unit-unknown' },
    { what: 'the ordering body', changed: { orderedByUnitId: uuidv7() }, code: 'inspection.unit-unknown' },
    {
      what: 'a member of the team',
      changed: { team: [{ personId: 'nobody', role: 'lead' }] },
      code: 'inspection.team-member-unknown',
    },
    {
      what: 'a role to lead',
      changed: { team: [{ personId: 'nam', role: 'lead' }] },
      code: 'inspection.member-may-not-inspect',
    },
    {
      what: 'a role to inspect',
      changed: {
        team: [
          { personId: 'hai', role: 'lead' },
          { personId: 'thai', role: 'member' },
        ],
      },
      code: 'inspection.member-may-not-inspect',
    },
    { what: 'a day that has been', changed: { signedOn: '2099-01-01' }, code: 'inspection.dated-ahead' },
    {
      what: 'the checklist',
      changed: { checklistKind: 'no-such-check' },
      code: 'inspection.checklist-unknown',
    },
    {
      what: 'a regime in force on that day',
      changed: { signedOn: '2020-12-31' },
      code: 'inspection.regime-not-in-force',
    },
  ])('refuses an order where $what is unknown', async ({ changed, code }) => {
    const asked = order(changed);
    const answer = await officer.post<Problem>('inspections', asked);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect((await officer.get(`inspections/${asked.id}`)).status).toBe(404);
  });

  it('refuses a recommendation where the inspection, the finding or a body is unknown', async () => {
    const { body: list } = await lead.get<{ readonly data: readonly Row[] }>('inspections?limit=200');
    const files = await Promise.all(
      list.data
        .filter(({ status }) => status === 'under-follow-up')
        .map(async ({ id }) => ({ id, shown: (await lead.get<Shown>(`inspections/${id}`)).body })),
    );
    const isLive = (finding: Shown['file']['findings'][number]) => !finding.correctedOnSite && !finding.discarded;
    const found = files
      .flatMap(({ id, shown }) => shown.file.findings.map((finding) => ({ inspectionId: id, finding })))
      .find(({ finding }) => isLive(finding));
    if (!found) throw new Error('the demo has no finding to remedy');
    const issue = {
      inspectionId: found.inspectionId,
      findingIds: [found.finding.findingId],
      kind: 'other',
      text: 'Niêm yết đầy đủ',
      verificationPoints: ['Ảnh bảng niêm yết'],
      leadUnitId: homeAffairs,
    };
    const refusedAs = async (changed: object) => {
      const answer = await lead.post<Problem>('recommendations', { ...issue, id: uuidv7(), ...changed });
      return [answer.status, answer.body.code];
    };
    expect(await refusedAs({ inspectionId: uuidv7() })).toEqual([422, 'recommendation.inspection-unknown']);
    expect(await refusedAs({ findingIds: [uuidv7()] })).toEqual([422, 'recommendation.finding-not-live']);
    expect(await refusedAs({ leadUnitId: uuidv7() })).toEqual([422, 'recommendation.body-unknown']);
    expect(await refusedAs({ implementingUnitIds: [uuidv7()] })).toEqual([422, 'recommendation.body-unknown']);
  });

  it('says in words what the title leaves open', async () => {
    const answer = await officer.post<Problem>('inspections', order({ signedOn: '2099-05-05' }), { language: 'en' });
    expect(answer.body.detail).toMatch(/^Dated 05\/05\/2099; today is /);
  });

  it('takes no time from a device that is more than thirty days ahead', async () => {
    const { body: list } = await lead.get<{ readonly data: readonly Row[] }>('inspections?limit=200');
    const started = list.data.find(({ status }) => status === 'in-fieldwork');
    const path = `inspections/${started?.id ?? ''}`;
    const { body: shown } = await lead.get<{ readonly length: number }>(path);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
    const suspendAt = (occurredAt: string) =>
      lead.post<Problem>(`${path}/suspend`, { reason: 'Mất điện', occurredAt }, { length: shown.length });
    expect((await suspendAt(days(31))).body.code).toBe('clock-skew');
    expect((await suspendAt(days(29))).status).toBe(200);
  });

  it('refuses to sign in somebody the demo does not have', async () => {
    const answer = await lead.post<Problem>('demo/token', { personId: 'nobody' });
    expect([answer.status, answer.body.code]).toEqual([422, 'demo.person-unknown']);
  });
});
