import { describe, expect, it } from '@jest/globals';
import { detailOfRefusal } from './refusal-details.js';

describe('what a refusal’s title leaves open', () => {
  it('is told from its facts, values in words', () => {
    const why = 'answer.numerator-above-denominator';
    expect(detailOfRefusal('inspection.answer-invalid', { itemCode: 'OSC-01', why })).toEqual({
      vi: 'Mục OSC-01: số đầu không được lớn hơn tổng số.',
      en: 'Item OSC-01: the part cannot exceed the whole.',
    });
    expect(
      detailOfRefusal('inspection.evidence-required', { itemCode: 'OSC-03', kinds: ['photo', 'document'] })?.vi,
    ).toBe('Mục OSC-03 cần: ảnh, tài liệu.');
  });

  it('writes a legal day as people do', () => {
    expect(detailOfRefusal('inspection.dated-ahead', { signedOn: '2099-05-05', today: '2026-11-21' })?.vi).toBe(
      'Đề ngày 05/05/2099; hôm nay là 21/11/2026.',
    );
  });

  it('is left out where a fact is missing, or the title says it all', () => {
    expect(detailOfRefusal('inspection.dated-ahead', { signedOn: '2099-05-05' })).toBeNull();
    expect(detailOfRefusal('inspection.one-lead', { leads: 2 })).toBeNull();
    expect(detailOfRefusal('toString', {})).toBeNull();
  });
});
