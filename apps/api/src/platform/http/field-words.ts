import type { Language, Words } from './language.js';
import { isProblemCode, problems } from './problem-catalogue.js';

/** What a reason's sentence may name. */
export type FieldFacts = Readonly<Record<string, string | number>>;

const sentences: Readonly<Record<string, Words>> = {
  required: { vi: 'Trường này là bắt buộc.', en: 'This field is required.' },
  'wrong-type': { vi: 'Kiểu dữ liệu phải là {wanted}.', en: 'The type must be {wanted}.' },
  'not-offered': { vi: 'Chỉ nhận một trong: {offered}.', en: 'Only one of these: {offered}.' },
  'invalid-id': { vi: 'Mã định danh phải là UUID.', en: 'The identifier must be a UUID.' },
  'out-of-range': { vi: 'Giá trị phải từ {min} đến {max}.', en: 'The value must be from {min} to {max}.' },
  'too-short': { vi: 'Cần ít nhất {min} ký tự.', en: 'At least {min} characters are needed.' },
  'too-long': { vi: 'Tối đa {max} ký tự.', en: 'At most {max} characters.' },
  'too-few-items': { vi: 'Cần ít nhất {min} phần tử.', en: 'At least {min} items are needed.' },
  'too-many-items': { vi: 'Tối đa {max} phần tử.', en: 'At most {max} items.' },
  'amount-out-of-range': { vi: 'Số tiền tối đa là {max} đồng.', en: 'The amount is at most {max} đồng.' },
  'repeated-item': { vi: 'Phần tử này đã có ở trên.', en: 'This item is listed already.' },
  'repeated-parameter': { vi: 'Tham số được viết hai lần.', en: 'The parameter is written twice.' },
  'unknown-parameter': { vi: 'Không có tham số này.', en: 'There is no such parameter.' },
  'malformed-parameter': { vi: 'Tham số không đúng dạng.', en: 'The parameter is malformed.' },
  'look-alike-letter': {
    vi: 'Có chữ trông giống Đ hoặc đ nhưng là chữ khác; nội dung được giữ như đã gửi.',
    en: 'A letter looks like Đ or đ and is another one; the text was kept as sent.',
  },
  'invalid-datetime': {
    vi: 'Thời điểm không có thật hoặc không đúng dạng; cần giờ UTC, như 2026-11-21T10:00:00.000Z.',
    en: 'The instant does not exist or is malformed; UTC is wanted, as in 2026-11-21T10:00:00.000Z.',
  },
  'invalid-as-of': {
    vi: 'Cần một ngày (2026-06-30), một thời điểm có múi giờ (2026-06-30T17:00:00+07:00) hoặc một vị trí (từ 1).',
    en: 'A date (2026-06-30), an instant with its offset (2026-06-30T17:00:00+07:00) or a position (from 1) is wanted.',
  },
  'as-of-ahead': {
    vi: 'Chưa đến lúc đó: chỉ xem được đến {last}.',
    en: 'It is not that time yet: what is past goes up to {last}.',
  },
  'as-of-position-ahead': {
    vi: 'Chưa có sự kiện nào ở vị trí này: nhật ký dài đến {head}.',
    en: 'No event has this position yet: the log goes up to {head}.',
  },
  'as-of-no-event': { vi: 'Không có sự kiện nào ở vị trí này.', en: 'No event has this position.' },
  'basis-without-as-of': {
    vi: 'Chỉ dùng cùng asOf: cơ sở của một thời điểm đã qua.',
    en: 'Only beside asOf: it says by which clock the past is taken.',
  },
  invalid: { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' },
};

/** The sentence for a field's reason, its facts filled in. */
export function fieldWords(code: string, facts: FieldFacts = {}): Words {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  const isFillable = sentence !== undefined && placeholders(sentence.vi).every((name) => Object.hasOwn(facts, name));
  if (isFillable) return { vi: filled(sentence.vi, facts, 'vi'), en: filled(sentence.en, facts, 'en') };
  const title: Words = isProblemCode(code)
    ? problems[code].title
    : { vi: 'Giá trị không hợp lệ', en: 'The value is not valid' };
  return { vi: `${title.vi}.`, en: `${title.en}.` };
}

function placeholders(sentence: string): readonly string[] {
  return Array.from(sentence.matchAll(/\{(\w+)\}/g), (found) => found[1] ?? '');
}

function filled(sentence: string, facts: FieldFacts, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (typeof fact === 'number') return fact.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
    return name === 'wanted' ? (typeWords[String(fact)]?.[language] ?? String(fact)) : String(fact);
  });
}

/** The types of JSON, as somebody who does not program would name them. */
const typeWords: Readonly<Record<string, Words>> = {
  string: { vi: 'văn bản', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'đúng hoặc sai (true, false)', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm trường', en: 'an object' },
};
