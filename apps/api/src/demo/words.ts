import type { ChecklistItem } from '@soat/domain';
import type { SeededRandom } from './random.js';

/**
 * What people write in a case, invented like the people. Chosen by chance within what fits the subject, so that no two files
 * read alike, and never about a person.
 */
type Area = 'notice' | 'dossiers' | 'people' | 'budget' | 'contributions';

const areas: readonly (readonly [codes: RegExp, area: Area])[] = [
  [/^OSC-0[1-7]$|^OSC-22$/, 'notice'],
  [/^OSC-(08|09|24|21|23)$/, 'people'],
  [/^OSC/, 'dossiers'],
  [/^CBD/, 'budget'],
  [/^VCA/, 'contributions'],
];

function areaOf(itemCode: string): Area {
  return areas.find(([codes]) => codes.test(itemCode))?.[1] ?? 'dossiers';
}

const causes: Readonly<Record<Area, readonly string[]>> = {
  notice: [
    'Công chức phụ trách niêm yết mới chuyển công tác, chưa bàn giao.',
    'Chưa phân công người theo dõi quyết định công bố mới.',
    'Bảng niêm yết cũ hết chỗ, chưa bố trí kinh phí làm bảng mới.',
    'Trang thông tin điện tử đang nâng cấp, chưa cập nhật bản tại trụ sở.',
  ],
  dossiers: [
    'Hồ sơ đất đai chờ ý kiến cơ quan phối hợp, không ai theo dõi ngày hẹn.',
    'Công chức kiêm nhiệm nhiều việc, cập nhật hệ thống vào cuối tuần.',
    'Hệ thống đồng bộ chậm trong các ngày cao điểm, không lập phiếu theo dõi tạm.',
    'Chưa đối chiếu sổ giấy với hệ thống hằng ngày.',
    'Công chức mới chưa được cấp tài khoản xử lý hồ sơ.',
  ],
  people: [
    'Không lập lịch trực thay khi công chức đi tập huấn.',
    'Chưa có quy chế làm việc riêng của Bộ phận Một cửa.',
    'Lãnh đạo chưa kiểm tra thường xuyên việc trực tại quầy.',
  ],
  budget: [
    'Kế toán lập biểu theo mẫu cũ, chưa cập nhật thông tư mới.',
    'Chờ nghị quyết của Hội đồng nhân dân nên đăng chậm.',
    'Chỉ một người vừa kế toán vừa công khai, không có người kiểm tra lại.',
    'Số liệu Kho bạc khóa sổ muộn, chưa đối chiếu trước khi công khai.',
  ],
  contributions: [
    'Ban vận động ấp thu hộ, không được hướng dẫn về biên lai.',
    'Thu vào dịp cuối vụ tôm, tiền để tại nhà thủ quỹ ấp.',
    'Chưa phân biệt khoản tự nguyện với khoản thu bắt buộc.',
    'Sổ ghi theo đợt vận động, không tổng hợp theo công trình.',
  ],
};

const effects: Readonly<Record<Area, readonly string[]>> = {
  notice: ['Người dân phải hỏi nhiều lần, đi lại thêm.', 'Người dân nộp thừa giấy tờ do đọc bản cũ.'],
  dossiers: ['Hồ sơ trả chậm, người dân phải đi lại nhiều lần.', 'Số liệu đúng hạn của đơn vị không phản ánh thực tế.'],
  people: ['Người dân chờ lâu vào buổi sáng đầu tuần.', 'Giảm mức độ hài lòng trong kỳ khảo sát.'],
  budget: [
    'Người dân và Ban Thanh tra nhân dân không có số liệu để giám sát.',
    'Hội đồng nhân dân thiếu căn cứ chất vấn.',
  ],
  contributions: [
    'Người dân thắc mắc tại các cuộc tiếp xúc cử tri.',
    'Không xác định được khoản thu thuộc công trình nào.',
  ],
};

/** How a remedy begins after what was asked for; names an office, never a person. */
const steps: Readonly<Record<Area, readonly string[]>> = {
  notice: [
    'Công chức Văn phòng - Thống kê rà soát bảng niêm yết, Chủ tịch UBND kiểm tra lại trước ngày xong.',
    'In và treo lại bảng, chụp ảnh từng bảng, ghi sổ theo dõi cập nhật hằng tháng.',
  ],
  dossiers: [
    'Đối chiếu sổ giấy với hệ thống từng lĩnh vực, báo cáo hằng tuần tại giao ban.',
    'Lập danh sách hồ sơ còn nợ, giao từng công chức chịu trách nhiệm từng hồ sơ.',
    'Tập huấn lại quy trình trong hai buổi chiều, phân công người trực thay.',
  ],
  people: [
    'Ban hành lịch trực có người thay, dán tại quầy, Phó Chủ tịch kiểm tra đột xuất hằng tuần.',
    'Họp kiểm điểm tại Văn phòng, sửa quy chế làm việc của Bộ phận Một cửa.',
  ],
  budget: [
    'Kế toán lập lại biểu, đối chiếu Kho bạc, Chủ tịch UBND ký và niêm yết tại trụ sở và nhà văn hóa ấp.',
    'Đăng lịch công khai cả năm, giao Văn phòng nhắc trước hạn năm ngày.',
  ],
  contributions: [
    'Lập lại sổ theo từng công trình, mời Ban Thanh tra nhân dân cùng đối chiếu.',
    'Mở tài khoản tiền gửi riêng, nộp ngay số còn giữ, họp dân công bố kết quả.',
  ],
};

const progress: readonly string[] = [
  'Đã phân công, đang thực hiện theo kế hoạch.',
  'Đã xong phần rà soát, đang bổ sung hồ sơ.',
  'Đã họp triển khai tại ấp, còn chờ số liệu của hai ấp.',
  'Đã làm xong một nửa, phần còn lại chờ ký.',
];

const obstacles: readonly string[] = [
  'Chưa có tài khoản trên hệ thống cho công chức mới.',
  'Kinh phí sửa chữa chưa được phân bổ trong quý.',
  'Người giữ sổ cũ đã nghỉ việc, đang tìm lại chứng từ.',
  'Mưa lớn kéo dài, đường vào ấp ngập, chưa họp dân được.',
];

const proofs: readonly string[] = [
  'Đã thực hiện xong, gửi kèm ảnh chụp tại chỗ.',
  'Đã hoàn thành, kèm văn bản và ảnh trước, sau.',
  'Đã thực hiện đủ nội dung kiến nghị, đề nghị xác minh.',
];

const extensionReasons: readonly string[] = [
  'Nhà thầu giao thiết bị chậm, đã có văn bản hẹn lại.',
  'Trùng thời gian tổng kiểm kê cuối năm, thiếu người đối chiếu.',
  'Chờ Kho bạc xác nhận số liệu đối chiếu.',
  'Ấp chưa họp được do bà con đang vào vụ thu hoạch hành tím.',
];

const returnReasons: readonly string[] = [
  'Ảnh không cho thấy nội dung đã nêu trong tồn tại.',
  'Ảnh chụp một bảng, tồn tại nêu cả khu vực niêm yết.',
  'Văn bản chưa ký, chưa đóng dấu.',
  'Số liệu gửi kèm không khớp số đã nêu trong biên bản.',
];

const relapses: readonly string[] = [
  'Sau một tháng xem lại, tồn tại cũ lại xuất hiện.',
  'Chỉ duy trì được hai tuần, người được giao đã chuyển việc khác.',
  'Kiểm tra lại tại chỗ: làm cho đợt xác minh rồi bỏ.',
];

const onSiteNotes: readonly string[] = [
  'Công chức bộ phận đã bổ sung ngay trong buổi kiểm tra.',
  'Đã treo lại bảng và dán bản cập nhật trước khi đoàn rời đơn vị.',
  'Đã mở khóa thùng thư, lập sổ theo dõi ngay tại chỗ.',
];

const reservations: readonly string[] = [
  'Đề nghị tính lại hồ sơ do hệ thống đồng bộ chậm.',
  'Đề nghị ghi nhận các hồ sơ do cơ quan phối hợp trả lời muộn.',
  'Đề nghị xem xét vì đơn vị đang chuyển trụ sở tiếp dân.',
];

export function causeOf(itemCode: string, random: SeededRandom): string {
  return random.pick(causes[areaOf(itemCode)]);
}

export function effectOf(itemCode: string, random: SeededRandom): string {
  return random.pick(effects[areaOf(itemCode)]);
}

export function stepsOf(itemCode: string, remedy: string, random: SeededRandom): string {
  return `${remedy} ${random.pick(steps[areaOf(itemCode)])}`;
}

/** What was found, in the item's own stock phrases. */
export function conditionOf(item: ChecklistItem, random: SeededRandom): string {
  return random.pick(item.phrases).vi;
}

export const said = {
  progress: (random: SeededRandom) => random.pick(progress),
  obstacle: (random: SeededRandom) => random.pick(obstacles),
  proof: (random: SeededRandom) => random.pick(proofs),
  whyLater: (random: SeededRandom) => random.pick(extensionReasons),
  whyReturned: (random: SeededRandom) => random.pick(returnReasons),
  relapse: (random: SeededRandom) => random.pick(relapses),
  onSite: (random: SeededRandom) => random.pick(onSiteNotes),
  reservation: (random: SeededRandom) => random.pick(reservations),
} as const;
