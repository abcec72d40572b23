import { describe, expect, it } from '@jest/globals';
import { handledTypes } from '../kernel/view.js';
import { order, people, recorded, streams, wardId } from '../testing/fixtures.js';
import { ordered, started } from '../testing/inspection-histories.js';
import { issuedNow } from '../testing/recommendation-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { eventCatalogue } from './catalogue.js';
import { unitTimeline } from './unit-timeline.view.js';

describe('the timeline of a unit', () => {
  it('handles every event of every stream', () => {
    const types = Object.values(eventCatalogue).flatMap(({ types }) => types);
    expect([...handledTypes(unitTimeline)].sort()).toEqual([...types].sort());
  });

  it('has one row an event: who, what in words, and every clock', () => {
    const late = {
      actor: people.member.id,
      role: people.member.role,
      onBehalfOf: people.lead.id,
      occurredAt: '2023-05-09T00:59:00.000Z',
      recordedAt: '2023-05-11T02:00:00.000Z',
      effectiveOn: '2023-05-09',
      isSimulated: true,
    };
    const events = recorded([streams.inspection, ordered], [streams.inspection, started, late]);
    const [, second] = events;
    if (!second) throw new Error('there are two events');
    expect(rowOf(unitTimeline, second.id, events)).toEqual({
      eventId: second.id,
      position: 2,
      unitId: wardId,
      streamCategory: 'inspection',
      streamId: streams.inspection.id,
      caseId: streams.inspection.id,
      type: 'UnannouncedInspectionStarted',
      ...late,
      sentenceVi: 'Bắt đầu kiểm tra đột xuất tại Bộ phận Một cửa',
      sentenceEn: 'Unannounced inspection started at Bộ phận Một cửa',
    });
  });

  it('keeps each event under its own id, whatever its stream', () => {
    const rows = rowsOf(
      unitTimeline,
      recorded([streams.inspection, ordered], [streams.recommendation, issuedNow], [streams.inspection, started]),
    );
    expect([...rows.values()].map(({ position, streamCategory }) => [position, streamCategory])).toEqual([
      [1, 'inspection'],
      [2, 'recommendation'],
      [3, 'inspection'],
    ]);
  });

  it('says it in the words of an administrative document', () => {
    const rows = [
      ...rowsOf(unitTimeline, recorded([streams.inspection, ordered], [streams.recommendation, issuedNow])).values(),
    ];
    expect(rows.map(({ sentenceVi }) => sentenceVi)).toEqual([
      `Quyết định ${order.number} của Phòng Nội vụ: phiếu kiểm tra đột xuất Bộ phận Một cửa`,
      'Kiến nghị KN-TT-01, hạn 30/05/2023: Niêm yết lại thủ tục hành chính theo quyết định công bố mới nhất',
    ]);
  });
});
