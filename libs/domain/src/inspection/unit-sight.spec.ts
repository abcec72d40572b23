import { describe, expect, it } from '@jest/globals';
import { sightedInspection } from '../access/policy.js';
import { fold } from '../kernel/decider.js';
import { recorded, streams, inspectionId, wardId } from '../testing/fixtures.js';
import { oneFoundSigned } from '../testing/inspection-histories.js';
import {
  after,
  announced,
  ask,
  concluded,
  longOrdered,
  longPathAt,
  minuted,
  reported,
  sent,
} from '../testing/long-path-histories.js';
import { rowOf } from '../testing/rows.js';
import { overviewForUnit, unitOverview } from '../reporting/unit-overview.view.js';
import { eventCatalogue } from '../reporting/catalogue.js';
import { inspection } from './inspection.js';
import { inspectionList } from './inspection-list.view.js';
import { fileForUnit, isToldToUnit, neverToldToUnit, notToldOnLongPath, rowForUnit } from './unit-sight.js';

type History = Parameters<typeof after>[0];

function seen(history: History) {
  const state = fold(inspection, history);
  if (state.status === 'absent') throw new Error('there is no file');
  return fileForUnit(state.status, state.file);
}

const inTheLog = (history: History) => recorded(...history.map((event) => [streams.inspection, event] as const));

describe('what the unit sees on the long path', () => {
  it('is nothing before the announcement', () => {
    const isRevealed = (history: History) => {
      const state = fold(inspection, history);
      return state.status !== 'absent' && sightedInspection(state.file).isRevealed;
    };
    expect(isRevealed(longOrdered)).toBe(false);
    expect(isRevealed(announced)).toBe(true);
  });

  it('has neither answers nor findings nor what the team writes, until a draft is sent', () => {
    for (const history of [minuted, reported, longPathAt['conclusion-drafted']]) {
      const { status, file } = seen(after(history, ...(history === minuted ? [] : [ask('ReserveDissent')])));
      expect(status).toBe('minutes-signed');
      expect(file).toMatchObject({
        answers: {},
        findings: [],
        report: null,
        dissents: [],
        drafts: [],
        strengths: [],
        score: null,
      });
    }
    expect(seen(longPathAt['minutes-refused']).status).toBe('minutes-refused');
    expect(seen(sent).file).toMatchObject({ findings: [{ number: 'TT-01' }], drafts: [{ version: 1 }], report: null });
  });

  it('leaves out a later draft that was not sent, the appraisal, the referral and the investigation', () => {
    const history = after(
      longPathAt['appraisal-returned'],
      ask('DraftConclusion', { draftedOn: '2023-06-07', text: 'Bản sửa' }),
      ask('ReferToInvestigation'),
    );
    const { status, file } = seen(history);
    expect(status).toBe('conclusion-drafted');
    expect(file).toMatchObject({ appraisals: [], referrals: [], investigations: [] });
    expect(file.drafts.map((draft) => draft.version)).toEqual([1]);
  });

  it('has the conclusion, and its status is no secret then', () => {
    expect(seen(concluded).status).toBe('conclusion-issued');
    expect(seen(concluded).file.conclusion).not.toBeNull();
  });

  it('says no more in a list or a count', () => {
    const row = (history: History) => rowForUnit(rowOf(inspectionList, inspectionId, inTheLog(history)));
    expect(row(reported)).toMatchObject({ status: 'minutes-signed', findings: {}, marks: {} });
    expect(row(sent)).toMatchObject({ status: 'awaiting-response', findings: { 'finding-1': 'minor' }, marks: {} });
    const unit = {
      type: 'UnitEstablished',
      data: { id: wardId, name: 'x', code: '1', kind: 'ward', parentId: null, basis: null, validFrom: '2023-01-01' },
    } as const;
    const counts = (history: History) =>
      overviewForUnit(
        rowOf(
          unitOverview,
          wardId,
          recorded([streams.ward, unit], ...history.map((event) => [streams.inspection, event] as const)),
        ),
      ).findings;
    expect(counts(reported)).toEqual({ minor: 0, major: 0, critical: 0 });
    expect(counts(sent)).toEqual({ minor: 1, major: 0, critical: 0 });
  });

  it('hides events by name, all of which there are', () => {
    for (const type of [...neverToldToUnit, ...notToldOnLongPath])
      expect(eventCatalogue.inspection.types).toContain(type);
    expect(isToldToUnit('FindingRecorded', 'short')).toBe(true);
    expect(isToldToUnit('FindingRecorded', 'long')).toBe(false);
    expect(isToldToUnit('CaseReferredToInvestigation', 'short')).toBe(false);
    expect(isToldToUnit('ConclusionIssued', 'long')).toBe(true);
  });
});

describe('what the unit sees on the short path', () => {
  it('is the file as it stands', () => {
    const state = fold(inspection, oneFoundSigned);
    if (state.status === 'absent') throw new Error('there is no file');
    expect(seen(oneFoundSigned)).toEqual({ status: state.status, file: state.file });
    const row = rowOf(inspectionList, inspectionId, inTheLog(oneFoundSigned));
    expect(rowForUnit(row)).toBe(row);
  });
});
