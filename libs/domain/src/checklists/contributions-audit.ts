import type { ChecklistEdition } from './checklist.js';
import {
  both,
  canTho,
  earlierRecommendations,
  equalTo,
  myHoaHung,
  ngaNam,
  nhuQuynh,
  no,
  notAbove,
  ownProposal,
  read,
  share,
  unread,
  vinhChau,
  yes,
} from './parts.js';

/**
 * The audit of voluntary contributions (khoản đóng góp tự nguyện), plan of Vĩnh Châu 2023, activity 6.4. Twenty-three
 * numbered points, one item each. Sections follow the money: the appeal, its free will, the receipts and books, the work,
 * and who was told.
 */

const democracyAct = 'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15';
const decree24 = 'Nghị định số 24/1999/NĐ-CP ngày 16/4/1999 của Chính phủ';
const circular344 = 'Thông tư số 344/2016/TT-BTC ngày 30/12/2016 của Bộ Tài chính';
const accountingAct = 'Luật Kế toán số 88/2015/QH13';
const constructionRules = 'Quy định về nghiệm thu công trình xây dựng đang có hiệu lực';

const voluntary = read(
  'Khắc phục triệt để việc huy động không dựa trên tinh thần tự nguyện, ấn định mức đóng góp tối thiểu hoặc vận động trùng lặp',
  'No more appeals that are not voluntary, fix a minimum or are made twice',
  `${canTho}, Phụ lục III, phần I mục 4 điểm c`,
);
const peopleDecide = read(
  'Các khoản đóng góp bảo đảm nguyên tắc dân chủ, do người dân quyết định thực hiện và quyết định mức đóng góp',
  'Contributions are democratic: people decide whether to make them and how much',
  `${ngaNam}, Phụ lục, nội dung 1 điểm d`,
);
const clearBooks = read(
  'Hạch toán, theo dõi, ghi chép sổ sách các khoản đóng góp tự nguyện rõ ràng, đầy đủ',
  'Voluntary contributions are booked clearly and in full',
  `${canTho}, Phụ lục III, phần I mục 4 điểm d`,
);
const yearlyReport = read(
  'Đánh giá công tác dân vận hằng năm phải có báo cáo việc huy động, quản lý, sử dụng các nguồn đóng góp tự nguyện và lấy ý kiến người dân',
  'The yearly review has a report on raising, managing and using contributions, and asks the people',
  `${nhuQuynh}, Phụ lục, đóng góp tự nguyện`,
);

export const contributionsAudit: ChecklistEdition = {
  kind: 'contributions-audit',
  code: 'VCA',
  edition: 1,
  title: both('Phiếu kiểm tra huy động, quản lý, sử dụng đóng góp tự nguyện', 'Audit of voluntary contributions'),
  validFrom: '2021-01-01',
  validTo: null,
  source: `Biên soạn từ các kế hoạch của địa phương, trước hết là ${vinhChau}, Phụ lục, mục 6.4`,
  sections: [
    { code: 'A', title: both('Chủ trương, dân bàn', 'Appeal and decision') },
    { code: 'B', title: both('Tự nguyện, miễn giảm', 'Free will and exemptions') },
    { code: 'C', title: both('Biên lai, sổ sách, nộp tiền', 'Receipts, books, deposits') },
    { code: 'D', title: both('Sử dụng, công trình', 'Spending and works') },
    { code: 'E', title: both('Giám sát, công khai, báo cáo', 'Supervision, disclosure, reports') },
    { code: 'F', title: both('Kiến nghị lần trước', 'Earlier recommendations') },
  ],
  items: [
    {
      code: 'VCA-01',
      section: 'A',
      question: both(
        'Danh mục dự án, công việc kêu gọi đóng góp có được công khai trước khi vận động không?',
        'Was the list of projects and works published before people were asked to contribute?',
      ),
      verifiedBy: both(
        'Ảnh niêm yết, thông báo có ngày; đối chiếu với ngày thu biên lai đầu tiên',
        'Photo of the posting, dated notice; compare with the day of the first receipt',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'document'] },
      phrases: [
        both('Không công khai danh mục trước khi vận động', 'The list was not published before the appeal'),
        both('Công khai sau khi đã thu tiền', 'It was published after money had been taken'),
        both(
          'Danh mục không nêu tổng mức, phần ngân sách và phần kêu gọi đóng góp',
          'The list gives neither the total nor the parts of budget and contributions',
        ),
      ],
      remedy: both(
        'Công khai danh mục, tổng mức, phần kêu gọi đóng góp; tạm dừng thu với công trình chưa công khai',
        'Publish list, total and the part asked for; stop collecting for works not yet published',
      ),
      verificationPoints: [
        both('Ảnh niêm yết danh mục có ngày', 'Dated photo of the posted list'),
        both('Danh mục nêu đủ tổng mức và phần kêu gọi đóng góp', 'The list gives the total and the part asked for'),
      ],
      indices: ['P1.4', 'P2.1'],
      basis: [
        read(
          'Công khai danh mục các dự án, công việc cần kêu gọi người dân cùng tham gia đóng góp tự nguyện',
          'The projects and works that people are asked to contribute to are published',
          `${canTho}, Phụ lục III, phần I mục 4 điểm b`,
        ),
      ],
    },
    {
      code: 'VCA-02',
      section: 'A',
      question: both(
        'Nhân dân có được bàn và quyết định chủ trương, mức đóng góp trước khi thu không?',
        'Did residents discuss and decide the policy and the level before anything was collected?',
      ),
      verifiedBy: both(
        'Biên bản họp ấp, khóm có danh sách đại diện hộ và chữ ký, hoặc phiếu lấy ý kiến từng hộ',
        'Minutes of the hamlet meeting with the signed list of households, or the ballots',
      ),
      answer: yes,
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Thu đóng góp khi chưa họp dân quyết định', 'Collected before the residents decided'),
        both('Mức đóng góp do UBND hoặc ban vận động ấn định', 'The level was set by the office or the committee'),
        both(
          'Biên bản họp dân không có danh sách, chữ ký đại diện hộ',
          'The minutes have no signed list of households',
        ),
        both('Họp dân để thông báo, không lấy biểu quyết', 'The meeting was told, not asked'),
      ],
      remedy: both(
        'Dừng thu, tổ chức họp dân bàn và quyết định lại chủ trương, mức đóng góp; hoàn trả khoản đã thu nếu dân không tán thành',
        'Stop, let the residents decide policy and level anew; pay back what they do not agree to',
      ),
      verificationPoints: [
        both('Biên bản họp dân có danh sách, chữ ký và kết quả biểu quyết', 'Minutes with signed list and vote'),
        both('Quyết định công nhận kết quả bàn của dân', 'Decision that recognises the vote'),
        both('Danh sách hoàn trả, nếu có', 'List of what was paid back, if anything'),
      ],
      indices: ['P1.4'],
      basis: [
        read(
          'Nhân dân bàn và quyết định chủ trương, mức đóng góp xây dựng công trình công cộng',
          'Residents discuss and decide policy and level of contributions to public works',
          `${democracyAct}, Điều 15`,
        ),
        unread(
          'Quy chế tổ chức huy động, quản lý và sử dụng đóng góp tự nguyện; hiệu lực hiện nay cần đối chiếu',
          'Rules on raising, managing and using contributions; whether still in force is to be checked',
          decree24,
        ),
        peopleDecide,
      ],
    },
    {
      code: 'VCA-03',
      section: 'A',
      question: both(
        'Tỷ lệ hộ tán thành trên tổng số hộ của địa bàn đạt bao nhiêu?',
        'What share of all households of the place was in favour?',
      ),
      verifiedBy: both(
        'Đếm lại danh sách ký hoặc phiếu; đối chiếu tổng số hộ với danh sách hộ của ấp, khóm',
        'Recount the signed list or ballots; compare the number of households with the hamlet’s list',
      ),
      // More than half. In basis points the first count above 50% is 50.01%, which no hamlet is large enough to miss.
      answer: share(
        both('Số hộ tán thành', 'Households in favour'),
        both('Tổng số hộ của địa bàn', 'All households of the place'),
        5_001,
        `${decree24}: quá nửa; tỷ lệ theo ${democracyAct} cần đối chiếu`,
      ),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Số hộ tán thành không đạt quá nửa tổng số hộ', 'Not more than half of the households were in favour'),
        both('Tính tỷ lệ trên số hộ dự họp thay vì tổng số hộ', 'The share was counted of those present, not of all'),
        both('Một người ký thay nhiều hộ', 'One person signed for several households'),
      ],
      remedy: both(
        'Tổ chức lấy lại ý kiến của đại diện các hộ; chỉ thu khi đạt tỷ lệ quy định',
        'Ask the households again; collect only when the required majority is there',
      ),
      verificationPoints: [
        both('Biên bản kiểm phiếu hoặc danh sách ký mới', 'New minutes of the count, or the signed list'),
        both(
          'Tỷ lệ tán thành tính trên tổng số hộ đạt quy định',
          'The share of all households reaches what is required',
        ),
      ],
      indices: ['P1.4'],
      basis: [
        unread('Đa số hộ tán thành', 'A majority of households is in favour', decree24),
        unread(
          'Tỷ lệ tán thành để nội dung bàn có giá trị thi hành',
          'The majority that makes the vote binding',
          democracyAct,
        ),
        peopleDecide,
      ],
    },
    {
      code: 'VCA-15',
      section: 'A',
      question: both(
        'Người đóng góp có được tham gia ý kiến về thiết kế và được giám sát công trình không?',
        'Were contributors heard on the design and able to supervise the work?',
      ),
      verifiedBy: both(
        'Biên bản lấy ý kiến về thiết kế, dự toán; phỏng vấn người đóng góp',
        'Minutes on design and estimate; talks with contributors',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không lấy ý kiến người đóng góp về thiết kế', 'Contributors were not heard on the design'),
        both('Không thông báo dự toán cho người đóng góp', 'Contributors were not told the estimate'),
        both('Người đóng góp không được giám sát thi công', 'Contributors could not supervise the building'),
      ],
      remedy: both(
        'Lấy ý kiến người đóng góp về thiết kế, dự toán; thông báo quyền giám sát và đầu mối tiếp nhận',
        'Hear contributors on design and estimate; tell them of their right to supervise and whom to turn to',
      ),
      verificationPoints: [
        both('Biên bản lấy ý kiến', 'Minutes of the hearing'),
        both('Thông báo quyền giám sát đã gửi tới người đóng góp', 'Contributors were told they may supervise'),
      ],
      indices: ['P1.4'],
      basis: [
        read(
          'Người đóng góp có quyền tham gia ý kiến trong quá trình thiết kế, tham gia quyết định và giám sát công trình',
          'Contributors may speak on the design, take part in decisions and supervise the work',
          `${ngaNam}, Phụ lục, nội dung 1 điểm d`,
        ),
      ],
    },
    {
      code: 'VCA-04',
      section: 'B',
      question: both(
        'Có ấn định mức đóng góp tối thiểu hoặc chia bình quân theo hộ, theo khẩu không?',
        'Was a minimum fixed, or the sum levied evenly by household or head?',
      ),
      verifiedBy: both(
        'Thông báo, danh sách phân bổ; độ phân tán của các mức đóng góp: cờ báo khi trên 80% khoản bằng nhau',
        'Notices and allotment lists; spread of the amounts: flagged when more than 80% are identical',
      ),
      answer: no,
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Ấn định mức đóng góp tối thiểu cho từng hộ', 'A minimum was fixed for each household'),
        both('Chia bình quân mức đóng góp theo hộ hoặc theo khẩu', 'The sum was levied evenly by household or head'),
        both('Lập danh sách phân bổ, giao chỉ tiêu thu cho ấp, khóm', 'Hamlets were given lists and quotas to collect'),
      ],
      remedy: both(
        'Bãi bỏ mức tối thiểu, mức bình quân; thông báo lại tính tự nguyện; hoàn trả theo yêu cầu của hộ',
        'Abolish minimum and even levies, tell people it is voluntary, pay back who asks',
      ),
      verificationPoints: [
        both('Văn bản bãi bỏ mức ấn định', 'Document abolishing the fixed level'),
        both('Thông báo lại tới các hộ', 'Notice to the households'),
        both('Danh sách hoàn trả', 'List of repayments'),
      ],
      indices: ['P1.4', 'P4.1'],
      basis: [voluntary],
    },
    {
      code: 'VCA-05',
      section: 'B',
      question: both(
        'Có gắn việc đóng góp với giải quyết thủ tục hành chính, chế độ, chính sách không?',
        'Was contributing tied to the granting of a procedure or benefit?',
      ),
      verifiedBy: both(
        'Phỏng vấn hộ; đối chiếu ngày hồ sơ thủ tục hành chính với ngày biên lai của cùng người',
        'Interviews; compare dates of people’s dossiers with the dates of their receipts',
      ),
      answer: no,
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both(
          'Yêu cầu nộp đóng góp khi làm thủ tục hành chính',
          'People were told to contribute when they came with a dossier',
        ),
        both('Không xác nhận hồ sơ cho hộ chưa đóng góp', 'Papers were withheld from those who had not contributed'),
        both('Trừ khoản đóng góp vào tiền hỗ trợ, chế độ của hộ', 'Contributions were deducted from benefits'),
      ],
      remedy: both(
        'Chấm dứt việc gắn đóng góp với thủ tục, chế độ; giải quyết ngay hồ sơ bị giữ; xử lý trách nhiệm',
        'End the practice, settle what was withheld at once, establish who is responsible',
      ),
      verificationPoints: [
        both('Hồ sơ bị giữ đã được giải quyết', 'Withheld dossiers are settled'),
        both('Văn bản chấn chỉnh, xử lý trách nhiệm', 'Document on responsibility'),
      ],
      indices: ['P1.4', 'P5'],
      basis: [
        voluntary,
        unread(
          'Không lợi dụng việc giải quyết thủ tục để huy động đóng góp; điều khoản cần đối chiếu',
          'No use of procedures to raise contributions; the clause is still to be checked',
          democracyAct,
        ),
      ],
    },
    {
      code: 'VCA-06',
      section: 'B',
      question: both(
        'Có bao nhiêu trường hợp vận động trùng lặp cùng mục đích đối với cùng một hộ?',
        'How many times was one household asked twice for the same purpose?',
      ),
      verifiedBy: both(
        'Đối chiếu chéo sổ đóng góp của các tổ chức theo hộ và mục đích',
        'Match the ledgers of all organisations by household and purpose',
      ),
      answer: { kind: 'number', unit: both('trường hợp trùng lặp', 'duplicates'), passWhen: { atMost: 0 } },
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both(
          'Vận động nhiều lần cùng một mục đích đối với cùng một hộ',
          'The same household was asked more than once for one purpose',
        ),
        both('Nhiều tổ chức cùng vận động cho một công trình', 'Several organisations collected for the same work'),
        both('Không có danh sách tổng hợp để tránh trùng lặp', 'No joint list is kept to prevent duplicates'),
      ],
      remedy: both(
        'Hoàn trả hoặc xác nhận lại theo ý kiến của hộ các khoản trùng; thống nhất một đầu mối vận động cho mỗi công trình',
        'Pay back duplicates or have the household confirm them; one body collects for each work',
      ),
      verificationPoints: [
        both('Danh sách từng trường hợp trùng và cách xử lý', 'List of duplicates and how each was settled'),
        both('Văn bản giao một đầu mối vận động', 'Document naming the one body that collects'),
      ],
      indices: ['P1.4'],
      basis: [voluntary],
    },
    {
      code: 'VCA-07',
      section: 'B',
      question: both(
        'Tỷ lệ hộ nghèo, đối tượng chính sách được miễn, giảm đúng theo quyết định của dân đạt bao nhiêu?',
        'What share of poor and policy households was exempt as the residents had decided?',
      ),
      verifiedBy: both(
        'Đối chiếu danh sách hộ nghèo, hộ chính sách với biên lai thu',
        'Compare the list of poor and policy households with the receipts',
      ),
      answer: share(
        both('Số hộ được miễn, giảm đúng', 'Households exempt as decided'),
        both('Số hộ thuộc diện miễn, giảm', 'Households entitled'),
        10_000,
        ownProposal,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Thu đóng góp của hộ thuộc diện miễn', 'Households that were exempt had to contribute'),
        both('Không lập danh sách miễn, giảm', 'There is no list of exemptions'),
        both('Miễn, giảm không đúng nghị quyết họp dân', 'Exemptions differ from what the residents decided'),
      ],
      remedy: both(
        'Hoàn trả cho hộ thuộc diện miễn, giảm; lập và công khai danh sách miễn, giảm',
        'Pay back those entitled; draw up and publish the list of exemptions',
      ),
      verificationPoints: [
        both('Danh sách ký nhận hoàn trả', 'Signed list of repayments'),
        both('Danh sách miễn, giảm đã công khai', 'Published list of exemptions'),
      ],
      indices: ['P1.4', 'P2.2'],
      basis: [
        unread('Miễn, giảm đóng góp theo quyết định của dân', 'Exemptions as the residents decide', decree24),
        peopleDecide,
      ],
    },
    {
      code: 'VCA-22',
      section: 'B',
      question: both(
        'Qua phỏng vấn ngẫu nhiên, tỷ lệ hộ cho biết việc đóng góp là tự nguyện đạt bao nhiêu?',
        'In random interviews, what share of households says that contributing was voluntary?',
      ),
      verifiedBy: both(
        'Rút mẫu ngẫu nhiên ít nhất 10 hộ từ sổ đóng góp, ghi lại mã rút mẫu; phỏng vấn không ghi tên hộ',
        'Draw at least 10 households from the ledger, seed recorded; interview without names',
      ),
      answer: share(
        both('Số hộ cho biết là tự nguyện', 'Households that say it was voluntary'),
        both('Số hộ được phỏng vấn', 'Households interviewed'),
        8_000,
        ownProposal,
        10,
      ),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both(
          'Dưới 80% hộ được hỏi cho biết đóng góp là tự nguyện',
          'Fewer than 80% of those asked say it was voluntary',
        ),
        both(
          'Hộ dân cho biết bị nhắc tên trên loa khi chưa đóng góp',
          'Households were named on the loudspeaker until they paid',
        ),
        both('Hộ dân không biết khoản đóng góp là tự nguyện', 'Households did not know that it was voluntary'),
      ],
      remedy: both(
        'Thông báo rõ tính tự nguyện tới từng hộ; chấm dứt các hình thức gây sức ép; đối thoại với các hộ phản ánh',
        'Tell every household that it is voluntary, end all pressure, talk with those who complained',
      ),
      verificationPoints: [
        both('Thông báo đã tới các hộ', 'The notice has reached the households'),
        both('Biên bản đối thoại', 'Minutes of the talks'),
        both('Phỏng vấn lại trên mẫu mới đạt từ 80%', 'A new sample gives at least 80%'),
      ],
      indices: ['P1.4'],
      basis: [voluntary],
    },
    {
      code: 'VCA-08',
      section: 'C',
      question: both(
        'Tỷ lệ khoản đóng góp bằng tiền có biên lai hoặc giấy xác nhận đạt bao nhiêu?',
        'What share of contributions in money has a receipt or confirmation?',
      ),
      verifiedBy: both(
        'Cuống biên lai đối chiếu với sổ; kiểm tra số biên lai bị nhảy, bị trùng',
        'Receipt stubs against the ledger; look for numbers skipped or used twice',
      ),
      answer: share(
        both('Số khoản có biên lai, xác nhận', 'Contributions with receipt'),
        both('Số khoản đóng góp bằng tiền', 'Contributions in money'),
        10_000,
        ownProposal,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document', 'photo'] },
      phrases: [
        both('Có khoản thu không lập biên lai', 'Some contributions have no receipt'),
        both('Số biên lai bị nhảy, thiếu cuống', 'Receipt numbers are skipped, stubs are missing'),
        both('Một số biên lai dùng cho nhiều khoản', 'One receipt number stands for several contributions'),
        both('Dùng giấy viết tay thay biên lai', 'Handwritten slips are used'),
      ],
      remedy: both(
        'Lập biên lai bổ sung cho từng khoản; giải trình từng số biên lai thiếu; quản lý biên lai theo quyển, có giao nhận',
        'Issue the missing receipts, account for each missing number, keep the books of receipts signed out and in',
      ),
      verificationPoints: [
        both('Biên lai bổ sung hoặc giải trình từng số', 'Receipts issued, or each number accounted for'),
        both('Sổ giao nhận biên lai', 'Register of receipt books'),
      ],
      indices: ['P1.4'],
      basis: [
        read(
          'Khuyến khích xác nhận việc đã đóng góp của công dân nếu công dân có yêu cầu',
          'Contributions are confirmed to whoever asks',
          `${canTho}, Phụ lục III, phần I mục 4 điểm c`,
        ),
        clearBooks,
      ],
    },
    {
      code: 'VCA-09',
      section: 'C',
      question: both(
        'Sổ sách các khoản đóng góp có được ghi chép rõ ràng, đầy đủ, đúng ngày không?',
        'Are the books of contributions clear, complete and kept day by day?',
      ),
      verifiedBy: both(
        'Sổ thu, sổ chi, sổ hiện vật, ngày công; kiểm tra tẩy xóa, dòng trống, cộng dồn',
        'Books of income, spending, kind and labour; look for erasures, blank lines, carried sums',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
      phrases: [
        both('Không mở sổ theo dõi đóng góp', 'No book of contributions is kept'),
        both('Sổ ghi thiếu ngày, hộ hoặc mục đích', 'Day, household or purpose is missing'),
        both('Sổ bị tẩy xóa, không có chữ ký', 'The book has erasures and no signatures'),
        both('Không theo dõi riêng từng công trình', 'Works are not kept apart'),
      ],
      remedy: both(
        'Mở sổ và ghi bổ sung đầy đủ theo từng công trình; đóng dấu giáp lai, khóa sổ hằng tháng',
        'Open books and complete them work by work; seal the pages and close them monthly',
      ),
      verificationPoints: [
        both('Sổ đã ghi bổ sung, khóa sổ có chữ ký', 'The completed book, closed and signed'),
        both('Số cộng khớp biên lai', 'Sums equal the receipts'),
      ],
      indices: ['P1.4'],
      basis: [
        read(
          'Đóng góp của dân được ghi chép vào sổ sách của xã, phường',
          'People’s contributions are entered in the commune’s books',
          `${ngaNam}, Phụ lục, nội dung 1 điểm d`,
        ),
        clearBooks,
      ],
    },
    {
      code: 'VCA-10',
      section: 'C',
      question: both(
        'Tổng biên lai, tổng sổ và tổng nộp tài khoản hoặc Kho bạc có bằng nhau không?',
        'Are the totals of receipts, ledger and bank or Treasury deposits equal?',
      ),
      verifiedBy: both(
        'Cộng cuống biên lai, cộng sổ, sao kê tài khoản cùng kỳ; đối chiếu ba bên, không có dung sai',
        'Add up stubs and ledger, take the statement of the same period; three-way match, no tolerance',
      ),
      answer: {
        kind: 'reconciliation',
        first: both('Tổng biên lai', 'Receipts'),
        second: both('Tổng sổ', 'Ledger'),
        third: both('Tổng nộp tài khoản, Kho bạc', 'Bank or Treasury'),
        passWhen: { apartAtMost: 0 },
      },
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document', 'photo'] },
      phrases: [
        both('Tổng nộp tài khoản thấp hơn tổng đã thu', 'Less was deposited than collected'),
        both('Tổng sổ không khớp tổng biên lai', 'Ledger and receipts differ'),
        both('Có khoản thu không nộp vào tài khoản', 'Some of what was collected was never deposited'),
      ],
      remedy: both(
        'Giải trình và nộp đủ khoản chênh lệch; đối chiếu biên lai, sổ, tài khoản hằng tháng',
        'Explain and deposit the difference; match receipts, ledger and account monthly',
      ),
      verificationPoints: [
        both('Chứng từ nộp khoản chênh lệch', 'Voucher of the deposit'),
        both('Bảng đối chiếu ba bên, chênh lệch bằng 0', 'Three-way match, difference zero'),
      ],
      indices: ['P1.4', 'P4.1'],
      basis: [clearBooks, unread('Đối chiếu với Kho bạc', 'Matching with the Treasury', circular344)],
    },
    {
      code: 'VCA-11',
      section: 'C',
      question: both(
        'Số ngày dài nhất từ khi thu đến khi nộp vào tài khoản là bao nhiêu?',
        'What is the longest time from collection to deposit, in days?',
      ),
      verifiedBy: both(
        'Ngày thu và ngày nộp của từng đợt biên lai; khoản chưa nộp tính đến ngày kiểm tra',
        'Days of collection and deposit of each batch; what is not deposited counts to the day of the check',
      ),
      answer: { kind: 'number', unit: both('ngày', 'days'), passWhen: { atMost: 5 } },
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both('Chậm nộp tiền thu vào tài khoản', 'Money was deposited late'),
        both('Để tiền thu tại nhà trưởng ấp, khóm', 'Money was kept at the hamlet head’s home'),
        both('Có khoản thu đến ngày kiểm tra chưa nộp', 'Some money is not deposited to this day'),
      ],
      remedy: both(
        'Nộp ngay khoản còn giữ; quy định thời hạn nộp và người chịu trách nhiệm',
        'Deposit what is still held; set the days and who answers for them',
      ),
      verificationPoints: [
        both('Giấy nộp tiền của các khoản nêu trong tồn tại', 'Deposit slips of what the finding names'),
        both('Văn bản quy định thời hạn nộp', 'Rule on the days for deposit'),
      ],
      indices: ['P4.1'],
      basis: [
        unread(
          'Thời hạn nộp tiền thu vào tài khoản do địa phương quy định; mức 5 ngày là đề xuất của phiếu này',
          'Days for deposit are set locally; five days is this checklist’s proposal',
          circular344,
        ),
      ],
    },
    {
      code: 'VCA-12',
      section: 'C',
      question: both(
        'Hiện vật, ngày công đã được quy đổi giá trị và ghi sổ đầy đủ không?',
        'Are contributions in kind and labour valued and booked in full?',
      ),
      verifiedBy: both(
        'Sổ hiện vật, ngày công; biên bản giao nhận; đơn giá quy đổi',
        'Register of kind and labour; handover minutes; rates of conversion',
      ),
      answer: equalTo(
        both('Giá trị hiện vật, ngày công đã ghi sổ', 'Value booked'),
        both('Giá trị theo biên bản giao nhận', 'Value by the handover minutes'),
      ),
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document', 'photo'] },
      phrases: [
        both('Hiện vật, ngày công chưa được quy đổi giá trị', 'Kind and labour are not valued'),
        both('Giá trị ghi sổ khác biên bản giao nhận', 'The booked value differs from the handover minutes'),
        both('Không có đơn giá quy đổi được thống nhất', 'No rates of conversion were agreed'),
      ],
      remedy: both(
        'Quy đổi và ghi sổ toàn bộ hiện vật, ngày công theo đơn giá được thống nhất',
        'Value and book all kind and labour at agreed rates',
      ),
      verificationPoints: [
        both('Sổ hiện vật, ngày công đã ghi đủ', 'The completed register'),
        both('Biên bản thống nhất đơn giá', 'Minutes agreeing the rates'),
      ],
      indices: ['P1.4'],
      basis: [
        unread('Đóng góp bằng tiền, hiện vật hoặc ngày công', 'Contributions in money, kind or labour', decree24),
        clearBooks,
      ],
    },
    {
      code: 'VCA-13',
      section: 'D',
      question: both(
        'Tổng chi có vượt phần chi đúng mục đích, đúng công trình đã được dân quyết định không?',
        'Does total spending exceed what was spent on the purpose and work the residents decided?',
      ),
      verifiedBy: both(
        'Chứng từ chi đối chiếu với nghị quyết họp dân và dự toán công trình',
        'Vouchers against the residents’ decision and the estimate',
      ),
      answer: notAbove(
        both('Tổng chi theo chứng từ', 'Spent by vouchers'),
        both('Chi đúng mục đích, đúng công trình', 'Spent on the decided purpose'),
      ),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo'] },
      phrases: [
        both('Chi cho công trình, việc khác với quyết định của dân', 'Money went to another work than decided'),
        both('Chi hội họp, tiếp khách từ tiền đóng góp', 'Meetings and reception were paid from contributions'),
        both(
          'Chi thù lao cho người vận động không có trong quyết định',
          'Collectors were paid although nobody decided so',
        ),
      ],
      remedy: both(
        'Thu hồi, hoàn trả khoản chi sai mục đích về công trình; làm rõ trách nhiệm người duyệt chi',
        'Recover what was misspent for the work; establish who approved it',
      ),
      verificationPoints: [
        both('Chứng từ thu hồi', 'Voucher of recovery'),
        both('Văn bản xử lý trách nhiệm', 'Decision on responsibility'),
        both('Công khai khoản đã thu hồi tới người đóng góp', 'Contributors were told what was recovered'),
      ],
      indices: ['P1.4', 'P4.1'],
      basis: [
        unread('Sử dụng đúng mục đích dân đã quyết định', 'Used for the purpose decided', decree24),
        yearlyReport,
      ],
    },
    {
      code: 'VCA-14',
      section: 'D',
      question: both(
        'Tỷ lệ chứng từ chi hợp lệ, đầy đủ trong mẫu kiểm tra đạt bao nhiêu?',
        'What share of sampled vouchers is valid and complete?',
      ),
      verifiedBy: both(
        'Rút mẫu chứng từ theo giá trị, ghi lại mã rút mẫu; kiểm tra hóa đơn, hợp đồng, nghiệm thu, chữ ký',
        'Sample vouchers by value, seed recorded; check invoice, contract, acceptance, signatures',
      ),
      answer: share(
        both('Số chứng từ hợp lệ, đầy đủ', 'Valid and complete vouchers'),
        both('Số chứng từ trong mẫu', 'Vouchers sampled'),
        10_000,
        ownProposal,
        10,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo'] },
      phrases: [
        both('Chứng từ chi thiếu hóa đơn hoặc hợp đồng', 'Invoices or contracts are missing'),
        both('Chứng từ thiếu chữ ký người nhận tiền', 'The payee has not signed'),
        both('Mua vật tư không có biên bản giao nhận', 'Materials were bought without handover minutes'),
        both('Hóa đơn ghi ngày trước khi có quyết định', 'Invoices are dated before the decision'),
      ],
      remedy: both(
        'Hoàn thiện chứng từ; khoản không chứng minh được phải thu hồi',
        'Complete the vouchers; recover what cannot be proven',
      ),
      verificationPoints: [
        both('Bộ chứng từ hoàn thiện của các khoản nêu trong tồn tại', 'Completed vouchers of what the finding names'),
        both('Chứng từ thu hồi khoản không chứng minh được', 'Recovery of what could not be proven'),
      ],
      indices: ['P4.1'],
      basis: [unread('Chứng từ kế toán hợp lệ, đầy đủ', 'Valid and complete vouchers', accountingAct)],
    },
    {
      code: 'VCA-18',
      section: 'D',
      question: both(
        'Có bao nhiêu hạng mục có khối lượng thực tế không khớp khối lượng nghiệm thu?',
        'How many parts of the work differ in built quantity from what was accepted?',
      ),
      verifiedBy: both(
        'Đo lại tại hiện trường có ban giám sát; ảnh có vị trí; đối chiếu biên bản nghiệm thu',
        'Measure on site with the supervision board; photos with place; compare with the acceptance',
      ),
      answer: { kind: 'number', unit: both('hạng mục lệch', 'parts that differ'), passWhen: { atMost: 0 } },
      severity: 'major',
      evidence: { requiredWhen: 'always', kinds: ['photo'] },
      phrases: [
        both('Khối lượng thực tế thấp hơn khối lượng nghiệm thu', 'Less was built than accepted'),
        both('Vật liệu không đúng chủng loại được nghiệm thu', 'Materials are not those accepted'),
        both('Nghiệm thu khi chưa thi công xong', 'Accepted before the work was done'),
      ],
      remedy: both(
        'Thi công bổ sung hoặc thu hồi giá trị khối lượng thiếu; nghiệm thu lại có ban giám sát',
        'Build or recover what is missing; accept again with the supervision board',
      ),
      verificationPoints: [
        both('Ảnh và biên bản đo lại', 'Photos and minutes of the new measurement'),
        both('Biên bản nghiệm thu lại hoặc chứng từ thu hồi', 'New acceptance, or voucher of recovery'),
      ],
      indices: ['P1.4', 'P6.3'],
      basis: [
        unread('Khối lượng nghiệm thu theo thực tế thi công', 'Accepted quantities are those built', constructionRules),
      ],
    },
    {
      code: 'VCA-19',
      section: 'D',
      question: both(
        'Số dư sau quyết toán công trình có được xử lý đúng theo quyết định của dân không?',
        'Was the balance after the final account handled as the residents decided?',
      ),
      verifiedBy: both(
        'Quyết toán công trình, biên bản họp dân về số dư, chứng từ chuyển hoặc trả',
        'Final account, minutes on the balance, vouchers of transfer or repayment',
      ),
      answer: equalTo(
        both('Số dư đã xử lý theo quyết định của dân', 'Balance handled as decided'),
        both('Số dư theo quyết toán', 'Balance by the final account'),
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Công trình hoàn thành chưa quyết toán', 'The work is done but there is no final account'),
        both('Số dư chưa được dân quyết định xử lý', 'Nobody has decided on the balance'),
        both(
          'Chuyển số dư sang việc khác khi chưa có ý kiến của dân',
          'The balance was moved without asking the residents',
        ),
      ],
      remedy: both(
        'Lập quyết toán, họp dân quyết định số dư và thực hiện đúng quyết định',
        'Draw up the final account, let the residents decide on the balance, and do so',
      ),
      verificationPoints: [
        both('Quyết toán đã được thông qua', 'The final account was adopted'),
        both('Biên bản họp dân về số dư và chứng từ thực hiện', 'Minutes on the balance and its voucher'),
      ],
      indices: ['P1.4'],
      basis: [
        unread('Quyết toán và xử lý số dư theo quyết định của dân', 'Final account; balance as decided', decree24),
      ],
    },
    {
      code: 'VCA-16',
      section: 'E',
      question: both(
        'Ban giám sát công trình, Ban Giám sát đầu tư cộng đồng hoặc Ban Thanh tra nhân dân có được thành lập và có biên bản giám sát không?',
        'Was a supervision board set up, and are there minutes of its supervision?',
      ),
      verifiedBy: both('Quyết định thành lập, biên bản từng lần giám sát', 'Decision and minutes of each supervision'),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không thành lập ban giám sát', 'No supervision board was set up'),
        both('Có ban giám sát nhưng không có biên bản giám sát', 'There is a board, but no minutes'),
        both(
          'Thành viên ban giám sát là người thi công hoặc giữ tiền',
          'Members of the board build the work or hold the money',
        ),
      ],
      remedy: both(
        'Thành lập ban giám sát độc lập do dân bầu; lập biên bản từng lần giám sát',
        'Set up an independent board elected by the residents; minutes of each supervision',
      ),
      verificationPoints: [
        both('Quyết định thành lập ban giám sát', 'Decision setting up the board'),
        both('Biên bản giám sát', 'Supervision minutes'),
      ],
      indices: ['P1.4', 'P3'],
      basis: [
        read(
          'Ban Thanh tra nhân dân hoặc Ban Giám sát đầu tư cộng đồng giám sát việc xây mới, tu sửa công trình',
          'The People’s Inspection Board or the community board supervises the work',
          `${ngaNam}, Phụ lục, nội dung 1 điểm d`,
        ),
        read(
          'Có giám sát của Ban Giám sát đầu tư cộng đồng hoặc Ban Thanh tra Nhân dân',
          'A community or people’s board supervises',
          `${nhuQuynh}, mục 1.1 điểm c`,
        ),
      ],
    },
    {
      code: 'VCA-17',
      section: 'E',
      question: both(
        'Thu, chi của từng công trình có được công khai trong và sau khi thực hiện không?',
        'Are income and spending of each work published during and after it?',
      ),
      verifiedBy: both(
        'Ảnh niêm yết, lịch phát thanh, đường dẫn; đối chiếu số công khai với sổ',
        'Photo, broadcast log, link; compare with the books',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'always', kinds: ['photo', 'url', 'record'] },
      phrases: [
        both('Chưa công khai thu, chi công trình', 'Income and spending are not published'),
        both('Chỉ công khai số thu, không công khai số chi', 'Income is published, spending is not'),
        both('Số công khai không khớp sổ', 'What is published differs from the books'),
      ],
      remedy: both(
        'Công khai thu, chi, số dư từng công trình tại nơi người đóng góp dễ thấy, trong và sau khi làm',
        'Publish income, spending and balance of each work where contributors see it, during and after',
      ),
      verificationPoints: [
        both('Ảnh niêm yết tại ấp, khóm', 'Photo of the posting in the hamlet'),
        both('Số công khai khớp sổ', 'What is published equals the books'),
      ],
      indices: ['P1.4', 'P2.3'],
      basis: [
        read(
          'Công khai các khoản huy động đóng góp của nhân dân',
          'People’s contributions are disclosed',
          `${myHoaHung}, mục 2.1`,
        ),
        unread(
          'Khoản đóng góp của Nhân dân là nội dung phải công khai',
          'Contributions must be disclosed',
          `${democracyAct}, Điều 11`,
        ),
      ],
    },
    {
      code: 'VCA-20',
      section: 'E',
      question: both(
        'Có báo cáo hằng năm về việc huy động, quản lý, sử dụng các khoản đóng góp không?',
        'Is there a yearly report on raising, managing and using contributions?',
      ),
      verifiedBy: both('Báo cáo năm có số, ngày, nơi nhận', 'The yearly report with number, date and recipients'),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không có báo cáo năm về các khoản đóng góp', 'There is no yearly report'),
        both('Báo cáo không có số liệu chi và số dư', 'The report lacks spending and balance'),
        both('Báo cáo chậm so với thời hạn', 'The report was late'),
      ],
      remedy: both(
        'Lập báo cáo năm đầy đủ số huy động, sử dụng, số dư từng công trình và gửi đúng nơi nhận',
        'Report what was raised, used and left for each work, and send it',
      ),
      verificationPoints: [
        both('Báo cáo năm đã ký', 'The signed yearly report'),
        both('Báo cáo nêu đủ từng công trình', 'The report covers each work'),
      ],
      indices: ['P1.4'],
      basis: [yearlyReport],
    },
    {
      code: 'VCA-21',
      section: 'E',
      question: both(
        'Có báo cáo tiếp thu ý kiến tham gia của người dân về các công trình không?',
        'Is there a report on how residents’ opinions on the works were taken up?',
      ),
      verifiedBy: both('Báo cáo tiếp thu, giải trình; biên bản góp ý', 'The report, and the minutes with the opinions'),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không có báo cáo tiếp thu ý kiến người dân', 'There is no report on residents’ opinions'),
        both('Ý kiến người dân không được trả lời', 'Opinions were not answered'),
        both('Báo cáo chung chung, không nêu ý kiến cụ thể', 'The report is general and names no opinion'),
      ],
      remedy: both(
        'Tổng hợp ý kiến, lập báo cáo tiếp thu, giải trình và thông báo lại cho người góp ý',
        'Collect the opinions, report how each was taken up, and tell those who gave them',
      ),
      verificationPoints: [
        both('Báo cáo tiếp thu, giải trình từng ý kiến', 'Report that answers each opinion'),
        both('Minh chứng đã thông báo lại', 'Proof that people were told'),
      ],
      indices: ['P1.4', 'P1.2'],
      basis: [
        read(
          'Báo cáo kiểm tra, báo cáo tiếp thu ý kiến tham gia của người dân về các công trình công cộng',
          'Reports of checks, and on residents’ opinions about public works',
          `${nhuQuynh}, Phụ lục, đóng góp tự nguyện`,
        ),
        yearlyReport,
      ],
    },
    earlierRecommendations('VCA-23', 'F'),
  ],
};
