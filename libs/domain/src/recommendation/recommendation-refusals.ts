/** Why commands to a recommendation are turned down; part of the one table in `refusals.ts`. */
export const recommendationRefusals = {
  'recommendation.unknown': { kind: 'not-found', vi: 'Không tìm thấy kiến nghị', en: 'Recommendation not found' },
  'recommendation.already-issued': {
    kind: 'conflict',
    vi: 'Kiến nghị này đã ban hành',
    en: 'This recommendation was issued already',
  },
  'recommendation.inspection-unknown': {
    kind: 'unprocessable',
    vi: 'Không có cuộc kiểm tra này',
    en: 'There is no such inspection',
  },
  'recommendation.body-unknown': { kind: 'unprocessable', vi: 'Không có cơ quan này', en: 'There is no such body' },
  'recommendation.finding-not-live': {
    kind: 'unprocessable',
    vi: 'Tồn tại không có, đã bỏ hoặc đã khắc phục tại chỗ',
    en: 'The finding is unknown, discarded or corrected on site',
  },
  'recommendation.not-due-yet': {
    kind: 'conflict',
    vi: 'Kiến nghị chưa quá hạn, đơn vị còn thời gian thực hiện',
    en: 'It is not past its due date; the unit still has time',
  },
  'recommendation.finding-disputed': {
    kind: 'conflict',
    vi: 'Ý kiến của đơn vị về tồn tại này chưa được xem xét',
    en: 'The unit disputes this finding and nobody has decided yet',
  },
  'recommendation.before-final-document': {
    kind: 'conflict',
    vi: 'Chỉ kiến nghị khi đã có văn bản kết thúc: biên bản hoặc kết luận',
    en: 'Recommendations are issued from the final document',
  },
  'recommendation.without-finding': {
    kind: 'unprocessable',
    vi: 'Kiến nghị phải trả lời ít nhất một tồn tại',
    en: 'A recommendation answers at least one finding',
  },
  'recommendation.without-verification-points': {
    kind: 'unprocessable',
    vi: 'Kiến nghị cần ít nhất một tiêu chí xác minh',
    en: 'A recommendation needs at least one verification point',
  },
  'recommendation.without-implementing-body': {
    kind: 'unprocessable',
    vi: 'Kiến nghị cần cơ quan thực hiện',
    en: 'A recommendation needs an implementing body',
  },
  'recommendation.due-before-document': {
    kind: 'unprocessable',
    vi: 'Hạn sớm hơn ngày của văn bản',
    en: 'The due date is before the document',
  },
  'recommendation.planned-before-document': {
    kind: 'unprocessable',
    vi: 'Ngày dự kiến sớm hơn ngày của biên bản',
    en: 'The planned date is before the minutes',
  },
  'recommendation.no-deadline-rule': {
    kind: 'unprocessable',
    vi: 'Không có quy định thời hạn cho ngày này',
    en: 'No deadline profile is in force on this day',
  },
  'recommendation.settled': { kind: 'conflict', vi: 'Kiến nghị đã đóng', en: 'The recommendation is settled' },
  'recommendation.not-your-unit': {
    kind: 'forbidden',
    vi: 'Chỉ đơn vị được kiến nghị được làm việc này',
    en: 'Only the unit it was issued to may do this',
  },
  'recommendation.judged-by-finder': {
    kind: 'forbidden',
    vi: 'Người ghi nhận tồn tại không được xác minh hoặc đóng',
    en: 'Whoever recorded the finding may not judge its remedy',
  },
  'recommendation.judged-by-fixer': {
    kind: 'forbidden',
    vi: 'Người khắc phục không được tự xác minh hoặc đóng',
    en: 'Whoever fixed it may not judge the fix',
  },
  'recommendation.judged-by-own-unit': {
    kind: 'forbidden',
    vi: 'Đơn vị không được tự xác minh hoặc đóng kiến nghị của mình',
    en: 'A unit may not judge its own remedy',
  },
  'recommendation.closed-by-verifier': {
    kind: 'forbidden',
    vi: 'Người đã xác minh không được tự đóng',
    en: 'Whoever verified it may not close it',
  },
  'recommendation.proof-awaits-verification': {
    kind: 'conflict',
    vi: 'Minh chứng đang chờ xác minh',
    en: 'A proof is waiting to be verified',
  },
  'recommendation.proof-without-evidence': {
    kind: 'unprocessable',
    vi: 'Cần ít nhất một minh chứng',
    en: 'At least one piece of evidence is needed',
  },
  'recommendation.same-proof-again': {
    kind: 'unprocessable',
    vi: 'Minh chứng này đã bị trả lại; cần minh chứng mới',
    en: 'This proof was returned; new evidence is needed',
  },
  'recommendation.nothing-to-verify': {
    kind: 'conflict',
    vi: 'Không có minh chứng đang chờ xác minh',
    en: 'No proof is waiting to be verified',
  },
  'recommendation.return-without-reasons': {
    kind: 'unprocessable',
    vi: 'Trả lại phải nêu đủ lý do trong một lần',
    en: 'A return names all its reasons at once',
  },
  'recommendation.second-return-needs-leadership': {
    kind: 'forbidden',
    vi: 'Trả lại lần thứ hai phải do lãnh đạo quyết định',
    en: 'A second return is for leadership to decide',
  },
  'recommendation.point-unknown': {
    kind: 'unprocessable',
    vi: 'Không có tiêu chí xác minh này',
    en: 'There is no such verification point',
  },
  'recommendation.points-unmet': {
    kind: 'conflict',
    vi: 'Chưa đạt đủ tiêu chí xác minh',
    en: 'Not every verification point is met',
  },
  'recommendation.not-verified': {
    kind: 'conflict',
    vi: 'Chưa xác minh thì không được đóng',
    en: 'A recommendation is closed only once verified',
  },
  'recommendation.already-verified': { kind: 'conflict', vi: 'Đã xác minh đạt', en: 'It was verified already' },
  'recommendation.suspended': {
    kind: 'conflict',
    vi: 'Kiến nghị đang tạm dừng thực hiện, thời hạn không tính',
    en: 'The recommendation is suspended and its clock stands still',
  },
  'recommendation.not-suspended': {
    kind: 'conflict',
    vi: 'Kiến nghị không bị tạm dừng',
    en: 'The recommendation is not suspended',
  },
  'recommendation.extension-after-due-date': {
    kind: 'conflict',
    vi: 'Đã quá thời điểm được xin gia hạn',
    en: 'It is too late to ask for an extension',
  },
  'recommendation.extension-not-later': {
    kind: 'unprocessable',
    vi: 'Ngày gia hạn phải sau hạn đang có hiệu lực',
    en: 'An extension moves the due date to a later day',
  },
  'recommendation.extension-not-working-day': {
    kind: 'unprocessable',
    vi: 'Ngày gia hạn phải là ngày làm việc',
    en: 'The extended due date must be a working day',
  },
  'recommendation.extension-pending': {
    kind: 'conflict',
    vi: 'Đang có một đơn xin gia hạn chờ quyết định',
    en: 'An extension request awaits a decision',
  },
  'recommendation.no-extension-asked': {
    kind: 'conflict',
    vi: 'Không có đơn xin gia hạn chờ quyết định',
    en: 'No extension request awaits a decision',
  },
  'recommendation.extension-decided-by-asker': {
    kind: 'forbidden',
    vi: 'Người xin gia hạn không được tự quyết định',
    en: 'Whoever asked for the extension may not decide on it',
  },
  'recommendation.extension-not-yours-to-decide': {
    kind: 'forbidden',
    vi: 'Gia hạn do lãnh đạo hoặc người ban hành kiến nghị quyết định',
    en: 'An extension is for leadership or whoever issued the recommendation to decide',
  },
  'recommendation.extension-beyond-asked': {
    kind: 'unprocessable',
    vi: 'Không gia hạn quá ngày đơn vị xin',
    en: 'An extension goes no further than was asked',
  },
  'recommendation.no-plan-to-review': {
    kind: 'conflict',
    vi: 'Không có kế hoạch chờ duyệt',
    en: 'No plan awaits review',
  },
  'recommendation.nothing-to-recover': {
    kind: 'conflict',
    vi: 'Kiến nghị này không phải thu hồi tiền',
    en: 'This recommendation asks for no money back',
  },
  'recommendation.recovery-known': {
    kind: 'unprocessable',
    vi: 'Chứng từ này đã ghi với nội dung khác',
    en: 'This payment document was recorded with other contents',
  },
  'recommendation.recovered-in-future': {
    kind: 'unprocessable',
    vi: 'Ngày nộp tiền ở tương lai',
    en: 'The money came in on a day still to come',
  },
  'recommendation.recovered-too-much': {
    kind: 'unprocessable',
    vi: 'Số tiền vượt quá số phải thu hồi',
    en: 'The amount is more than is to be recovered',
  },
  'recommendation.money-outstanding': {
    kind: 'conflict',
    vi: 'Chưa thu hồi đủ số tiền',
    en: 'The money is not fully recovered',
  },
  'recommendation.amount-missing': {
    kind: 'unprocessable',
    vi: 'Kiến nghị thu hồi tiền phải có số tiền',
    en: 'A recommendation to collect money names the amount',
  },
  'recommendation.not-partly': {
    kind: 'unprocessable',
    vi: 'Xác minh một phần phải có điểm đạt và điểm chưa đạt',
    en: 'A partial verification has points met and points unmet',
  },
  'recommendation.points-unjudged': {
    kind: 'unprocessable',
    vi: 'Mỗi tiêu chí còn lại phải được đánh giá đúng một lần',
    en: 'Every point that is left is judged once',
  },
  'recommendation.effectiveness-unconfirmed': {
    kind: 'conflict',
    vi: 'Phải kiểm tra hiệu quả khắc phục trước khi đóng',
    en: 'The effect of the remedy is checked before closing',
  },
  'recommendation.not-declared-unimplemented': {
    kind: 'conflict',
    vi: 'Chỉ đề nghị xử lý khi kiến nghị không được thực hiện',
    en: 'A sanction is proposed only for what was not implemented',
  },
  'recommendation.sanction-pending': {
    kind: 'conflict',
    vi: 'Đang có đề nghị xử lý chờ quyết định',
    en: 'A proposed sanction awaits a decision',
  },
  'recommendation.no-sanction-proposed': {
    kind: 'conflict',
    vi: 'Không có đề nghị xử lý chờ quyết định',
    en: 'No proposed sanction awaits a decision',
  },
  'recommendation.sanction-decided-by-proposer': {
    kind: 'forbidden',
    vi: 'Người đề nghị xử lý không được tự quyết định',
    en: 'Whoever proposed the sanction may not decide on it',
  },
  'recommendation.sanction-kind-mismatch': {
    kind: 'unprocessable',
    vi: 'Hình thức xử lý chỉ nêu khi có xử lý',
    en: 'A kind of sanction is named when one is imposed, and only then',
  },
  'recommendation.without-external-document': {
    kind: 'unprocessable',
    vi: 'Kiến nghị từ bên ngoài phải kèm văn bản',
    en: 'An external recommendation comes with its document',
  },
  'recommendation.document-in-future': {
    kind: 'unprocessable',
    vi: 'Văn bản ký ở ngày tương lai',
    en: 'The document is signed on a day still to come',
  },
  'recommendation.not-overdue': {
    kind: 'conflict',
    vi: 'Kiến nghị chưa quá hạn',
    en: 'The recommendation is not overdue',
  },
  'recommendation.ladder-not-applicable': {
    kind: 'conflict',
    vi: 'Bước đôn đốc không còn áp dụng',
    en: 'The step of the ladder does not apply any more',
  },
  'recommendation.ladder-step-outdated': {
    kind: 'conflict',
    vi: 'Đã có bước đôn đốc sau bước này',
    en: 'A later step of the ladder was taken already',
  },
  'recommendation.ladder-step-not-due': {
    kind: 'conflict',
    vi: 'Chưa đến ngày của bước đôn đốc',
    en: 'The day of this step of the ladder has not come',
  },
} as const;
