import {
  type DomainEvents,
  type Instant,
  inspection,
  type Message,
  programme,
  type Recorded,
  recommendation,
  type StreamCategory,
  unit,
} from '@soat/domain';
import fc from 'fast-check';
import { guideUnit, steps, unitCommand, unitId } from './generators.js';
import { inspectionBeginnings } from './inspection-beginnings.js';
import { guideInspection, inspectionCommand } from './inspection-generators.js';
import { guideProgramme, programmeCommand } from './programme-generators.js';
import { guideRecommendation, recommendationCommand } from './recommendation-generators.js';
import { eventsOf } from './walks.js';

/** The streams of every history, of one unit all of them. */
export const streamsTold = {
  unit: { category: 'unit', id: unitId },
  programme: { category: 'programme', id: '01890000-0000-7000-8000-0000000000b1' },
  inspections: [
    { category: 'inspection', id: '01890000-0000-7000-8000-0000000000c1' },
    { category: 'inspection', id: '01890000-0000-7000-8000-0000000000c2' },
  ],
  recommendations: [
    { category: 'recommendation', id: '01890000-0000-7000-8000-0000000000d1' },
    { category: 'recommendation', id: '01890000-0000-7000-8000-0000000000d2' },
  ],
} as const;

interface Told {
  readonly stream: { readonly category: StreamCategory; readonly id: string };
  readonly events: readonly Message<DomainEvents>[];
}

const inspecting = steps(inspectionCommand, inspectionBeginnings);
const recommending = steps(recommendationCommand, [[]]);

const told: fc.Arbitrary<readonly Told[]> = fc
  .tuple(
    steps(programmeCommand, [[]]),
    inspecting,
    inspecting,
    recommending,
    recommending,
    fc.array(unitCommand, { maxLength: 4 }),
  )
  .map(([plan, first, second, one, other, renamings]) => {
    const dice = { dice: [0] };
    const [firstCase, secondCase] = streamsTold.inspections;
    const [firstAsked, secondAsked] = streamsTold.recommendations;
    const inspections = { decider: inspection, guide: guideInspection };
    const recommendations = { decider: recommendation, guide: guideRecommendation };
    return [
      {
        stream: streamsTold.unit,
        events: eventsOf({ decider: unit, guide: guideUnit }, [dice, ...renamings.map((any) => ({ any }))]),
      },
      { stream: streamsTold.programme, events: eventsOf({ decider: programme, guide: guideProgramme }, plan) },
      { stream: firstCase, events: eventsOf(inspections, first).map(planned) },
      { stream: secondCase, events: eventsOf(inspections, second).map(planned) },
      { stream: firstAsked, events: eventsOf(recommendations, one) },
      { stream: secondAsked, events: eventsOf(recommendations, other) },
    ];
  });

/** How the next event comes: of which stream, how long after the last one, how long after it happened; in hours. */
const comings = fc.array(
  fc.record({
    stream: fc.nat(99),
    pause: fc.constantFrom(0, 0, 1, 30, 400),
    lateness: fc.constantFrom(0, 0, 0, 1, 50, 2_000, -20),
  }),
  { minLength: 12, maxLength: 12 },
);

/**
 * A log of several streams as it would have come in: events of each in their order, some of them long after they happened,
 * some by a clock that ran ahead; with corrections, amendments and withdrawals, as walks take them.
 */
export const history: fc.Arbitrary<readonly Recorded<DomainEvents>[]> = fc
  .tuple(told, comings)
  .map(([streams, coming]) => interleaved(streams, coming));

type Coming = typeof comings extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function interleaved(streams: readonly Told[], comings: readonly Coming[]): readonly Recorded<DomainEvents>[] {
  const left = streams.map(({ stream, events }) => ({ stream, events: [...events], length: 0 }));
  const log: Recorded<DomainEvents>[] = [];
  let hours = 0;
  for (let turn = 0; left.some(({ events }) => events.length > 0); turn++) {
    const { stream: number, pause, lateness } = comings[turn % comings.length] ?? { stream: 0, pause: 1, lateness: 0 };
    const open = left.filter(({ events }) => events.length > 0);
    // The unit is established before anything can happen at it.
    const next = turn === 0 ? open[0] : open[(number + turn) % open.length];
    const event = next?.events.shift();
    if (!next || !event) continue;
    next.length += 1;
    hours += pause;
    log.push(recordedAs(event, next.stream, { position: log.length + 1, version: next.length }, hours, lateness));
  }
  return log;
}

const beganMs = Date.parse('2023-05-04T01:00:00.000Z');

function recordedAs(
  event: Message<DomainEvents>,
  stream: Told['stream'],
  place: { readonly position: number; readonly version: number },
  hours: number,
  lateness: number,
): Recorded<DomainEvents> {
  const at = (told: number): Instant => new Date(beganMs + told * 3_600_000).toISOString();
  const id = (of: string) => `01890000-0000-7000-${of}-${String(place.position).padStart(12, '0')}`;
  return {
    ...event,
    ...place,
    id: id('9000'),
    stream,
    unitId,
    actor: 'lead',
    role: 'team-lead',
    onBehalfOf: null,
    commandId: id('a000'),
    causationId: null,
    correlationId: id('b000'),
    occurredAt: at(hours - lateness),
    recordedAt: at(hours),
    effectiveOn: null,
    isSimulated: false,
  };
}

/** By an item of the programme told beside it. */
function planned(event: Message<DomainEvents>): Message<DomainEvents> {
  if (event.type !== 'InspectionOrdered') return event;
  const link = { programmeId: streamsTold.programme.id, itemId: 'f-1' };
  return {
    ...event,
    data: { ...event.data, programmeItem: { plan: 'Kế hoạch', item: '6.1', text: 'Kiểm tra', link } },
  };
}
