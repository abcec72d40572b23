import type { Severity, Text } from '../checklists/checklist.js';
import type { InspectionStatus } from '../inspection/facts.js';
import type { RecurrenceKind } from '../inspection/long-path-facts.js';
import type { InspectionType } from '../inspection/regimes.js';
import type { ItemStanding } from '../programme/plan-against-done.js';
import type { RecommendationStatus } from '../recommendation/facts.js';
import { both } from './wording.js';

/** Where things stand, in the words of the screens; a status without its words does not compile. */
export const inspectionStatusWords: Readonly<Record<InspectionStatus, Text>> = {
  ordered: both('đã phân công', 'assigned'),
  announced: both('đã công bố', 'announced'),
  'in-fieldwork': both('đang kiểm tra', 'in fieldwork'),
  suspended: both('tạm dừng', 'suspended'),
  'fieldwork-ended': both('chờ ký biên bản', 'minutes to sign'),
  'minutes-signed': both('đã ký biên bản', 'minutes signed'),
  'minutes-refused': both('đơn vị từ chối ký', 'signature refused'),
  'report-submitted': both('đã nộp báo cáo', 'report submitted'),
  'conclusion-drafting': both('đang dự thảo kết luận', 'conclusion being drafted'),
  'conclusion-drafted': both('đã có dự thảo', 'conclusion drafted'),
  'awaiting-response': both('chờ đơn vị giải trình', 'waiting for the unit'),
  'response-received': both('đơn vị đã giải trình', 'unit has answered'),
  'appraisal-returned': both('thẩm định trả lại', 'returned by appraisal'),
  'conclusion-appraised': both('đã thẩm định', 'appraised'),
  'referred-to-superior': both('chờ ý kiến cấp trên', 'waiting for the superior'),
  'conclusion-issued': both('đã ban hành kết luận', 'conclusion issued'),
  'conclusion-published': both('đã công khai kết luận', 'conclusion published'),
  'implementation-directed': both('đã chỉ đạo thực hiện', 'implementation directed'),
  'under-follow-up': both('đang theo dõi khắc phục', 'under follow-up'),
  closed: both('đã kết thúc', 'closed'),
  cancelled: both('đã hủy', 'cancelled'),
};

export const recommendationStatusWords: Readonly<Record<RecommendationStatus, Text>> = {
  issued: both('đã giao đơn vị', 'issued'),
  planned: both('đã lập kế hoạch', 'planned'),
  'plan-returned': both('kế hoạch bị trả lại', 'plan returned'),
  'plan-approved': both('kế hoạch đã duyệt', 'plan approved'),
  'in-progress': both('đang khắc phục', 'in progress'),
  returned: both('bị trả lại', 'returned'),
  'partly-implemented': both('đạt một phần', 'partly met'),
  'awaiting-verification': both('chờ xác minh', 'awaiting verification'),
  suspended: both('tạm dừng', 'suspended'),
  verified: both('đã xác minh', 'verified'),
  effective: both('đã xác nhận hiệu quả', 'effect confirmed'),
  implemented: both('đóng: đã khắc phục', 'closed: implemented'),
  'not-implemented': both('đóng: không thực hiện', 'closed: not implemented'),
  'sanction-proposed': both('không thực hiện: đề nghị xử lý', 'not implemented: sanction proposed'),
  'sanction-decided': both('không thực hiện: đã quyết định xử lý', 'not implemented: sanction decided'),
};

export const itemStandingWords: Readonly<Record<ItemStanding, Text>> = {
  withdrawn: both('đã bỏ khỏi kế hoạch', 'withdrawn from the plan'),
  behind: both('chậm', 'behind'),
  done: both('đã đủ', 'done'),
  'under-way': both('đang thực hiện', 'under way'),
  'not-begun': both('chưa thực hiện', 'not begun'),
  undated: both('chưa xác định thời gian', 'no date known'),
};

export const severityWords: Readonly<Record<Severity, Text>> = {
  minor: both('nhẹ', 'minor'),
  major: both('nặng', 'major'),
  critical: both('nghiêm trọng', 'critical'),
};

export const recurrenceWords: Readonly<Record<RecurrenceKind, Text>> = {
  repeat: both('tái phạm', 'repeated'),
  persisting: both('kéo dài', 'persisting'),
  inherited: both('kế thừa', 'inherited'),
};

export const inspectionTypeWords: Readonly<Record<InspectionType, Text>> = {
  planned: both('theo kế hoạch', 'planned'),
  unannounced: both('đột xuất', 'unannounced'),
  thematic: both('chuyên đề', 'thematic'),
  'follow-up': both('phúc tra', 'follow-up'),
  'self-check': both('tự kiểm tra', 'self-check'),
};
