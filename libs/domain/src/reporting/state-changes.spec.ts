import { describe, expect, it } from '@jest/globals';
import { checklistSamples } from '../checklists/authored.golden.js';
import { checklist } from '../checklists/authored.js';
import { inspectionSamples } from '../inspection/inspection.golden.js';
import { inspection } from '../inspection/inspection.js';
import { programmeSamples } from '../programme/programme.golden.js';
import { programme } from '../programme/programme.js';
import { recommendationSamples } from '../recommendation/recommendation.golden.js';
import { recommendation } from '../recommendation/recommendation.js';
import { unitSamples } from '../unit/unit.golden.js';
import { unit } from '../unit/unit.js';
import { memberWords } from './state-words.js';
import { stateChanges } from './state-changes.js';

const streams = [
  [unit, unitSamples],
  [programme, programmeSamples],
  [checklist, checklistSamples],
  [inspection, inspectionSamples],
  [recommendation, recommendationSamples],
] as const;

/** Every golden sample folded in turn, and what each changed. */
function allChanges() {
  return streams.flatMap(([{ evolve, initial }, samples]) => {
    let state: unknown = initial;
    return Object.entries<readonly unknown[]>(samples).flatMap(([type, versions]) => {
      const before = state;
      const next = evolve[type as keyof typeof evolve] as (state: unknown, data: unknown) => unknown;
      state = next(before, versions.at(-1));
      return stateChanges(before, state);
    });
  });
}

/** Names of files and people of the fixtures are no words, and need none. */
const isWord = (step: string) => /^[a-z][A-Za-z]*$/.test(step) && !/^([a-e])\1+$/.test(step) && !names.has(step);
const names = new Set(['hai', 'nam', 'lan']);

describe('what an event changed', () => {
  it('has words for every place', () => {
    const changes = allChanges();
    expect(changes.length).toBeGreaterThan(200);
    const steps = new Set(changes.flatMap(({ path }) => path.split('/').slice(1)));
    expect([...steps].filter((step) => isWord(step) && memberWords[step] === undefined)).toEqual([]);
    expect(changes.every(({ labelVi, labelEn }) => labelVi !== '' && labelEn !== '')).toBe(true);
  });

  const finding = { findingId: 'f1', number: 'TT-01', severity: 'minor', indices: ['P5'], evidence: [] };

  it('names the place, as it was and as it is', () => {
    const before = { status: 'in-fieldwork', file: { findings: [finding], place: null } };
    const after = { status: 'in-fieldwork', file: { findings: [{ ...finding, severity: 'major' }], place: 'Một cửa' } };
    expect(stateChanges(before, after)).toEqual([
      {
        path: '/findings/f1/severity',
        labelVi: 'Tồn tại · TT-01 · mức độ',
        labelEn: 'Findings · TT-01 · severity',
        before: 'minor',
        after: 'major',
      },
      { path: '/place', labelVi: 'Địa điểm', labelEn: 'Place', before: null, after: 'Một cửa' },
    ]);
  });

  it('shows what came and what went, member by member, without ids and without what is empty', () => {
    const changes = stateChanges({ findings: [] }, { findings: [finding] });
    expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['/findings/f1/number', null, 'TT-01'],
      ['/findings/f1/severity', null, 'minor'],
      ['/findings/f1/indices', null, ['P5']],
    ]);
    const back = stateChanges({ findings: [finding] }, { findings: [] });
    expect(back.map(({ before, after }) => [after, before])).toEqual(
      changes.map(({ before, after }) => [before, after]),
    );
  });

  it('does not repeat a checklist, nor what has not changed', () => {
    const order = { number: '1/QĐ', checklist: { kind: 'k', edition: 2, items: [{ code: 'A', question: 'Có?' }] } };
    expect(stateChanges({ status: 'absent' }, { status: 'ordered', file: { order } }).map(({ path }) => path)).toEqual([
      '/status',
      '/order/number',
      '/order/checklist/kind',
      '/order/checklist/edition',
    ]);
    expect(stateChanges({ order }, { order: { ...order, team: undefined } })).toEqual([]);
  });

  it('takes a file, a person and a paper in one go', () => {
    const file = { sha256: 'ab', mediaType: 'image/jpeg', name: 'a/b.jpg', size: 1 };
    const [change, ...others] = stateChanges({ evidence: {} }, { evidence: { 'OSC-01': [file] } });
    expect([change?.path, change?.labelEn, change?.after]).toEqual([
      '/evidence/OSC-01/ab',
      'Evidence · OSC-01 · a/b.jpg',
      file,
    ]);
    expect(others).toEqual([]);
  });
});
