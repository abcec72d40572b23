import { describe, expect, it } from '@jest/globals';
import { fileShown, inspectionInSight } from '@soat/api/inspections/inspection-file.query.js';
import type { Past } from '@soat/api/platform/http/as-of.js';
import type { Projection } from '@soat/api/platform/projections/projection.js';
import { inspectionRowOf, knownThen, programmeRowOf, programmeShown } from '@soat/api/programmes/programme-file.js';
import { projections } from '@soat/api/schema.js';
import { recommendationInSight, recommendationShown } from '@soat/api/recommendations/recommendation-file.query.js';
import {
  type DomainEvents,
  fold,
  type InspectionEvents,
  inspection,
  inspectionChanges,
  isInspectionKnownTo,
  legalDayOf,
  type ProgrammeEvents,
  type ProgrammeInspectionRow,
  programmeChanges,
  type Recorded,
  type RecommendationEvents,
  recommendation,
  recommendationChanges,
} from '@soat/domain';
import fc from 'fast-check';
import { people } from '../support/generators.js';
import { history, streamsTold } from '../support/histories.js';

type Log = readonly Recorded<DomainEvents>[];
/** Of everybody with a sight of their own: above the case, on the team, of the unit. */
const readers = [people.leader, people.lead, people.officer] as const;
type Reader = (typeof readers)[number];

const cut = fc.double({ min: 0, max: 1, noNaN: true });
/** Histories, each of six streams; `SOAT_RUNS=10000` takes 500 of them. */
const numRuns = Math.ceil(Number(process.env.SOAT_RUNS ?? 500) / 20);

describe('the past, over random histories with late facts, corrections, amendments and withdrawals', () => {
  it('is told today as it was told then, byte for byte', () => {
    let told = 0;
    fc.assert(
      fc.property(history, cut, (log, share) => {
        const past = recordedBy(log, Math.floor(share * log.length));
        const then = log.slice(0, past.position);
        for (const reader of readers)
          for (const answer of answers) {
            const asked = answer(then, reader, null, past.on);
            const askedToday = answer(log, reader, past, past.on);
            // A case that is closed to the reader today is closed for its past, too; a member who joined reads of before.
            const isClosed = answer(log, reader, null, past.on) === null;
            const hasJoined = reader === people.lead && asked === null;
            if (isClosed) same(askedToday, null);
            else if (!hasJoined) same(askedToday, asked);
            told += Number(!isClosed && asked !== null);
          }
      }),
      { numRuns },
    );
    // Some days nobody may know of much; on none of them nothing.
    expect(told).toBeGreaterThan(0);
  });

  it('keeps of every row what it was: no later fold writes into an earlier version', () => {
    fc.assert(
      fc.property(history, cut, (log, share) => {
        const position = Math.floor(share * log.length);
        for (const projection of versioned) {
          const versions = versionsIn(projection, log);
          const then = rowsAfter(projection, log.slice(0, position));
          for (const [key, made] of versions) {
            for (const { row, text } of made) same(JSON.stringify(row), text);
            const stood = made.findLast((version) => version.position <= position)?.row ?? null;
            same(JSON.stringify(stood), JSON.stringify(then.get(key) ?? null));
          }
        }
      }),
      { numRuns },
    );
  });

  it('has a file by what had happened, whatever of it was recorded by then', () => {
    let apart = 0;
    fc.assert(
      fc.property(history, cut, cut, (log, one, other) => {
        const [earlier, later] = [one, other]
          .map((share) => recordedBy(log, Math.ceil(share * log.length)))
          .sort((left, right) => left.position - right.position);
        if (!earlier || !later) return;
        for (const reader of readers) {
          for (const answer of answers) {
            const occurred = answer(log, reader, { ...earlier, basis: 'occurred' }, earlier.on);
            const recorded = answer(log, reader, earlier, earlier.on);
            apart += Number(occurred !== recorded);
          }
          // The way from any of them to any other has its words.
          for (const change of changesOf(
            log,
            reader,
            { ...earlier, basis: 'occurred' },
            { ...later, basis: 'occurred' },
          )) {
            expect([change.vi, change.en].join()).not.toMatch(/undefined|null|NaN|\[object/);
            expect(JSON.stringify(change.before)).not.toBe(JSON.stringify(change.after));
          }
        }
      }),
      { numRuns },
    );
    // Facts came late, or this would prove nothing.
    expect(apart).toBeGreaterThan(numRuns);
  });
});

const versioned = projections.filter(({ versions }) => versions !== null);

interface Version {
  readonly position: number;
  readonly row: object | null;
  /** The row as it was made. */
  readonly text: string;
}

/** By key, what each event made of the row; null where it took it away. */
function versionsIn(projection: Projection, log: Log): ReadonlyMap<string, readonly Version[]> {
  const versions = new Map<string, Version[]>();
  for (const event of log) {
    if (!projection.handles.has(event.type)) continue;
    const key = projection.keyOf(event);
    const made = versions.get(key) ?? [];
    const row = projection.fold(made.at(-1)?.row ?? null, event);
    made.push({ position: event.position, row, text: JSON.stringify(row) });
    versions.set(key, made);
  }
  return versions;
}

/** In other objects, so that nothing is shared with the versions: what the fold of a prefix makes. */
function rowsAfter(projection: Projection, log: Log): ReadonlyMap<string, object> {
  const rows = new Map<string, object>();
  for (const event of log) {
    if (!projection.handles.has(event.type)) continue;
    const key = projection.keyOf(event);
    const row = projection.fold(rows.get(key) ?? null, event);
    if (row) rows.set(key, row);
    else rows.delete(key);
  }
  return rows;
}

/** What one asks for, as it is answered; null where there is nothing for the reader. */
type AnswerOf = (log: Log, reader: Reader, past: Past | null, today: string) => string | null;

const answers: readonly AnswerOf[] = [
  ...streamsTold.inspections.map(
    ({ id }): AnswerOf =>
      (log, reader, past) => {
        const sighted = inspectionInSight(loadedInspection(log, id), reader, past);
        return sighted && JSON.stringify(fileShown(sighted));
      },
  ),
  ...streamsTold.recommendations.map(
    ({ id }): AnswerOf =>
      (log, reader, past, today) => {
        const sighted = recommendationInSight(loadedRecommendation(log, id), reader, past);
        return sighted && JSON.stringify(recommendationShown(sighted, today));
      },
  ),
  (log, reader, past, today) => {
    const sighted = programmeInSight(log, reader, past);
    return sighted && JSON.stringify(programmeShown(sighted, reader, today));
  },
];

function changesOf(log: Log, reader: Reader, from: Past, to: Past) {
  const before = programmeInSight(log, reader, from);
  const after = programmeInSight(log, reader, to);
  return [
    ...streamsTold.inspections.flatMap(({ id }) => {
      const [was, is] = [from, to].map((past) => inspectionInSight(loadedInspection(log, id), reader, past));
      return is ? inspectionChanges(was ?? null, is) : [];
    }),
    ...streamsTold.recommendations.flatMap(({ id }) => {
      const [was, is] = [from, to].map((past) => recommendationInSight(loadedRecommendation(log, id), reader, past));
      return is ? recommendationChanges(was?.state ?? null, is.state) : [];
    }),
    ...(after
      ? programmeChanges(before && programmeShown(before, reader, from.on), programmeShown(after, reader, to.on))
      : []),
  ];
}

function loadedInspection(log: Log, id: string) {
  const events = log.filter((event) => event.stream.id === id) as readonly Recorded<InspectionEvents>[];
  return { state: fold(inspection, events), length: events.length, events };
}

function loadedRecommendation(log: Log, id: string) {
  const events = log.filter((event) => event.stream.id === id) as readonly Recorded<RecommendationEvents>[];
  return { state: fold(recommendation, events), length: events.length, events };
}

/** As the service puts it together, by streams instead of views. */
function programmeInSight(log: Log, reader: Reader, past: Past | null) {
  const now = recordedBy(log, log.length);
  const plan = log.filter(
    ({ stream }) => stream.id === streamsTold.programme.id,
  ) as readonly Recorded<ProgrammeEvents>[];
  const row = programmeRowOf(plan, past ?? now);
  const rowsOf = (moment: Past) =>
    streamsTold.inspections.map(({ id }) => inspectionRowOf(loadedInspection(log, id).events, moment)).filter(isThere);
  const known = rowsOf(now).filter((each) => isInspectionKnownTo(reader, each));
  return row && { row, done: past ? knownThen(reader, known, rowsOf(past)) : known };
}

function isThere(row: ProgrammeInspectionRow | null): row is ProgrammeInspectionRow {
  return row !== null;
}

function recordedBy(log: Log, position: number): Past {
  const at = log[position - 1]?.recordedAt ?? '2023-05-01T00:00:00.000Z';
  return { position, on: legalDayOf(at), at, basis: 'recorded' };
}

/** `expect` only where a plain look says no. */
function same(actual: string | null, expected: string | null): void {
  if (actual !== expected) expect(actual).toBe(expected);
}
