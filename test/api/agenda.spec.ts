import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legalDayOf, type TaskKind, tasksOf } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';

/** What waits for whom, what runs, what was found and what the clock did, over HTTP on the demo. */
const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';

interface Task {
  readonly id: string;
  readonly category: string;
  readonly unitId: string;
  readonly kind: TaskKind;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly regime: string;
}
interface Finding {
  readonly findingId: string;
  readonly unitId: string;
  readonly inspectionId: string;
  readonly severity: string;
  readonly itemCode: string | null;
  readonly status: string;
  readonly recurrence: string;
  readonly foundOn: string;
  readonly condition: string;
}
interface Line {
  readonly position: number;
  readonly kind: string;
  readonly step: string | null;
  readonly recommendationId: string;
  readonly unitId: string;
  readonly number: string;
  readonly takenOn: string;
}
interface Row {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly external: object | null;
  readonly amountToRecover: number | null;
  readonly leadBodyId: string;
  readonly text: string;
}
interface ListOf<T> {
  readonly data: readonly T[];
  readonly page: { readonly next: string | null };
}

let service: Service;
let people: Readonly<Record<'thu' | 'hai' | 'mai' | 'binh' | 'thai' | 'admin', Client>>;

beforeAll(async () => {
  service = await startService();
  const [thu, hai, mai, binh, thai, admin] = await Promise.all(
    ['thu', 'hai', 'mai', 'binh', 'thai', 'admin'].map((person) => service.as(person)),
  );
  if (!thu || !hai || !mai || !binh || !thai || !admin) throw new Error('somebody is missing');
  people = { thu, hai, mai, binh, thai, admin };
  // The demo was told a moment ago, and nobody waits for its views.
  const { head } = (await thai.get<{ readonly head: number }>('system')).body;
  for (const path of ['agenda', 'findings', 'ladder-log', 'recommendations', 'units'])
    expect([path, (await thai.get(`${path}?atLeast=${head}`)).status]).toEqual([path, 200]);
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

async function all<T>(by: Client, path: string): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const paged: string = `${path}${path.includes('?') ? '&' : '?'}limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { status, body } = await by.get<ListOf<T>>(paged);
    expect([paged, status]).toEqual([paged, 200]);
    rows.push(...body.data);
    cursor = body.page.next;
  }
  return rows;
}
const days = (rows: readonly Task[]) => rows.map(({ dueOn }) => dueOn ?? '9999');

describe('the agenda', () => {
  it('has what each has to do, the earliest due first, page by page', async () => {
    for (const [by, role] of [
      [people.hai, 'team-lead'],
      [people.mai, 'unit-officer'],
      [people.binh, 'appraiser'],
      [people.thai, 'leadership'],
    ] as const) {
      const mine = await all<Task>(by, 'agenda');
      expect([role, mine.length > 0]).toEqual([role, true]);
      expect(days(mine)).toEqual([...days(mine)].sort());
      expect(new Set(mine.map(({ id, kind }) => `${id} ${kind}`)).size).toBe(mine.length);
      const { byRole, asLead, onTeam, ofUnit } = tasksOf({ role });
      const may = [...byRole, ...asLead, ...onTeam, ...ofUnit];
      expect(mine.filter(({ kind }) => !may.includes(kind))).toEqual([]);
    }
    const unit = await all<Task>(people.mai, 'agenda');
    expect(unit.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['respond', 'remedy']));
    expect(new Set((await all<Task>(people.hai, 'agenda')).map(({ kind }) => kind))).toContain('start');
  });

  it('follows a command at once', async () => {
    const waiting = await all<Task>(people.hai, 'agenda?kind=start');
    const [first] = waiting;
    if (!first) throw new Error('nothing is to be started');
    const { body: shown } = await people.hai.get<{ readonly length: number }>(`inspections/${first.id}`);
    const started = await people.hai.post<{ readonly position: number }>(
      `inspections/${first.id}/start`,
      {},
      { length: shown.length },
    );
    const after = await people.hai.get<ListOf<Task>>(`agenda?limit=200&atLeast=${started.body.position}`);
    const kinds = after.body.data.filter(({ id }) => id === first.id).map(({ kind }) => kind);
    expect(kinds).toEqual(['fieldwork']);
  });

  it('is nobody’s who sees no cases, and takes no odd question', async () => {
    for (const path of ['agenda', 'deadlines', 'findings', 'ladder-log'])
      expect([path, (await people.admin.get(path)).status]).toEqual([path, 403]);
    for (const path of [
      'agenda?kind=sleep',
      'deadlines?dueFrom=soon',
      'deadlines?overdue=perhaps',
      'deadlines?cursor=x',
      'findings?severity=odd',
      'ladder-log?step=T9',
      'recommendations?money=much',
      'recommendations?leadUnitId=1',
    ])
      expect([path, (await people.thai.get(path)).status]).toEqual([path, 400]);
  });
});

describe('the deadlines', () => {
  it('run, and are narrowed by unit, kind, regime, day and lateness', async () => {
    const running = await all<Task>(people.thai, 'deadlines');
    const today = legalDayOf(new Date().toISOString());
    expect(running.every(({ dueOn }) => dueOn !== null)).toBe(true);
    expect(running.every(({ dueOn, isOverdue }) => isOverdue === (dueOn ?? '') < today)).toBe(true);
    const asked = async (query: string, holds: (task: Task) => boolean) => {
      const found = await all<Task>(people.thai, `deadlines?${query}`);
      expect([query, found.map(({ id, kind }) => `${id} ${kind}`)]).toEqual([
        query,
        running.filter(holds).map(({ id, kind }) => `${id} ${kind}`),
      ]);
    };
    const middle = running[Math.floor(running.length / 2)]?.dueOn ?? '';
    await asked(`unitId=${ward}`, ({ unitId }) => unitId === ward);
    await asked('kind=remedy', ({ kind }) => kind === 'remedy');
    await asked('overdue=true', ({ isOverdue }) => isOverdue);
    await asked('overdue=false', ({ isOverdue }) => !isOverdue);
    await asked('regime=internal-check', ({ regime }) => regime === 'internal-check');
    await asked(`dueTo=${middle}`, ({ dueOn }) => (dueOn ?? '') <= middle);
    await asked(`dueFrom=${middle}`, ({ dueOn }) => (dueOn ?? '') >= middle);
    expect(running.filter(({ kind }) => kind === 'verify').length).toBeGreaterThan(0);
  });

  it('show a unit its own turn only', async () => {
    const own = await all<Task>(people.mai, 'deadlines');
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ kind }) => !['respond', 'plan', 'remedy'].includes(kind))).toEqual([]);
  });
});

describe('the board of findings', () => {
  it('has every finding in sight once, the newest first, and is narrowed by each column', async () => {
    const found = await all<Finding>(people.thai, 'findings');
    expect(found.length).toBeGreaterThan(20);
    expect(new Set(found.map(({ findingId }) => findingId)).size).toBe(found.length);
    const on = found.map(({ foundOn }) => foundOn);
    expect(on).toEqual([...on].sort().reverse());
    const asked = async (query: string, holds: (finding: Finding) => boolean) => {
      const some = await all<Finding>(people.thai, `findings?${query}`);
      expect([query, some.map(({ findingId }) => findingId)]).toEqual([
        query,
        found.filter(holds).map(({ findingId }) => findingId),
      ]);
      expect(some.length).toBeGreaterThan(0);
    };
    await asked(`unitId=${ward}`, ({ unitId }) => unitId === ward);
    await asked('severity=critical', ({ severity }) => severity === 'critical');
    await asked('itemCode=OSC-14', ({ itemCode }) => itemCode === 'OSC-14');
    await asked('recurrence=persisting', ({ recurrence }) => recurrence === 'persisting');
    await asked('status=remedied', ({ status }) => status === 'remedied');
    await asked('kind=budget-disclosure-check', ({ itemCode }) => itemCode?.startsWith('CBD') ?? false);
    await asked(`foundTo=2024-12-31`, ({ foundOn }) => foundOn <= '2024-12-31');
    const word = found[0]?.condition.split(' ')[0] ?? '';
    const said = await all<Finding>(people.thai, `findings?q=${encodeURIComponent(word)}`);
    expect(said.map(({ findingId }) => findingId)).toContain(found[0]?.findingId);
  });

  it('shows a unit what it was told', async () => {
    const own = await all<Finding>(people.mai, 'findings');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ unitId }) => unitId))).toEqual(new Set([ward]));
  });
});

describe('the log of the ladder', () => {
  it('has what the clock did, the newest first', async () => {
    const lines = await all<Line>(people.thai, 'ladder-log');
    const positions = lines.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((one, other) => other - one));
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['overdue', 'reminder', 'escalation']));
    const asked = async (query: string, holds: (line: Line) => boolean) =>
      expect([query, (await all<Line>(people.thai, `ladder-log?${query}`)).map(({ position }) => position)]).toEqual([
        query,
        lines.filter(holds).map(({ position }) => position),
      ]);
    const of = lines[0]?.recommendationId ?? '';
    await asked(`recommendationId=${of}`, ({ recommendationId }) => recommendationId === of);
    await asked(`unitId=${ward}`, ({ unitId }) => unitId === ward);
    await asked('step=T%2B5', ({ step }) => step === 'T+5');
    await asked('kind=escalation', ({ kind }) => kind === 'escalation');
    await asked('takenTo=2025-06-30', ({ takenOn }) => takenOn <= '2025-06-30');
  });
});

describe('an order that overlaps', () => {
  interface Warned {
    readonly position: number;
    readonly warnings?: readonly { readonly code: string; readonly pointer: string; readonly detail: string }[];
  }
  const codes = (warnings: Warned['warnings'] = []) => warnings.map(({ code, pointer }) => `${code} ${pointer}`);
  const order = (number: string, unitId: string) => ({
    id: uuidv7(),
    number,
    signedOn: '2022-03-01',
    basis: 'Kế hoạch',
    unitId,
    orderedByUnitId: homeAffairs,
    checklistKind: 'one-stop-spot-check',
    team: [{ personId: 'hai', role: 'lead' }],
  });
  const other = '01880000-0000-7000-8000-000000031801';

  it('is given all the same, and says so', async () => {
    const first = await people.thu.post<Warned>('inspections', order('901/QĐ-UBND', ward));
    expect([first.status, codes(first.body.warnings)]).toEqual([201, []]);
    await people.thu.get(`inspections?atLeast=${first.body.position}`);
    const asked = order('901/QĐ-UBND', ward);
    const query = `inspections/order-warnings?unitId=${ward}&signedOn=2022-03-01&orderedByUnitId=${homeAffairs}`;
    const before = await people.thu.get<ListOf<{ readonly code: string; readonly detail: { readonly vi: string } }>>(
      `${query}&number=${encodeURIComponent('901/QĐ-UBND')}`,
    );
    expect(before.body.data.map(({ code }) => code)).toEqual(['decision-number-used', 'unit-inspected-meanwhile']);
    expect(before.body.data[0]?.detail.vi).toContain('đã dùng số 901/QĐ-UBND trong năm 2022');
    const second = await people.thu.post<Warned>('inspections', asked, { language: 'en' });
    expect([second.status, codes(second.body.warnings)]).toEqual([
      201,
      ['decision-number-used /number', 'unit-inspected-meanwhile /unitId'],
    ]);
    expect(second.body.warnings?.[1]?.detail).toContain('Overlap: inspection 901/QĐ-UBND');
    const elsewhere = await people.thu.post<Warned>('inspections', order('901/QĐ-UBND', other));
    expect(codes(elsewhere.body.warnings).every((code) => code === 'decision-number-used /number')).toBe(true);
  });

  it('tells nobody of an unannounced check they may not see', async () => {
    const query = `inspections/order-warnings?unitId=${ward}&signedOn=2022-03-01`;
    for (const by of [people.mai, await service.as('hoa')]) {
      const told = await by.get<ListOf<object>>(query);
      expect([told.status, told.body.data]).toEqual([200, []]);
    }
    expect((await people.thu.get<ListOf<object>>('inspections/order-warnings')).body.data).toEqual([]);
    expect((await people.thu.get('inspections/order-warnings?unitId=1')).status).toBe(400);
  });
});

describe('the board of recommendations', () => {
  it('is narrowed by each column', async () => {
    const every = await all<Row>(people.thai, 'recommendations');
    const asked = async (query: string, holds: (row: Row) => boolean) => {
      const some = await all<Row>(people.thai, `recommendations?${query}`);
      expect([query, some.map(({ id }) => id)]).toEqual([query, every.filter(holds).map(({ id }) => id)]);
    };
    await asked('status=implemented', ({ status }) => status === 'implemented');
    await asked('kind=collect-money', ({ kind }) => kind === 'collect-money');
    await asked(`leadUnitId=${homeAffairs}`, ({ leadBodyId }) => leadBodyId === homeAffairs);
    await asked('overdue=true', ({ isOverdue }) => isOverdue);
    await asked('external=true', ({ external }) => external !== null);
    await asked('money=false', ({ amountToRecover }) => amountToRecover === null);
    await asked('dueFrom=2025-01-01&dueTo=2025-12-31', ({ dueOn }) => dueOn >= '2025-01-01' && dueOn <= '2025-12-31');
    const [first] = every;
    const word = first?.text.split(' ')[0] ?? '';
    expect(
      (await all<Row>(people.thai, `recommendations?q=${encodeURIComponent(word)}`)).map(({ id }) => id),
    ).toContain(first?.id);
  });

  it('logged no failure', () => {
    expect(service.logLines.filter((line) => /"level":(50|60)|"status":5\d\d/.test(line))).toEqual([]);
  });
});
