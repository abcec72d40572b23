import { describe, expect, it } from '@jest/globals';
import { decide, fold } from '../kernel/decider.js';
import { recorded } from '../testing/fixtures.js';
import { rowOf } from '../testing/rows.js';
import { integrityCheckSamples } from './integrity-check.golden.js';
import {
  differenceText,
  integrityCheck,
  type IntegrityCheckEvents,
  integrityChecker,
  uncheckedText,
} from './integrity-check.js';
import { integrityChecks } from './integrity-checks.view.js';

const [sample] = integrityCheckSamples.IntegrityChecked.slice(-1) as [IntegrityCheckEvents['IntegrityChecked']];
const { checkedBy, ...report } = sample;
const asked = { type: 'RecordIntegrityCheck', data: { by: integrityChecker, ...report } } as const;
const id = '01980000-0000-7000-8000-00000000000f';

describe('a check of integrity', () => {
  it('is recorded once, as it was found', () => {
    const events = decide(integrityCheck, integrityCheck.initial, asked);
    expect(events).toEqual([{ type: 'IntegrityChecked', data: { ...report, checkedBy } }]);
    const state = fold(integrityCheck, events);
    expect(state).toEqual({ status: 'recorded', report });
    expect(decide(integrityCheck, state, asked)).toEqual([]);
  });

  it('stands in the list as a row and as a sentence', () => {
    const listed = (data: typeof report) => {
      const message = { type: 'IntegrityChecked', data: { ...data, checkedBy } } as const;
      return rowOf(integrityChecks, id, recorded([{ category: 'integrity-check', id }, message]));
    };
    expect(listed(report)).toMatchObject({
      id,
      isClean: false,
      checkpointSize: 13_860,
      sentenceVi:
        'Kiểm tra toàn vẹn 13.862 sự kiện và 16 bảng số liệu: CÓ SAI LỆCH: bảng số liệu khác với khi dựng lại: 2 chỗ, ' +
        'trước hết là unit-overview 0188; chưa kiểm tra nội dung các tệp bằng chứng (hệ thống chưa giữ tệp)',
    });
    expect(listed({ ...report, differences: [], notChecked: [], checkpoint: null })).toMatchObject({
      isClean: true,
      checkpointSize: null,
      sentenceVi: 'Kiểm tra toàn vẹn 13.862 sự kiện và 16 bảng số liệu: khớp',
      sentenceEn: 'Integrity of 13,862 events and 16 views checked: all as recorded',
    });
  });

  it('names the first of what it found, and what it left out', () => {
    const found = { kind: 'leaf-mismatch', count: 3, position: 17, at: null } as const;
    expect(differenceText(found).vi).toBe('sự kiện khác với lúc ghi: 3 chỗ, trước hết là sự kiện 17');
    expect(differenceText({ ...found, position: null }).en).toBe('an event is not what was recorded: 3 found');
    expect(uncheckedText({ what: 'view', at: 'agenda' })).toEqual({ vi: 'bảng số liệu agenda', en: 'a view: agenda' });
  });
});
