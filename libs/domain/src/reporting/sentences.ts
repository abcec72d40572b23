import type { Text } from '../checklists/checklist.js';
import { differenceText, uncheckedText } from '../integrity/integrity-check.js';
import type { Recorded } from '../kernel/recorded.js';
import { differingLines } from '../ledger/budget-figures.js';
import type { DomainEvents } from './catalogue.js';
import { both, date, dong } from './wording.js';

type Sentences = {
  readonly [T in keyof DomainEvents]: (data: DomainEvents[T]) => Text;
};

/** One event as a sentence, Vietnamese and English; who did it and when stand beside it, not in it. */
export function sentenceOf(event: Recorded<DomainEvents>): Text {
  const write = sentences[event.type] as (data: unknown) => Text;
  return write(event.data);
}

const sentences: Sentences = {
  UnitEstablished: ({ name, code }) => both(`Thành lập ${name} (mã ${code})`, `${name} established (code ${code})`),
  UnitRenamed: ({ name, previousName, basis }) =>
    both(
      `Đổi tên ${previousName} thành ${name} theo ${basis.number}`,
      `${previousName} renamed ${name} by ${basis.number}`,
    ),
  UnitHeadAppointed: ({ headName }) => both(`Bổ nhiệm người đứng đầu: ${headName}`, `Head appointed: ${headName}`),

  InspectionProgrammeAdopted: ({ number, title, items }) =>
    both(
      `Ban hành ${number}: ${title}, ${items.length} mục`,
      `Adopted ${number}: ${title}, ${counted(items.length, 'item')}`,
    ),
  ProgrammeItemAdded: ({ item, reason }) =>
    both(
      `Bổ sung mục ${item.code} vào kế hoạch, vì ${reason}`,
      `Item ${item.code} added to the plan, because ${reason}`,
    ),
  ProgrammeItemAmended: ({ item, reason }) =>
    both(
      `Điều chỉnh mục ${item.code} của kế hoạch, vì ${reason}`,
      `Item ${item.code} of the plan amended, because ${reason}`,
    ),
  ProgrammeItemWithdrawn: ({ code, reason }) =>
    both(`Bỏ mục ${code} khỏi kế hoạch, vì ${reason}`, `Item ${code} withdrawn from the plan, because ${reason}`),
  PilotSitesChanged: ({ pilotSites, reason }) =>
    both(
      `Thay đổi địa phương điểm: ${pilotSites.map(({ place }) => place).join(', ') || 'không còn'}, vì ${reason}`,
      `Pilot sites changed: ${pilotSites.map(({ place }) => place).join(', ') || 'none left'}, because ${reason}`,
    ),

  ChecklistDrafted: ({ title, body }) =>
    both(`Soạn mẫu phiếu kiểm tra "${title.vi}" của ${body.name}`, `Checklist "${title.en}" of ${body.name} drafted`),
  ChecklistHeadChanged: ({ title, sections }) =>
    both(
      `Sửa tên và ${sections.length} nhóm mục của mẫu phiếu "${title.vi}"`,
      `Title and ${counted(sections.length, 'section')} of the checklist "${title.en}" changed`,
    ),
  ChecklistItemWritten: ({ item, previous }) =>
    both(
      `${previous ? 'Sửa' : 'Thêm'} mục ${item.code} của mẫu phiếu: ${item.question.vi}`,
      `Item ${item.code} of the checklist ${previous ? 'rewritten' : 'added'}: ${item.question.en}`,
    ),
  ChecklistItemRemoved: ({ item }) =>
    both(
      `Bỏ mục ${item.code} khỏi bản soạn của mẫu phiếu`,
      `Item ${item.code} removed from the draft of the checklist`,
    ),
  ChecklistPublished: ({ edition: { title, edition, items, validFrom, source } }) =>
    both(
      `Ban hành mẫu phiếu "${title.vi}", ấn bản ${edition}, ${items.length} mục, áp dụng từ ${date(validFrom)}; nguồn: ${source}`,
      `Checklist "${title.en}" published, edition ${edition}, ${counted(items.length, 'item')}, in force from ${date(validFrom)}; source: ${source}`,
    ),
  NextChecklistEditionDrafted: ({ title, edition }) =>
    both(
      `Soạn ấn bản ${edition} của mẫu phiếu "${title.vi}" từ ấn bản trước`,
      `Edition ${edition} of the checklist "${title.en}" drafted from the last one`,
    ),
  ChecklistWithdrawn: ({ from, reason }) =>
    both(
      `Thôi áp dụng mẫu phiếu từ ${date(from)}, vì ${reason}`,
      `Checklist withdrawn from ${date(from)} on, because ${reason}`,
    ),

  InspectionOrdered: ({ number, checklist, orderedBy }) =>
    both(
      `Quyết định ${number} của ${orderedBy.body.name}: ${lower(checklist.title.vi)}`,
      `Decision ${number} of ${orderedBy.body.name}: ${lower(checklist.title.en)}`,
    ),
  UnannouncedInspectionStarted: ({ place }) =>
    both(
      `Bắt đầu kiểm tra đột xuất${place ? ` tại ${place}` : ''}`,
      `Unannounced inspection started${place ? ` at ${place}` : ''}`,
    ),
  EarlierRecommendationsLoaded: ({ recommendations }) =>
    both(
      `Xem lại ${recommendations.length} kiến nghị của các lần kiểm tra trước`,
      `${counted(recommendations.length, 'recommendation')} of earlier inspections to go back to`,
    ),
  EarlierRecommendationChecked: ({ number, outcome, note }) =>
    both(
      `Kiểm tra lại kiến nghị ${number}: ${earlierOutcomeWords[outcome].vi}${note ? `; ${note}` : ''}`,
      `Earlier recommendation ${number}: ${earlierOutcomeWords[outcome].en}${note ? `; ${note}` : ''}`,
    ),
  EarlierProposalDismissed: ({ number, reason }) =>
    both(
      `Kiến nghị ${number}: không ghi tồn tại, vì ${reason}`,
      `Recommendation ${number}: no finding, because ${reason}`,
    ),
  ChecklistItemAnswered: ({ itemCode, outcome, evidence }) =>
    both(
      `Mục ${itemCode}: ${outcome === 'pass' ? 'đạt' : 'không đạt'}${files(evidence.length, 'minh chứng')}`,
      `Item ${itemCode}: ${outcome}${files(evidence.length, 'evidence')}`,
    ),
  ChecklistItemMarkedNotApplicable: ({ itemCode, reason }) =>
    both(`Mục ${itemCode}: không áp dụng, vì ${reason}`, `Item ${itemCode}: not applicable, because ${reason}`),
  ChecklistAnswerCorrected: ({ itemCode, previous, corrected, reason }) =>
    both(
      `Đính chính mục ${itemCode}: ${outcomeVi(previous)} thành ${outcomeVi(corrected)}, vì ${reason}`,
      `Item ${itemCode} corrected: ${outcomeEn(previous)} to ${outcomeEn(corrected)}, because ${reason}`,
    ),
  EvidenceCaptured: ({ itemCode, evidence }) =>
    both(
      `Thêm ${evidence.length} minh chứng cho mục ${itemCode}`,
      `${evidence.length} evidence added to item ${itemCode}`,
    ),
  FindingRecorded: ({ number, severity, condition }) =>
    both(
      `Ghi nhận tồn tại ${number} (${severityVi[severity]}): ${condition}`,
      `Finding ${number} recorded (${severity}): ${condition}`,
    ),
  FindingCorrectedOnSite: ({ note }) => both(`Khắc phục tại chỗ: ${note}`, `Corrected on site: ${note}`),
  FindingDiscarded: ({ number, reason }) =>
    both(`Bỏ tồn tại ${number}, vì ${reason}`, `Finding ${number} discarded, because ${reason}`),
  SampleDrawn: ({ number, itemCode, population, drawn }) =>
    both(
      `Rút mẫu ${number} cho mục ${itemCode}: ${drawn.length}/${population.size} của ${population.name}`,
      `Sample ${number} drawn for item ${itemCode}: ${drawn.length} of ${population.size}, ${population.name}`,
    ),
  ContributionLedgerImported: ({ file, analysis }) =>
    both(
      `Nhập sổ đóng góp ${file.name}: ${analysis.rows} dòng, ${analysis.households} hộ`,
      `Contribution ledger ${file.name} imported: ${counted(analysis.rows, 'row')}, ${counted(analysis.households, 'household')}`,
    ),
  BudgetFiguresRecorded: ({ period, lines }) =>
    both(
      `Ghi bảng đối chiếu ngân sách ${period}: ${lines.length} chỉ tiêu, ${differingLines(lines).length} không khớp`,
      `Budget figures recorded, ${period}: ${counted(lines.length, 'line')}, ${differingLines(lines).length} of them apart`,
    ),
  ProposedFindingDismissed: ({ itemCode, reason }) =>
    both(`Mục ${itemCode} không ghi tồn tại, vì ${reason}`, `No finding on item ${itemCode}, because ${reason}`),
  FieldworkSuspended: ({ reason }) => both(`Tạm dừng kiểm tra, vì ${reason}`, `Fieldwork suspended, because ${reason}`),
  FieldworkResumed: () => both('Tiếp tục kiểm tra', 'Fieldwork resumed'),
  FieldworkEnded: ({ score }) =>
    both(
      `Kết thúc kiểm tra tại chỗ: đạt ${score.passed}/${score.applicable} mục`,
      `Fieldwork ended: ${score.passed} of ${score.applicable} items passed`,
    ),
  MinutesSigned: ({ number, unitRepresentative }) =>
    both(
      `Ký biên bản${number ? ` ${number}` : ''}; đại diện đơn vị: ${unitRepresentative.name}, nhất trí`,
      `Minutes${number ? ` ${number}` : ''} signed; for the unit: ${unitRepresentative.name}, agreed`,
    ),
  MinutesSignedWithReservation: ({ number, unitRepresentative, reservation }) =>
    both(
      `Ký biên bản${number ? ` ${number}` : ''}; ${unitRepresentative.name} có ý kiến: ${reservation}`,
      `Minutes${number ? ` ${number}` : ''} signed; ${unitRepresentative.name} with a reservation: ${reservation}`,
    ),
  MinutesSignatureRefused: ({ unitRepresentative, reason, witness }) =>
    both(
      `${unitRepresentative.name} từ chối ký biên bản: ${reason}; người chứng kiến: ${witness.name}`,
      `${unitRepresentative.name} refused to sign the minutes: ${reason}; witness: ${witness.name}`,
    ),
  InspectionCancelled: ({ reason }) =>
    both(`Hủy cuộc kiểm tra, vì ${reason}`, `Inspection cancelled, because ${reason}`),
  FollowUpStarted: ({ findingIds }) =>
    both(
      `Cuộc kiểm tra theo dõi kiến nghị này, cho ${findingIds.length} tồn tại`,
      `The inspection follows this recommendation up, for ${counted(findingIds.length, 'finding')}`,
    ),
  RecommendationSettled: ({ outcome }) =>
    both(
      `Cuộc kiểm tra ghi nhận kiến nghị này đã xong: ${outcomes[outcome].vi}`,
      `The inspection notes that this recommendation is settled: ${outcomes[outcome].en}`,
    ),
  InspectionClosed: ({ reason }) =>
    reason === 'nothing-to-remedy'
      ? both('Đóng cuộc kiểm tra: không còn tồn tại phải khắc phục', 'Inspection closed: nothing left to remedy')
      : both('Đóng cuộc kiểm tra: mọi kiến nghị đã đóng', 'Inspection closed: every recommendation is settled'),

  TeamMemberReplaced: ({ leaving, joining, number, reason }) =>
    both(
      `Thay ${leaving.name} bằng ${joining.name} trong đoàn theo ${number}, vì ${reason}`,
      `${joining.name} replaces ${leaving.name} on the team by ${number}, because ${reason}`,
    ),
  ConflictOfInterestDeclared: ({ name, note }) =>
    both(`${name} khai xung đột lợi ích: ${note}`, `${name} declared a conflict of interest: ${note}`),
  InspectionAnnounced: ({ unitRepresentative }) =>
    both(
      `Công bố quyết định kiểm tra với ${unitRepresentative.name}`,
      `Decision announced to ${unitRepresentative.name}`,
    ),
  FieldworkStarted: ({ place }) =>
    both(`Bắt đầu kiểm tra${place ? ` tại ${place}` : ''}`, `Fieldwork started${place ? ` at ${place}` : ''}`),
  FieldworkExtended: ({ number, until, previousUntil, reason }) =>
    both(
      `Gia hạn kiểm tra từ ${date(previousUntil)} đến ${date(until)} theo ${number}, vì ${reason}`,
      `Fieldwork extended from ${date(previousUntil)} to ${date(until)} by ${number}, because ${reason}`,
    ),
  PositiveFindingRecorded: ({ number, text }) =>
    both(`Ghi nhận ưu điểm ${number}: ${text}`, `Positive finding ${number} recorded: ${text}`),
  FindingConfirmed: ({ number }) => both(`Xác nhận tồn tại ${number}`, `Finding ${number} confirmed`),
  FindingCommunicated: ({ number }) =>
    both(`Thông báo tồn tại ${number} cho đơn vị`, `Finding ${number} communicated to the unit`),
  FindingAccepted: ({ number }) =>
    both(`Đơn vị thống nhất tồn tại ${number}`, `Finding ${number} accepted by the unit`),
  FindingDisputed: ({ number, reason }) =>
    both(`Đơn vị không thống nhất tồn tại ${number}: ${reason}`, `Finding ${number} disputed by the unit: ${reason}`),
  DisputeAccepted: ({ number, outcome, reason }) =>
    outcome === 'amended'
      ? both(
          `Chấp nhận ý kiến về tồn tại ${number}, sửa lại, vì ${reason}`,
          `Dispute of finding ${number} accepted, to be amended, because ${reason}`,
        )
      : both(
          `Chấp nhận ý kiến về tồn tại ${number}, rút tồn tại, vì ${reason}`,
          `Dispute of finding ${number} accepted, to be withdrawn, because ${reason}`,
        ),
  DisputeRejected: ({ number, reason }) =>
    both(
      `Không chấp nhận ý kiến về tồn tại ${number}, vì ${reason}`,
      `Dispute of finding ${number} rejected, because ${reason}`,
    ),
  FindingAmended: ({ number, amended, reason }) =>
    both(
      `Sửa tồn tại ${number} (${severityVi[amended.severity]}): ${amended.condition}; vì ${reason}`,
      `Finding ${number} amended (${amended.severity}): ${amended.condition}; because ${reason}`,
    ),
  FindingWithdrawn: ({ number, reason }) =>
    both(`Rút tồn tại ${number}, vì ${reason}`, `Finding ${number} withdrawn, because ${reason}`),
  FindingSeverityRaised: ({ number, previous, severity, reason }) =>
    both(
      `Nâng mức độ tồn tại ${number} từ ${severityVi[previous]} lên ${severityVi[severity]}, vì ${reason}`,
      `Finding ${number} raised from ${previous} to ${severity}, because ${reason}`,
    ),
  RecurrenceIdentified: ({ number, kind, earlier }) =>
    both(
      `Tồn tại ${number} ${recurrences[kind].vi} ${earlier.number} của ${earlier.inspectionNumber}`,
      `Finding ${number} ${recurrences[kind].en} ${earlier.number} of ${earlier.inspectionNumber}`,
    ),
  InspectionReportSubmitted: ({ number, signedOn }) =>
    both(
      `Nộp báo cáo kết quả kiểm tra ${number} ngày ${date(signedOn)}`,
      `Inspection report ${number} of ${date(signedOn)} submitted`,
    ),
  DissentingOpinionReserved: ({ about, opinion }) =>
    about === 'report'
      ? both(`Bảo lưu ý kiến về báo cáo: ${opinion}`, `Opinion on the report reserved: ${opinion}`)
      : both(`Bảo lưu ý kiến về dự thảo kết luận: ${opinion}`, `Opinion on the draft conclusion reserved: ${opinion}`),
  ConclusionDraftingOrdered: ({ dueOn }) =>
    both(`Giao dự thảo kết luận, hạn ${date(dueOn)}`, `Drafting of the conclusion ordered, due ${date(dueOn)}`),
  ConclusionDrafted: ({ version }) => both(`Dự thảo kết luận lần ${version}`, `Conclusion drafted, version ${version}`),
  DraftSentForResponse: ({ version, dueOn }) =>
    both(
      `Gửi dự thảo lần ${version} để đơn vị giải trình, hạn ${date(dueOn)}`,
      `Draft ${version} sent for the unit to answer by ${date(dueOn)}`,
    ),
  UnitResponseReceived: ({ points }) =>
    both(`Đơn vị giải trình ${points.length} ý kiến`, `The unit answered with ${counted(points.length, 'point')}`),
  UnitResponseWaived: () => both('Đơn vị không có ý kiến về dự thảo', 'The unit has nothing to say on the draft'),
  ResponseDeadlineLapsed: ({ dueOn }) =>
    both(`Hết hạn giải trình ${date(dueOn)}, đơn vị không trả lời`, `No answer of the unit by ${date(dueOn)}`),
  ResponseAssessed: ({ points }) =>
    both(
      `Xem xét giải trình: ${points.map(({ number, outcome }) => `${number} ${assessed[outcome].vi}`).join(', ')}`,
      `Answer assessed: ${points.map(({ number, outcome }) => `${number} ${assessed[outcome].en}`).join(', ')}`,
    ),
  DraftConclusionAppraised: ({ version, opinion }) =>
    both(`Thẩm định dự thảo lần ${version}: ${opinion}`, `Draft ${version} appraised: ${opinion}`),
  AppraisalReturned: ({ version, opinion }) =>
    both(`Thẩm định trả lại dự thảo lần ${version}: ${opinion}`, `Draft ${version} returned by appraisal: ${opinion}`),
  ConclusionReferredToSuperior: ({ superior, dueOn }) =>
    both(
      `Xin ý kiến ${superior.name} về dự thảo kết luận, hạn ${date(dueOn)}`,
      `Draft conclusion referred to ${superior.name}, due ${date(dueOn)}`,
    ),
  SuperiorOpinionReceived: ({ outcome, text }) =>
    outcome === 'no-objection'
      ? both(`Cấp trên không có ý kiến khác: ${text}`, `No objection of the superior: ${text}`)
      : both(`Cấp trên có ý kiến: ${text}`, `Opinion of the superior: ${text}`),
  ConclusionIssued: ({ number, signedOn, signer }) =>
    both(
      `Ban hành kết luận ${number} ngày ${date(signedOn)}, ${signer.name} ký`,
      `Conclusion ${number} of ${date(signedOn)} issued, signed by ${signer.name}`,
    ),
  ConclusionRectified: ({ number, corrections }) =>
    both(
      `Đính chính kết luận theo ${number}: ${corrections.map(({ where }) => where).join('; ')}`,
      `Conclusion rectified by ${number}: ${corrections.map(({ where }) => where).join('; ')}`,
    ),
  RedactionPrepared: ({ redacted }) =>
    both(`Che thông tin trước khi công khai: ${redacted.name}`, `Redacted for publication: ${redacted.name}`),
  ConclusionPublished: ({ channels, from, until }) =>
    both(
      `Công khai kết luận từ ${date(from)} đến ${date(until)}: ${channels.map(({ where }) => where).join('; ')}`,
      `Conclusion published from ${date(from)} to ${date(until)}: ${channels.map(({ where }) => where).join('; ')}`,
    ),
  PublicationProofAttached: ({ evidence }) =>
    both(
      `Nộp minh chứng công khai (${evidence.length} tệp)`,
      `Proof of publication attached (${counted(evidence.length, 'file')})`,
    ),
  PublicationEnded: ({ endedOn }) =>
    both(`Hết thời gian công khai ${date(endedOn)}`, `Publication ended on ${date(endedOn)}`),
  ImplementationDirected: ({ number, reportOn }) =>
    both(
      `Chỉ đạo thực hiện kết luận theo ${number}, báo cáo trước ${date(reportOn)}`,
      `Implementation directed by ${number}, report by ${date(reportOn)}`,
    ),
  ComplaintLodged: ({ complainant, text }) =>
    both(`${complainant} khiếu nại kết luận: ${text}`, `Complaint of ${complainant} about the conclusion: ${text}`),
  ComplaintResolved: ({ number, outcome, text }) =>
    both(
      `Giải quyết khiếu nại theo ${number}, ${complaints[outcome].vi}: ${text}`,
      `Complaint resolved by ${number}, ${complaints[outcome].en}: ${text}`,
    ),
  ReinspectionOrdered: ({ number, orderedBy }) =>
    both(
      `${orderedBy.name} quyết định kiểm tra lại: ${number}`,
      `Re-inspection ordered by ${orderedBy.name}: ${number}`,
    ),
  ReinspectionConcluded: ({ number, outcome }) =>
    both(`Kết quả kiểm tra lại ${number}: ${replaced[outcome].vi}`, `Re-inspection ${number}: ${replaced[outcome].en}`),
  CaseReferredToInvestigation: ({ number, agency }) =>
    both(`Chuyển hồ sơ có dấu hiệu tội phạm cho ${agency}: ${number}`, `Case referred to ${agency}: ${number}`),

  RecommendationIssued: ({ number, text, deadline }) =>
    both(
      `Kiến nghị ${number}, hạn ${date(deadline.dueOn)}: ${text}`,
      `Recommendation ${number}, due ${date(deadline.dueOn)}: ${text}`,
    ),
  RemediationPlanSubmitted: ({ responsible, plannedOn }) =>
    both(
      `Nộp kế hoạch khắc phục, ${responsible} thực hiện, dự kiến xong ${date(plannedOn)}`,
      `Remediation plan submitted, ${responsible} in charge, planned for ${date(plannedOn)}`,
    ),
  RemediationProgressReported: ({ percent, note }) =>
    both(`Báo cáo tiến độ ${percent}%: ${note}`, `Progress reported, ${percent}%: ${note}`),
  RemediationObstacleReported: ({ note }) => both(`Báo cáo vướng mắc: ${note}`, `Obstacle reported: ${note}`),
  RemediationReportedComplete: ({ round, evidence }) =>
    both(
      `Nộp minh chứng lần ${round} (${evidence.length} tệp)`,
      `Proof ${round} submitted (${counted(evidence.length, 'file')})`,
    ),
  RemediationPlanApproved: ({ note }) =>
    both(`Duyệt kế hoạch khắc phục${note ? `: ${note}` : ''}`, `Remediation plan approved${note ? `: ${note}` : ''}`),
  RemediationPlanReturned: ({ reason }) =>
    both(`Trả lại kế hoạch khắc phục: ${reason}`, `Remediation plan returned: ${reason}`),
  AmountRecovered: ({ amount, total, amountToRecover, document }) =>
    both(
      `Thu hồi ${dong(amount)} theo ${document}; lũy kế ${dong(total)} trên ${dong(amountToRecover)}`,
      `${dong(amount)} recovered by ${document}; ${dong(total)} of ${dong(amountToRecover)} so far`,
    ),
  RemediationPartlyVerified: ({ round, points, unmet }) =>
    both(
      `Minh chứng lần ${round}: đạt thêm ${points.length} tiêu chí, còn thiếu ${unmet.map(({ point, reason }) => `${point} (${reason})`).join('; ')}`,
      `Proof ${round}: ${counted(points.length, 'point')} met, still missing ${unmet.map(({ point, reason }) => `${point} (${reason})`).join('; ')}`,
    ),
  EffectivenessConfirmed: ({ note }) =>
    both(`Kiểm tra hiệu quả: khắc phục bền vững, ${note}`, `Effectiveness confirmed: ${note}`),
  EffectivenessNotConfirmed: ({ reason }) =>
    both(
      `Kiểm tra hiệu quả: chưa đạt, làm lại, vì ${reason}`,
      `Effectiveness not confirmed, to be done again, because ${reason}`,
    ),
  RemediationVerificationFailed: ({ round, reasons }) =>
    both(
      `Trả lại minh chứng lần ${round}, ${reasons.length} lý do: ${listed(reasons)}`,
      `Proof ${round} returned, ${counted(reasons.length, 'reason')}: ${listed(reasons)}`,
    ),
  RemediationVerified: ({ isOnTime }) =>
    both(`Xác minh: đạt, ${isOnTime ? 'đúng hạn' : 'trễ hạn'}`, `Verified: met, ${isOnTime ? 'on time' : 'late'}`),
  RecommendationClosed: () => both('Đóng kiến nghị: đã khắc phục', 'Recommendation closed: implemented'),
  RecommendationDeclaredNotImplemented: ({ reason }) =>
    both(`Đóng kiến nghị: không thực hiện, vì ${reason}`, `Recommendation closed: not implemented, because ${reason}`),
  SanctionProposed: ({ kind, against, reason }) =>
    both(
      `Đề nghị xử lý (${sanctions[kind].vi}) đối với ${against}, vì ${reason}`,
      `Sanction proposed (${sanctions[kind].en}) against ${against}, because ${reason}`,
    ),
  SanctionDecided: ({ isImposed, kind, document, note }) =>
    isImposed && kind
      ? both(
          `Quyết định ${document.number}: xử lý, hình thức ${sanctions[kind].vi}. ${note}`,
          `Decision ${document.number}: sanction imposed, ${sanctions[kind].en}. ${note}`,
        )
      : both(
          `Quyết định ${document.number}: không xử lý. ${note}`,
          `Decision ${document.number}: no sanction imposed. ${note}`,
        ),
  ExternalRecommendationEntered: ({ number, source, deadline, text }) =>
    both(
      `Nhập kiến nghị ${number} của ${source.issuerName} theo ${source.document.number}, hạn ${date(deadline.dueOn)}: ${text}`,
      `Recommendation ${number} of ${source.issuerName} entered from ${source.document.number}, due ${date(deadline.dueOn)}: ${text}`,
    ),
  RecommendationReassigned: ({ bodies, document, reason }) =>
    both(
      `Chuyển kiến nghị cho ${names(bodies.implementing)} theo ${document.number}, vì ${reason}`,
      `Recommendation reassigned to ${names(bodies.implementing)} by ${document.number}, because ${reason}`,
    ),
  DeadlineExtensionRequested: ({ dueOn, currentDueOn, reason }) =>
    both(
      `Xin gia hạn từ ${date(currentDueOn)} đến ${date(dueOn)}, vì ${reason}`,
      `Extension asked from ${date(currentDueOn)} to ${date(dueOn)}, because ${reason}`,
    ),
  DeadlineExtended: ({ previousDueOn, deadline, note }) =>
    both(
      `Đồng ý gia hạn từ ${date(previousDueOn)} đến ${date(deadline.dueOn)} (hạn ban đầu ${date(deadline.originalDueOn)}): ${note}`,
      `Deadline extended from ${date(previousDueOn)} to ${date(deadline.dueOn)} (originally ${date(deadline.originalDueOn)}): ${note}`,
    ),
  DeadlineExtensionRefused: ({ dueOn, note }) =>
    both(`Không đồng ý gia hạn đến ${date(dueOn)}: ${note}`, `Extension to ${date(dueOn)} refused: ${note}`),
  RecommendationSuspended: ({ cause, document, note }) =>
    both(
      `Tạm dừng thực hiện kiến nghị, ${suspensions[cause].vi} theo ${document.number}; thời hạn ngừng tính: ${note}`,
      `Recommendation suspended, ${suspensions[cause].en} by ${document.number}; its clock stands still: ${note}`,
    ),
  RecommendationResumed: ({ previousDueOn, deadline, note }) =>
    both(
      `Tiếp tục thực hiện kiến nghị, hạn từ ${date(previousDueOn)} thành ${date(deadline.dueOn)}: ${note}`,
      `Recommendation resumed, due ${date(deadline.dueOn)} instead of ${date(previousDueOn)}: ${note}`,
    ),
  DeadlineRecomputed: ({ previousDueOn, deadline }) =>
    both(
      `Lịch làm việc thay đổi (ấn bản ${deadline.calendarEdition}): hạn từ ${date(previousDueOn)} thành ${date(deadline.dueOn)}`,
      `The working calendar changed (edition ${deadline.calendarEdition}): due ${date(deadline.dueOn)} instead of ${date(previousDueOn)}`,
    ),
  RecommendationBecameOverdue: ({ dueOn }) =>
    both(`Kiến nghị quá hạn ${date(dueOn)}`, `Recommendation overdue since ${date(dueOn)}`),
  ReminderSent: ({ step, workingDays, dueOn, to }) =>
    both(
      `Đôn đốc ${step} (${daysVi(workingDays)} hạn ${date(dueOn)}) tới ${names(to) || 'đơn vị'}`,
      `Reminder ${step} (${daysEn(workingDays)} ${date(dueOn)}) to ${names(to) || 'the unit'}`,
    ),
  RecommendationEscalated: ({ step, level, dueOn }) =>
    both(
      `Báo cáo lên ${levels[level].vi} (${step}, hạn ${date(dueOn)})`,
      `Escalated to ${levels[level].en} (${step}, due ${date(dueOn)})`,
    ),

  IntegrityChecked: ({ events, views, differences, notChecked }) => {
    const found = differences.map(differenceText);
    const left = notChecked.map(uncheckedText);
    return both(
      [
        `Kiểm tra toàn vẹn ${grouped(events, '.')} sự kiện và ${views} bảng số liệu: ${found.length > 0 ? `CÓ SAI LỆCH: ${found.map(({ vi }) => vi).join('; ')}` : 'khớp'}`,
        ...(left.length > 0 ? [`chưa kiểm tra ${left.map(({ vi }) => vi).join(', ')}`] : []),
      ].join('; '),
      [
        `Integrity of ${grouped(events, ',')} events and ${counted(views, 'view')} checked: ${found.length > 0 ? `DIFFERENCES: ${found.map(({ en }) => en).join('; ')}` : 'all as recorded'}`,
        ...(left.length > 0 ? [`not checked: ${left.map(({ en }) => en).join(', ')}`] : []),
      ].join('; '),
    );
  },
};

/** 13862 as `13.862`, in English `13,862`. */
function grouped(count: number, by: string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, by);
}

const severityVi = { minor: 'nhẹ', major: 'nặng', critical: 'nghiêm trọng' } as const;
const earlierOutcomeWords = {
  'carried-out': both('đã thực hiện', 'carried out'),
  partly: both('thực hiện một phần', 'partly carried out'),
  'not-carried-out': both('chưa thực hiện', 'not carried out'),
  'not-due': both('chưa đến hạn', 'not due yet'),
};
const outcomes = {
  implemented: both('đã khắc phục', 'implemented'),
  'not-implemented': both('không thực hiện', 'not implemented'),
};

const recurrences = {
  repeat: both('tái phạm', 'repeats'),
  persisting: both('còn tồn tại từ', 'persists since'),
  inherited: both('kế thừa từ', 'is inherited from'),
};
const assessed = {
  accepted: both('chấp nhận', 'accepted'),
  partly: both('chấp nhận một phần', 'partly accepted'),
  rejected: both('không chấp nhận', 'rejected'),
};
const complaints = {
  upheld: both('khiếu nại đúng', 'upheld'),
  'partly-upheld': both('khiếu nại đúng một phần', 'partly upheld'),
  dismissed: both('khiếu nại sai', 'dismissed'),
};
const replaced = {
  upheld: both('giữ nguyên kết luận', 'conclusion upheld'),
  'partly-replaced': both('thay một phần kết luận', 'conclusion partly replaced'),
  replaced: both('thay kết luận', 'conclusion replaced'),
};
const sanctions = {
  reminder: both('nhắc nhở', 'reminder'),
  'emulation-downgrade': both('hạ mức thi đua', 'lower emulation grade'),
  transfer: both('điều chuyển vị trí công tác', 'transfer to another post'),
  discipline: both('kỷ luật', 'discipline'),
  referral: both('chuyển cơ quan có thẩm quyền', 'referral to the competent authority'),
} as const;
const suspensions = {
  're-inspection': both('chờ kết quả kiểm tra lại', 'pending re-inspection'),
  'superior-opinion': both('chờ ý kiến cấp trên', 'pending the opinion of the superior'),
} as const;
const levels = {
  lead: both('cơ quan chủ trì', 'the lead body'),
  superior: both('lãnh đạo cấp trên', 'the superior'),
} as const;

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function files(count: number, word: string): string {
  return count === 0 ? '' : ` (${count} ${word})`;
}

function outcomeVi(answer: { readonly status: string; readonly outcome?: 'pass' | 'fail' }): string {
  return answer.status === 'not-applicable' ? 'không áp dụng' : answer.outcome === 'pass' ? 'đạt' : 'không đạt';
}

function outcomeEn(answer: { readonly status: string; readonly outcome?: 'pass' | 'fail' }): string {
  return answer.status === 'not-applicable' ? 'not applicable' : (answer.outcome ?? 'fail');
}

function names(bodies: readonly { readonly name: string }[]): string {
  return bodies.flatMap(({ name }) => (name ? [name] : [])).join(', ');
}

function daysVi(workingDays: number): string {
  if (workingDays === 0) return 'đúng';
  return `${workingDays < 0 ? 'còn' : 'quá'} ${Math.abs(workingDays)} ngày làm việc,`;
}

function daysEn(workingDays: number): string {
  if (workingDays === 0) return 'due today,';
  return `${counted(Math.abs(workingDays), 'working day')} ${workingDays < 0 ? 'until' : 'after'}`;
}

/** People end a reason with a full stop, and a list does not. */
function listed(reasons: readonly { readonly reason: string }[]): string {
  return reasons.map(({ reason }) => reason.trim().replace(/[.;]+$/, '')).join('; ');
}
