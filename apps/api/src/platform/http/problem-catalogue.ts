import type { RejectionKind } from '@soat/domain';
import type { Words } from './language.js';

export interface ProblemEntry {
  readonly status: number;
  readonly title: Words;
  /** What to do about it, where the title does not say. */
  readonly detail?: Words;
}

/** Titles of the domain's rejections by code. The kind is for the problem's page: it tells the status. */
export type RejectionTexts = Readonly<Record<string, Words & { readonly kind?: RejectionKind }>>;

/** Every way the platform itself refuses a request; the domain's own codes are handed in. The code is the contract. */
export const problems = {
  // The request as bytes.
  'malformed-request': {
    status: 400,
    title: { vi: 'Yêu cầu HTTP không đúng dạng', en: 'The HTTP request is malformed' },
  },
  'malformed-uri': {
    status: 400,
    title: { vi: 'Địa chỉ không đúng dạng', en: 'The address is malformed' },
  },
  'request-timeout': {
    status: 408,
    title: { vi: 'Yêu cầu đến quá chậm', en: 'The request took too long to arrive' },
  },
  'uri-too-long': { status: 414, title: { vi: 'Địa chỉ quá dài', en: 'The address is too long' } },
  'headers-too-large': {
    status: 431,
    title: { vi: 'Phần đầu yêu cầu quá lớn hoặc quá nhiều dòng', en: 'The header fields are too large or too many' },
  },
  'expectation-failed': {
    status: 417,
    title: { vi: 'Không đáp ứng được trường Expect', en: 'The Expect field cannot be met' },
  },
  'payload-too-large': {
    status: 413,
    title: { vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
    detail: { vi: 'Tối đa 256 KiB sau khi giải nén.', en: 'At most 256 KiB once decoded.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { vi: 'Chỉ nhận nội dung application/json', en: 'Only application/json is accepted here' },
  },
  'unsupported-charset': {
    status: 415,
    title: { vi: 'Chỉ nhận bảng mã UTF-8', en: 'Only UTF-8 is accepted' },
  },
  'unsupported-encoding': {
    status: 415,
    title: { vi: 'Chỉ nhận nén gzip, deflate hoặc br', en: 'Only gzip, deflate or br compression is accepted' },
  },
  'invalid-encoding': {
    status: 400,
    title: { vi: 'Không giải nén được nội dung', en: 'The body cannot be decompressed' },
  },
  'invalid-utf8': {
    status: 400,
    title: { vi: 'Nội dung không phải UTF-8 hợp lệ', en: 'The body is not valid UTF-8' },
  },

  // The request as JSON.
  'malformed-json': {
    status: 400,
    title: { vi: 'Nội dung không phải JSON hợp lệ', en: 'The body is not valid JSON' },
  },
  'invalid-shape': {
    status: 400,
    title: { vi: 'Nội dung phải là một đối tượng JSON', en: 'The body must be a JSON object' },
  },
  'duplicate-key': {
    status: 400,
    title: { vi: 'Một khóa được viết hai lần', en: 'A key is written twice' },
  },
  'forbidden-key': { status: 400, title: { vi: 'Tên khóa không được phép', en: 'This key is not allowed' } },
  'unknown-property': {
    status: 400,
    title: { vi: 'Có trường không được biết đến', en: 'There is an unknown property' },
  },
  'too-deep': { status: 400, title: { vi: 'Nội dung lồng quá sâu', en: 'The body is nested too deep' } },
  'too-many-items': {
    status: 400,
    title: { vi: 'Danh sách hoặc đối tượng có quá nhiều phần tử', en: 'A list or an object has too many items' },
  },

  // The request as values.
  'validation-failed': {
    status: 400,
    title: { vi: 'Dữ liệu chưa hợp lệ', en: 'The data is not valid' },
    detail: { vi: 'Xem từng trường trong danh sách lỗi.', en: 'See each field in the list of errors.' },
  },
  'forbidden-character': {
    status: 400,
    title: { vi: 'Có ký tự không được phép', en: 'There is a character that is not allowed' },
  },
  blank: { status: 400, title: { vi: 'Nội dung để trống', en: 'The text is blank' } },
  'too-long': { status: 400, title: { vi: 'Nội dung quá dài', en: 'The text is too long' } },
  'too-many-marks': {
    status: 400,
    title: { vi: 'Quá nhiều dấu chồng lên một chữ', en: 'Too many marks are stacked on one letter' },
  },
  'invalid-number': { status: 400, title: { vi: 'Số không hợp lệ', en: 'The number is not valid' } },
  'unsafe-integer': {
    status: 400,
    title: { vi: 'Số nguyên quá lớn để giữ đúng giá trị', en: 'The integer is too large to be kept exactly' },
  },
  'negative-amount': { status: 400, title: { vi: 'Số tiền không được âm', en: 'The amount must not be negative' } },
  'invalid-amount': {
    status: 400,
    title: { vi: 'Số tiền phải là số nguyên đồng', en: 'The amount must be a whole number of đồng' },
  },
  'amount-out-of-range': { status: 400, title: { vi: 'Số tiền quá lớn', en: 'The amount is too large' } },
  'invalid-date': {
    status: 400,
    title: { vi: 'Ngày không có thật hoặc không đúng dạng', en: 'The date does not exist or is malformed' },
  },
  'invalid-datetime': {
    status: 400,
    title: { vi: 'Thời điểm không có thật hoặc không đúng dạng', en: 'The instant does not exist or is malformed' },
  },
  'clock-skew': {
    status: 422,
    title: { vi: 'Đồng hồ của thiết bị sai quá xa', en: 'The device’s clock is too far ahead' },
    detail: {
      vi: 'Thời điểm xảy ra muộn hơn giờ máy chủ quá 30 ngày. Hãy chỉnh đồng hồ rồi gửi lại; nội dung vẫn còn trên thiết bị.',
      en: 'The time given is more than 30 days ahead of the server’s. Set the clock and send again; the device keeps what was written.',
    },
  },
  'date-out-of-range': {
    status: 400,
    title: { vi: 'Ngày ngoài khoảng năm 1900 đến 2100', en: 'The date is outside the years 1900 to 2100' },
  },
  'invalid-parameter': {
    status: 400,
    title: { vi: 'Tham số truy vấn không hợp lệ', en: 'A query parameter is not valid' },
  },
  'invalid-cursor': {
    status: 400,
    title: { vi: 'Con trỏ trang không thuộc truy vấn này', en: 'The cursor does not belong to this query' },
    detail: { vi: 'Hãy đọc lại từ trang đầu.', en: 'Read again from the first page.' },
  },
  'too-many-rows': {
    status: 400,
    title: { vi: 'Quá nhiều dòng cho một tệp Excel', en: 'Too many rows for one Excel file' },
    detail: {
      vi: 'Hãy thu hẹp điều kiện lọc, hoặc lấy tệp CSV hay NDJSON: hai dạng này không giới hạn số dòng.',
      en: 'Narrow it down, or take CSV or NDJSON: they have no limit.',
    },
  },
  'position-ahead': {
    status: 400,
    title: { vi: 'Chưa có sự kiện nào ở vị trí này', en: 'No event has this position yet' },
  },

  // Commands.
  'command-id-required': {
    status: 400,
    title: { vi: 'Thiếu hoặc sai mã lệnh', en: 'The command id is missing or malformed' },
    detail: {
      vi: 'Mỗi lệnh cần trường Idempotency-Key là một UUID; gửi lại cùng lệnh thì giữ nguyên mã.',
      en: 'Every command needs an Idempotency-Key that is a UUID; a repeat keeps its key.',
    },
  },
  'command-id-reused': {
    status: 422,
    title: { vi: 'Mã lệnh đã dùng cho nội dung khác', en: 'The command id was used for another request' },
  },
  'command-id-of-another': {
    status: 403,
    title: { vi: 'Mã lệnh thuộc về người khác', en: 'The command id belongs to someone else' },
  },
  'invalid-if-match': {
    status: 400,
    title: { vi: 'Trường If-Match không đúng dạng', en: 'The If-Match field is malformed' },
    detail: { vi: 'Viết như If-Match: "17".', en: 'Write it as If-Match: "17".' },
  },
  'precondition-required': {
    status: 428,
    title: { vi: 'Cần nêu phiên bản đã xem (If-Match)', en: 'State the version you have seen (If-Match)' },
  },
  'version-conflict': {
    status: 412,
    title: { vi: 'Hồ sơ đã thay đổi sau khi bạn xem', en: 'The case has changed since you saw it' },
    detail: { vi: 'Hãy xem lại bản mới rồi quyết định.', en: 'Look at it again, then decide.' },
  },
  'race-lost': {
    status: 409,
    title: { vi: 'Có người khác vừa ghi cùng lúc', en: 'Someone else wrote at the same moment' },
    detail: { vi: 'Chưa ghi gì; hãy gửi lại.', en: 'Nothing was written; send it again.' },
  },

  // Who asks for what.
  'sign-in-required': { status: 401, title: { vi: 'Cần đăng nhập', en: 'Sign in first' } },
  forbidden: { status: 403, title: { vi: 'Không được phép', en: 'Not allowed' } },
  'not-found': { status: 404, title: { vi: 'Không tìm thấy', en: 'Not found' } },
  'method-not-allowed': {
    status: 405,
    title: { vi: 'Phương thức không được hỗ trợ ở đây', en: 'This method is not supported here' },
  },
  'not-acceptable': {
    status: 406,
    title: { vi: 'Không có dạng nội dung được yêu cầu', en: 'The requested media type is not offered' },
  },
  'too-many-requests': { status: 429, title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' } },

  // What a rejection's kind means when the domain gives its code no title, and what other code answers by status.
  invalid: { status: 400, title: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' } },
  conflict: {
    status: 409,
    title: { vi: 'Không làm được ở trạng thái hiện tại', en: 'Not possible in the present state' },
  },
  unprocessable: {
    status: 422,
    title: { vi: 'Nội dung không được chấp nhận', en: 'The content is not acceptable' },
  },

  // The machine.
  'internal-error': {
    status: 500,
    title: { vi: 'Lỗi hệ thống', en: 'Internal error' },
    detail: {
      vi: 'Lỗi đã được ghi lại. Khi báo lỗi, xin kèm mã traceId.',
      en: 'It has been logged. Please name the traceId when you report it.',
    },
  },
  'outcome-unknown': {
    status: 503,
    title: { vi: 'Chưa biết lệnh đã được ghi hay chưa', en: 'It is not known whether the command was recorded' },
    detail: {
      vi: 'Hãy gửi lại đúng yêu cầu này với cùng Idempotency-Key: kết quả sẽ rõ và không bị ghi hai lần.',
      en: 'Repeat this very request with the same Idempotency-Key: that settles it, and nothing is recorded twice.',
    },
  },
  'store-unavailable': {
    status: 503,
    title: { vi: 'Kho dữ liệu tạm thời không dùng được', en: 'The store is not available for now' },
    detail: { vi: 'Chưa ghi gì; hãy thử lại sau ít phút.', en: 'Nothing was written; try again in a while.' },
  },
  'reading-not-recorded': {
    status: 503,
    title: {
      vi: 'Chưa ghi được lượt xem nên chưa cho xem',
      en: 'The reading could not be recorded, so nothing is shown',
    },
    detail: { vi: 'Hãy thử lại sau ít phút.', en: 'Try again in a while.' },
  },
  'view-lagging': {
    status: 503,
    title: { vi: 'Số liệu chưa cập nhật kịp', en: 'The view has not caught up yet' },
    detail: {
      vi: 'Việc vừa ghi đã được lưu; hãy đọc lại sau giây lát.',
      en: 'What was recorded is safe; read again in a moment.',
    },
  },
  'shutting-down': {
    status: 503,
    title: { vi: 'Máy chủ đang dừng để bảo trì', en: 'The server is shutting down' },
  },
  // The trail.
  'trail-absent': {
    status: 404,
    title: { vi: 'Kho sự kiện này chưa có dấu vết kiểm chứng', en: 'This log keeps no verifiable trail' },
    detail: { vi: 'Hiện chỉ có trên PostgreSQL.', en: 'For now there is one on PostgreSQL only.' },
  },
  'trail-not-sealed': {
    status: 503,
    title: { vi: 'Chưa niêm phong đến đây, hãy thử lại', en: 'Not sealed yet, try again' },
    detail: {
      vi: 'Thường chỉ chậm một giây. Nếu lâu hơn, xem trạng thái hệ thống.',
      en: 'It usually takes a second. If it takes longer, look at the state of the system.',
    },
  },
  'trail-size-unknown': {
    status: 400,
    title: { vi: 'Không chứng minh được giữa hai cỡ này', en: 'There is no proof between these sizes' },
    detail: {
      vi: 'Cỡ trước không lớn hơn cỡ sau, và cỡ sau không lớn hơn điểm niêm phong mới nhất.',
      en: 'The earlier one is no greater than the later, and that no greater than the newest checkpoint.',
    },
  },
  'not-ready': { status: 503, title: { vi: 'Chưa sẵn sàng phục vụ', en: 'Not ready to serve' } },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

export const statusOfKind = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unprocessable: 422,
} as const satisfies Readonly<Record<RejectionKind, number>>;

/** The platform's codes and the domain's in one table, for the page of a code. */
export class ProblemCatalogue {
  constructor(private readonly rejections: RejectionTexts) {}

  /** Null for a code nobody uses. */
  find(code: string): ProblemEntry | null {
    if (isProblemCode(code)) return problems[code];
    const rejection = this.rejectionOf(code);
    return rejection === null ? null : { status: statusOfKind[rejection.kind ?? 'conflict'], title: rejection };
  }

  /** The title of a domain code, or what its kind means in general. */
  titleOfRejection(code: string, kind: RejectionKind): Words {
    return this.rejectionOf(code) ?? problems[kind].title;
  }

  private rejectionOf(code: string): RejectionTexts[string] | null {
    return Object.hasOwn(this.rejections, code) ? (this.rejections[code] ?? null) : null;
  }
}
