import {
  type Actor,
  addDays,
  addWorkingDays,
  type ComplaintOutcome,
  findingsToRemedy,
  type InspectionCommands,
  type LegalDate,
  liveFindings,
  type Message,
  type ReinspectionGround,
  type ReinspectionOutcome,
  stageDueOn,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import { fileOf, snapshot } from './acts.js';
import { photo } from './answers.js';
import { asMembers, type Case, order, teamOf } from './case.js';
import { cast, officerOf, townId } from './cast.js';
import { remedy } from './issuing.js';
import { onSite, type SiteTurns } from './on-site.js';
import { dayBefore, workingDayBack } from './plot.js';
import type { SeededRandom } from './random.js';
import { type Act, at, sideBySide } from './story-time.js';
import type { World } from './world.js';

/** One check of the story on the long path, and what it meets on the way. */
export interface LongPlot extends Case, SiteTurns {
  readonly orderedOn: LegalDate;
  readonly hearing: 'responded' | 'lapsed' | 'waived';
  /** How far it has come, for those that wait for somebody today. */
  readonly until?: 'awaiting-response' | 'response-received' | 'conclusion-appraised';
  /** Whose place is taken by the one who was named, for a conflict of interest. */
  readonly hasConflict?: boolean;
  readonly isExtended?: boolean;
  readonly hasReservation?: boolean;
  readonly hasDissent?: boolean;
  /** One finding is graver than the checklist says. */
  readonly isRaised?: boolean;
  /** A finding the team itself takes back after its report. */
  readonly isWithdrawn?: boolean;
  readonly isReturned?: boolean;
  readonly isReferred?: boolean;
  readonly isRectified?: boolean;
  readonly isInvestigated?: boolean;
  readonly complaint?: ComplaintOutcome;
  readonly reinspection?: { readonly ground: ReinspectionGround; readonly outcome: ReinspectionOutcome };
}

/** Working days and minutes of a case, always forward. */
class Pace {
  private minute = 0;

  constructor(
    public on: LegalDate,
    private readonly random: SeededRandom,
  ) {}

  /** So many working days later, or later on the same day. */
  after(days: number): string {
    this.minute = days === 0 ? this.minute + this.random.between(12, 45) : 480 + this.random.between(5, 70);
    this.on = addWorkingDays(this.on, days, vietnamCalendar);
    return at(this.on, this.minute);
  }

  /** On that day, or later on the same day where it has come to it already. */
  upTo(on: LegalDate): string {
    if (on <= this.on) return this.after(0);
    this.on = on;
    this.minute = 480 + this.random.between(5, 70);
    return at(on, this.minute);
  }

  /** It took until this minute of the day. */
  passed(minute: number): void {
    this.minute = minute;
  }

  get minuteOfDay(): number {
    return this.minute;
  }
}

interface Telling {
  readonly world: World;
  readonly plot: LongPlot;
  readonly id: Uuid;
  readonly today: LegalDate;
  readonly random: SeededRandom;
  readonly pace: Pace;
  readonly ask: <T extends keyof InspectionCommands>(
    by: Actor,
    type: T,
    asked: Omit<InspectionCommands[T], 'by'>,
  ) => void;
}

/** A check on the long path, from the order to the closed file, as far as its plot goes. */
export function* longCheck(world: World, plot: LongPlot, today: LegalDate): Act {
  const random = world.chance(`${plot.number} ${plot.unitId} ${plot.orderedOn}`);
  const pace = new Pace(plot.orderedOn, random);
  yield pace.after(0);
  const id = world.newId(random);
  const ask: Telling['ask'] = (by, type, asked) => {
    const data: object = { by, ...asked };
    world.askInspection(id, by, { type, data } as Message<InspectionCommands>);
  };
  const telling = { world, plot, id, today, random, pace, ask };
  yield* fieldwork(telling);
  yield* drafting(telling);
  if (plot.until) return;
  yield* concluding(telling);
}

function* fieldwork({ world, plot, id, random, pace, ask }: Telling): Act {
  const { thu, thai } = cast;
  const { lead, recorder } = teamOf(plot);
  const signedOn = pace.on;
  const barred = plot.hasConflict ? cast.nam : null;
  const team = barred ? [lead, barred] : plot.team;
  order(
    world,
    id,
    { ...plot, team },
    {
      by: thu,
      signedOn,
      fieldworkUntil: addWorkingDays(signedOn, 10, vietnamCalendar),
      inspectedPeriod: { from: addDays(signedOn, -365), to: addDays(signedOn, -1) },
    },
  );
  if (barred) {
    yield pace.after(1);
    const note = 'Có em ruột là công chức Một cửa của phường.';
    ask(barred, 'DeclareConflictOfInterest', { relation: 'kinship', note });
    yield pace.after(0);
    const [, joining] = asMembers(plot.team);
    if (!joining) throw new Error(`nobody takes the place on ${plot.number}`);
    const decision = { number: '32/QĐ-PNV', signedOn: pace.on, reason: 'Thành viên khai xung đột lợi ích.' };
    ask(thu, 'ReplaceTeamMember', { leavingId: barred.id, joining, ...decision });
  }
  yield pace.after(2);
  const unitRepresentative = representative(world, plot);
  const place = 'Hội trường UBND';
  ask(lead, 'AnnounceInspection', { announcedOn: pace.on, form: 'meeting', place, unitRepresentative });
  yield pace.after(1);
  const minute = yield* onSite(world, id, plot, { ...plot, on: pace.on, minute: pace.minuteOfDay + 2 }, random);
  pace.passed(minute);
  yield pace.after(1);
  ask(recorder, 'RecordPositiveFinding', {
    strengthId: world.newId(random),
    itemCode: null,
    text: random.pick(strengths),
    evidence: [],
  });
  if (plot.isExtended) {
    yield pace.after(1);
    const until = addWorkingDays(signedOn, 15, vietnamCalendar);
    const extension = { number: '35/QĐ-PNV', signedOn: pace.on, until, reason: 'Chờ trích xuất dữ liệu hồ sơ.' };
    ask(thai, 'ExtendFieldwork', extension);
  }
  yield pace.after(1);
  const found = liveFindings(fileOf(world, id));
  for (const { findingId, recordedBy } of found)
    ask(recordedBy === lead.id ? thai : lead, 'ConfirmFinding', { findingId });
  const mild = found.find(({ severity }) => severity === 'minor') ?? found.find(({ severity }) => severity === 'major');
  if (plot.isRaised && mild)
    ask(lead, 'RaiseFindingSeverity', {
      findingId: mild.findingId,
      severity: mild.severity === 'minor' ? 'major' : 'critical',
      reason: 'Đã được nhắc tại hai cuộc kiểm tra trước.',
    });
  yield pace.after(0);
  ask(lead, 'EndFieldwork', {});
  yield pace.after(0);
  ask(lead, 'SignMinutes', {
    number: `${random.between(41, 80)}/BB-ĐKT`,
    signedOn: pace.on,
    leadTitle: 'Trưởng đoàn kiểm tra',
    unitRepresentative,
    reservation: plot.hasReservation ? 'Đề nghị ghi nhận việc đã bổ sung bảng niêm yết.' : null,
  });
}

/** From the team's report to a draft that may be signed. */
function* drafting({ world, plot, id, today, random, pace, ask }: Telling): Act {
  const { thai, thu, binh } = cast;
  const { lead, recorder } = teamOf(plot);
  const officer = officerOf(plot.unitId);
  const { name } = snapshot(world, plot.unitId);
  const { procedure } = fileOf(world, id).order;
  yield pace.after(4);
  const found = liveFindings(fileOf(world, id));
  const summary =
    found.length === 0
      ? `Kiểm tra ${name}: không có tồn tại phải khắc phục.`
      : `Kiểm tra ${name}: ${found.length} tồn tại, đã làm rõ nguyên nhân và trách nhiệm.`;
  ask(lead, 'SubmitReport', { number: `${random.between(10, 60)}/BC-ĐKT`, signedOn: pace.on, summary });
  if (plot.hasDissent) {
    yield pace.after(1);
    ask(recorder, 'ReserveDissent', { opinion: 'Tồn tại thứ hai phải xếp mức nặng.', evidence: [] });
  }
  yield pace.after(1);
  const dueOn = stageDueOn(procedure, 'draft', pace.on) ?? addDays(pace.on, 7);
  ask(thai, 'OrderConclusionDrafting', { orderedOn: pace.on, dueOn });
  if (plot.isWithdrawn && found.length > 1) {
    yield pace.after(1);
    const last = found.at(-1);
    const reason = 'Đối chiếu lại quy định: nội dung này chưa có hiệu lực tại thời điểm kiểm tra.';
    if (last) ask(lead, 'WithdrawFinding', { findingId: last.findingId, reason });
  }
  yield pace.after(2);
  const left = liveFindings(fileOf(world, id));
  const text =
    left.length === 0
      ? `${name} thực hiện cơ bản đúng quy định, không có tồn tại phải khắc phục.`
      : `${name} thực hiện cơ bản đúng quy định; còn ${left.length} tồn tại phải khắc phục có thời hạn.`;
  ask(lead, 'DraftConclusion', { draftedOn: pace.on, text });
  if (plot.until === 'awaiting-response' || plot.until === 'response-received') {
    // Sent lately, whenever the story is told, so that somebody can answer it, or has to assess the answer.
    const isAnswered = plot.until === 'response-received';
    yield pace.upTo(workingDayBack(today, isAnswered ? 4 : 1));
    ask(thai, 'SendDraftForResponse', { sentOn: pace.on, dueOn: addDays(today, 20) });
    if (!isAnswered) return;
    yield pace.upTo(dayBefore(today));
    respond(world, id, officer, pace.on, random, ask);
    return;
  }
  yield pace.after(1);
  const replyOn = stageDueOn(procedure, 'response', pace.on) ?? addDays(pace.on, 8);
  ask(thai, 'SendDraftForResponse', { sentOn: pace.on, dueOn: replyOn });
  yield* hearing({ world, plot, id, today, random, pace, ask }, replyOn);
  if (plot.isReturned) {
    yield pace.after(1);
    ask(binh, 'ReturnDraft', { opinion: 'Bổ sung căn cứ pháp lý của tồn tại thứ hai.' });
    yield pace.after(1);
    ask(lead, 'DraftConclusion', { draftedOn: pace.on, text: `${text} Đơn vị đã chủ động khắc phục một phần.` });
  }
  yield pace.after(1);
  ask(binh, 'AppraiseDraft', { opinion: random.pick(['Dự thảo đủ căn cứ, đúng thẩm quyền.', 'Dự thảo đủ căn cứ.']) });
  if (!plot.isReferred) return;
  yield pace.after(1);
  ask(thai, 'ReferToSuperior', {
    superior: snapshot(world, townId),
    question: 'Áp dụng quy định cũ hay mới trong thời gian chuyển tiếp?',
    referredOn: pace.on,
    dueOn: addDays(pace.on, 30),
  });
  yield pace.after(5);
  const opinion = { receivedOn: pace.on, outcome: 'no-objection' as const, text: 'Thống nhất với dự thảo.' };
  ask(thu, 'RecordSuperiorOpinion', opinion);
}

/** The unit is heard on the draft: it answers, has nothing to say, or says nothing. */
function* hearing({ world, plot, id, random, pace, ask }: Telling, dueOn: LegalDate): Act {
  const { lead } = teamOf(plot);
  const officer = officerOf(plot.unitId);
  const found = liveFindings(fileOf(world, id));
  yield pace.after(1);
  if (plot.hearing === 'waived') {
    for (const { findingId } of found) ask(officer, 'AcceptFinding', { findingId });
    ask(officer, 'WaiveResponse', { on: pace.on });
    return;
  }
  if (plot.hearing === 'lapsed') {
    for (const { findingId } of found.slice(1)) ask(officer, 'AcceptFinding', { findingId });
    const lapsedOn = addWorkingDays(dueOn, 1, vietnamCalendar);
    yield pace.upTo(lapsedOn);
    ask(lead, 'NoteResponseLapsed', { on: lapsedOn });
    return;
  }
  const [first, second] = found;
  const evidence = [photo('giai-trinh', world.time, random)];
  if (first)
    ask(officer, 'DisputeFinding', {
      findingId: first.findingId,
      reason: 'Đã bổ sung trước ngày kiểm tra.',
      evidence,
    });
  if (second)
    ask(officer, 'DisputeFinding', { findingId: second.findingId, reason: 'Số liệu đếm chưa đúng.', evidence: [] });
  yield pace.after(1);
  respond(world, id, officer, pace.on, random, ask);
  yield pace.after(2);
  const judgeOf = ({ recordedBy }: { readonly recordedBy: string }) => (recordedBy === lead.id ? cast.thai : lead);
  if (first)
    ask(judgeOf(first), 'RejectDispute', { findingId: first.findingId, reason: 'Ảnh chụp sau ngày kiểm tra.' });
  if (second) {
    const { severity, condition, cause, effect, amountAtRisk, place } = second;
    ask(judgeOf(second), 'AcceptDispute', {
      findingId: second.findingId,
      reason: 'Đếm lại theo quyết định công bố mới nhất.',
      amended: { severity, condition: `${condition} (đã đếm lại)`, cause, effect, amountAtRisk, place },
    });
  }
  ask(lead, 'AssessResponse', {
    points: fileOf(world, id)
      .hearings.flatMap(({ points }) => points)
      .map(({ number, findingId }) =>
        findingId === null
          ? { number, outcome: 'accepted' as const, reason: 'Đã bổ sung vào dự thảo.' }
          : {
              number,
              outcome: random.pick(['rejected', 'partly'] as const),
              reason: 'Không đủ căn cứ trước ngày kiểm tra.',
            },
      ),
  });
}

function respond(
  world: World,
  id: Uuid,
  officer: Actor,
  on: LegalDate,
  random: SeededRandom,
  ask: Telling['ask'],
): void {
  const [first] = liveFindings(fileOf(world, id));
  ask(officer, 'RespondToDraft', {
    on,
    points: [
      ...(first ? [{ findingId: first.findingId, text: 'Đề nghị xem lại tồn tại này.' }] : []),
      { findingId: null, text: 'Đề nghị ghi nhận đơn vị đã chủ động khắc phục.' },
    ],
    evidence: [photo('van-ban-giai-trinh', world.time, random)],
  });
}

/** From the signature to the closed file: what runs side by side is told side by side. */
function* concluding(telling: Telling): Act {
  const { world, plot, id, today, random, pace, ask } = telling;
  const { thai, thu } = cast;
  yield pace.after(2);
  ask(thai, 'IssueConclusion', {
    number: `${random.between(10, 99)}/KL-UBND`,
    signedOn: pace.on,
    signerTitle: thai.title,
  });
  if (plot.isRectified) {
    yield pace.after(1);
    const corrections = [{ where: 'Đoạn 1', was: 'cơ bản', now: 'về cơ bản' }];
    ask(thai, 'RectifyConclusion', { number: `${random.between(100, 120)}/ĐC-UBND`, signedOn: pace.on, corrections });
  }
  yield pace.after(2);
  const { lead } = teamOf(plot);
  const redacted = {
    ...photo('ket-luan-da-che', world.time, random),
    kind: 'document' as const,
    mediaType: 'application/pdf',
  };
  ask(lead, 'PrepareRedaction', { redacted });
  yield pace.after(1);
  const until = addDays(pace.on, 22);
  ask(thu, 'PublishConclusion', {
    channels: [
      { kind: 'portal', where: 'Cổng thông tin điện tử thị xã Vĩnh Châu' },
      { kind: 'broadcast', where: 'Đài Truyền thanh xã, phường' },
    ],
    from: pace.on,
    until,
  });
  for (const kind of ['portal', 'broadcast'] as const)
    ask(thu, 'AttachPublicationProof', { kind, evidence: [photo(`cong-khai-${kind}`, world.time, random)] });
  if (plot.isInvestigated) {
    yield pace.after(1);
    ask(thai, 'ReferToInvestigation', {
      number: `${random.between(300, 500)}/UBND-NC`,
      signedOn: pace.on,
      agency: 'Cơ quan Cảnh sát điều tra Công an thị xã Vĩnh Châu',
      reason: 'Tiền đóng góp thu nhưng không nộp, sổ bị tẩy xóa, có dấu hiệu vi phạm.',
    });
  }
  yield pace.after(2);
  const toRemedy = findingsToRemedy(fileOf(world, id));
  if (toRemedy.length > 0)
    ask(thai, 'DirectImplementation', {
      number: `${random.between(200, 400)}/UBND-NC`,
      signedOn: pace.on,
      text: 'Khắc phục từng tồn tại, làm rõ trách nhiệm, báo cáo kết quả.',
      reportOn: addDays(pace.on, 35),
    });
  const started = pace.on;
  const aside = (act: (own: Telling) => Act) => {
    const own = new Pace(started, random);
    own.passed(900);
    return act({ ...telling, pace: own });
  };
  yield* sideBySide([
    ...toRemedy.map((finding) => remedy(world, plot, id, thai, finding, today)),
    aside((own) => published(own, until)),
    aside(complained),
    aside(inspectedAgain),
  ]);
  const state = world.inspectionOf(id);
  const isSettled = fileOf(world, id).recommendations.every(({ outcome }) => outcome !== null);
  if (state.status === 'closed' || !isSettled) return;
  yield at(addWorkingDays(world.today, 1, vietnamCalendar), 10 * 60);
  ask(thai, 'CloseInspection', {});
}

function* published({ pace, ask }: Telling, until: LegalDate): Act {
  const endedOn = addWorkingDays(until, 1, vietnamCalendar);
  yield pace.upTo(endedOn);
  ask(cast.thu, 'EndPublication', { on: endedOn });
}

function* complained({ world, plot, random, pace, ask }: Telling): Act {
  if (!plot.complaint) return;
  const officer = officerOf(plot.unitId);
  yield pace.after(2);
  const complaintId = world.newId(random);
  const text = 'Mức độ của tồn tại thứ nhất chưa đúng.';
  const complainant = snapshot(world, plot.unitId).name;
  ask(officer, 'LodgeComplaint', { complaintId, lodgedOn: pace.on, complainant, text });
  yield pace.after(7);
  const number = `${random.between(400, 499)}/QĐ-UBND`;
  const resolved = { complaintId, number, signedOn: pace.on, outcome: plot.complaint };
  ask(cast.thai, 'ResolveComplaint', { ...resolved, text: complaintTexts[plot.complaint] });
}

function* inspectedAgain({ world, plot, random, pace, ask }: Telling): Act {
  if (!plot.reinspection) return;
  const { ground, outcome } = plot.reinspection;
  yield pace.after(12);
  const reinspectionId = world.newId(random);
  const number = `${random.between(500, 590)}/QĐ-UBND`;
  const orderedBy = snapshot(world, townId);
  ask(cast.thai, 'OrderReinspection', { reinspectionId, number, signedOn: pace.on, orderedBy, ground });
  yield pace.after(15);
  const conclusion = { number: `${random.between(100, 190)}/KL-UBND`, signedOn: pace.on, outcome };
  ask(cast.thai, 'ConcludeReinspection', { reinspectionId, ...conclusion });
}

const complaintTexts: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'Sửa mức độ tồn tại thứ nhất theo đề nghị.',
  'partly-upheld': 'Ghi nhận phần đã khắc phục, giữ mức độ.',
  dismissed: 'Giữ nguyên kết luận.',
};

const strengths: readonly string[] = [
  'Công chức Bộ phận Một cửa hướng dẫn người dân tận tình.',
  'Sổ sách sắp xếp theo năm, tra cứu nhanh.',
  'Đơn vị chủ động đối chiếu với Kho bạc hằng tháng.',
  'Có bảng hướng dẫn song ngữ Việt - Khmer tại nơi tiếp dân.',
  'Ban Thanh tra nhân dân được mời tham gia từ đầu.',
];

function representative(world: World, plot: LongPlot) {
  const unit = snapshot(world, plot.unitId);
  return { name: unit.headName ?? officerOf(plot.unitId).name, title: 'Chủ tịch UBND' };
}
