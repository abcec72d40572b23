import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  type ChecklistCommands,
  checklist,
  checklistStatuses,
  type Decider,
  decide,
  earlierUnchecked,
  eventCatalogue,
  findEdition,
  fold,
  followUpPolicy,
  type Instant,
  inspection,
  type InspectionCommands,
  inspectionStatuses,
  isWorkingDay,
  type InspectionState,
  legalDayOf,
  type Message,
  pendingExtension,
  programme,
  type ProgrammeCommands,
  programmeStatuses,
  type RecommendationCommands,
  type RecommendationState,
  recommendation,
  recommendationStatuses,
  type StreamCategory,
  type UnitCommands,
  unit,
  vietnamCalendar,
} from '@soat/domain';
import { communeId, demoUnits } from './cast.js';
import { storyOf } from './story.js';
import type { AnyCommand, Step } from './world.js';

const now = '2026-11-21T09:30:00.000Z';
interface Lived {
  readonly category: StreamCategory;
  state: { readonly status: string };
}

/** What came of a story: every stream as it stands at the end, every event and every status there ever was. */
class Outcome {
  readonly streams = new Map<string, Lived>();
  readonly statuses = new Map<StreamCategory, Map<string, number>>();
  readonly events = new Map<string, number>();

  constructor(steps: readonly Step[]) {
    for (const { category, id, command } of steps) this.ask(category, id, command);
  }

  inspections(): readonly Exclude<InspectionState, { status: 'absent' }>[] {
    return this.of('inspection').map(({ state }) => state as Exclude<InspectionState, { status: 'absent' }>);
  }

  recommendations(): readonly Exclude<RecommendationState, { status: 'absent' }>[] {
    return this.of('recommendation').map(({ state }) => state as Exclude<RecommendationState, { status: 'absent' }>);
  }

  private of(category: StreamCategory): readonly Lived[] {
    return [...this.streams.values()].filter((lived) => lived.category === category);
  }

  private ask(category: StreamCategory, id: string, command: AnyCommand): void {
    switch (category) {
      case 'unit':
        this.decided(category, id, unit, command as Message<UnitCommands>);
        return;
      case 'programme':
        this.decided(category, id, programme, command as Message<ProgrammeCommands>);
        return;
      case 'checklist':
        this.decided(category, id, checklist, command as Message<ChecklistCommands>);
        return;
      case 'inspection':
        this.decided(category, id, inspection, command as Message<InspectionCommands>);
        return;
      case 'recommendation':
        for (const event of this.decided(category, id, recommendation, command as Message<RecommendationCommands>)) {
          const recorded = { ...event, stream: { category, id } } as Parameters<typeof followUpPolicy.react>[0];
          for (const reaction of followUpPolicy.react(recorded))
            this.ask(reaction.category, reaction.id, reaction.command);
        }
    }
  }

  private decided<S extends { readonly status: string }, C extends object, E extends object>(
    category: StreamCategory,
    id: string,
    decider: Decider<S, C, E>,
    command: Message<C>,
  ): readonly Message<E>[] {
    const lived = this.streams.get(id) ?? { category, state: decider.initial };
    const events = decide(decider, lived.state as S, command);
    for (const event of events) {
      const state = fold(decider, [event], lived.state as S);
      lived.state = state;
      const counted = this.statuses.get(category) ?? new Map<string, number>();
      this.statuses.set(category, counted.set(state.status, (counted.get(state.status) ?? 0) + 1));
      this.events.set(event.type, (this.events.get(event.type) ?? 0) + 1);
    }
    this.streams.set(id, lived);
    return events;
  }
}

describe('the demo story', () => {
  let steps: readonly Step[] = [];
  let outcome: Outcome;

  beforeAll(() => {
    steps = storyOf(2023, now);
    outcome = new Outcome(steps);
  });

  it('is the same for the same seed and instant, and another for another seed', () => {
    expect(storyOf(2023, now, true)).toEqual(storyOf(2023, now, true));
    expect(storyOf(2024, now, true)).not.toEqual(storyOf(2023, now, true));
  });

  it('runs in time and never past now', () => {
    const times = steps.map((step) => step.at);
    expect([...times].sort()).toEqual(times);
    expect(times.at(-1)).toBeDefined();
    expect(times.every((at) => at <= now)).toBe(true);
  });

  it('tells of 150 checks or more, of every kind on either path, at every commune in every year', () => {
    const files = outcome.inspections().map(({ file }) => file);
    expect(files.length).toBeGreaterThanOrEqual(150);
    const paths = new Map<string, number>();
    for (const { order } of files)
      for (const key of [order.checklist.kind, order.procedure.path, order.type, order.regime])
        paths.set(key, (paths.get(key) ?? 0) + 1);
    for (const key of ['one-stop-spot-check', 'budget-disclosure-check', 'contributions-audit'])
      expect([key, (paths.get(key) ?? 0) >= 30]).toEqual([key, true]);
    for (const key of ['short', 'long']) expect([key, (paths.get(key) ?? 0) >= 50]).toEqual([key, true]);
    for (const key of ['planned', 'unannounced', 'thematic', 'follow-up', 'self-check', 'state-inspection'])
      expect([key, (paths.get(key) ?? 0) > 0]).toEqual([key, true]);
    const visited = new Set(files.map(({ order }) => `${order.unit.id} ${order.signedOn.slice(0, 4)}`));
    const communes = demoUnits.filter(({ kind }) => kind === 'ward' || kind === 'commune');
    const years = [2023, 2024, 2025, 2026];
    for (const { id, name } of communes)
      for (const year of years) expect([name, year, visited.has(`${id} ${year}`)]).toEqual([name, year, true]);
  });

  it('tells of every status of every machine, from the machines’ own lists', () => {
    const reached = (category: StreamCategory) => [...(outcome.statuses.get(category)?.keys() ?? [])].sort();
    expect(reached('inspection')).toEqual([...inspectionStatuses].sort());
    expect(reached('recommendation')).toEqual([...recommendationStatuses].sort());
    expect(reached('programme')).toEqual([...programmeStatuses].sort());
    expect(reached('checklist')).toEqual([...checklistStatuses].sort());
    expect(reached('unit')).toEqual(['established']);
    // And every one that a recommendation can have can be looked at today.
    const standing = new Set(outcome.recommendations().map(({ status }) => status));
    expect(recommendationStatuses.filter((status) => !standing.has(status))).toEqual([]);
  });

  it('tells of every event of the catalogue', () => {
    const types = Object.values(eventCatalogue).flatMap((shapes) => shapes.types);
    const exceptions = [
      // Only another edition of the calendar brings this one about, and there is one edition.
      ...(vietnamCalendar.edition === 1 ? ['DeadlineRecomputed'] : []),
      // A check of integrity that was made up would be a lie: `npm run fsck` adds a true one.
      'IntegrityChecked',
    ];
    expect(types.filter((type) => !outcome.events.has(type))).toEqual(exceptions);
  });

  it('tells of every turn a case can take that is no event of its own', () => {
    const files = outcome.inspections().map(({ file }) => file);
    const told = (values: readonly (string | null | undefined)[]) => [...new Set(values)].filter(Boolean).sort();
    expect(told(files.map(({ minutes }) => minutes?.kind))).toEqual(['refused', 'signed', 'signed-with-reservation']);
    expect(told(files.flatMap(({ hearings }) => hearings.map((hearing) => hearing.outcome)))).toEqual([
      'lapsed',
      'open',
      'responded',
      'waived',
    ]);
    expect(told(files.flatMap(({ findings }) => findings.map(({ dispute }) => dispute?.decision?.outcome)))).toEqual([
      'amended',
      'rejected',
      'withdrawn',
    ]);
    // Inherited: units that merge are not told of.
    expect(told(files.flatMap(({ findings }) => findings.map(({ recurrence }) => recurrence?.kind)))).toEqual([
      'persisting',
      'repeat',
    ]);
    expect(told(files.flatMap((file) => file.complaints.map(({ resolution }) => resolution?.outcome)))).toEqual([
      'dismissed',
      'partly-upheld',
      'upheld',
    ]);
    expect(told(files.flatMap((file) => file.reinspections.map((again) => again.outcome?.outcome)))).toEqual([
      'partly-replaced',
      'replaced',
      'upheld',
    ]);
    expect(told(files.flatMap((file) => file.earlier.map(({ check }) => check?.outcome)))).toEqual([
      'carried-out',
      'not-carried-out',
      'not-due',
      'partly',
    ]);
    const asked = outcome.recommendations();
    expect(told(asked.flatMap(({ extensions }) => extensions.map((extension) => extension.outcome)))).toEqual([
      'asked',
      'granted',
      'lapsed',
      'refused',
    ]);
    expect(told(asked.flatMap(({ suspensions }) => suspensions.map(({ cause }) => cause)))).toEqual([
      're-inspection',
      'superior-opinion',
    ]);
    expect(told(asked.map(({ sanction }) => sanction?.decision && String(sanction.decision.isImposed)))).toEqual([
      'false',
      'true',
    ]);
    expect(told(asked.map(({ order }) => order.kind))).toHaveLength(5);
    expect(told(asked.map(({ order }) => order.source.external?.issuer))).toHaveLength(4);
    const verified = asked.flatMap(({ verification }) => (verification ? [verification.isOnTime] : []));
    expect(new Set(verified)).toEqual(new Set([true, false]));
    expect(asked.some(({ recoveries }) => recoveries.length > 1)).toBe(true);
    expect(
      new Set(steps.flatMap(({ command }) => (command.type === 'AnswerItem' ? [command.data.value.kind] : []))),
    ).toEqual(new Set(['yesNo', 'number', 'ratio', 'money', 'reconciliation', 'date']));
  });

  it('adopts the plan of every year, and carries out each of its nine activities in each of them', () => {
    const adopted = steps.flatMap(({ id, command }) =>
      command.type === 'AdoptProgramme' ? [{ id, ...command.data }] : [],
    );
    expect(adopted.map(({ items }) => items.length)).toEqual([9, 9, 9, 9]);
    const done = new Set(
      outcome.inspections().flatMap(({ file: { order } }) => {
        const link = order.programmeItem?.link;
        return link ? [`${link.programmeId} ${link.itemId}`] : [];
      }),
    );
    const missing = adopted.flatMap(({ id, number, items }) =>
      items.flatMap(({ itemId, code }) => (done.has(`${id} ${itemId}`) ? [] : [`${number}: ${code}`])),
    );
    // Withdrawn in March 2025, before anything was done under it.
    expect(missing).toEqual([expect.stringMatching(/\(2025\): 6\.9$/)]);
    for (const { file } of outcome.inspections())
      expect(findEdition(file.order.checklist.kind, file.order.checklist.edition)).toBeDefined();
  });

  it('shows one commune that learns and one that does not', () => {
    const failures = (code: number, year: number) => {
      const files = outcome
        .inspections()
        .map(({ file }) => file)
        .filter(({ order }) => order.unit.id === communeId(code) && order.signedOn.startsWith(String(year)));
      return files.reduce((sum, { findings }) => sum + findings.length, 0) / files.length;
    };
    expect(failures(31801, 2026)).toBeLessThan(failures(31801, 2023) / 2);
    expect(failures(31795, 2026)).toBeGreaterThanOrEqual(failures(31795, 2023));
  });

  it('has a team go back to whatever the unit was told before it leaves', () => {
    const left = outcome.inspections().filter(({ status, file }) => file.isStarted && status !== 'in-fieldwork');
    expect(left.filter(({ status, file }) => status !== 'suspended' && earlierUnchecked(file).length > 0)).toEqual([]);
  });

  // Tết, the day after New Year's Day, a Sunday, and a year whose calendar nobody has published.
  const days: readonly (readonly [Instant, boolean])[] = [
    ['2026-02-17T03:00:00.000Z', false],
    ['2027-01-02T03:00:00.000Z', true],
    ['2026-11-22T03:00:00.000Z', true],
    ['2028-12-31T03:00:00.000Z', false],
  ];

  it.each(days)('has work for each of them today, whichever day that is: %s', (at, isShort) => {
    const on = legalDayOf(at);
    const told = new Outcome(storyOf(20230401, at, isShort));
    const inspections = told.inspections();
    expect(inspections.length).toBeGreaterThanOrEqual(isShort ? 29 : 150);
    // The inspector is on site, and has to assess an answer.
    const own = inspections.filter(({ file }) => file.team.some(({ personId }) => personId === 'hai'));
    expect(new Set(own.map(({ status }) => status))).toEqual(
      new Set([
        ...new Set(own.map(({ status }) => status)),
        'in-fieldwork',
        'ordered',
        'suspended',
        'response-received',
      ]),
    );
    // The unit of phường 1 must answer a draft, and something of its own is due within a week.
    const ward = communeId(31783);
    expect(inspections.some(({ status, file }) => status === 'awaiting-response' && file.order.unit.id === ward)).toBe(
      true,
    );
    const owed = told.recommendations().filter(({ order }) => order.unit.id === ward);
    expect(
      owed.some(
        ({ status, deadline }) =>
          (status === 'planned' || status === 'returned') && deadline.dueOn >= on && deadline.dueOn <= addDays(on, 14),
      ),
    ).toBe(true);
    // Leadership decides on an extension, signs a conclusion, and sees what was brought up to it.
    const all = told.recommendations();
    expect(all.some((each) => pendingExtension(each) !== null)).toBe(true);
    expect(inspections.some(({ status }) => status === 'conclusion-appraised')).toBe(true);
    const escalated = all.filter(
      ({ status, ladder }) =>
        status === 'issued' && ladder.some((entry) => entry.kind === 'escalation' && entry.step === 'T+15'),
    );
    expect(escalated.length).toBeGreaterThan(0);
  });

  it('holds together on many days, short as it may be, and begins no check on a day off', () => {
    for (const day of ['2026-02-16', '2026-02-18', '2026-08-22', '2026-11-20', '2027-01-01', '2028-01-28'])
      for (const step of storyOf(7, `${day}T01:30:00.000Z`, true))
        if (step.command.type === 'StartInspection')
          expect([step.at, isWorkingDay(legalDayOf(step.at), vietnamCalendar)]).toEqual([step.at, true]);
  });
});
