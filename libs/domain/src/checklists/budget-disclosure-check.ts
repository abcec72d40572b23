import type { AnswerType, Basis, ChecklistEdition, DueAfter } from './checklist.js';
import {
  both,
  canTho,
  dueBy,
  earlierRecommendations,
  equalTo,
  myHoaHung,
  ngaNam,
  nhuQuynh,
  notAbove,
  read,
  share,
  unread,
  vinhChau,
  yes,
} from './parts.js';

/**
 * The check of a commune's budget disclosure (công khai thu, chi ngân sách cấp xã). Twenty-four numbered points and
 * twenty-five items: point 20 asks for a share by count and one by money, so it is the items CBD-20a and CBD-20b. Sections
 * follow the file on the accountant's desk: deadlines, contents, channels, money, supervision.
 */

const decree163 = 'Nghị định số 163/2016/NĐ-CP ngày 21/12/2016 của Chính phủ, Điều 49';
const circular343 = 'Thông tư số 343/2016/TT-BTC ngày 30/12/2016 của Bộ Tài chính';
const circular344 = 'Thông tư số 344/2016/TT-BTC ngày 30/12/2016 của Bộ Tài chính';
const democracyAct = 'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15';
const accountingAct = 'Luật Kế toán số 88/2015/QH13';

/** The decree was read; whether the budget act in force since 2026 moved its days was not found. */
const budgetActToday: Basis = unread(
  'Thời hạn công khai theo Luật Ngân sách nhà nước đang có hiệu lực; cần đối chiếu',
  'Days for disclosure under the State Budget Act in force; still to be checked',
  'Luật Ngân sách nhà nước số 89/2025/QH15',
);

const published = both('Ngày công khai', 'Day of disclosure');
const dueDay = both('Hạn công khai', 'Due day for disclosure');

const afterQuarter: DueAfter = {
  from: both('Ngày cuối của kỳ báo cáo', 'Last day of the period'),
  days: 15,
  unit: 'calendar-days',
};

export const budgetDisclosureCheck: ChecklistEdition = {
  kind: 'budget-disclosure-check',
  code: 'CBD',
  edition: 1,
  title: both('Phiếu kiểm tra công khai thu, chi ngân sách cấp xã', 'Check of a commune’s budget disclosure'),
  validFrom: '2021-01-01',
  validTo: null,
  source: `Biên soạn từ các kế hoạch của địa phương, trước hết là ${vinhChau}, mục V.9, và quy định về công khai ngân sách`,
  sections: [
    { code: 'A', title: both('Thời hạn công khai', 'Days of disclosure') },
    { code: 'B', title: both('Nội dung, mẫu biểu', 'Contents and forms') },
    { code: 'C', title: both('Hình thức công khai', 'Channels') },
    { code: 'D', title: both('Số liệu, quỹ tiền', 'Figures and cash') },
    { code: 'E', title: both('Kiến nghị, giám sát, năng lực', 'Recommendations, supervision, training') },
    { code: 'F', title: both('Kiến nghị lần trước', 'Earlier recommendations') },
  ],
  items: [
    {
      code: 'CBD-01',
      section: 'A',
      question: both(
        'Dự toán ngân sách trình Hội đồng nhân dân có được công khai chậm nhất 05 ngày làm việc kể từ ngày gửi đại biểu không?',
        'Was the draft budget disclosed within 5 working days of its sending to the deputies?',
      ),
      verifiedBy: both(
        'Đối chiếu ngày trên sổ công văn đi gửi đại biểu với minh chứng công khai (ảnh niêm yết, đường dẫn, lịch phát thanh)',
        'Compare the dispatch date to the deputies with the proof of disclosure (photo, link, broadcast log)',
      ),
      answer: dueBy(published, dueDay, {
        from: both('Ngày gửi dự toán cho đại biểu', 'Day the draft went to the deputies'),
        days: 5,
        unit: 'working-days',
      }),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Công khai dự toán trình Hội đồng nhân dân chậm so với quy định', 'The draft budget was disclosed late'),
        both(
          'Không công khai dự toán trình Hội đồng nhân dân, chỉ công khai sau khi được quyết định',
          'The draft was not disclosed at all, only the approved budget',
        ),
        both(
          'Có công khai nhưng không có tài liệu xác định ngày công khai',
          'It was disclosed, but nothing proves on which day',
        ),
      ],
      remedy: both(
        'Công khai dự toán trình Hội đồng nhân dân đúng hạn ở kỳ tới; phân công người theo dõi, lưu minh chứng ngày công khai',
        'Disclose the next draft in time; name who watches the day and keeps the proof of it',
      ),
      verificationPoints: [
        both(
          'Dự toán còn thiếu đã được công khai, có minh chứng ngày',
          'The missing draft is disclosed, with proof of the day',
        ),
        both(
          'Văn bản phân công người theo dõi thời hạn công khai',
          'Document naming who watches the days of disclosure',
        ),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Dự toán trình Hội đồng nhân dân công khai chậm nhất 05 ngày làm việc kể từ ngày gửi đại biểu',
          'The draft laid before the Council is disclosed within 5 working days of its sending to the deputies',
          decree163,
        ),
        read(
          'Dự toán, quyết toán ngân sách cấp xã thuộc nội dung chính quyền phải công khai',
          'Commune budgets and final accounts are among what must be disclosed',
          `${democracyAct}, Điều 11 khoản 2`,
        ),
        budgetActToday,
      ],
    },
    {
      code: 'CBD-02',
      section: 'A',
      question: both(
        'Dự toán ngân sách đã được Hội đồng nhân dân quyết định có được công khai chậm nhất 30 ngày kể từ ngày ban hành nghị quyết không?',
        'Was the approved budget disclosed within 30 days of the Council’s resolution?',
      ),
      verifiedBy: both(
        'Đối chiếu ngày ban hành nghị quyết với minh chứng công khai',
        'Compare the date of the resolution with the proof of disclosure',
      ),
      answer: dueBy(published, dueDay, {
        from: both('Ngày ban hành nghị quyết', 'Day of the resolution'),
        days: 30,
        unit: 'calendar-days',
      }),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Công khai dự toán đã được quyết định chậm so với quy định', 'The approved budget was disclosed late'),
        both(
          'Chưa công khai dự toán đã được Hội đồng nhân dân quyết định',
          'The approved budget has not been disclosed',
        ),
        both(
          'Chỉ công khai quyết định giao dự toán, không công khai số liệu dự toán được duyệt',
          'Only the decision was disclosed, not the approved figures',
        ),
      ],
      remedy: both(
        'Công khai ngay dự toán đã được quyết định kèm nghị quyết; chấn chỉnh việc theo dõi thời hạn công khai',
        'Disclose the approved budget with its resolution at once; mend how the days are watched',
      ),
      verificationPoints: [
        both('Minh chứng đã công khai dự toán được quyết định', 'Proof that the approved budget is disclosed'),
        both(
          'Ngày công khai và thời gian niêm yết được ghi vào sổ theo dõi',
          'Day and period of the posting are in the log',
        ),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Dự toán đã được quyết định công khai chậm nhất 30 ngày kể từ ngày văn bản được ban hành',
          'The approved budget is disclosed within 30 days of the document',
          decree163,
        ),
        read(
          'Số liệu dự toán ngân sách và phân bổ ngân sách được Hội đồng nhân dân quyết định',
          'Figures of the budget and its allocation as the Council decided',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        budgetActToday,
      ],
    },
    ...(
      [
        ['03', 'quý I', 'the first quarter'],
        ['04', '6 tháng đầu năm', 'the first half-year'],
        ['05', '9 tháng', 'the first nine months'],
      ] as const
    ).map(([number, vi, en]) => ({
      code: `CBD-${number}`,
      section: 'A',
      question: both(
        `Tình hình thực hiện dự toán ngân sách ${vi} có được công khai chậm nhất 15 ngày kể từ ngày kết thúc kỳ không?`,
        `Was the execution of the budget in ${en} disclosed within 15 days of its end?`,
      ),
      verifiedBy: both(
        `Minh chứng công khai số liệu và thuyết minh ${vi}: ảnh niêm yết có ngày, đường dẫn, lịch phát thanh`,
        `Proof of disclosure of figures and narrative for ${en}: dated photo, link, broadcast log`,
      ),
      answer: dueBy(published, dueDay, afterQuarter),
      severity: 'major' as const,
      evidence: { requiredWhen: 'failed' as const, kinds: ['document', 'photo', 'url'] as const },
      phrases: [
        both(
          `Công khai tình hình thực hiện dự toán ${vi} chậm so với quy định`,
          `The execution in ${en} was disclosed late`,
        ),
        both(`Chưa công khai tình hình thực hiện dự toán ${vi}`, `The execution in ${en} has not been disclosed`),
        both(
          `Công khai ${vi} chung với kỳ sau, không đúng thời điểm của kỳ`,
          `The figures of ${en} were disclosed only together with a later period`,
        ),
      ],
      remedy: both(
        `Công khai bổ sung số liệu và thuyết minh thực hiện dự toán ${vi}; lập lịch công khai cho các kỳ trong năm`,
        `Disclose figures and narrative of ${en} now; set up a calendar of the year’s disclosures`,
      ),
      verificationPoints: [
        both(
          `Minh chứng đã công khai số liệu, thuyết minh ${vi}`,
          `Proof that figures and narrative of ${en} are disclosed`,
        ),
        both('Lịch công khai các kỳ, có người chịu trách nhiệm', 'Calendar of disclosures, with who answers for it'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Tình hình thực hiện dự toán hằng quý, 6 tháng công khai chậm nhất 15 ngày kể từ ngày kết thúc quý, 6 tháng',
          'Quarterly and half-yearly execution is disclosed within 15 days of the end of the period',
          decree163,
        ),
        unread('Công khai theo kỳ 3 tháng, 6 tháng, 9 tháng', 'Disclosure every 3, 6 and 9 months', circular343),
        budgetActToday,
      ],
    })),
    {
      code: 'CBD-06',
      section: 'A',
      question: both(
        'Tình hình thực hiện dự toán ngân sách cả năm có được công khai khi trình Hội đồng nhân dân không?',
        'Was the full year’s execution disclosed when it was laid before the Council?',
      ),
      verifiedBy: both(
        'Đối chiếu ngày gửi báo cáo trình Hội đồng nhân dân với minh chứng công khai',
        'Compare the day the report was laid before the Council with the proof of disclosure',
      ),
      answer: dueBy(published, both('Ngày trình Hội đồng nhân dân', 'Day it was laid before the Council'), null),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Công khai tình hình thực hiện dự toán cả năm chậm', 'The full year’s execution was disclosed late'),
        both('Chưa công khai tình hình thực hiện dự toán cả năm', 'The full year’s execution has not been disclosed'),
        both(
          'Chỉ công khai số liệu ước thực hiện, không cập nhật số liệu trình Hội đồng nhân dân',
          'Only an estimate was disclosed, not the figures laid before the Council',
        ),
      ],
      remedy: both(
        'Công khai đầy đủ số liệu, thuyết minh thực hiện dự toán cả năm; gắn việc công khai với hồ sơ trình Hội đồng nhân dân',
        'Disclose the full year’s figures and narrative; tie disclosure to the file laid before the Council',
      ),
      verificationPoints: [
        both('Minh chứng đã công khai số liệu cả năm', 'Proof that the year’s figures are disclosed'),
        both(
          'Số liệu công khai trùng với báo cáo trình Hội đồng nhân dân',
          'Figures are those of the report to the Council',
        ),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Tình hình thực hiện dự toán hằng năm công khai khi trình Hội đồng nhân dân',
          'Yearly execution is disclosed when laid before the Council',
          decree163,
        ),
        read(
          'Số liệu và thuyết minh tình hình thực hiện dự toán ngân sách 06 tháng, năm',
          'Figures and narrative of the half-yearly and yearly execution',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        budgetActToday,
      ],
    },
    {
      code: 'CBD-07',
      section: 'A',
      question: both(
        'Quyết toán ngân sách đã được Hội đồng nhân dân phê chuẩn có được công khai chậm nhất 30 ngày kể từ ngày ban hành nghị quyết không?',
        'Were the final accounts disclosed within 30 days of the resolution that approved them?',
      ),
      verifiedBy: both(
        'Đối chiếu ngày ban hành nghị quyết phê chuẩn quyết toán với minh chứng công khai',
        'Compare the date of the approving resolution with the proof of disclosure',
      ),
      answer: dueBy(published, dueDay, {
        from: both('Ngày ban hành nghị quyết phê chuẩn', 'Day of the approving resolution'),
        days: 30,
        unit: 'calendar-days',
      }),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Công khai quyết toán chậm so với quy định', 'The final accounts were disclosed late'),
        both('Chưa công khai quyết toán đã được phê chuẩn', 'The approved final accounts have not been disclosed'),
        both('Công khai quyết toán không kèm thuyết minh', 'The final accounts were disclosed without a narrative'),
      ],
      remedy: both(
        'Công khai quyết toán đã được phê chuẩn kèm thuyết minh; làm rõ trách nhiệm người để chậm',
        'Disclose the approved final accounts with a narrative; establish who let it be late',
      ),
      verificationPoints: [
        both(
          'Minh chứng đã công khai quyết toán, có ngày',
          'Proof that the final accounts are disclosed, with the day',
        ),
        both('Số liệu công khai trùng với nghị quyết phê chuẩn', 'Figures are those of the approving resolution'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Quyết toán đã được phê chuẩn công khai chậm nhất 30 ngày kể từ ngày văn bản được ban hành',
          'Approved final accounts are disclosed within 30 days of the document',
          decree163,
        ),
        read(
          'Số liệu và thuyết minh quyết toán ngân sách đã được Hội đồng nhân dân phê chuẩn',
          'Figures and narrative of the final accounts as approved',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        budgetActToday,
      ],
    },
    {
      code: 'CBD-08',
      section: 'B',
      question: both(
        'Mỗi lần công khai số liệu ngân sách có kèm báo cáo thuyết minh không?',
        'Does every disclosure of budget figures come with a written narrative?',
      ),
      verifiedBy: both(
        'Xem hồ sơ lưu của từng lần công khai trong kỳ kiểm tra; đối chiếu số biểu với số bản thuyết minh',
        'Read the file of each disclosure in the period; compare the tables with the narratives',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Công khai số liệu nhưng không có thuyết minh', 'Figures are disclosed without a narrative'),
        both(
          'Thuyết minh sơ sài, không giải thích các khoản tăng, giảm so với dự toán',
          'The narrative is thin and does not explain what differs from the budget',
        ),
        both('Một số kỳ công khai thiếu thuyết minh', 'The narrative is missing for some periods'),
      ],
      remedy: both(
        'Bổ sung thuyết minh cho các kỳ còn thiếu, nêu rõ nguyên nhân tăng, giảm so với dự toán; đưa thuyết minh vào hồ sơ công khai',
        'Add the missing narratives, explain what differs from the budget, and make them part of the file',
      ),
      verificationPoints: [
        both('Thuyết minh của từng kỳ nêu trong tồn tại', 'Narrative of every period the finding names'),
        both('Minh chứng thuyết minh đã được công khai cùng số liệu', 'Proof that it was disclosed with the figures'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Nội dung công khai ngân sách gồm số liệu và thuyết minh',
          'Budget disclosure consists of figures and narrative',
          `${democracyAct}, Điều 11 khoản 2`,
        ),
        unread('Báo cáo thuyết minh kèm biểu công khai', 'A narrative accompanies the forms', circular343),
      ],
    },
    {
      code: 'CBD-09',
      section: 'B',
      question: both(
        'Số liệu công khai có lập đúng mẫu biểu quy định cho ngân sách cấp xã không?',
        'Are the figures set out in the forms prescribed for communes?',
      ),
      verifiedBy: both(
        'Đối chiếu số hiệu biểu, tên cột, tên dòng với mẫu biểu đang có hiệu lực',
        'Compare form numbers, columns and lines with the forms in force',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Không lập đúng mẫu biểu công khai cho cấp xã', 'The prescribed forms for communes are not used'),
        both('Sử dụng mẫu biểu của cấp huyện hoặc đơn vị dự toán', 'Forms of a district or of a budget user are used'),
        both('Mẫu biểu thiếu cột so sánh với dự toán', 'The columns comparing with the budget are missing'),
        both(
          'Biểu công khai không ghi kỳ, đơn vị tính hoặc chữ ký',
          'Period, unit or signature is missing on the form',
        ),
      ],
      remedy: both(
        'Lập lại biểu công khai theo đúng mẫu quy định cho ngân sách cấp xã và công khai thay thế',
        'Redo the tables in the prescribed forms and replace the disclosure',
      ),
      verificationPoints: [
        both('Biểu công khai lập lại đúng mẫu', 'The tables redone in the right form'),
        both('Minh chứng đã công khai bản thay thế', 'Proof that the replacement is disclosed'),
      ],
      indices: ['P2.3'],
      basis: [
        unread(
          'Mẫu biểu công khai ngân sách cấp xã; số hiệu biểu cần đối chiếu với văn bản đang có hiệu lực',
          'Forms for the disclosure of commune budgets; the form numbers are still to be checked',
          circular343,
        ),
      ],
    },
    {
      code: 'CBD-10',
      section: 'B',
      question: both(
        'Nội dung công khai có cụ thể, chi tiết đến từng khoản thu, khoản chi không?',
        'Is what is disclosed detailed down to each item of income and spending?',
      ),
      verifiedBy: both(
        'Đối chiếu biểu công khai với sổ chi tiết thu, chi; lấy ít nhất 5 khoản thu và 5 khoản chi',
        'Compare the tables with the detailed ledger; take at least 5 items of income and 5 of spending',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both('Chỉ công khai số tổng, không chi tiết từng khoản', 'Only totals are disclosed'),
        both('Khoản chi hội nghị, tiếp khách gộp vào "chi khác"', 'Meetings and reception are hidden under “other”'),
        both('Không chi tiết các khoản thu được để lại, thu hỗ trợ', 'Retained income and grants are not itemised'),
      ],
      remedy: both(
        'Công khai lại chi tiết đến từng khoản thu, chi; tách các khoản đang gộp vào mục khác',
        'Disclose again down to each item; take apart what is lumped under “other”',
      ),
      verificationPoints: [
        both('Biểu công khai chi tiết đã thay bản cũ', 'The detailed table has replaced the old one'),
        both(
          'Các khoản nêu trong tồn tại đọc được trên bản công khai',
          'The items the finding names can be read in it',
        ),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Nội dung công khai phải cụ thể, chi tiết để nhân dân được biết',
          'What is disclosed is specific and detailed, so that people know',
          `${ngaNam}, Phụ lục, nội dung 2 điểm c`,
        ),
        read(
          'Việc công khai phải cụ thể, chi tiết; niêm yết danh mục thu, chi cụ thể để Nhân dân biết và giám sát',
          'Disclosure is specific and detailed; income and spending are posted item by item',
          `${nhuQuynh}, mục 1.2 điểm c`,
        ),
      ],
    },
    {
      code: 'CBD-18',
      section: 'B',
      question: both(
        'Các quỹ ngoài ngân sách và hoạt động tài chính khác của xã có được công khai không?',
        'Are the commune’s other funds and financial activities disclosed?',
      ),
      verifiedBy: both(
        'Lập danh sách các quỹ đang mở (đền ơn đáp nghĩa, phòng chống thiên tai, người nghèo, đóng góp tự nguyện...), đối chiếu với hồ sơ công khai',
        'List the funds kept (gratitude, disaster, the poor, contributions), compare with what is disclosed',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both(
          'Chưa công khai thu, chi các quỹ do nhân dân đóng góp',
          'Funds from people’s contributions are not disclosed',
        ),
        both('Chỉ công khai một số quỹ, còn thiếu các quỹ khác', 'Some funds are disclosed, others are not'),
        both(
          'Công khai số thu nhưng không công khai số chi, số dư',
          'Income is disclosed, spending and balance are not',
        ),
      ],
      remedy: both(
        'Công khai thu, chi, số dư của từng quỹ và hoạt động tài chính khác của xã',
        'Disclose income, spending and balance of every fund and other financial activity',
      ),
      verificationPoints: [
        both('Minh chứng công khai từng quỹ nêu trong tồn tại', 'Proof of disclosure of every fund the finding names'),
        both('Số dư công khai khớp sổ của từng quỹ', 'The disclosed balance equals the book of each fund'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Công khai việc quản lý các nguồn quỹ và các khoản huy động đóng góp của nhân dân',
          'The management of funds and of people’s contributions is disclosed',
          `${myHoaHung}, mục 2.1`,
        ),
        read(
          'Các hoạt động tài chính khác của cấp xã thuộc nội dung phải công khai',
          'The commune’s other financial activities are among what must be disclosed',
          `${democracyAct}, Điều 11 khoản 2`,
        ),
      ],
    },
    {
      code: 'CBD-19',
      section: 'B',
      question: both(
        'Kết quả thực hiện kiến nghị của kiểm toán, thanh tra, kiểm tra về ngân sách có được công khai không?',
        'Are the results of carrying out audit and inspection recommendations on the budget disclosed?',
      ),
      verifiedBy: both(
        'Đối chiếu danh sách kết luận, kiến nghị đã nhận với hồ sơ công khai kết quả thực hiện',
        'Compare the conclusions received with the disclosed results',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'url'] },
      phrases: [
        both(
          'Chưa công khai kết quả thực hiện kiến nghị kiểm toán, thanh tra',
          'Results of audit and inspection recommendations are not disclosed',
        ),
        both('Chỉ công khai kết luận, không công khai kết quả thực hiện', 'Conclusions are disclosed, results are not'),
        both(
          'Công khai trong nội bộ, không công khai tới nhân dân',
          'They are told inside the office, not to the people',
        ),
      ],
      remedy: both(
        'Công khai kết quả thực hiện từng kiến nghị: đã làm, đang làm, chưa làm, lý do và thời hạn',
        'Disclose for every recommendation whether it is done, under way or not, why, and until when',
      ),
      verificationPoints: [
        both(
          'Bản công khai kết quả thực hiện từng kiến nghị',
          'The disclosed results, recommendation by recommendation',
        ),
        both('Minh chứng niêm yết hoặc phát thanh', 'Proof of posting or broadcast'),
      ],
      indices: ['PAR 6.1.3', 'P4.4'],
      basis: [
        read(
          'Công khai kết quả thực hiện kiến nghị của kiểm toán nhà nước',
          'Results of carrying out the State Audit’s recommendations are disclosed',
          `${democracyAct}, Điều 11 khoản 2`,
        ),
        read(
          'Công khai các kết luận thanh tra, kiểm tra trên Đài Truyền thanh xã để người dân biết, giám sát',
          'Conclusions of inspections are broadcast by the commune so that people can supervise',
          `${myHoaHung}, mục 4.2`,
        ),
      ],
    },
    {
      code: 'CBD-11',
      section: 'C',
      question: both(
        'Số liệu ngân sách có được niêm yết tại trụ sở UBND đủ số ngày quy định không?',
        'Were the budget figures posted at the office for the full period?',
      ),
      verifiedBy: both(
        'Ảnh ngày bắt đầu và ngày kết thúc niêm yết, có vị trí; biên bản niêm yết. Còn niêm yết thì ghi ngày kiểm tra',
        'Photos of the first and the last day, with place; posting minutes. While still posted, give the day of the check',
      ),
      answer: {
        kind: 'date',
        on: both('Ngày gỡ niêm yết', 'Day the posting was taken down'),
        dueOn: both('Ngày đủ thời gian niêm yết', 'Day the period was full'),
        dueAfter: {
          from: both('Ngày bắt đầu niêm yết', 'First day of the posting'),
          days: 30,
          unit: 'calendar-days',
        },
        passWhen: { daysEarlyAtMost: 0 },
      },
      severity: 'major',
      evidence: { requiredWhen: 'always', kinds: ['photo'] },
      phrases: [
        both('Niêm yết không đủ số ngày quy định', 'The posting did not last the full period'),
        both('Không niêm yết tại trụ sở UBND', 'Nothing was posted at the office'),
        both(
          'Niêm yết trong phòng làm việc, người dân không tiếp cận được',
          'It was posted inside, where people cannot go',
        ),
        both('Không có biên bản hoặc ảnh xác định thời gian niêm yết', 'No minutes or photos show the period'),
      ],
      remedy: both(
        'Niêm yết lại đủ thời gian tại nơi người dân dễ tiếp cận; lập biên bản, chụp ảnh ngày bắt đầu và ngày kết thúc',
        'Post again for the full period where people can reach it; minutes and photos of the first and last day',
      ),
      verificationPoints: [
        both('Ảnh niêm yết ngày bắt đầu và ngày kết thúc', 'Photos of the first and the last day'),
        both('Biên bản niêm yết có người chứng kiến', 'Posting minutes with a witness'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Niêm yết tại trụ sở UBND số liệu thu, chi ngân sách',
          'Budget figures are posted at the office',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        unread(
          'Thời gian niêm yết ít nhất 30 ngày; cần đối chiếu điều khoản',
          'At least 30 days of posting; the clause is still to be checked',
          `${democracyAct}, Điều 13`,
        ),
      ],
    },
    {
      code: 'CBD-12',
      section: 'C',
      question: both(
        'Số liệu ngân sách có được đăng trên cổng hoặc trang thông tin điện tử không?',
        'Are the budget figures on the portal or web page?',
      ),
      verifiedBy: both(
        'Mở đường dẫn tại chỗ, lưu bản chụp trang có ngày đăng',
        'Open the address on site and keep a capture with the day of posting',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'always', kinds: ['url', 'photo'] },
      phrases: [
        both('Chưa đăng số liệu ngân sách trên cổng thông tin điện tử', 'The figures are not on the portal'),
        both('Đăng thiếu kỳ hoặc thiếu biểu, thiếu thuyết minh', 'Periods, tables or narratives are missing'),
        both('Đường dẫn không mở được hoặc đặt ở mục khó tìm', 'The link is broken or hidden in a remote corner'),
      ],
      remedy: both(
        'Đăng đầy đủ số liệu, thuyết minh trong chuyên mục công khai ngân sách dễ tìm trên cổng thông tin điện tử',
        'Put all figures and narratives in an easily found budget section of the portal',
      ),
      verificationPoints: [
        both('Đường dẫn mở được, có ngày đăng', 'The address opens and shows its day'),
        both('Đủ các kỳ và biểu nêu trong tồn tại', 'All periods and tables the finding names are there'),
      ],
      indices: ['P2.3', 'P8.1'],
      basis: [
        read(
          'Đăng tải công khai trên cổng thông tin điện tử',
          'It is published on the portal',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
      ],
    },
    {
      code: 'CBD-13',
      section: 'C',
      question: both(
        'Số liệu ngân sách có được phát trên hệ thống truyền thanh và thông báo tới thôn, ấp, tổ dân phố không?',
        'Were the figures broadcast by loudspeaker and sent to the hamlets?',
      ),
      verifiedBy: both(
        'Sổ phát thanh: ngày, giờ, số buổi; giấy giao nhận của trưởng ấp, khóm; hỏi ít nhất 2 ấp, khóm',
        'Broadcast log with days, hours and number; receipts of the hamlet heads; ask at least 2 hamlets',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['record', 'document'] },
      phrases: [
        both('Không phát thanh số liệu ngân sách', 'The figures were not broadcast'),
        both('Không có sổ theo dõi phát thanh', 'There is no broadcast log'),
        both('Chưa gửi số liệu công khai tới ấp, khóm', 'The figures were not sent to the hamlets'),
      ],
      remedy: both(
        'Phát thanh và gửi số liệu công khai tới từng ấp, khóm; mở sổ theo dõi phát thanh và giao nhận',
        'Broadcast the figures and send them to every hamlet; keep a log of broadcasts and receipts',
      ),
      verificationPoints: [
        both('Sổ phát thanh ghi ngày, giờ, nội dung', 'Broadcast log with day, hour and contents'),
        both('Giấy giao nhận của các ấp, khóm', 'Receipts of the hamlets'),
      ],
      indices: ['P2.3', 'P2.1'],
      basis: [
        read(
          'Công khai trên hệ thống truyền thanh và các thôn, phố',
          'It is disclosed by loudspeaker and in the hamlets',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        read(
          'Công bố công khai thu, chi ngân sách cấp xã bằng nhiều hình thức để người dân tiếp cận',
          'Commune budgets are disclosed in several ways so that people reach them',
          `${ngaNam}, Phụ lục, nội dung 2 điểm c`,
        ),
      ],
    },
    {
      code: 'CBD-14',
      section: 'C',
      question: both(
        'Có thông báo bằng văn bản cho Đảng ủy, Mặt trận Tổ quốc và các đoàn thể không?',
        'Were the Party committee, the Front and the mass organisations told in writing?',
      ),
      verifiedBy: both('Sổ công văn đi, bản lưu văn bản thông báo', 'Dispatch book and copies of the notices'),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không thông báo bằng văn bản cho các tổ chức', 'The organisations were not told in writing'),
        both('Chỉ thông báo miệng tại cuộc họp', 'They were told at a meeting only'),
        both('Thông báo thiếu một số tổ chức', 'Some organisations were left out'),
      ],
      remedy: both(
        'Gửi văn bản thông báo số liệu ngân sách cho Đảng ủy, Mặt trận và các đoàn thể, lưu sổ công văn',
        'Send the figures in writing to Party committee, Front and mass organisations, entered in the dispatch book',
      ),
      verificationPoints: [
        both('Văn bản thông báo có số, ngày', 'Notices with number and date'),
        both('Danh sách nơi nhận đầy đủ trên sổ công văn', 'All recipients are in the dispatch book'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Thông báo bằng văn bản cho Đảng ủy, các tổ chức chính trị, xã hội',
          'Written notice to the Party committee and the political and social organisations',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
      ],
    },
    {
      code: 'CBD-15',
      section: 'D',
      question: both(
        'Số liệu công khai có khớp nghị quyết của Hội đồng nhân dân và số liệu đối chiếu với Kho bạc không?',
        'Do the disclosed figures agree with the Council’s resolution and with the Treasury?',
      ),
      verifiedBy: both(
        'Đối chiếu ba bên: bản công khai, nghị quyết, bảng đối chiếu của Kho bạc, cùng kỳ, cùng phạm vi; không có dung sai',
        'Three-way match of disclosure, resolution and Treasury statement for the same period and scope; no tolerance',
      ),
      answer: {
        kind: 'reconciliation',
        first: both('Số công khai', 'Disclosed'),
        second: both('Số theo nghị quyết', 'By the resolution'),
        third: both('Số đối chiếu Kho bạc', 'By the Treasury'),
        passWhen: { apartAtMost: 0 },
      } satisfies AnswerType,
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Số liệu công khai không khớp nghị quyết', 'The disclosed figures differ from the resolution'),
        both('Số liệu công khai không khớp số đối chiếu Kho bạc', 'The disclosed figures differ from the Treasury’s'),
        both(
          'Chưa đối chiếu với Kho bạc trước khi công khai',
          'The figures were not matched with the Treasury before disclosure',
        ),
      ],
      remedy: both(
        'Rà soát, giải trình từng khoản chênh lệch; đính chính và công khai lại số liệu đúng; đối chiếu Kho bạc trước mỗi lần công khai',
        'Go over and explain every difference; correct and disclose again; match with the Treasury before each disclosure',
      ),
      verificationPoints: [
        both(
          'Bảng đối chiếu ba bên sau đính chính, chênh lệch bằng 0',
          'Three-way match after correction, difference zero',
        ),
        both('Giải trình từng khoản chênh lệch', 'Explanation of each difference'),
        both('Minh chứng đã công khai lại', 'Proof that it was disclosed again'),
      ],
      indices: ['P2.3', 'P4.1'],
      basis: [
        read(
          'Số liệu dự toán, quyết toán đã được Hội đồng nhân dân quyết định, phê chuẩn là số liệu công khai',
          'What the Council decided and approved is what is disclosed',
          `${nhuQuynh}, Phụ lục, công khai ngân sách`,
        ),
        unread(
          'Đối chiếu số liệu ngân sách xã với Kho bạc',
          'Matching the commune budget with the Treasury',
          circular344,
        ),
      ],
    },
    {
      code: 'CBD-16',
      section: 'D',
      question: both(
        'Tổng thu, chi thực tế có vượt số đã ghi sổ và có trong dự toán không (khoản thu, chi ngoài sổ, ngoài dự toán)?',
        'Does actual income and spending exceed what is booked and budgeted (off-book, off-budget items)?',
      ),
      verifiedBy: both(
        'Sổ quỹ tiền mặt, sao kê ngân hàng, sao kê Kho bạc, chứng từ gốc; phỏng vấn kế toán, thủ quỹ',
        'Cash book, bank and Treasury statements, vouchers; talk to accountant and cashier',
      ),
      answer: notAbove(
        both('Tổng thu, chi thực tế xác định được', 'Income and spending established'),
        both('Tổng thu, chi đã ghi sổ và trong dự toán', 'Income and spending booked and budgeted'),
      ),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record', 'photo'] },
      phrases: [
        both('Có khoản thu để ngoài sổ sách', 'Income is kept off the books'),
        both(
          'Có khoản chi không có trong dự toán, không có nghị quyết điều chỉnh',
          'Spending is outside the budget and no amendment covers it',
        ),
        both('Tọa chi từ nguồn thu chưa nộp ngân sách', 'Income was spent before it was paid in'),
        both('Sử dụng tiền công quỹ vào mục đích riêng', 'Public money was used for private purposes'),
      ],
      remedy: both(
        'Đưa toàn bộ khoản thu, chi vào sổ; nộp ngân sách, thu hồi khoản chi sai; làm rõ trách nhiệm cá nhân',
        'Book everything, pay in and recover what was wrongly spent, establish who is responsible',
      ),
      verificationPoints: [
        both('Chứng từ nộp ngân sách hoặc thu hồi', 'Proof of payment or recovery'),
        both('Sổ sách đã ghi bổ sung các khoản nêu trong tồn tại', 'The items the finding names are booked'),
        both('Văn bản xử lý trách nhiệm', 'Decision on responsibility'),
      ],
      indices: ['P4.1'],
      basis: [
        read(
          'Nghiêm cấm dùng tiền công quỹ vào mục đích riêng',
          'Public money may not be used for private purposes',
          `${ngaNam}, Phụ lục, nội dung 4 điểm a`,
        ),
        read(
          'Thanh tra, kiểm tra định kỳ, đột xuất việc sử dụng và quản lý ngân sách, công quỹ',
          'Regular and unannounced checks of the use of budget and public funds',
          `${canTho}, Phụ lục III, phần IV mục 1 điểm a`,
        ),
      ],
    },
    {
      code: 'CBD-17',
      section: 'D',
      question: both(
        'Số tiền mặt kiểm kê thực tế có khớp số dư trên sổ quỹ không?',
        'Does the cash counted equal the balance in the cash book?',
      ),
      verifiedBy: both(
        'Kiểm kê đột xuất có mặt thủ quỹ, kế toán; khóa sổ quỹ trước khi đếm; lập biên bản kiểm kê',
        'Unannounced count before cashier and accountant; close the cash book first; minutes of the count',
      ),
      answer: equalTo(both('Tiền mặt kiểm kê', 'Cash counted'), both('Số dư sổ quỹ', 'Balance in the cash book')),
      severity: 'critical',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo', 'record'] },
      phrases: [
        both('Tiền mặt thiếu so với sổ quỹ', 'Cash is short of the book'),
        both('Tiền mặt thừa so với sổ quỹ', 'Cash is in excess of the book'),
        both('Sổ quỹ không được khóa, không cập nhật hằng ngày', 'The cash book is not kept up and closed daily'),
        both('Có giấy tạm ứng viết tay thay tiền mặt', 'Handwritten advances stand in for cash'),
      ],
      remedy: both(
        'Xác định nguyên nhân, thu hồi khoản thiếu, ghi sổ khoản thừa; thực hiện kiểm kê quỹ định kỳ hằng tháng',
        'Find the cause, recover what is short, book what is in excess; count the cash monthly',
      ),
      verificationPoints: [
        both('Biên bản kiểm kê lại, chênh lệch bằng 0', 'Minutes of a new count, difference zero'),
        both('Chứng từ thu hồi hoặc ghi sổ khoản chênh lệch', 'Voucher that recovers or books the difference'),
      ],
      indices: ['P4.1'],
      basis: [
        read(
          'Nghiêm cấm dùng tiền công quỹ vào mục đích riêng',
          'Public money may not be used for private purposes',
          `${ngaNam}, Phụ lục, nội dung 4 điểm a`,
        ),
        unread('Kiểm kê quỹ tiền mặt', 'Counting of cash', accountingAct),
      ],
    },
    {
      code: 'CBD-21',
      section: 'D',
      question: both(
        'Chủ tài khoản, kế toán và thủ quỹ có do những người khác nhau đảm nhiệm không?',
        'Are account holder, accountant and cashier different people?',
      ),
      verifiedBy: both(
        'Quyết định phân công; chữ ký trên chứng từ, sổ quỹ, mẫu chữ ký tại Kho bạc',
        'Assignment decisions; signatures on vouchers, cash book and at the Treasury',
      ),
      answer: yes,
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'photo'] },
      phrases: [
        both('Kế toán kiêm thủ quỹ', 'The accountant is also the cashier'),
        both('Thủ quỹ không có quyết định phân công', 'The cashier was never assigned by decision'),
        both('Chủ tài khoản ký thay kế toán trên chứng từ', 'The account holder signs vouchers for the accountant'),
      ],
      remedy: both(
        'Bố trí lại người làm kế toán, thủ quỹ tách bạch; ban hành quyết định phân công và bàn giao quỹ',
        'Separate accountant and cashier by decision, and hand the cash over formally',
      ),
      verificationPoints: [
        both('Quyết định phân công mới', 'New assignment decisions'),
        both('Biên bản bàn giao quỹ, sổ sách', 'Minutes of the handover of cash and books'),
      ],
      indices: ['P4.1'],
      basis: [unread('Người làm kế toán không kiêm thủ quỹ', 'An accountant is not the cashier', accountingAct)],
    },
    {
      code: 'CBD-20a',
      section: 'E',
      question: both(
        'Tỷ lệ kiến nghị sau thanh tra, kiểm tra, kiểm toán về tài chính, ngân sách đã thực hiện (theo số kiến nghị) đạt bao nhiêu?',
        'What share of recommendations on finance and budget has been carried out, by count?',
      ),
      verifiedBy: both(
        'Hồ sơ theo dõi thực hiện kiến nghị của mọi cơ quan; kiểm tra minh chứng của từng kiến nghị',
        'Follow-up file of recommendations from every body; the proof of each one',
      ),
      answer: share(
        both('Số kiến nghị đã thực hiện', 'Recommendations carried out'),
        both('Số kiến nghị phải thực hiện', 'Recommendations to carry out'),
        9_000,
        `${canTho}, Phụ lục I, mục 6.1.3: từ 90% đến 100%`,
      ),
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Tỷ lệ kiến nghị đã thực hiện thấp hơn 90%', 'Less than 90% of the recommendations are carried out'),
        both('Không mở sổ theo dõi thực hiện kiến nghị', 'No follow-up of recommendations is kept'),
        both('Báo cáo đã thực hiện nhưng không có minh chứng', 'Reported as done without proof'),
      ],
      remedy: both(
        'Lập kế hoạch thực hiện dứt điểm từng kiến nghị còn lại, báo cáo khó khăn, vướng mắc cho cơ quan chủ trì',
        'Plan how each outstanding recommendation is carried out; report obstacles to the lead body',
      ),
      verificationPoints: [
        both('Bảng theo dõi từng kiến nghị có minh chứng', 'Follow-up table with the proof of each'),
        both('Tỷ lệ thực hiện đạt từ 90%', 'At least 90% are carried out'),
      ],
      indices: ['PAR 6.1.3'],
      basis: [
        read(
          'Phấn đấu đạt tỷ lệ từ 90% đến 100% kiến nghị sau thanh tra, kiểm tra, kiểm toán nhà nước về tài chính, ngân sách được thực hiện',
          'From 90% to 100% of the recommendations of inspections, checks and State Audit on finance and budget are carried out',
          `${canTho}, Phụ lục I, mục 6.1.3`,
        ),
      ],
    },
    {
      code: 'CBD-20b',
      section: 'E',
      question: both(
        'Số tiền đã thu hồi, nộp theo kiến nghị sau thanh tra, kiểm tra, kiểm toán đạt bao nhiêu so với số phải nộp?',
        'How much of the money to be recovered or paid in by recommendations has been?',
      ),
      verifiedBy: both(
        'Giấy nộp tiền vào ngân sách có xác nhận của Kho bạc, đối chiếu với số tiền trong từng kiến nghị',
        'Payment slips confirmed by the Treasury, against the amount in each recommendation',
      ),
      answer: {
        kind: 'money',
        amount: both('Số tiền đã nộp, thu hồi', 'Paid in and recovered'),
        reference: both('Số tiền phải nộp, thu hồi', 'To be paid in and recovered'),
        passWhen: { shareOfReferenceAtLeast: 9_000 },
      },
      severity: 'major',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Số tiền đã thu hồi thấp hơn 90% số phải thu hồi', 'Less than 90% of the money has been recovered'),
        both('Có khoản phải nộp quá hạn chưa nộp', 'Payments are overdue'),
        both('Nộp tiền nhưng chưa có xác nhận của Kho bạc', 'Paid, but not confirmed by the Treasury'),
      ],
      remedy: both(
        'Nộp đủ số tiền còn lại vào ngân sách, có xác nhận của Kho bạc; đôn đốc cá nhân, tổ chức còn nợ',
        'Pay in the rest with the Treasury’s confirmation; press those who still owe',
      ),
      verificationPoints: [
        both('Giấy nộp tiền có xác nhận của Kho bạc', 'Payment slips confirmed by the Treasury'),
        both('Bảng đối chiếu số phải nộp và đã nộp', 'Table of what is owed and what is paid'),
      ],
      indices: ['PAR 6.1.3'],
      basis: [
        read(
          'Thực hiện đầy đủ kiến nghị của thanh tra, kiểm toán; tỷ lệ từ 90% đến 100%',
          'Recommendations of inspection and audit are carried out in full; from 90% to 100%',
          `${canTho}, Phụ lục I, mục 6.1.3`,
        ),
      ],
    },
    {
      code: 'CBD-22',
      section: 'E',
      question: both(
        'Chủ tịch, kế toán, thủ quỹ đã được bồi dưỡng về quản lý tài chính và trưởng ấp, khóm được tập huấn về công khai ngân sách chưa?',
        'Have chairperson, accountant and cashier been trained in finance, and hamlet heads in budget disclosure?',
      ),
      verifiedBy: both(
        'Danh sách lớp, giấy chứng nhận, giấy triệu tập trong năm',
        'Attendance lists, certificates and summonses of the year',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document'] },
      phrases: [
        both('Kế toán, thủ quỹ chưa được bồi dưỡng nghiệp vụ', 'Accountant and cashier have not been trained'),
        both(
          'Trưởng ấp, khóm chưa được tập huấn về công khai ngân sách',
          'Hamlet heads have not been trained in disclosure',
        ),
        both('Không lưu hồ sơ tập huấn', 'Training records are not kept'),
      ],
      remedy: both(
        'Cử người tham gia bồi dưỡng; tổ chức tập huấn về công khai ngân sách cho trưởng ấp, khóm',
        'Send those concerned to training; train the hamlet heads in budget disclosure',
      ),
      verificationPoints: [
        both('Danh sách tham dự có chữ ký hoặc giấy chứng nhận', 'Signed attendance or certificates'),
        both('Kế hoạch tập huấn trưởng ấp, khóm đã thực hiện', 'The training of hamlet heads has taken place'),
      ],
      indices: ['P2.3'],
      basis: [
        read(
          'Bồi dưỡng Chủ tịch, kế toán, thủ quỹ; mở lớp chuyên đề về công khai ngân sách cho trưởng ấp, trưởng khu vực',
          'Chairperson, accountant and cashier are trained; courses on budget disclosure for hamlet heads',
          `${canTho}, Phụ lục III, phần II mục 3 điểm b, d`,
        ),
      ],
    },
    {
      code: 'CBD-23',
      section: 'E',
      question: both(
        'Hội đồng nhân dân, Ban Thanh tra nhân dân, Mặt trận Tổ quốc có giám sát ngân sách và lập biên bản không?',
        'Do Council, People’s Inspection Board or Front supervise the budget and keep minutes?',
      ),
      verifiedBy: both(
        'Biên bản, báo cáo giám sát trong năm; trả lời của UBND',
        'Supervision minutes and reports of the year; the office’s answers',
      ),
      answer: yes,
      severity: 'minor',
      evidence: { requiredWhen: 'failed', kinds: ['document', 'record'] },
      phrases: [
        both('Không có biên bản giám sát trong năm', 'There are no supervision minutes for the year'),
        both('UBND chưa trả lời kiến nghị qua giám sát', 'The office has not answered what supervision asked'),
        both('Không cung cấp số liệu cho cơ quan giám sát', 'Figures were not given to those who supervise'),
      ],
      remedy: both(
        'Cung cấp số liệu và phối hợp để các tổ chức giám sát; trả lời bằng văn bản các kiến nghị qua giám sát',
        'Provide figures, cooperate in supervision, and answer its requests in writing',
      ),
      verificationPoints: [
        both('Biên bản giám sát', 'Supervision minutes'),
        both('Văn bản trả lời kiến nghị qua giám sát', 'Written answers to what supervision asked'),
      ],
      indices: ['P2.3', 'P3'],
      basis: [
        read(
          'Phát huy vai trò giám sát của Hội đồng nhân dân, các đoàn thể và nhân dân',
          'Council, mass organisations and people supervise',
          `${canTho}, Phụ lục III, phần II mục 3 điểm c`,
        ),
        read(
          'Niêm yết danh mục thu, chi để Nhân dân được biết và giám sát',
          'Income and spending are posted so that people know and supervise',
          `${nhuQuynh}, mục 1.2 điểm c`,
        ),
      ],
    },
    earlierRecommendations('CBD-24', 'F'),
  ],
};
