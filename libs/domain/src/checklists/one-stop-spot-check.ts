import type { Basis, ChecklistEdition } from './checklist.js';
import {
  both,
  canTho,
  earlierRecommendations,
  myHoaHung,
  ngaNam,
  nhuQuynh,
  no,
  ownProposal,
  read,
  share,
  unread,
  vinhChau,
  yes,
} from './parts.js';

/**
 * The unannounced check of a one-stop counter (Bộ phận Một cửa), plan of Vĩnh Châu 2023, activity 6.2. Twenty-five
 * numbered points and twenty-six items: point 20 asks for two ratios, so it is the items OSC-20a and OSC-20b. Sections
 * follow an inspector's walk along the counter, which is why the codes do not rise from item to item.
 */

const decree61 = 'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ';

/** The rule that governs one-stop service since 2025. Its text was not read. */
const oneStopToday: Basis = {
  text: both(
    'Thực hiện thủ tục hành chính theo cơ chế một cửa; cần đối chiếu điều khoản đang có hiệu lực',
    'One-stop service; the clause in force is still to be checked',
  ),
  source: 'Nghị định số 118/2025/NĐ-CP của Chính phủ',
  confirmed: false,
};

export const oneStopSpotCheck: ChecklistEdition = {
  kind: 'one-stop-spot-check',
  code: 'OSC',
  edition: 1,
  title: both('Phiếu kiểm tra đột xuất Bộ phận Một cửa', 'Spot check of a one-stop counter'),
  validFrom: '2021-01-01',
  validTo: null,
  source: `Biên soạn từ các kế hoạch của địa phương, trước hết là ${vinhChau}, Phụ lục, mục 6.2`,
  sections: [
    { code: 'A', title: both('Công khai, niêm yết', 'Posting and disclosure') },
    { code: 'B', title: both('Nhân sự, tác phong', 'Staff and conduct') },
    { code: 'C', title: both('Giải quyết hồ sơ', 'Handling of dossiers') },
    { code: 'D', title: both('Phí, lệ phí, nhũng nhiễu', 'Fees and harassment') },
    { code: 'E', title: both('Số hóa, hài lòng, phản ánh', 'Digitisation, satisfaction, complaints') },
    { code: 'F', title: both('Kiến nghị lần trước', 'Earlier recommendations') },
  ],
  items: [
    {
      code: 'OSC-01',
      section: 'A',
      question: both(
        'Tỷ lệ thủ tục hành chính thuộc thẩm quyền của đơn vị được niêm yết công khai tại Bộ phận Một cửa đạt bao nhiêu?',
        'What share of the procedures within the unit’s authority is posted at the one-stop counter?',
      ),
      verifiedBy: both(
        'Lấy mẫu ít nhất 10 mã thủ tục trong danh mục công bố mới nhất, đối chiếu với bảng niêm yết hoặc màn hình tra cứu; chụp ảnh bảng',
        'Sample at least 10 procedure codes from the latest published list, compare with the board or kiosk; photograph it',
      ),
      answer: share(
        both('Số thủ tục trong mẫu đã được niêm yết', 'Sampled procedures that are posted'),
        both('Số thủ tục trong mẫu', 'Procedures sampled'),
        10_000,
        `${myHoaHung}, mục 4.6`,
        10,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
      phrases: [
        both(
          'Chưa niêm yết đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết',
          'Not all procedures within the unit’s authority are posted',
        ),
        both('Một số lĩnh vực chưa có thủ tục nào được niêm yết', 'For some fields no procedure is posted at all'),
        both(
          'Thủ tục chỉ có trên màn hình tra cứu nhưng màn hình không hoạt động',
          'Procedures are only on the kiosk, and the kiosk does not work',
        ),
        both(
          'Có niêm yết nhưng bản niêm yết bị mờ, rách hoặc bị che khuất, không đọc được',
          'Procedures are posted, but faded, torn or hidden and cannot be read',
        ),
      ],
      remedy: both(
        'Niêm yết đầy đủ 100% thủ tục hành chính thuộc thẩm quyền giải quyết theo danh mục công bố mới nhất; phân công người chịu trách nhiệm cập nhật',
        'Post all procedures within the unit’s authority by the latest published list; name who keeps them current',
      ),
      verificationPoints: [
        both(
          'Ảnh toàn cảnh bảng niêm yết hoặc màn hình tra cứu đang hoạt động',
          'Photo of the whole board, or of the working kiosk',
        ),
        both(
          'Các thủ tục còn thiếu nêu trong tồn tại đã được niêm yết',
          'The procedures the finding names as missing are posted',
        ),
        both('Văn bản phân công người cập nhật niêm yết', 'Document naming who keeps the posting current'),
      ],
      indices: ['P5', 'P2.1', 'PAR 3.2.2', 'SIPAS 8.1.1'],
      basis: [
        read(
          'Niêm yết công khai đầy đủ thủ tục hành chính',
          'All procedures are posted',
          `${ngaNam}, Phụ lục, nội dung 5`,
        ),
        read(
          '100% thủ tục hành chính được niêm yết tại Bộ phận Một cửa và Cổng thông tin điện tử của xã',
          'All procedures are posted at the counter and on the commune’s portal',
          `${myHoaHung}, mục 4.6`,
        ),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-02',
      section: 'A',
      question: both(
        'Thủ tục hành chính niêm yết có đúng theo quyết định công bố mới nhất và không còn thủ tục đã hết hiệu lực không?',
        'Do the posted procedures follow the latest decision that published them, with none that is no longer in force?',
      ),
      verifiedBy: both(
        'Đối chiếu số và ngày của quyết định công bố với từng thủ tục trong mẫu',
        'Compare the number and date of the publishing decision for each sampled procedure',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
      phrases: [
        both('Còn niêm yết thủ tục hành chính đã hết hiệu lực', 'Procedures no longer in force are still posted'),
        both(
          'Chưa cập nhật thủ tục hành chính theo quyết định công bố mới nhất',
          'Posted procedures are not updated to the latest publishing decision',
        ),
        both(
          'Niêm yết theo tên cơ quan, thẩm quyền trước khi sắp xếp đơn vị hành chính',
          'The posting still names bodies and powers from before the reorganisation',
        ),
        both(
          'Bản niêm yết không ghi số, ngày quyết định công bố nên không xác định được hiệu lực',
          'The posting gives no number or date of the publishing decision, so its validity cannot be told',
        ),
      ],
      remedy: both(
        'Gỡ bỏ thủ tục hành chính đã hết hiệu lực, niêm yết lại theo quyết định công bố mới nhất và ghi rõ số, ngày của quyết định',
        'Take down procedures no longer in force; post by the latest publishing decision, with its number and date',
      ),
      verificationPoints: [
        both(
          'Ảnh bản niêm yết mới đọc rõ số, ngày quyết định công bố',
          'Photo of the new posting, number and date of the decision readable',
        ),
        both(
          'Thủ tục hết hiệu lực nêu trong tồn tại không còn được niêm yết',
          'The outdated procedures the finding names are gone',
        ),
      ],
      indices: ['P5', 'PAR 3.2.2'],
      basis: [
        read(
          'Cập nhật đầy đủ, kịp thời những thay đổi của thủ tục hành chính khi có quyết định công bố',
          'Changes are posted in full and in time once a decision publishes them',
          `${canTho}, Phụ lục II, mục 3`,
        ),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-03',
      section: 'A',
      question: both(
        'Mức phí, lệ phí của từng thủ tục có được niêm yết công khai, đúng mức quy định không?',
        'Are the fees and charges of each procedure posted, at the amounts prescribed?',
      ),
      verifiedBy: both(
        'Chụp ảnh bảng phí, lệ phí; đối chiếu với nghị quyết, thông tư quy định mức thu',
        'Photograph the fee board; compare with the resolution or circular that sets the fees',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'document'] },
      phrases: [
        both('Chưa niêm yết mức phí, lệ phí', 'Fees and charges are not posted'),
        both('Niêm yết mức phí, lệ phí đã hết hiệu lực', 'The posted fees are no longer in force'),
        both('Niêm yết thiếu mức phí, lệ phí của một số thủ tục', 'The fees of some procedures are missing'),
        both(
          'Không niêm yết đối tượng được miễn, giảm phí, lệ phí',
          'Who is exempt from fees, or pays less, is not posted',
        ),
      ],
      remedy: both(
        'Niêm yết đầy đủ, đúng mức phí, lệ phí và đối tượng miễn, giảm theo văn bản đang có hiệu lực',
        'Post all fees at the amounts in force, with who is exempt or pays less',
      ),
      verificationPoints: [
        both('Ảnh bảng phí, lệ phí mới, đọc rõ mức thu', 'Photo of the new fee board, amounts readable'),
        both(
          'Mức thu khớp với văn bản quy định đang có hiệu lực được dẫn trên bảng',
          'Amounts match the rule in force that the board cites',
        ),
      ],
      indices: ['P5', 'P4.1'],
      basis: [
        read('Mức phí phải nộp được niêm yết công khai', 'The fee to pay is posted', `${ngaNam}, Phụ lục, nội dung 5`),
        read(
          'Niêm yết công khai mức phí, lệ phí nếu có tại vị trí thuận tiện',
          'Fees, where there are any, are posted in a convenient place',
          `${canTho}, Phụ lục II, mục 3`,
        ),
      ],
    },
    {
      code: 'OSC-04',
      section: 'A',
      question: both(
        'Quy trình, thành phần hồ sơ và thời hạn giải quyết có được niêm yết ở nơi người dân dễ tiếp cận không?',
        'Are the steps, the required papers and the time limit posted where people can reach them?',
      ),
      verifiedBy: both(
        'Quan sát vị trí, chiều cao, cỡ chữ bảng niêm yết; chụp ảnh từ chỗ người dân đứng chờ',
        'Look at the place, height and letter size of the board; photograph it from where people wait',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['photo'] },
      phrases: [
        both('Niêm yết ở nơi khó thấy, khó tiếp cận', 'The posting is hard to see or to reach'),
        both('Chưa niêm yết quy trình giải quyết thủ tục', 'The steps of the procedures are not posted'),
        both('Chưa niêm yết đầy đủ thành phần hồ sơ', 'The required papers are not posted in full'),
        both('Chưa niêm yết thời hạn giải quyết', 'The time limits are not posted'),
      ],
      remedy: both(
        'Bố trí lại vị trí niêm yết thuận tiện, niêm yết đầy đủ quy trình, thành phần hồ sơ và thời hạn giải quyết',
        'Move the posting to a convenient place and post the steps, the papers and the time limits in full',
      ),
      verificationPoints: [
        both(
          'Ảnh chụp từ khu vực người dân ngồi chờ, thấy rõ bảng niêm yết',
          'Photo from the waiting area, board in plain sight',
        ),
        both(
          'Bảng niêm yết có đủ quy trình, thành phần hồ sơ, thời hạn giải quyết',
          'The board shows the steps, the papers and the time limits',
        ),
      ],
      indices: ['P5', 'SIPAS 8.1.2'],
      basis: [
        read(
          'Công khai quy trình, thời gian thực hiện, minh bạch phí, lệ phí, công khai kết quả giải quyết',
          'Steps, time and fees are disclosed, and so are the results',
          `${nhuQuynh}, mục 1.5 điểm b`,
        ),
        read(
          'Niêm yết quy trình, thành phần, thời gian thực hiện tại vị trí thuận tiện, khoa học để người dân dễ tiếp cận',
          'Steps, papers and time are posted where people can easily reach them',
          `${canTho}, Phụ lục II, mục 3`,
        ),
      ],
    },
    {
      code: 'OSC-05',
      section: 'A',
      question: both(
        'Địa chỉ, số điện thoại tiếp nhận phản ánh, kiến nghị của người dân có được niêm yết và liên lạc được không?',
        'Are the address and telephone number for complaints posted, and do they work?',
      ),
      verifiedBy: both(
        'Chụp ảnh bảng niêm yết; gọi thử số điện thoại tại thời điểm kiểm tra',
        'Photograph the posting; call the number during the check',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'record'] },
      phrases: [
        both(
          'Chưa niêm yết địa chỉ, số điện thoại tiếp nhận phản ánh, kiến nghị',
          'Address and telephone number for complaints are not posted',
        ),
        both('Số điện thoại niêm yết không liên lạc được', 'The posted number cannot be reached'),
        both(
          'Niêm yết thông tin liên hệ của cơ quan, người không còn phụ trách',
          'The posted contact is a body or person no longer in charge',
        ),
      ],
      remedy: both(
        'Niêm yết đúng địa chỉ, số điện thoại tiếp nhận phản ánh, kiến nghị và bố trí người trực trong giờ hành chính',
        'Post the right address and number for complaints, and staff the line in office hours',
      ),
      verificationPoints: [
        both('Ảnh bảng niêm yết thông tin tiếp nhận phản ánh, kiến nghị', 'Photo of the posted contact'),
        both('Cuộc gọi thử của đoàn được người trực trả lời', 'A test call by the team is answered'),
      ],
      indices: ['P3.2', 'SIPAS 8.1.5'],
      basis: [
        read(
          'Niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị của cá nhân, tổ chức tại Bộ phận Một cửa',
          'The address for complaints is posted at the one-stop counter',
          `${nhuQuynh}, mục 1.5 điểm c`,
        ),
        read(
          'Công khai số điện thoại tiếp nhận phản ánh, kiến nghị',
          'The telephone number for complaints is public',
          `${canTho}, Phụ lục II, mục 8`,
        ),
      ],
    },
    {
      code: 'OSC-06',
      section: 'A',
      question: both(
        'Có thùng thư góp ý đặt ở vị trí thuận tiện và sổ theo dõi việc mở thùng thư không?',
        'Is there a suggestion box in a convenient place, with a log of its openings?',
      ),
      verifiedBy: both(
        'Chụp ảnh thùng thư; xem sổ mở thùng thư, ngày mở gần nhất và chữ ký người mở',
        'Photograph the box; read the log, its last opening and who signed for it',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'document'] },
      phrases: [
        both('Không có thùng thư góp ý', 'There is no suggestion box'),
        both('Thùng thư góp ý đặt ở nơi khó thấy hoặc khó tiếp cận', 'The box is hard to see or to reach'),
        both('Không có sổ theo dõi mở thùng thư góp ý', 'There is no log of openings'),
        both('Không mở thùng thư góp ý theo định kỳ', 'The box is not opened regularly'),
      ],
      remedy: both(
        'Bố trí thùng thư góp ý ở vị trí thuận tiện, lập sổ theo dõi và mở thùng thư định kỳ có người chứng kiến',
        'Place the box conveniently, keep a log, and open it regularly before a witness',
      ),
      verificationPoints: [
        both('Ảnh thùng thư góp ý tại vị trí mới', 'Photo of the box in its place'),
        both(
          'Bản chụp sổ mở thùng thư có ít nhất một lần mở sau ngày kiểm tra',
          'Copy of the log with at least one opening after the check',
        ),
      ],
      indices: ['SIPAS 8.1.5'],
      basis: [
        read(
          'Mỗi cơ quan đều phải có thùng thư góp ý đặt ở vị trí thuận tiện',
          'Every office has a suggestion box in a convenient place',
          `${canTho}, Phụ lục II, mục 8`,
        ),
      ],
    },
    {
      code: 'OSC-07',
      section: 'A',
      question: both(
        'Bộ phận Một cửa có biển hiệu, khu vực riêng, đủ trang thiết bị (máy quét, máy đọc mã QR) và bảng hướng dẫn sử dụng không?',
        'Does the counter have its sign, an area of its own, its equipment (scanner, QR reader) and directions for using it?',
      ),
      verifiedBy: both(
        'Quan sát, chụp ảnh; đề nghị vận hành thử máy quét và máy đọc mã QR',
        'Look and photograph; have the scanner and the QR reader run once',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'video'] },
      phrases: [
        both('Không có biển hiệu hoặc biển hiệu ghi sai tên cơ quan', 'There is no sign, or it gives a wrong name'),
        both('Chưa bố trí khu vực riêng cho Bộ phận Một cửa', 'The counter has no area of its own'),
        both(
          'Máy quét, máy đọc mã QR không có hoặc không hoạt động',
          'Scanner or QR reader is missing or does not work',
        ),
        both('Không có bảng hướng dẫn sử dụng thiết bị tra cứu', 'There are no directions for using the kiosk'),
        both('Thiếu chỗ ngồi chờ cho người dân', 'There are too few seats for people who wait'),
      ],
      remedy: both(
        'Bổ sung biển hiệu, bố trí khu vực riêng, trang bị và sửa chữa thiết bị, lập bảng hướng dẫn sử dụng',
        'Put up the sign, set the area apart, supply and repair the equipment, post directions for use',
      ),
      verificationPoints: [
        both('Ảnh biển hiệu và toàn cảnh khu vực làm việc', 'Photo of the sign and of the whole area'),
        both('Ảnh hoặc video thiết bị đang hoạt động', 'Photo or video of the equipment at work'),
        both('Ảnh bảng hướng dẫn sử dụng thiết bị', 'Photo of the directions for use'),
      ],
      indices: ['SIPAS 8.1.1', 'PAR 7.3.4'],
      basis: [
        read(
          'Trụ sở phải có biển hiệu, Bộ phận Một cửa ở khu vực riêng biệt, đủ trang thiết bị, có bảng hướng dẫn sử dụng',
          'The office has its sign; the counter has its own area, equipment and directions for use',
          `${canTho}, Phụ lục II, mục 2`,
        ),
        read(
          'Bố trí trang thiết bị phục vụ Bộ phận Một cửa (máy đọc QR, máy quét)',
          'The counter is equipped (QR reader, scanner)',
          `${canTho}, Phụ lục I, tiêu chí 7.3.4`,
        ),
      ],
    },
    {
      code: 'OSC-08',
      section: 'B',
      question: both(
        'Tại giờ kiểm tra, bao nhiêu công chức có mặt trên tổng số được phân công trực tại Bộ phận Một cửa?',
        'At the time of the check, how many of the staff rostered at the counter are present?',
      ),
      verifiedBy: both(
        'Đối chiếu bảng phân công với số người có mặt; chụp ảnh có thời gian, không chụp mặt người dân',
        'Compare the roster with a head count; take a time-stamped photo without citizens’ faces',
      ),
      answer: share(
        both('Số công chức có mặt', 'Staff present'),
        both('Số công chức được phân công trong ca', 'Staff on the roster'),
        10_000,
        ownProposal,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
      phrases: [
        both(
          'Công chức được phân công vắng mặt tại giờ kiểm tra không có lý do',
          'Rostered staff are absent without a reason at the time of the check',
        ),
        both(
          'Công chức vắng mặt có lý do nhưng không bố trí người thay thế',
          'Staff are absent for a reason, and nobody stands in',
        ),
        both('Quầy tiếp nhận đóng cửa trong giờ làm việc', 'A counter is closed in working hours'),
        both('Không có bảng phân công trực tại Bộ phận Một cửa', 'There is no roster for the counter'),
      ],
      remedy: both(
        'Chấn chỉnh giờ giấc làm việc, lập bảng phân công có người thay thế, làm rõ trách nhiệm người vắng mặt',
        'Enforce working hours, keep a roster with stand-ins, and establish who answers for the absences',
      ),
      verificationPoints: [
        both(
          'Bảng phân công trực có người thay thế, được người đứng đầu ký',
          'Roster with stand-ins, signed by the head',
        ),
        both(
          'Văn bản làm rõ trách nhiệm người vắng mặt nêu trong tồn tại',
          'Document on the responsibility of those absent',
        ),
      ],
      indices: ['P5', 'PAR 5.4', 'SIPAS 8.1.3'],
      basis: [
        read(
          'Kiểm tra công vụ, chú trọng kiểm tra đột xuất việc giải quyết thủ tục hành chính tại Bộ phận Một cửa các cấp',
          'Checks of public duty, above all unannounced ones at the one-stop counters',
          `${vinhChau}, Phụ lục, mục 6.2`,
        ),
      ],
    },
    {
      code: 'OSC-09',
      section: 'B',
      question: both(
        'Công chức tại Bộ phận Một cửa có đeo thẻ, mặc trang phục và giữ thái độ giao tiếp đúng quy định không?',
        'Do the staff at the counter wear their badge, dress properly and treat people as the rules require?',
      ),
      verifiedBy: both(
        'Quan sát trong thời gian kiểm tra; ghi cụ thể vị trí quầy, không ghi nhận xét chung chung',
        'Observe during the check; note the counter concerned, no general remarks',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'record'] },
      phrases: [
        both('Công chức không đeo thẻ trong giờ làm việc', 'Staff do not wear their badge while on duty'),
        both('Trang phục của công chức không đúng quy định', 'Staff are not dressed as required'),
        both(
          'Thái độ giao tiếp với người dân chưa đúng chuẩn mực',
          'Staff do not treat people as the code of conduct requires',
        ),
        both('Công chức làm việc riêng khi có người dân chờ', 'Staff attend to private matters while people wait'),
      ],
      remedy: both(
        'Chấn chỉnh việc đeo thẻ, trang phục và thái độ giao tiếp; quán triệt quy tắc văn hóa công sở tại Bộ phận Một cửa',
        'Enforce badge, dress and conduct; remind the counter’s staff of the office code',
      ),
      verificationPoints: [
        both(
          'Ảnh công chức tại quầy đeo thẻ, trang phục đúng quy định',
          'Photo of staff at the counter with badge and proper dress',
        ),
        both(
          'Biên bản họp hoặc văn bản chấn chỉnh, có người được nhắc nhở ký',
          'Minutes or a notice of the reminder, signed by those concerned',
        ),
      ],
      indices: ['SIPAS 8.1.3', 'PAR 5.4'],
      basis: [
        read(
          'Thái độ lịch sự, hòa nhã; mặc đồng phục hoặc trang phục theo quy định, đeo thẻ công chức, viên chức',
          'Courtesy; uniform or prescribed dress; badge worn',
          `${canTho}, Phụ lục II, mục 5`,
        ),
      ],
    },
    {
      code: 'OSC-24',
      section: 'B',
      question: both(
        'Tỷ lệ công chức Bộ phận Một cửa được tập huấn nghiệp vụ ít nhất một lần trong năm đạt bao nhiêu?',
        'What share of the counter’s staff has been trained at least once this year?',
      ),
      verifiedBy: both(
        'Đối chiếu danh sách tham dự, giấy chứng nhận tập huấn trong năm với danh sách công chức Bộ phận Một cửa',
        'Compare attendance lists and certificates of the year with the list of counter staff',
      ),
      answer: share(
        both('Số công chức đã được tập huấn trong năm', 'Staff trained this year'),
        both('Số công chức làm việc tại Bộ phận Một cửa', 'Staff at the counter'),
        10_000,
        `${nhuQuynh}, Phụ lục: 100% công chức được tập huấn ít nhất 1 lần/năm`,
      ),
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document'] },
      phrases: [
        both('Còn công chức chưa được tập huấn trong năm', 'Some staff have not been trained this year'),
        both(
          'Đơn vị chưa có kế hoạch tập huấn cho công chức Bộ phận Một cửa',
          'There is no training plan for the counter’s staff',
        ),
        both('Không lưu danh sách tham dự tập huấn', 'Attendance lists of trainings are not kept'),
      ],
      remedy: both(
        'Lập kế hoạch và cử 100% công chức Bộ phận Một cửa tham gia tập huấn ít nhất một lần trong năm',
        'Plan trainings and send every member of the counter’s staff at least once a year',
      ),
      verificationPoints: [
        both(
          'Danh sách tham dự có chữ ký hoặc giấy chứng nhận của người còn thiếu',
          'Signed attendance or certificates of those missing',
        ),
        both('Kế hoạch tập huấn đã được phê duyệt', 'Approved training plan'),
      ],
      indices: ['PAR 5.5.2', 'SIPAS 8.1.3'],
      basis: [
        read(
          '100% công chức làm việc tại Bộ phận Một cửa được tập huấn ít nhất 1 lần/năm',
          'All counter staff are trained at least once a year',
          `${nhuQuynh}, Phụ lục`,
        ),
      ],
    },
    {
      code: 'OSC-10',
      section: 'C',
      question: both(
        'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn trong kỳ đạt bao nhiêu?',
        'What share of dossiers was settled on time or early in the period?',
      ),
      verifiedBy: both(
        'Bản trích xuất từ hệ thống thông tin giải quyết thủ tục hành chính của kỳ, có ký xác nhận; tính lại trên mẫu',
        'Signed extract of the procedure system for the period; re-computed on a sample',
      ),
      // The plan says "trên 95%"; 95% itself passes, as the points table counts it.
      answer: share(
        both('Số hồ sơ giải quyết đúng hạn và trước hạn trong kỳ', 'Dossiers settled on time or early in the period'),
        both('Số hồ sơ đã giải quyết trong kỳ', 'Dossiers settled in the period'),
        9_500,
        `${nhuQuynh}, Phụ lục: trên 95% đúng và trước hạn`,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both(
          'Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn thấp hơn chỉ tiêu được giao',
          'The on-time share is below the target set',
        ),
        both(
          'Số liệu đúng hạn do đơn vị báo cáo không khớp với mẫu tính lại',
          'The on-time figures reported do not match the re-computed sample',
        ),
        both(
          'Hồ sơ trễ hạn tập trung ở một lĩnh vực nhưng chưa có biện pháp khắc phục',
          'Late dossiers gather in one field, without any measure taken',
        ),
        both(
          'Kết thúc hồ sơ trên hệ thống trước khi trả kết quả cho người dân',
          'Dossiers are closed in the system before the result is handed out',
        ),
      ],
      remedy: both(
        'Rà soát nguyên nhân hồ sơ trễ hạn theo từng lĩnh vực, có biện pháp và phân công cụ thể để đạt chỉ tiêu đúng hạn',
        'Find the causes of lateness field by field; set measures and names so that the target is met',
      ),
      verificationPoints: [
        both('Bản trích xuất của kỳ sau đạt chỉ tiêu đúng hạn', 'Extract of a later period that meets the target'),
        both('Báo cáo nguyên nhân và biện pháp theo từng lĩnh vực', 'Report of causes and measures by field'),
        both('Mẫu hồ sơ tính lại khớp với số liệu hệ thống', 'A re-computed sample agrees with the system'),
      ],
      indices: ['P5.4', 'PAR 3.4.3', 'QĐ766'],
      basis: [
        read(
          'Trên 95% thủ tục hành chính đúng và trước hạn',
          'More than 95% of procedures on time or early',
          `${nhuQuynh}, Phụ lục`,
        ),
        read(
          'Tỷ lệ hồ sơ do UBND cấp xã tiếp nhận trong năm được giải quyết đúng hạn',
          'Share of the commune’s dossiers settled on time in the year',
          `${canTho}, Phụ lục I, tiêu chí 3.4.3`,
        ),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-11',
      section: 'C',
      question: both(
        'Tại thời điểm kiểm tra, có bao nhiêu hồ sơ đang quá hạn giải quyết?',
        'How many dossiers are overdue at the time of the check?',
      ),
      verifiedBy: both(
        'Danh sách hồ sơ quá hạn trên hệ thống, chụp lại màn hình hoặc trích xuất tại thời điểm kiểm tra',
        'The system’s list of overdue dossiers, captured at the time of the check',
      ),
      answer: { kind: 'number', unit: both('hồ sơ', 'dossiers'), passWhen: { atMost: 0 } },
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'photo'] },
      phrases: [
        both(
          'Còn hồ sơ quá hạn chưa giải quyết tại thời điểm kiểm tra',
          'Dossiers are overdue and unsettled at the time of the check',
        ),
        both('Hồ sơ quá hạn kéo dài không được đôn đốc', 'Long overdue dossiers are not followed up'),
        both(
          'Hồ sơ quá hạn do cơ quan phối hợp chậm trả lời',
          'Dossiers are overdue because a coordinating body is slow to answer',
        ),
      ],
      remedy: both(
        'Giải quyết dứt điểm hồ sơ đang quá hạn, gửi văn bản xin lỗi và làm rõ trách nhiệm của từng khâu',
        'Settle the overdue dossiers, send the apologies and establish who answers for each step',
      ),
      verificationPoints: [
        both(
          'Kết quả giải quyết của từng hồ sơ quá hạn nêu trong tồn tại',
          'Result of every overdue dossier the finding names',
        ),
        both(
          'Bản chụp danh sách hồ sơ quá hạn hiện tại bằng 0 hoặc có giải trình',
          'Today’s list of overdue dossiers is empty, or explained',
        ),
      ],
      indices: ['P5', 'PAR 3.4.3'],
      basis: [
        read(
          'Quyết liệt giảm hồ sơ trễ hạn, phấn đấu tiến tới 100% hồ sơ đúng và trước hạn',
          'Late dossiers are reduced, towards all dossiers on time or early',
          `${canTho}, Phụ lục II, mục 1`,
        ),
      ],
    },
    {
      code: 'OSC-12',
      section: 'C',
      question: both(
        'Tỷ lệ hồ sơ trễ hạn có văn bản xin lỗi gửi người dân, tổ chức đạt bao nhiêu?',
        'What share of late dossiers has an apology letter?',
      ),
      verifiedBy: both(
        'Kiểm tra toàn bộ hồ sơ trễ hạn, hoặc mẫu ngẫu nhiên ít nhất 10 hồ sơ có ghi lại cách chọn mẫu',
        'All late dossiers, or a random sample of at least 10 with the way of drawing it recorded',
      ),
      answer: share(
        both('Số hồ sơ trễ hạn đã có văn bản xin lỗi', 'Late dossiers with an apology letter'),
        both('Số hồ sơ trễ hạn được kiểm tra', 'Late dossiers examined'),
        10_000,
        `${nhuQuynh}, Phụ lục: 100% hồ sơ trễ hạn phải được xin lỗi`,
        10,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Hồ sơ trễ hạn không có văn bản xin lỗi', 'Late dossiers have no apology letter'),
        both('Chỉ xin lỗi bằng lời, không có văn bản', 'Apologies are made by word of mouth only'),
        both('Văn bản xin lỗi không lưu trong hồ sơ', 'Apology letters are not kept with the dossiers'),
        both(
          'Văn bản xin lỗi lập đồng loạt sau khi bị kiểm tra, nhắc nhở',
          'Apology letters were written in one go after a check or reminder',
        ),
      ],
      remedy: both(
        'Gửi văn bản xin lỗi cho 100% hồ sơ trễ hạn, lưu vào hồ sơ và theo dõi trên hệ thống',
        'Send an apology for every late dossier, keep it with the dossier and track it in the system',
      ),
      verificationPoints: [
        both('Văn bản xin lỗi của từng hồ sơ nêu trong tồn tại', 'The letter of every dossier the finding names'),
        both('Bằng chứng đã gửi cho người dân, tổ chức', 'Proof that it was sent'),
        both(
          'Mẫu hồ sơ trễ hạn phát sinh sau kiểm tra đều có văn bản xin lỗi',
          'Late dossiers since the check all have a letter',
        ),
      ],
      indices: ['P5', 'SIPAS 8.1.2'],
      basis: [
        read(
          '100% hồ sơ trễ hạn phải được xin lỗi theo đúng quy định',
          'Every late dossier is apologised for by the rules',
          `${nhuQuynh}, Phụ lục`,
        ),
        read(
          'Gửi thư xin lỗi đối với những hồ sơ trễ hẹn và quá hạn',
          'Apology letters for late and overdue dossiers',
          `${ngaNam}, Phụ lục, nội dung 5`,
        ),
        read('Văn bản xin lỗi khi trễ hẹn', 'Written apology for lateness', decree61),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-13',
      section: 'C',
      question: both(
        'Văn bản xin lỗi có được gửi trước khi hết hạn ít nhất 01 ngày, nêu lý do, ngày hẹn lại và chỉ hẹn lại không quá 01 lần không?',
        'Is the apology sent at least one day before the due date, with the reason and the new date, and only one postponement?',
      ),
      verifiedBy: both(
        'Xem văn bản xin lỗi trong mẫu: ngày văn bản, ngày hẹn trả, lý do, số lần hẹn lại',
        'Read the sampled letters: date of the letter, date due, reason, number of postponements',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo'] },
      phrases: [
        both('Văn bản xin lỗi gửi sau khi đã hết hạn trả kết quả', 'The apology was sent after the due date'),
        both('Văn bản xin lỗi không nêu lý do trễ hạn', 'The apology gives no reason'),
        both('Văn bản xin lỗi không ghi ngày hẹn trả lại', 'The apology gives no new date'),
        both('Hẹn lại quá 01 lần đối với cùng một hồ sơ', 'The same dossier was postponed more than once'),
      ],
      remedy: both(
        'Thực hiện gửi văn bản xin lỗi đúng thời hạn, đủ lý do và ngày hẹn lại, không hẹn lại quá 01 lần',
        'Send apologies in time, with the reason and the new date, and postpone once at the most',
      ),
      verificationPoints: [
        both(
          'Mẫu văn bản xin lỗi sau kiểm tra gửi trước hạn ít nhất 01 ngày, có lý do và ngày hẹn lại',
          'Letters since the check were sent a day ahead, with reason and new date',
        ),
        both('Không còn hồ sơ hẹn lại quá 01 lần', 'No dossier is postponed more than once'),
      ],
      indices: ['P5'],
      basis: [
        read(
          'Thông báo, xin lỗi chậm nhất trước ngày hết hạn 01 ngày; hẹn lại không quá một lần',
          'Apology at the latest one day before the due date; one postponement',
          decree61,
        ),
        read(
          'Phải thông báo trước về sự trễ hẹn; phải có văn bản xin lỗi và hẹn lại thời gian trả kết quả',
          'Lateness is announced beforehand, with an apology and a new date',
          `${canTho}, Phụ lục II, mục 4`,
        ),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-14',
      section: 'C',
      question: both(
        'Tỷ lệ hồ sơ giấy tại đơn vị đã được cập nhật trên Hệ thống thông tin giải quyết thủ tục hành chính đạt bao nhiêu?',
        'What share of the paper dossiers at the unit is in the procedure system?',
      ),
      verifiedBy: both(
        'Rút hồ sơ từ khay, tủ của từng quầy và tra từng mã hồ sơ trên hệ thống',
        'Pull dossiers from the trays and cabinets of each counter and look each one up',
      ),
      answer: share(
        both('Số hồ sơ giấy tìm thấy trên hệ thống', 'Paper dossiers found in the system'),
        both('Số hồ sơ giấy được rút kiểm tra', 'Paper dossiers pulled'),
        10_000,
        `${nhuQuynh}, Phụ lục: 100% hồ sơ được theo dõi trên hệ thống`,
      ),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'record', 'document'] },
      phrases: [
        both('Có hồ sơ giấy không được cập nhật trên hệ thống', 'Paper dossiers are missing from the system'),
        both(
          'Nhận hồ sơ nhưng không vào hệ thống, không cấp giấy tiếp nhận',
          'Dossiers were taken in without entry and without a receipt',
        ),
        both(
          'Ngày tiếp nhận trên hệ thống muộn hơn ngày thực nhận hồ sơ giấy',
          'The date in the system is later than the day the paper was received',
        ),
        both('Hồ sơ để ngoài hệ thống đã quá hạn giải quyết', 'Dossiers outside the system are past their due date'),
      ],
      remedy: both(
        'Cập nhật ngay toàn bộ hồ sơ giấy lên hệ thống đúng ngày thực nhận, làm rõ trách nhiệm người để hồ sơ ngoài hệ thống',
        'Enter every paper dossier at once with its true date; establish who kept dossiers outside the system',
      ),
      verificationPoints: [
        both(
          'Mã hồ sơ trên hệ thống của từng hồ sơ nêu trong tồn tại',
          'System code of every dossier the finding names',
        ),
        both('Ngày tiếp nhận trên hệ thống đúng ngày thực nhận', 'The date in the system is the true one'),
        both('Văn bản làm rõ trách nhiệm cá nhân', 'Document on personal responsibility'),
        both('Lần rút mẫu lại không còn hồ sơ ngoài hệ thống', 'A new pull finds none outside the system'),
      ],
      indices: ['P5', 'P4.1', 'QĐ766'],
      basis: [
        read(
          '100% hồ sơ tiếp nhận, giải quyết được theo dõi trạng thái xử lý trên Hệ thống thông tin giải quyết thủ tục hành chính',
          'Every dossier is tracked in the procedure system',
          `${nhuQuynh}, Phụ lục`,
        ),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-15',
      section: 'C',
      question: both(
        'Trong các hồ sơ phải bổ sung, tỷ lệ hồ sơ được yêu cầu bổ sung bằng phiếu hoặc văn bản và không quá 01 lần đạt bao nhiêu?',
        'Of the dossiers sent back for more papers, what share was asked in writing and only once?',
      ),
      verifiedBy: both(
        'Lấy mẫu hồ sơ bị yêu cầu bổ sung, xem phiếu yêu cầu và đếm số lần',
        'Sample dossiers that were sent back; read the requests and count them',
      ),
      answer: share(
        both('Số hồ sơ yêu cầu bổ sung bằng văn bản, không quá 01 lần', 'Dossiers asked in writing and once only'),
        both('Số hồ sơ phải bổ sung được kiểm tra', 'Dossiers sent back that were examined'),
        10_000,
        `${myHoaHung}, mục III.1: bổ sung hồ sơ không quá 01 lần`,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Yêu cầu bổ sung hồ sơ bằng lời, không có phiếu', 'More papers were asked for by word of mouth'),
        both('Yêu cầu bổ sung hồ sơ quá 01 lần', 'More papers were asked for more than once'),
        both('Phiếu yêu cầu bổ sung không nêu rõ nội dung, căn cứ', 'The request does not say what is missing or why'),
        both('Trả lại hồ sơ không có văn bản nêu lý do', 'The dossier was returned without a written reason'),
      ],
      remedy: both(
        'Hướng dẫn, yêu cầu bổ sung hồ sơ một lần, đầy đủ, bằng phiếu có nêu căn cứ và lưu trong hồ sơ',
        'Ask once, completely, on a form that cites its basis, and keep it with the dossier',
      ),
      verificationPoints: [
        both(
          'Mẫu phiếu yêu cầu bổ sung phát sinh sau kiểm tra, có nêu căn cứ',
          'Requests since the check, citing their basis',
        ),
        both('Không còn hồ sơ bị yêu cầu bổ sung quá 01 lần', 'No dossier was sent back more than once'),
      ],
      indices: ['P5', 'SIPAS 8.1.2'],
      basis: [
        read(
          'Hướng dẫn kê khai đầy đủ, chính xác để người dân, tổ chức bổ sung hồ sơ không quá 01 lần',
          'People are guided so that papers are asked for once at the most',
          `${myHoaHung}, mục III.1`,
        ),
        read(
          'Hướng dẫn hồ sơ bằng phiếu, yêu cầu bổ sung phải có văn bản thông báo',
          'Guidance on a form; requests for more papers in writing',
          `${canTho}, Phụ lục II, mục 4`,
        ),
      ],
    },
    {
      code: 'OSC-18',
      section: 'C',
      question: both(
        'Tỷ lệ hồ sơ có giấy tiếp nhận hồ sơ và hẹn trả kết quả đạt bao nhiêu?',
        'What share of dossiers has a receipt with an appointment date?',
      ),
      verifiedBy: both(
        'Lấy mẫu hồ sơ đang giải quyết, xem giấy tiếp nhận và ngày hẹn trả',
        'Sample dossiers in progress; look for the receipt and the date',
      ),
      answer: share(
        both('Số hồ sơ có giấy tiếp nhận và hẹn trả kết quả', 'Dossiers with receipt and date'),
        both('Số hồ sơ được kiểm tra', 'Dossiers examined'),
        10_000,
        ownProposal,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
      phrases: [
        both('Hồ sơ không có giấy tiếp nhận và hẹn trả kết quả', 'Dossiers have no receipt'),
        both('Giấy hẹn không ghi ngày trả kết quả', 'The receipt gives no date'),
        both(
          'Ngày hẹn trả dài hơn thời hạn quy định của thủ tục',
          'The date given is beyond the procedure’s time limit',
        ),
        both('Giấy hẹn viết tay, không in từ hệ thống', 'The receipt is handwritten, not printed by the system'),
      ],
      remedy: both(
        'Cấp giấy tiếp nhận và hẹn trả kết quả từ hệ thống cho 100% hồ sơ, ngày hẹn đúng thời hạn quy định',
        'Issue a receipt from the system for every dossier, dated within the time limit',
      ),
      verificationPoints: [
        both('Giấy tiếp nhận của các hồ sơ nêu trong tồn tại', 'Receipts of the dossiers the finding names'),
        both(
          'Mẫu hồ sơ tiếp nhận sau kiểm tra đều có giấy hẹn đúng thời hạn',
          'Dossiers since the check all have a receipt with a proper date',
        ),
      ],
      indices: ['P5'],
      basis: [
        read(
          'Người dân nhận được hẹn ngày cụ thể nhận kết quả và được nhận kết quả đúng lịch hẹn',
          'People are given a date for the result, and it is kept',
          `${ngaNam}, Phụ lục, nội dung 5`,
        ),
        unread('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt and appointment slip', decree61),
        oneStopToday,
      ],
    },
    {
      code: 'OSC-16',
      section: 'D',
      question: both(
        'Có yêu cầu người dân, tổ chức nộp thêm giấy tờ ngoài quy định hoặc lạm dụng bản sao chứng thực không?',
        'Are people asked for papers beyond the rules, or for certified copies without need?',
      ),
      verifiedBy: both(
        'Đối chiếu giấy tờ trong hồ sơ mẫu với thành phần hồ sơ đã công bố',
        'Compare the papers in sampled dossiers with the published list',
      ),
      answer: no,
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'record'] },
      phrases: [
        both(
          'Yêu cầu nộp thêm giấy tờ ngoài thành phần hồ sơ đã công bố',
          'Papers beyond the published list were demanded',
        ),
        both(
          'Yêu cầu bản sao chứng thực trong khi quy định cho nộp bản sao kèm bản chính để đối chiếu',
          'Certified copies were demanded where a copy shown with the original is enough',
        ),
        both(
          'Yêu cầu nộp giấy tờ đã có trong cơ sở dữ liệu dùng chung',
          'Papers were demanded that the shared databases already hold',
        ),
        both(
          'Tự đặt thêm mẫu đơn, xác nhận không có trong quy định',
          'Forms or confirmations were required that no rule provides for',
        ),
      ],
      remedy: both(
        'Chấm dứt ngay việc yêu cầu giấy tờ ngoài quy định, rà soát thành phần hồ sơ, làm rõ trách nhiệm người yêu cầu',
        'Stop at once asking for papers beyond the rules, review the lists of papers, establish who asked',
      ),
      verificationPoints: [
        both('Văn bản chấn chỉnh gửi toàn bộ công chức Bộ phận Một cửa', 'Instruction to all staff of the counter'),
        both('Văn bản làm rõ trách nhiệm cá nhân', 'Document on personal responsibility'),
        both(
          'Mẫu hồ sơ tiếp nhận sau kiểm tra không có giấy tờ ngoài quy định',
          'Dossiers since the check hold no papers beyond the rules',
        ),
      ],
      indices: ['P5', 'P4.1'],
      basis: [
        read(
          'Phát hiện và xử lý nghiêm trường hợp yêu cầu nộp thêm giấy tờ ngoài quy định',
          'Demands for papers beyond the rules are found and dealt with strictly',
          `${canTho}, Phụ lục III, mục V điểm e`,
        ),
        read(
          'Chấn chỉnh lạm dụng yêu cầu bản sao có chứng thực theo Chỉ thị 17/CT-TTg ngày 20/6/2014',
          'The abuse of certified copies is corrected, Directive 17/CT-TTg of 2014',
          `${vinhChau}, mục III.5`,
        ),
        read('Không yêu cầu giấy tờ ngoài quy định', 'No papers beyond the rules', decree61),
      ],
    },
    {
      code: 'OSC-17',
      section: 'D',
      question: both(
        'Trong các hồ sơ được kiểm tra, tổng số tiền thực thu của người dân có vượt mức phí, lệ phí quy định không?',
        'In the dossiers examined, does the money taken from people exceed the prescribed fees?',
      ),
      verifiedBy: both(
        'Đối chiếu biên lai, số liệu hệ thống và phỏng vấn ít nhất 05 người dân; không bù trừ hồ sơ thu thừa với hồ sơ thu thiếu',
        'Compare receipts, the system and interviews of at least 5 users; do not set an overcharge off against an undercharge',
      ),
      answer: {
        kind: 'money',
        amount: both('Số tiền thực thu của các hồ sơ có thu', 'Money actually taken'),
        reference: both(
          'Số phí, lệ phí phải thu theo quy định của các hồ sơ đó',
          'Fees prescribed for the same dossiers',
        ),
        passWhen: { aboveReferenceAtMost: 0 },
      },
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Thu tiền ngoài mức phí, lệ phí quy định', 'Money beyond the prescribed fees was taken'),
        both('Thu phí, lệ phí không có biên lai, chứng từ', 'Fees were taken without a receipt'),
        both('Thu phí của đối tượng được miễn, giảm', 'Fees were taken from people who are exempt or pay less'),
        both(
          'Thu thêm tiền viết hộ, sao chụp không công khai mức thu',
          'Money for filling in forms or copying was taken at no posted price',
        ),
      ],
      remedy: both(
        'Hoàn trả ngay số tiền thu ngoài quy định cho người dân, làm rõ trách nhiệm, báo cáo cơ quan có thẩm quyền xử lý',
        'Refund at once what was taken beyond the rules, establish responsibility, report to the competent body',
      ),
      verificationPoints: [
        both('Chứng từ hoàn trả có chữ ký của từng người nhận', 'Refund vouchers signed by each recipient'),
        both('Tổng số hoàn trả khớp với số tiền nêu trong tồn tại', 'The sum refunded equals the sum in the finding'),
        both('Văn bản làm rõ trách nhiệm cá nhân', 'Document on personal responsibility'),
      ],
      indices: ['P4.1', 'P5'],
      basis: [
        read(
          'Không phải trả phí ngoài quy định, không chi thêm tiền để nhận được kết quả',
          'No payment beyond the rules, none to obtain the result',
          `${ngaNam}, Phụ lục, nội dung 5`,
        ),
        read(
          'Nghiêm cấm nhận các khoản tiền ngoài quy định trong cấp giấy chứng nhận quyền sử dụng đất',
          'Taking money beyond the rules for land-use certificates is forbidden',
          `${ngaNam}, Phụ lục, nội dung 4`,
        ),
      ],
    },
    {
      code: 'OSC-19',
      section: 'E',
      question: both(
        'Tỷ lệ hồ sơ đã được số hóa cả thành phần hồ sơ và kết quả giải quyết trong kỳ đạt bao nhiêu?',
        'What share of dossiers was digitised in the period, papers and result alike?',
      ),
      verifiedBy: both(
        'Báo cáo số hóa của hệ thống; mở thử một số hồ sơ để xem tệp đính kèm',
        'The system’s report; open some dossiers and look at the files',
      ),
      answer: share(
        both('Số hồ sơ đã số hóa thành phần và kết quả', 'Dossiers digitised, papers and result'),
        both('Số hồ sơ đã giải quyết trong kỳ', 'Dossiers settled in the period'),
        10_000,
        `${nhuQuynh}, Phụ lục: thực hiện đầy đủ việc số hóa hồ sơ, kết quả`,
      ),
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both('Hồ sơ, kết quả chưa được số hóa đầy đủ', 'Dossiers and results are not fully digitised'),
        both('Đã số hóa hồ sơ nhưng chưa số hóa kết quả giải quyết', 'Papers are digitised, results are not'),
        both(
          'Bản số hóa mờ, thiếu trang hoặc chưa được ký số',
          'Scans are unreadable, incomplete or not digitally signed',
        ),
      ],
      remedy: both(
        'Số hóa đầy đủ thành phần hồ sơ và kết quả ngay khi tiếp nhận, trả kết quả; bố trí thiết bị và người thực hiện',
        'Digitise papers and result when they are received and handed out; provide equipment and staff',
      ),
      verificationPoints: [
        both('Báo cáo số hóa của kỳ sau đạt mức yêu cầu', 'Report of a later period that meets the target'),
        both('Hồ sơ mở thử có đủ tệp đọc được', 'Dossiers opened at random hold complete, readable files'),
      ],
      indices: ['PAR 7.3.4', 'QĐ766'],
      basis: [
        read(
          'Thực hiện đầy đủ việc số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
          'Dossiers and results are digitised in full',
          `${nhuQuynh}, Phụ lục`,
        ),
        read(
          'Triển khai số hóa hồ sơ giải quyết thủ tục hành chính',
          'Digitisation of dossiers',
          `${canTho}, Phụ lục I, tiêu chí 7.3.4`,
        ),
      ],
    },
    {
      code: 'OSC-20a',
      section: 'E',
      question: both(
        'Tỷ lệ hồ sơ nộp trực tuyến toàn trình trong kỳ đạt bao nhiêu?',
        'What share of dossiers was submitted fully online in the period?',
      ),
      verifiedBy: both(
        'Báo cáo của hệ thống trong kỳ; loại hồ sơ do công chức nộp thay người dân tại quầy nếu phát hiện',
        'The system’s report for the period; leave out dossiers that staff submitted for people at the counter',
      ),
      answer: share(
        both('Số hồ sơ trực tuyến toàn trình', 'Fully online dossiers'),
        both('Số hồ sơ của các thủ tục cung cấp trực tuyến toàn trình', 'Dossiers of procedures offered fully online'),
        5_000,
        ownProposal,
      ),
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both(
          'Tỷ lệ hồ sơ trực tuyến toàn trình thấp hơn mức yêu cầu',
          'The share of fully online dossiers is below the target',
        ),
        both(
          'Công chức nộp hồ sơ trực tuyến thay người dân để đạt chỉ tiêu',
          'Staff submit online for people in order to meet the target',
        ),
        both('Chưa bố trí người hướng dẫn người dân nộp hồ sơ trực tuyến', 'Nobody guides people in submitting online'),
      ],
      remedy: both(
        'Bố trí người hướng dẫn nộp hồ sơ trực tuyến, tuyên truyền thủ tục đủ điều kiện, không làm thay người dân',
        'Provide guidance for submitting online, make the procedures known, do not act in people’s stead',
      ),
      verificationPoints: [
        both('Báo cáo của kỳ sau đạt mức yêu cầu', 'Report of a later period that meets the target'),
        both('Phân công người hướng dẫn tại Bộ phận Một cửa', 'Roster of those who guide people at the counter'),
      ],
      indices: ['PAR 7.3.6', 'P8'],
      basis: [
        read(
          'Tỷ lệ hồ sơ trực tuyến toàn trình',
          'Share of fully online dossiers',
          `${canTho}, Phụ lục I, tiêu chí 7.3.6`,
        ),
      ],
    },
    {
      code: 'OSC-20b',
      section: 'E',
      question: both(
        'Tỷ lệ hồ sơ có phí, lệ phí được thanh toán trực tuyến trong kỳ đạt bao nhiêu?',
        'What share of dossiers with a fee was paid online in the period?',
      ),
      verifiedBy: both(
        'Báo cáo thanh toán của hệ thống trong kỳ, đối chiếu với biên lai',
        'The system’s payment report for the period, compared with receipts',
      ),
      answer: share(
        both('Số hồ sơ thanh toán trực tuyến', 'Dossiers paid online'),
        both('Số hồ sơ có phí, lệ phí', 'Dossiers with a fee'),
        5_000,
        ownProposal,
      ),
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both('Tỷ lệ thanh toán trực tuyến thấp hơn mức yêu cầu', 'The share paid online is below the target'),
        both(
          'Không niêm yết mã QR, hướng dẫn thanh toán trực tuyến',
          'No QR code or directions for paying online are posted',
        ),
        both('Chức năng thanh toán trực tuyến không hoạt động', 'Online payment does not work'),
      ],
      remedy: both(
        'Niêm yết mã QR và hướng dẫn thanh toán, khắc phục lỗi thanh toán, hướng dẫn người dân thanh toán trực tuyến',
        'Post the QR code and directions, mend the payment function, guide people in paying online',
      ),
      verificationPoints: [
        both('Ảnh mã QR, hướng dẫn thanh toán tại quầy', 'Photo of the QR code and directions at the counter'),
        both('Báo cáo thanh toán của kỳ sau đạt mức yêu cầu', 'Payment report of a later period that meets the target'),
      ],
      indices: ['PAR 7.3.7', 'P8'],
      basis: [read('Thanh toán trực tuyến', 'Online payment', `${canTho}, Phụ lục I, tiêu chí 7.3.7`)],
    },
    {
      code: 'OSC-21',
      section: 'E',
      question: both(
        'Tỷ lệ người dân, tổ chức được khảo sát hài lòng với việc giải quyết thủ tục hành chính đạt bao nhiêu?',
        'What share of the people surveyed is satisfied with how procedures are handled?',
      ),
      verifiedBy: both(
        'Số phiếu khảo sát gốc: số phiếu hài lòng và tổng số phiếu hợp lệ, không lấy tỷ lệ phần trăm có sẵn',
        'Raw survey counts: satisfied and valid forms, not a ready-made percentage',
      ),
      answer: share(
        both('Số phiếu hài lòng và rất hài lòng', 'Forms that say satisfied or very satisfied'),
        both('Số phiếu hợp lệ', 'Valid forms'),
        9_000,
        `${nhuQuynh}, Phụ lục: mức độ hài lòng 90% trở lên`,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both('Mức độ hài lòng thấp hơn chỉ tiêu được giao', 'Satisfaction is below the target set'),
        both('Không khảo sát mức độ hài lòng trong kỳ', 'No survey was held in the period'),
        both(
          'Khảo sát không có các lĩnh vực bắt buộc (chứng thực, cấp phép xây dựng, giấy chứng nhận quyền sử dụng đất)',
          'The survey leaves out compulsory fields (certification, construction permits, land-use certificates)',
        ),
        both(
          'Không lưu phiếu khảo sát gốc nên không kiểm tra lại được kết quả',
          'Survey forms are not kept, so the result cannot be checked',
        ),
      ],
      remedy: both(
        'Phân tích nguyên nhân chưa hài lòng, có biện pháp cải thiện và khảo sát lại, lưu phiếu gốc',
        'Analyse why people are not satisfied, improve, survey again and keep the forms',
      ),
      verificationPoints: [
        both(
          'Kết quả khảo sát lại đạt chỉ tiêu, có số phiếu gốc',
          'A new survey meets the target, with its raw counts',
        ),
        both('Báo cáo nguyên nhân và biện pháp cải thiện', 'Report of causes and measures'),
      ],
      indices: ['SIPAS 8.1', 'QĐ766'],
      basis: [
        read(
          'Mức độ hài lòng của người dân, doanh nghiệp trong thực hiện thủ tục hành chính đạt 90% trở lên',
          'Satisfaction with procedures of 90% or more',
          `${nhuQuynh}, Phụ lục`,
        ),
        read(
          'Thường xuyên khảo sát, đánh giá mức độ hài lòng của người dân',
          'Satisfaction is surveyed regularly',
          `${myHoaHung}, mục 5.2`,
        ),
      ],
    },
    {
      code: 'OSC-22',
      section: 'E',
      question: both(
        'Kết quả đo lường sự hài lòng có được công khai tại Bộ phận Một cửa và trên cổng, trang thông tin điện tử không?',
        'Are the results of the satisfaction survey published at the counter and on the portal?',
      ),
      verifiedBy: both(
        'Chụp ảnh bảng công khai; lưu địa chỉ và ảnh chụp trang đăng tải',
        'Photograph the posting; keep the address and a capture of the page',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'url'] },
      phrases: [
        both('Chưa công khai kết quả đo lường sự hài lòng', 'The survey’s results are not published'),
        both(
          'Chỉ công khai tại Bộ phận Một cửa, chưa đăng trên cổng, trang thông tin điện tử',
          'Results are posted at the counter but not on the portal',
        ),
        both(
          'Kết quả công khai đã cũ, không phải của kỳ gần nhất',
          'The published results are not those of the latest period',
        ),
      ],
      remedy: both(
        'Công khai kết quả đo lường sự hài lòng kỳ gần nhất tại Bộ phận Một cửa và trên cổng, trang thông tin điện tử',
        'Publish the latest survey’s results at the counter and on the portal',
      ),
      verificationPoints: [
        both('Ảnh bảng công khai kết quả tại Bộ phận Một cửa', 'Photo of the results posted at the counter'),
        both('Đường dẫn trang đăng tải còn truy cập được', 'Address of the page, still reachable'),
      ],
      indices: ['P2.1', 'SIPAS'],
      basis: [
        read(
          'Công khai kết quả đo lường sự hài lòng trên trang thông tin điện tử và tại Bộ phận tiếp nhận và trả kết quả',
          'Survey results are published on the website and at the counter',
          `${canTho}, Phụ lục III, mục V điểm d`,
        ),
      ],
    },
    {
      code: 'OSC-23',
      section: 'E',
      question: both(
        'Tỷ lệ phản ánh, kiến nghị của người dân, tổ chức được xử lý và trả lời đúng hạn đạt bao nhiêu?',
        'What share of people’s complaints was dealt with and answered on time?',
      ),
      verifiedBy: both(
        'Sổ, hệ thống tiếp nhận phản ánh, kiến nghị: ngày nhận, ngày trả lời, nội dung trả lời',
        'The register of complaints: received, answered, what was answered',
      ),
      answer: share(
        both('Số phản ánh, kiến nghị trả lời đúng hạn', 'Complaints answered on time'),
        both('Số phản ánh, kiến nghị đến hạn trả lời trong kỳ', 'Complaints due for an answer in the period'),
        10_000,
        ownProposal,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'url'] },
      phrases: [
        both('Còn phản ánh, kiến nghị trả lời quá hạn', 'Some complaints were answered late'),
        both('Còn phản ánh, kiến nghị chưa được trả lời', 'Some complaints were not answered'),
        both('Không mở sổ theo dõi phản ánh, kiến nghị', 'There is no register of complaints'),
        both(
          'Trả lời chung chung, không giải quyết nội dung phản ánh',
          'Answers are general and leave the matter unsettled',
        ),
      ],
      remedy: both(
        'Trả lời dứt điểm phản ánh, kiến nghị còn tồn đọng, lập sổ theo dõi có ngày nhận, ngày đến hạn, ngày trả lời',
        'Answer what is outstanding; keep a register with dates received, due and answered',
      ),
      verificationPoints: [
        both(
          'Văn bản trả lời của từng phản ánh, kiến nghị nêu trong tồn tại',
          'The answer to every complaint the finding names',
        ),
        both('Bản chụp sổ theo dõi không còn phản ánh, kiến nghị quá hạn', 'Copy of the register with none overdue'),
      ],
      indices: ['P3.2', 'P8.3', 'SIPAS 8.1.5'],
      basis: [
        read(
          'Phản ánh, kiến nghị phải giải quyết triệt để; kịp thời thông báo kết quả xử lý theo quy định',
          'Complaints are settled for good and the outcome is told in time',
          `${canTho}, Phụ lục II, mục 8`,
        ),
        read(
          'Tổ chức thực hiện hiệu quả công tác tiếp nhận, giải quyết phản ánh, kiến nghị của cá nhân, tổ chức',
          'Complaints are received and settled effectively',
          `${nhuQuynh}, Phụ lục`,
        ),
      ],
    },
    earlierRecommendations('OSC-25', 'F'),
  ],
};
