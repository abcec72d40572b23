import type { AnswerValue, Text } from '../checklists/checklist.js';
import type { Answer, Finding, ImportedLedger, InspectionFile, InspectionStatus } from '../inspection/facts.js';
import { liveFindings } from '../inspection/guards.js';
import type { Hearing } from '../inspection/long-path-facts.js';
import { same } from '../kernel/same.js';
import { type Change, changesBetween, counted, dated, type Line, listed, quoted, worded } from './changes.js';
import { inspectionStatusWords, recurrenceWords, severityWords } from './status-words.js';
import { both, date, dong } from './wording.js';

/** An inspection as one reader sees it at one moment. */
export interface InspectionStanding {
  readonly status: InspectionStatus;
  readonly file: InspectionFile;
}

/** Null before: it was not there yet, or not for this reader. */
export function inspectionChanges(before: InspectionStanding | null, after: InspectionStanding): readonly Change[] {
  const lines = (standing: InspectionStanding) => [
    ...caseLines(standing),
    // What every item was first answered with is counted; what an answer was turned into is told.
    ...Object.entries(standing.file.answers).flatMap(([itemCode, answer]) =>
      before?.file.answers[itemCode] ? answerLines(itemCode, answer) : [],
    ),
    ...standing.file.findings.flatMap((finding) => findingLines(finding)),
    ...paperLines(standing.file),
    ...longPathLines(standing.file),
  ];
  const told = changesBetween(before ? lines(before) : [], lines(after));
  // The same paper handed in again, by somebody else: that alone is told only where nothing else is.
  return told.length > 0 || !before || same(before, after) ? told : [recordedAgain];
}

const recordedAgain: Change = {
  field: 'file',
  vi: 'Hồ sơ: có việc được ghi lại, nội dung như trước',
  en: 'File: something was recorded again, with the same content',
  before: null,
  after: null,
};

function caseLines({ status, file }: InspectionStanding): readonly Line[] {
  const { order, team, answers, evidence, earlier, dismissed } = file;
  const until = file.extensions.at(-1)?.until ?? order.fieldworkUntil;
  const given = Object.values(answers);
  return [
    ...worded('status', both('Trạng thái', 'Status'), status, inspectionStatusWords[status]),
    ...quoted('number', both('Quyết định', 'Decision'), order.number),
    ...listed(
      'team',
      both('Đoàn kiểm tra', 'Team'),
      team.map(({ name }) => name),
    ),
    ...dated('fieldworkUntil', both('Thời hạn tại đơn vị', 'Fieldwork until'), until),
    ...dated('announcedOn', both('Công bố quyết định', 'Decision announced'), file.announcement?.announcedOn ?? null),
    ...worded(
      'isStarted',
      both('Kiểm tra tại đơn vị', 'Fieldwork'),
      file.isStarted ? 'started' : null,
      both(...startedWords(file)),
    ),
    ...quoted('suspendedFor', both('Tạm dừng vì', 'Suspended because'), file.suspendedFor),
    ...quoted('cancelledFor', both('Hủy vì', 'Cancelled because'), file.cancelledFor),
    ...counted('answers', both('Mục đã trả lời', 'Items answered'), given.length),
    ...counted(
      'passed',
      both('Mục đạt', 'Items passed'),
      given.filter((answer) => answer.status === 'answered' && answer.outcome === 'pass').length,
    ),
    ...counted(
      'evidence',
      both('Minh chứng bổ sung cho mục', 'Evidence added to items'),
      Object.values(evidence).flat().length,
    ),
    ...counted(
      'dismissed',
      both('Mục không đạt mà không ghi tồn tại', 'Failed items without a finding'),
      Object.keys(dismissed).length,
    ),
    ...counted(
      'earlier',
      both('Kiến nghị trước phải xem lại', 'Earlier recommendations to go back to'),
      earlier.length,
    ),
    ...earlier.flatMap(({ recommendationId, number, check, dismissedFor }) => [
      ...worded(
        `earlier.${recommendationId}`,
        both(`Kiến nghị trước ${number}`, `Earlier recommendation ${number}`),
        check?.outcome ?? null,
        check ? earlierWords[check.outcome] : both('', ''),
      ),
      ...quoted(
        `earlier.${recommendationId}.note`,
        both(`Kiến nghị trước ${number}, ghi chú`, `Earlier recommendation ${number}, note`),
        check && [check.note, ...check.evidence.map(({ name }) => name)].filter(Boolean).join('; '),
      ),
      ...quoted(
        `earlier.${recommendationId}.dismissedFor`,
        both(`Kiến nghị trước ${number}, không ghi tồn tại vì`, `Earlier recommendation ${number}, no finding because`),
        dismissedFor,
      ),
    ]),
    ...counted('findings', both('Tồn tại', 'Findings'), liveFindings(file).length),
    ...counted('recommendations', both('Kiến nghị đã ban hành', 'Recommendations issued'), file.recommendations.length),
    ...counted(
      'recommendationsSettled',
      both('Kiến nghị đã xong', 'Recommendations settled'),
      file.recommendations.filter(({ outcome }) => outcome !== null).length,
    ),
  ];
}

function startedWords({ startedOn, place }: InspectionFile): readonly [vi: string, en: string] {
  const where = place ?? '';
  return [
    `đã bắt đầu${startedOn ? ` ngày ${date(startedOn)}` : ''}${where && ` tại ${where}`}`,
    `started${startedOn ? ` on ${date(startedOn)}` : ''}${where && ` at ${where}`}`,
  ];
}

function answerLines(itemCode: string, answer: Answer): readonly Line[] {
  const label = both(`Mục ${itemCode}`, `Item ${itemCode}`);
  if (answer.status === 'not-applicable') {
    const words = both(`không áp dụng, vì ${answer.reason}`, `not applicable, because ${answer.reason}`);
    return worded(`item.${itemCode}`, label, words.en, words);
  }
  const { value, outcome, note, evidence } = answer;
  const told = [valueWords(value), note, ...evidence.map(({ name }) => name)].filter(Boolean).join('; ');
  const words = both(
    `${outcome === 'pass' ? 'đạt' : 'không đạt'}${told && ` (${told})`}`,
    `${outcome}${told && ` (${told})`}`,
  );
  return worded(`item.${itemCode}`, label, words.en, words);
}

/** Empty where the outcome says it all. */
function valueWords(value: AnswerValue): string {
  switch (value.kind) {
    case 'yesNo':
      return '';
    case 'number':
      return String(value.value);
    case 'ratio':
      return `${value.numerator}/${value.denominator}`;
    case 'money':
      return `${value.amount}/${value.reference}`;
    case 'reconciliation':
      return `${value.first}, ${value.second}, ${value.third}`;
    case 'date':
      return `${date(value.on)}, ${date(value.dueOn)}`;
    case 'text':
      return value.text;
    case 'derived':
      return `${value.implemented}/${value.total}`;
  }
}

function findingLines(finding: Finding): readonly Line[] {
  const { number, severity, condition } = finding;
  const of = (part: string) => `finding.${number}.${part}`;
  const label = (vi: string, en: string) => both(`Tồn tại ${number}, ${vi}`, `Finding ${number}, ${en}`);
  const { discarded, withdrawn, correctedOnSite, dispute, recurrence } = finding;
  return [
    ...worded(
      `finding.${number}`,
      both(`Tồn tại ${number}`, `Finding ${number}`),
      standingOf(finding),
      standingWords[standingOf(finding)],
    ),
    ...worded(of('severity'), label('mức độ', 'severity'), severity, severityWords[severity]),
    ...quoted(of('condition'), label('hiện trạng', 'condition'), condition),
    ...quoted(of('cause'), label('nguyên nhân', 'cause'), finding.cause),
    ...quoted(of('effect'), label('hậu quả', 'effect'), finding.effect),
    ...quoted(of('place'), label('nơi ghi nhận', 'place'), finding.place),
    ...(finding.amountAtRisk === null
      ? []
      : counted(of('amountAtRisk'), label('số tiền, đồng', 'amount at risk, đồng'), finding.amountAtRisk)),
    ...quoted(of('discarded'), label('bỏ vì', 'discarded because'), discarded?.reason ?? null),
    ...quoted(of('withdrawn'), label('rút vì', 'withdrawn because'), withdrawn?.reason ?? null),
    ...quoted(of('correctedOnSite'), label('khắc phục tại chỗ', 'corrected on site'), correctedOnSite?.note ?? null),
    ...worded(
      of('confirmed'),
      label('xác nhận', 'confirmation'),
      finding.confirmedBy,
      both('đã xác nhận', 'confirmed'),
    ),
    ...dated(of('communicatedOn'), label('thông báo cho đơn vị', 'communicated to the unit'), finding.communicatedOn),
    ...worded(of('accepted'), label('ý kiến đơn vị', 'the unit'), finding.acceptedBy, both('thống nhất', 'accepted')),
    ...quoted(of('dispute'), label('đơn vị không thống nhất vì', 'disputed because'), dispute?.reason ?? null),
    ...worded(
      of('disputeDecision'),
      label('giải quyết ý kiến', 'dispute decided'),
      dispute?.decision && `${dispute.decision.outcome}: ${dispute.decision.reason}`,
      dispute?.decision ? disputeWords(dispute.decision) : both('', ''),
    ),
    ...counted(of('amendments'), label('số lần sửa', 'times amended'), finding.amendments.length),
    ...worded(
      of('recurrence'),
      label('lặp lại', 'recurrence'),
      recurrence && `${recurrence.kind} ${recurrence.earlier.inspectionId} ${recurrence.earlier.findingId}`,
      recurrence
        ? both(
            `${recurrenceWords[recurrence.kind].vi} ${recurrence.earlier.number} của ${recurrence.earlier.inspectionNumber}`,
            `${recurrenceWords[recurrence.kind].en}, ${recurrence.earlier.number} of ${recurrence.earlier.inspectionNumber}`,
          )
        : both('', ''),
    ),
  ];
}

type FindingStanding = 'recorded' | 'corrected-on-site' | 'discarded' | 'withdrawn';

function standingOf({ discarded, withdrawn, correctedOnSite }: Finding): FindingStanding {
  if (discarded) return 'discarded';
  if (withdrawn) return 'withdrawn';
  return correctedOnSite ? 'corrected-on-site' : 'recorded';
}

const standingWords: Readonly<Record<FindingStanding, Text>> = {
  recorded: both('đã ghi nhận', 'recorded'),
  'corrected-on-site': both('đã khắc phục tại chỗ', 'corrected on site'),
  discarded: both('đã bỏ', 'discarded'),
  withdrawn: both('đã rút', 'withdrawn'),
};

function disputeWords({ outcome, reason }: NonNullable<NonNullable<Finding['dispute']>['decision']>): Text {
  const words = {
    amended: both('chấp nhận, sửa tồn tại', 'accepted, finding amended'),
    withdrawn: both('chấp nhận, rút tồn tại', 'accepted, finding withdrawn'),
    rejected: both('không chấp nhận', 'rejected'),
  }[outcome];
  return both(`${words.vi}: ${reason}`, `${words.en}: ${reason}`);
}

/** Another file, day, total of the bank, figure or person is another ledger, under whatever id it came. */
function ledgerLine({ ledgerId, file, asOf, bankTotal, analysis, importedBy }: ImportedLedger): Line {
  const bank = bankTotal === null ? null : dong(bankTotal);
  const total = dong(analysis.totals.ledger);
  return {
    field: 'ledger',
    label: both('Sổ đóng góp', 'Contribution ledger'),
    value: [ledgerId, file.sha256, asOf, bank ?? '', importedBy, ...figuresOf('', analysis)],
    words: both(
      `${file.name} đến ${date(asOf)}, ${analysis.rows} dòng, ${total}${bank ? `, sao kê ${bank}` : ''}`,
      `${file.name} up to ${date(asOf)}, ${analysis.rows} rows, ${total}${bank ? `, statement ${bank}` : ''}`,
    ),
  };
}

/** `totals.bank 500000`: every figure by its place. */
function figuresOf(place: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${place} ${value}`];
  return Object.entries(value).flatMap(([name, each]) => figuresOf(place ? `${place}.${name}` : name, each));
}

function paperLines({ samples, ledger, budgetFigures, minutes }: InspectionFile): readonly Line[] {
  return [
    ...counted('samples', both('Mẫu đã rút', 'Samples drawn'), samples.length),
    ...(ledger ? [ledgerLine(ledger)] : []),
    ...listed(
      'budgetFigures',
      both('Bảng đối chiếu ngân sách', 'Budget figures'),
      budgetFigures
        ? [
            budgetFigures.period,
            ...budgetFigures.lines.map(
              ({ code, name, published, resolved, treasury }) =>
                `${code} ${name}: ${published}/${resolved}/${treasury}`,
            ),
            budgetFigures.recordedBy,
          ]
        : [],
    ),
    ...worded(
      'minutes',
      both('Biên bản', 'Minutes'),
      minutes && `${minutes.kind} ${minutes.signedOn} ${minutes.number ?? ''}`.trim(),
      minutes ? minutesWords(minutes) : both('', ''),
    ),
  ];
}

function minutesWords({ kind, number, signedOn }: NonNullable<InspectionFile['minutes']>): Text {
  const words = {
    signed: both('đã ký', 'signed'),
    'signed-with-reservation': both('đã ký, đơn vị có ý kiến', 'signed with a reservation'),
    refused: both('đơn vị từ chối ký', 'signature refused'),
  }[kind];
  const paper = number ? `${number}, ` : '';
  return both(`${paper}${words.vi} ngày ${date(signedOn)}`, `${paper}${words.en} on ${date(signedOn)}`);
}

function longPathLines(file: InspectionFile): readonly Line[] {
  const { report, conclusion, publication, directive, hearings, referrals, draftingOrder } = file;
  return [
    ...counted('conflicts', both('Xung đột lợi ích đã khai', 'Conflicts of interest declared'), file.conflicts.length),
    ...counted('strengths', both('Ưu điểm', 'Positive findings'), file.strengths.length),
    ...numbered('report', both('Báo cáo kết quả', 'Inspection report'), report),
    ...counted('dissents', both('Ý kiến bảo lưu', 'Reserved opinions'), file.dissents.length),
    ...dated(
      'draftingOrder',
      both('Hạn dự thảo kết luận', 'Conclusion to be drafted by'),
      draftingOrder?.dueOn ?? null,
    ),
    ...counted('drafts', both('Dự thảo kết luận', 'Drafts of the conclusion'), file.drafts.length),
    ...hearings.flatMap((hearing, index) => hearingLines(index + 1, hearing)),
    ...counted('appraisals', both('Lần thẩm định', 'Appraisals'), file.appraisals.length),
    ...counted('referrals', both('Lần xin ý kiến cấp trên', 'Referrals to the superior'), referrals.length),
    ...counted(
      'opinions',
      both('Ý kiến cấp trên đã nhận', 'Opinions of the superior'),
      referrals.filter(({ opinion }) => opinion !== null).length,
    ),
    ...numbered('conclusion', both('Kết luận', 'Conclusion'), conclusion),
    ...counted('rectifications', both('Lần đính chính kết luận', 'Rectifications'), file.rectifications.length),
    ...worded(
      'redaction',
      both('Bản công khai', 'Text to publish'),
      file.redaction?.redacted.sha256,
      both('đã chuẩn bị', 'prepared'),
    ),
    ...worded(
      'publication',
      both('Công khai kết luận', 'Publication'),
      publication && `${publication.from} ${publication.until} ${publication.endedOn ?? ''}`.trim(),
      publication
        ? both(
            `từ ${date(publication.from)} đến ${date(publication.endedOn ?? publication.until)}`,
            `from ${date(publication.from)} to ${date(publication.endedOn ?? publication.until)}`,
          )
        : both('', ''),
    ),
    ...counted(
      'publicationProofs',
      both('Minh chứng công khai', 'Proofs of publication'),
      publication?.proofs.length ?? 0,
    ),
    ...numbered('directive', both('Văn bản chỉ đạo thực hiện', 'Directive'), directive),
    ...counted('complaints', both('Khiếu nại', 'Complaints'), file.complaints.length),
    ...counted(
      'complaintsResolved',
      both('Khiếu nại đã giải quyết', 'Complaints resolved'),
      file.complaints.filter(({ resolution }) => resolution !== null).length,
    ),
    ...counted('reinspections', both('Quyết định kiểm tra lại', 'Re-inspections ordered'), file.reinspections.length),
    ...counted(
      'reinspectionsConcluded',
      both('Kiểm tra lại đã kết luận', 'Re-inspections concluded'),
      file.reinspections.filter(({ outcome }) => outcome !== null).length,
    ),
    ...counted(
      'investigations',
      both('Lần chuyển cơ quan điều tra', 'Referrals to investigation'),
      file.investigations.length,
    ),
  ];
}

function numbered(
  field: string,
  label: Text,
  paper: { readonly number: string; readonly signedOn: string } | null,
): readonly Line[] {
  if (!paper) return [];
  const { number, signedOn } = paper;
  return worded(
    field,
    label,
    `${number} ${signedOn}`,
    both(`${number} ngày ${date(signedOn)}`, `${number} of ${date(signedOn)}`),
  );
}

/** One draft may be sent more than once: a hearing goes by its place among them. */
function hearingLines(
  place: number,
  { version, sentOn, dueOn, outcome, points, assessment }: Hearing,
): readonly Line[] {
  const label = both(
    `Giải trình dự thảo lần ${version}, gửi ${date(sentOn)}`,
    `Hearing on draft ${version}, sent ${date(sentOn)}`,
  );
  const words = {
    open: both(`chờ đơn vị đến ${date(dueOn)}`, `open until ${date(dueOn)}`),
    responded: both(`đơn vị nêu ${points.length} ý kiến`, `the unit answered, points: ${points.length}`),
    lapsed: both('hết hạn, đơn vị không trả lời', 'lapsed without an answer'),
    waived: both('đơn vị không có ý kiến', 'the unit has nothing to say'),
  }[outcome];
  return [
    ...worded(`hearing.${place}`, label, outcome, words),
    ...counted(
      `hearing.${place}.assessed`,
      both(`${label.vi}, ý kiến đã xem xét`, `${label.en}, points assessed`),
      assessment.length,
    ),
  ];
}

const earlierWords = {
  'carried-out': both('đã thực hiện', 'carried out'),
  partly: both('thực hiện một phần', 'partly carried out'),
  'not-carried-out': both('chưa thực hiện', 'not carried out'),
  'not-due': both('chưa đến hạn', 'not due yet'),
} as const;
