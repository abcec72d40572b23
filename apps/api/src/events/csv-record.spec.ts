import { describe, expect, it } from '@jest/globals';
import { csvRecord } from './csv-record.js';

describe('a record of a CSV file', () => {
  it.each([
    ['Bảng niêm yết', 'Bảng niêm yết'],
    ['a,b', '"a,b"'],
    ['nói "không"', '"nói ""không"""'],
    ['dòng 1\r\ndòng 2', '"dòng 1\r\ndòng 2"'],
    [12, '12'],
    [-1, '-1'],
    [null, ''],
    ['', ''],
  ])('writes %j as %s', (cell, written) => {
    expect(csvRecord([cell, 'x'])).toBe(`${written},x\r\n`);
  });

  it.each(['=1+1', '+84', '-5 %', '@SUM(A1)', '\t=1', '\r=1'])('computes nothing of %j', (cell) => {
    expect(csvRecord([cell]).replace(/^"/, '')).toMatch(/^'/);
  });
});
