import { describe, expect, it } from '@jest/globals';
import { handledTypes } from '../kernel/view.js';
import { order, people, recorded, streams, wardId } from '../testing/fixtures.js';
import { ordered, started } from '../testing/inspection-histories.js';
import { issuedNow } from '../testing/recommendation-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { eventCatalogue } from './catalogue.js';
import { searchWords } from './search-key.js';
import { eventHistory } from './event-history.view.js';

const noted = {
  type: 'FollowUpStarted',
  data: { recommendationId: streams.recommendation.id, findingIds: [] },
} as const;

describe('the history of all events', () => {
  it('handles every event of every stream', () => {
    const types = Object.values(eventCatalogue).flatMap(({ types }) => types);
    expect([...handledTypes(eventHistory)].sort()).toEqual([...types].sort());
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
    expect(rowOf(eventHistory, second.id, events)).toEqual({
      eventId: second.id,
      position: 2,
      unitId: wardId,
      streamCategory: 'inspection',
      streamId: streams.inspection.id,
      version: 2,
      caseId: streams.inspection.id,
      inspectionId: streams.inspection.id,
      recommendationId: null,
      causationId: null,
      type: 'UnannouncedInspectionStarted',
      ...late,
      sentenceVi: 'Bắt đầu kiểm tra đột xuất tại Bộ phận Một cửa',
      sentenceEn: 'Unannounced inspection started at Bộ phận Một cửa',
      sentenceWords: 'at bat bo cua dau dot inspection kiem mot phan started tai tra unannounced xuat'.split(' '),
      payloadWords: ['hai'],
    });
  });

  it('keeps each event under its own id, whatever its stream', () => {
    const rows = rowsOf(
      eventHistory,
      recorded([streams.inspection, ordered], [streams.recommendation, issuedNow], [streams.inspection, started]),
    );
    expect([...rows.values()].map(({ position, streamCategory }) => [position, streamCategory])).toEqual([
      [1, 'inspection'],
      [2, 'recommendation'],
      [3, 'inspection'],
    ]);
  });

  it('is found by what the payload says, but not by the checklist an order carries along', () => {
    const [row] = rowsOf(eventHistory, recorded([streams.inspection, ordered])).values();
    const words = [...(row?.sentenceWords ?? []), ...(row?.payloadWords ?? [])];
    expect(words).toEqual(expect.arrayContaining([...searchWords(order.basis, order.unit.name)]));
    const [item] = order.checklist.items;
    if (!item) throw new Error('the order has no checklist');
    const wording = searchWords(item.question.vi, item.question.en);
    expect(wording.filter((word) => words.includes(word)).length).toBeLessThan(wording.length / 2);
    // Neither ids nor days: nobody looks for them by words.
    expect(words.filter((word) => /^[0-9a-f]{8}$/.test(word) || word === order.signedOn)).toEqual([]);
  });

  it('knows which inspection and which recommendation it is about', () => {
    const rows = rowsOf(eventHistory, recorded([streams.recommendation, issuedNow], [streams.inspection, noted]));
    expect([...rows.values()].map(({ inspectionId, recommendationId }) => [inspectionId, recommendationId])).toEqual([
      [streams.inspection.id, streams.recommendation.id],
      [streams.inspection.id, streams.recommendation.id],
    ]);
  });

  it('says it in the words of an administrative document', () => {
    const rows = [
      ...rowsOf(eventHistory, recorded([streams.inspection, ordered], [streams.recommendation, issuedNow])).values(),
    ];
    expect(rows.map(({ sentenceVi }) => sentenceVi)).toEqual([
      `Quyết định ${order.number} của Phòng Nội vụ: phiếu kiểm tra đột xuất Bộ phận Một cửa`,
      'Kiến nghị KN-TT-01, hạn 30/05/2023: Niêm yết lại thủ tục hành chính theo quyết định công bố mới nhất',
    ]);
  });
});
