import { describe, expect, it } from '@jest/globals';
import { type PlannedItem, plannedTimeOf } from '@soat/domain';
import { bodyOfItem, draftFrom, lackingIn, newItem } from './item-draft.js';

const unit = {
  id: 'u',
  name: 'Phòng Nội vụ',
  code: '951',
  kind: 'department',
  parentId: null,
  headName: null,
} as const;
const planned: PlannedItem = {
  itemId: 'i',
  code: '6.2',
  text: 'Kiểm tra đột xuất',
  lead: [{ name: 'Phòng Nội vụ', unit }],
  coordinating: [],
  implementing: [{ name: 'UBND các xã, phường', unit: null }],
  time: plannedTimeOf('Quý II, III năm 2024'),
  inspectionType: 'unannounced',
  checklistKind: 'one-stop-spot-check',
  unannouncedQuota: { count: 2, per: 'quarter' },
};

describe('an item of a plan, as it is written', () => {
  it('goes back as it came where nothing was changed', () => {
    expect(bodyOfItem(draftFrom(planned))).toEqual({
      itemId: 'i',
      code: '6.2',
      text: 'Kiểm tra đột xuất',
      lead: [{ name: 'Phòng Nội vụ', unitId: 'u' }],
      coordinating: [],
      implementing: [{ name: 'UBND các xã, phường' }],
      time: 'Quý II, III năm 2024',
      inspectionType: 'unannounced',
      checklistKind: 'one-stop-spot-check',
      unannouncedQuota: { count: 2, per: 'quarter' },
    });
  });

  it('has a quota only where it is unannounced, and each line of the others is a body', () => {
    const draft = { ...draftFrom(planned), inspectionType: 'planned' as const };
    expect(bodyOfItem(draft)).not.toHaveProperty('unannouncedQuota');
    const others = { units: [], others: ' Các phòng \n\nUBND các xã ' };
    expect(bodyOfItem({ ...draft, coordinating: others }).coordinating).toEqual([
      { name: 'Các phòng' },
      { name: 'UBND các xã' },
    ]);
  });

  it('needs its number, its words, who leads and when', () => {
    expect(lackingIn(newItem('i'))).toEqual(['code', 'text', 'lead', 'time']);
    expect(lackingIn(draftFrom(planned))).toEqual([]);
  });
});
