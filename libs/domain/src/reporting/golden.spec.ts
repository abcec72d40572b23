import { describe, expect, it } from '@jest/globals';
import { checklistSamples } from '../checklists/authored.golden.js';
import type { Text } from '../checklists/checklist.js';
import * as domain from '../index.js';
import { inspectionSamples } from '../inspection/inspection.golden.js';
import { integrityCheckSamples } from '../integrity/integrity-check.golden.js';
import type { Message } from '../kernel/decider.js';
import type { Recorded, StreamCategory } from '../kernel/recorded.js';
import { currentVersion, upcast } from '../kernel/upcast.js';
import { foldRow, type View } from '../kernel/view.js';
import { programmeSamples } from '../programme/programme.golden.js';
import { recommendationSamples } from '../recommendation/recommendation.golden.js';
import { checklistId, inspectionId, programmeId, recommendationId, recorded, wardId } from '../testing/fixtures.js';
import { postedPassed } from '../testing/inspection-histories.js';
import { verified } from '../testing/recommendation-histories.js';
import { unitSamples } from '../unit/unit.golden.js';
import { type DomainEvents, eventCatalogue } from './catalogue.js';
import { sentenceOf } from './sentences.js';

type AnyView = View<unknown, DomainEvents>;
type Evolve = (state: unknown, data: unknown) => unknown;

interface Sample {
  readonly category: StreamCategory;
  readonly type: string;
  /** The stored version, from 1. */
  readonly version: number;
  readonly data: unknown;
}

const stored: Readonly<Record<StreamCategory, Readonly<Record<string, readonly unknown[]>>>> = {
  unit: unitSamples,
  programme: programmeSamples,
  checklist: checklistSamples,
  inspection: inspectionSamples,
  recommendation: recommendationSamples,
  'integrity-check': integrityCheckSamples,
};
const integrityCheckId = '01980000-0000-7000-8000-00000000000f';
const categories = Object.keys(stored) as StreamCategory[];
const ids = {
  unit: wardId,
  programme: programmeId,
  checklist: checklistId,
  inspection: inspectionId,
  recommendation: recommendationId,
  'integrity-check': integrityCheckId,
};
const deciders = {
  unit: domain.unit,
  programme: domain.programme,
  checklist: domain.checklist,
  inspection: domain.inspection,
  recommendation: domain.recommendation,
  'integrity-check': domain.integrityCheck,
};

const samples: readonly Sample[] = categories.flatMap((category) =>
  Object.entries(stored[category]).flatMap(([type, versions]) =>
    versions.map((data, index) => ({ category, type, version: index + 1, data })),
  ),
);
const each = samples.map((sample) => [`${sample.type} version ${sample.version}`, sample] as const);

/** Every view the library has, found rather than listed, so that none is left out. */
const views = Object.values<unknown>(domain).filter(isView);

function isView(exported: unknown): exported is AnyView {
  return exported !== null && typeof exported === 'object' && 'handle' in exported && 'key' in exported;
}

function todaysShape({ category, type, version, data }: Sample): Message<DomainEvents> {
  const today = upcast(eventCatalogue[category].upcasts, type, version, frozen(JSON.parse(JSON.stringify(data))));
  return { type, data: today } as Message<DomainEvents>;
}

function inTheLog(...chosen: readonly Sample[]): readonly Recorded<DomainEvents>[] {
  return recorded(
    ...chosen.map((sample) => [{ category: sample.category, id: ids[sample.category] }, todaysShape(sample)] as const),
  );
}

/** So that whoever changes what was stored is caught. */
function frozen<T>(data: T): T {
  if (data !== null && typeof data === 'object') for (const inner of Object.values(Object.freeze(data))) frozen(inner);
  return data;
}

/** What a reader must never meet in a sentence. */
function faultsIn({ vi, en }: Text): readonly string[] {
  return [vi, en].flatMap((sentence) => [
    ...(sentence.trim() === '' ? ['empty'] : []),
    ...(/undefined|null|NaN|\[object/.test(sentence) ? [`a value that is none: ${sentence}`] : []),
    ...(/[{}]/.test(sentence) ? [`a placeholder left: ${sentence}`] : []),
    ...(sentence !== sentence.normalize('NFC') ? [`not NFC: ${sentence}`] : []),
  ]);
}

describe('the golden samples', () => {
  it.each(categories)('are one for each stored version of every %s event', (category) => {
    const { types, upcasts } = eventCatalogue[category];
    const counted = Object.fromEntries(
      Object.entries(stored[category]).map(([type, versions]) => [type, versions.length]),
    );
    expect(counted).toEqual(Object.fromEntries(types.map((type) => [type, currentVersion(upcasts, type)])));
  });

  it('have names that are unique across the streams', () => {
    const types = categories.flatMap((category) => eventCatalogue[category].types);
    expect(new Set(types).size).toBe(types.length);
  });

  it.each(each)('%s is what JSON keeps, in NFC', (_, { data }) => {
    const json = JSON.stringify(data);
    expect(JSON.parse(json)).toEqual(data);
    expect(json.normalize('NFC')).toBe(json);
  });
});

describe('folding a golden sample', () => {
  it('finds every view', () => {
    expect(views.map((view) => view.name).sort()).toEqual([
      'agenda',
      'authored-checklists',
      'case-number',
      'earlier-findings',
      'earlier-recommendations',
      'event-history',
      'findings-board',
      'inspection-list',
      'inspection-sight',
      'integrity-checks',
      'ladder-log',
      'programme-inspections',
      'programme-list',
      'recommendation-board',
      'repeat-matrix',
      'unit-overview',
      'unit-register',
    ]);
  });

  it.each(each)('%s folds into any state of its stream', (_, sample) => {
    const { evolve, initial } = deciders[sample.category];
    const { data } = todaysShape(sample);
    const next = (evolve as Readonly<Record<string, Evolve>>)[sample.type];
    if (!next) throw new Error(`nothing folds ${sample.type}`);
    const states = samples
      .filter(({ category }) => category === sample.category)
      .reduce<readonly unknown[]>(
        (known, step) =>
          known.concat((evolve as Readonly<Record<string, Evolve>>)[step.type]?.(known.at(-1), todaysShape(step).data)),
        [initial],
      );
    for (const state of states) expect(next(frozen(state), data)).toHaveProperty('status');
  });

  it.each(each)('%s folds through every view, with a row and without', (_, sample) => {
    const [first] = inTheLog(sample);
    const history = inTheLog(...samples);
    if (!first) throw new Error('there is no event');
    for (const view of views) {
      expect(view.key(first)).toEqual(expect.any(String));
      expect(() => foldRow(view, null, first)).not.toThrow();
      const rows = new Map<string, unknown>();
      for (const event of history) rows.set(view.key(event), foldRow(view, rows.get(view.key(event)) ?? null, event));
      for (const row of rows.values()) expect(() => foldRow(view, frozen(row), first)).not.toThrow();
    }
  });

  it.each(views.map((view) => [view.name, view] as const))('%s holds nothing that JSON loses', (_, view) => {
    const rows = new Map<string, unknown>();
    for (const event of inTheLog(...samples)) {
      const key = view.key(event);
      const row = foldRow(view, rows.get(key) ?? null, event);
      expect(JSON.parse(JSON.stringify(row))).toEqual(row);
      expect(JSON.stringify(row)).not.toMatch(/undefined|NaN/);
      rows.set(key, frozen(row));
    }
    expect([...rows.values()].some((row) => row !== null)).toBe(true);
  });
});

describe('a golden sample in words', () => {
  const person = { name: 'Lê Hoàng Hải', title: 'Trưởng đoàn kiểm tra' };
  it.each(each)('%s reads in both languages', (_, sample) => {
    const [event] = inTheLog(sample);
    if (!event) throw new Error('there is no event');
    const sentence = sentenceOf(event);
    expect(faultsIn(sentence)).toEqual([]);
    expect(sentence.vi).not.toBe(sentence.en);
  });

  const ending = { number: null, signedOn: '2023-05-09', lead: person, unitRepresentative: person };

  it.each<readonly [string, Message<DomainEvents>]>([
    [
      'a start at no place',
      { type: 'UnannouncedInspectionStarted', data: { startedOn: null, place: null, startedBy: 'hai' } },
    ],
    ['a pass without evidence', postedPassed],
    ['minutes without a number', { type: 'MinutesSigned', data: { kind: 'signed', ...ending, reservation: null } }],
    [
      'numbered minutes with a reservation',
      {
        type: 'MinutesSignedWithReservation',
        data: { kind: 'signed-with-reservation', ...ending, number: '04/BB', reservation: 'Đề nghị tính lại' },
      },
    ],
    ['an end with nothing to remedy', { type: 'InspectionClosed', data: { reason: 'nothing-to-remedy' } }],
    ['a late proof', verified({ isOnTime: false })],
  ])('%s reads too', (_, message) => {
    const [event] = recorded([{ category: 'inspection', id: inspectionId }, message]);
    if (!event) throw new Error('there is no event');
    expect(faultsIn(sentenceOf(event))).toEqual([]);
  });

  it('would be caught with a gap in it', () => {
    expect(faultsIn({ vi: 'Ký biên bản', en: 'Minutes signed' })).toEqual([]);
    expect(faultsIn({ vi: ' ', en: 'Minutes signed' })).toEqual(['empty']);
    expect(faultsIn({ vi: 'Ký biên bản', en: 'Minutes undefined signed' })).toHaveLength(1);
    expect(faultsIn({ vi: 'Ký biên bản {number}', en: 'Minutes signed' })).toHaveLength(1);
    expect(faultsIn({ vi: 'Ký biên bản'.normalize('NFD'), en: 'Minutes signed' })).toHaveLength(1);
  });
});
