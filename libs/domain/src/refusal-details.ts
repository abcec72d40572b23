import type { Text } from './checklists/checklist.js';
import type { Facts } from './kernel/rejection.js';
import type { RefusalCode } from './refusals.js';

/** What a refusal's title leaves open, told from its facts: which item, what is missing, which day. */
const details: { readonly [C in RefusalCode]?: Text } = {
  'programme.item-code-twice': { vi: 'Mục {code}.', en: 'Item {code}.' },
  'programme.item-id-taken': { vi: 'Đã dùng cho mục {code}.', en: 'Used for item {code}.' },
  'programme.item-without-lead': { vi: 'Mục {code}.', en: 'Item {code}.' },
  'programme.item-withdrawn': { vi: 'Mục {code}.', en: 'Item {code}.' },
  'programme.quota-of-announced-item': { vi: 'Mục {code}.', en: 'Item {code}.' },
  'programme.pilot-site-twice': { vi: 'Nơi: {place}.', en: 'Place: {place}.' },
  'programme.period-reversed': { vi: 'Từ {from} đến {to}.', en: 'From {from} to {to}.' },
  'programme.dated-ahead': {
    vi: 'Đề ngày {adoptedOn}; hôm nay là {today}.',
    en: 'Dated {adoptedOn}; today is {today}.',
  },
  'programme.adopted-after-period': {
    vi: 'Ban hành ngày {adoptedOn}; ngày cuối là {to}.',
    en: 'Adopted on {adoptedOn}; its last day is {to}.',
  },
  'checklist.section-twice': { vi: 'Nhóm {section}.', en: 'Section {section}.' },
  'checklist.section-in-use': { vi: 'Nhóm {section}, mục {itemCode}.', en: 'Section {section}, item {itemCode}.' },
  'checklist.item-code-malformed': {
    vi: 'Mục {itemCode}; ví dụ {prefix}-01.',
    en: 'Item {itemCode}; {prefix}-01 would do.',
  },
  'checklist.item-section-unknown': {
    vi: 'Mục {itemCode}, nhóm {section}.',
    en: 'Item {itemCode}, section {section}.',
  },
  'checklist.item-text-blank': { vi: 'Mục {itemCode}.', en: 'Item {itemCode}.' },
  'checklist.item-without-evidence-kind': { vi: 'Mục {itemCode}.', en: 'Item {itemCode}.' },
  'checklist.item-without-verification-point': { vi: 'Mục {itemCode}.', en: 'Item {itemCode}.' },
  'checklist.item-threshold-out-of-range': { vi: 'Mục {itemCode}.', en: 'Item {itemCode}.' },
  'checklist.too-many-items': { vi: 'Tối đa {max} mục.', en: 'At most {max} items.' },
  'checklist.valid-before-published': {
    vi: 'Áp dụng từ {validFrom}; ban hành ngày {publishedOn}.',
    en: 'In force from {validFrom}; published on {publishedOn}.',
  },
  'checklist.valid-before-last': {
    vi: 'Áp dụng từ {validFrom}; ấn bản trước từ {last}.',
    en: 'In force from {validFrom}; the one before from {last}.',
  },
  'checklist.already-withdrawn': { vi: 'Từ {from}.', en: 'From {from} on.' },
  'checklist.withdrawn-in-the-past': { vi: 'Từ {from}; hôm nay là {today}.', en: 'From {from}; today is {today}.' },
  'inspection.earlier-unchecked': { vi: 'Còn: {numbers}.', en: 'Still open: {numbers}.' },
  'inspection.earlier-undecided': { vi: 'Còn: {numbers}.', en: 'Still open: {numbers}.' },
  'inspection.earlier-not-failed': { vi: 'Kiến nghị {number}.', en: 'Recommendation {number}.' },
  'inspection.earlier-nothing-proposed': { vi: 'Kiến nghị {number}.', en: 'Recommendation {number}.' },
  'inspection.finding-on-carried-out': { vi: 'Tồn tại: {numbers}.', en: 'Findings: {numbers}.' },
  'inspection.earlier-is-due': { vi: 'Kiến nghị {number}.', en: 'Recommendation {number}.' },
  'inspection.earlier-without-evidence': { vi: 'Kiến nghị {number}.', en: 'Recommendation {number}.' },
  'inspection.earlier-already-checked': { vi: 'Kiến nghị {number}.', en: 'Recommendation {number}.' },
  'inspection.answer-invalid': { vi: 'Mục {itemCode}: {why}.', en: 'Item {itemCode}: {why}.' },
  'inspection.evidence-required': { vi: 'Mục {itemCode} cần: {kinds}.', en: 'Item {itemCode} needs: {kinds}.' },
  'inspection.evidence-of-other-kind': {
    vi: 'Mục {itemCode} cần: {kinds}; đã gửi: {given}.',
    en: 'Item {itemCode} needs: {kinds}; sent: {given}.',
  },
  'inspection.items-unanswered': { vi: 'Còn các mục: {itemCodes}.', en: 'Still open: {itemCodes}.' },
  'inspection.proposals-undecided': { vi: 'Còn các mục: {itemCodes}.', en: 'Still open: {itemCodes}.' },
  'inspection.finding-on-passed-item': { vi: 'Mục: {itemCodes}.', en: 'Items: {itemCodes}.' },
  'inspection.findings-to-remedy': { vi: 'Còn các tồn tại: {numbers}.', en: 'Still open: {numbers}.' },
  'inspection.item-already-answered': { vi: 'Mục {itemCode}.', en: 'Item {itemCode}.' },
  'inspection.item-unknown': { vi: 'Mã mục: {itemCode}.', en: 'Code of the item: {itemCode}.' },
  'inspection.dated-ahead': {
    vi: 'Đề ngày {signedOn}; hôm nay là {today}.',
    en: 'Dated {signedOn}; today is {today}.',
  },
  'inspection.minutes-before-decision': {
    vi: 'Biên bản đề ngày {signedOn}; quyết định ký ngày {orderedOn}.',
    en: 'The minutes are dated {signedOn}; the decision was signed on {orderedOn}.',
  },
  'inspection.minutes-before-fieldwork': {
    vi: 'Biên bản đề ngày {signedOn}; bắt đầu kiểm tra ngày {startedOn}.',
    en: 'The minutes are dated {signedOn}; fieldwork began on {startedOn}.',
  },
  'inspection.witness-is-a-party': { vi: 'Người chứng kiến: {witness}.', en: 'The witness: {witness}.' },
  'inspection.member-may-not-inspect': { vi: 'Người được giao: {name}.', en: 'Named in the team: {name}.' },
  'inspection.team-member-of-unit': { vi: 'Người được giao: {name}.', en: 'Named in the team: {name}.' },
  'recommendation.due-before-document': {
    vi: 'Hạn {dueOn}; văn bản ký ngày {signedOn}.',
    en: 'Due on {dueOn}; the document was signed on {signedOn}.',
  },
  'recommendation.not-due-yet': { vi: 'Hạn {dueOn}.', en: 'Due on {dueOn}.' },
  'recommendation.points-unmet': { vi: 'Chưa đạt: {points}.', en: 'Not met: {points}.' },
};

/** Values that stand for something, in words. */
const valueWords: Readonly<Record<string, Text>> = {
  'answer.wrong-kind': { vi: 'kết quả khác loại mà mục này hỏi', en: 'another kind of answer than the item asks for' },
  'answer.not-an-integer': { vi: 'cần số nguyên', en: 'a whole number is needed' },
  'answer.negative': { vi: 'số không được âm', en: 'a number cannot be negative' },
  'answer.too-large': { vi: 'số quá lớn', en: 'a number is too large' },
  'answer.denominator-zero': {
    vi: 'tổng số bằng 0, hãy ghi là không áp dụng',
    en: 'there is nothing to divide by; mark the item not applicable',
  },
  'answer.numerator-above-denominator': {
    vi: 'số đầu không được lớn hơn tổng số',
    en: 'the part cannot exceed the whole',
  },
  'answer.not-a-date': { vi: 'ngày không có thật', en: 'a date does not exist' },
  'answer.text-empty': { vi: 'nội dung để trống', en: 'the text is blank' },
  photo: { vi: 'ảnh', en: 'a photo' },
  video: { vi: 'phim', en: 'a video' },
  document: { vi: 'tài liệu', en: 'a document' },
  url: { vi: 'đường dẫn', en: 'a link' },
  record: { vi: 'bản ghi', en: 'a record' },
};

/** Null where the title says it all. A fact that is missing leaves the whole sentence out rather than a gap in it. */
export function detailOfRefusal(code: string, facts: Facts): Text | null {
  const template = Object.hasOwn(details, code) ? details[code as RefusalCode] : undefined;
  if (!template) return null;
  const names = Array.from(template.vi.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  if (!names.every((name) => Object.hasOwn(facts, name))) return null;
  const filled = (language: keyof Text) =>
    template[language].replace(/\{(\w+)\}/g, (_, name: string) => told(facts[name], language));
  return { vi: filled('vi'), en: filled('en') };
}

function told(fact: Facts[string] | undefined, language: keyof Text): string {
  const values = Array.isArray(fact) ? fact : [fact];
  return values.map((value) => inWords(String(value), language)).join(', ');
}

function inWords(value: string, language: keyof Text): string {
  if (Object.hasOwn(valueWords, value)) return valueWords[value]?.[language] ?? value;
  // A legal day, as people write it.
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
}
