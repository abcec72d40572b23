import {
  type Actor,
  addDays,
  deadlineFor,
  deadlineRuleFor,
  type Finding,
  finalDocumentOf,
  findingsToRemedy,
  type InspectionType,
  type LegalDate,
  legalDayOf,
  liveFindings,
  type LongPathCommands,
  type Message,
  oneStopSpotCheck,
  procedureFor,
  recommendationNumber,
  stageDueOn,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import { fileOf, snapshot } from './acts.js';
import { answerTo, evidenceFor, photo } from './answers.js';
import { cast, communeId, homeAffairsId, officerOf, townId } from './cast.js';
import { SeededRandom } from './random.js';
import { type Act, at } from './story-time.js';
import type { World } from './world.js';

interface LongPlot {
  readonly number: string;
  readonly unitId: Uuid;
  readonly orderedOn: LegalDate;
  readonly type: InspectionType;
  readonly fails: readonly string[];
  /** How far it has come: the unit may still answer, leadership may sign, or everything is done. */
  readonly until: 'awaiting-response' | 'conclusion-appraised' | 'closed';
}

/** Three checks on the long path: one that met everything there is, one the unit must answer, one to be signed. */
export function longChecks(world: World, today: LegalDate): readonly Act[] {
  const plots: readonly LongPlot[] = [
    {
      number: '31/QĐ-PNV',
      unitId: communeId(31783),
      orderedOn: '2024-03-04',
      type: 'thematic',
      fails: ['OSC-01', 'OSC-02', 'OSC-05'],
      until: 'closed',
    },
    {
      number: '118/QĐ-PNV',
      unitId: communeId(31786),
      orderedOn: addDays(today, -60),
      type: 'planned',
      fails: ['OSC-01'],
      until: 'conclusion-appraised',
    },
    {
      number: '131/QĐ-PNV',
      unitId: communeId(31783),
      orderedOn: addDays(today, -40),
      type: 'thematic',
      fails: ['OSC-01', 'OSC-03'],
      until: 'awaiting-response',
    },
  ];
  // Chance of its own: what else is told does not depend on whether these are.
  return plots.map((plot, index) => longCheck(world, plot, today, new SeededRandom(index + 1)));
}

function* longCheck(world: World, plot: LongPlot, today: LegalDate, random: SeededRandom): Act {
  const { hai, lan, thu, thai, binh } = cast;
  const { orderedOn } = plot;
  const isWhole = plot.until === 'closed';
  const officer = officerOf(plot.unitId);
  const id = idOf(world, random);
  const ask = <T extends keyof LongPathCommands>(by: Actor, type: T, asked: Omit<LongPathCommands[T], 'by'>) => {
    const data: object = { by, ...asked };
    world.askInspection(id(), by, { type, data } as Message<LongPathCommands>);
  };
  const day = (days: number, minute = 540) => at(addDays(orderedOn, days), minute + random.between(0, 40));
  const on = (days: number) => addDays(orderedOn, days);
  const procedure = procedureFor({ regime: 'internal-check', type: plot.type, on: orderedOn });

  yield day(0);
  const team = [hai, isWhole ? cast.nam : lan].map((member, index) => ({
    personId: member.id,
    name: member.name,
    role: index === 0 ? ('lead' as const) : ('member' as const),
    unitId: member.unitId,
  }));
  world.askInspection(id(), thu, {
    type: 'OrderInspection',
    data: {
      by: thu,
      number: plot.number,
      signedOn: orderedOn,
      basis: 'Kế hoạch kiểm tra công vụ, cải cách hành chính của thị xã Vĩnh Châu',
      regime: 'internal-check',
      type: plot.type,
      procedure,
      inspectedPeriod: { from: addDays(orderedOn, -365), to: addDays(orderedOn, -1) },
      fieldworkUntil: on(8),
      reinspectionOf: null,
      programmeItem: null,
      unit: snapshot(world, plot.unitId),
      orderedBy: { body: snapshot(world, homeAffairsId), person: { name: thu.name, title: thu.title } },
      checklist: {
        kind: oneStopSpotCheck.kind,
        edition: oneStopSpotCheck.edition,
        title: oneStopSpotCheck.title,
        items: oneStopSpotCheck.items,
      },
      team,
    },
  });
  let recorder: Actor = lan;
  if (isWhole) {
    yield day(1);
    ask(cast.nam, 'DeclareConflictOfInterest', {
      relation: 'kinship',
      note: 'Có em ruột là công chức Một cửa của phường.',
    });
    yield day(1, 780);
    const joining = { personId: lan.id, name: lan.name, role: 'member' as const, unitId: lan.unitId };
    const decision = { number: '32/QĐ-PNV', signedOn: on(1), reason: 'Thành viên khai xung đột lợi ích.' };
    ask(thu, 'ReplaceTeamMember', { leavingId: cast.nam.id, joining, ...decision });
    recorder = lan;
  }
  yield day(3);
  const unit = snapshot(world, plot.unitId);
  const unitRepresentative = { name: unit.headName ?? officer.name, title: 'Chủ tịch UBND' };
  ask(hai, 'AnnounceInspection', { announcedOn: on(3), form: 'meeting', place: 'Hội trường UBND', unitRepresentative });
  yield day(4, 480);
  world.askInspection(id(), hai, {
    type: 'StartInspection',
    data: {
      by: hai,
      on: on(4),
      place: 'Bộ phận Một cửa',
      earlier: world.earlierAt(plot.unitId),
      findingId: world.newId(random),
    },
  });
  for (const { recommendationId, status, isDue } of fileOf(world, id()).earlier) {
    const outcome = status === 'implemented' ? 'carried-out' : isDue ? 'not-carried-out' : 'not-due';
    const evidence = outcome === 'not-carried-out' ? [photo(`xem-lai-${recommendationId}`, world.time, random)] : [];
    const check = { by: lan, recommendationId, outcome, note: null, evidence } as const;
    world.askInspection(id(), lan, { type: 'CheckEarlierRecommendation', data: check });
    const reason = 'Kiến nghị cũ vẫn còn hiệu lực, tiếp tục đôn đốc theo kiến nghị đó.';
    if (outcome === 'not-carried-out')
      world.askInspection(id(), lan, { type: 'DismissEarlierProposal', data: { by: lan, recommendationId, reason } });
  }
  const open = oneStopSpotCheck.items.filter(({ code }) => !fileOf(world, id()).answers[code]);
  for (const [index, item] of open.entries()) {
    const isFailed = plot.fails.includes(item.code);
    const value = answerTo(item, isFailed ? 'fail' : 'pass', orderedOn, random);
    if (!value) continue;
    const isProven = isFailed || item.evidence.requiredWhen === 'always';
    const condition = random.pick(item.phrases).vi;
    yield at(on(4), 545 + index * 4);
    world.askInspection(id(), recorder, {
      type: 'AnswerItem',
      data: {
        by: recorder,
        itemCode: item.code,
        value,
        note: null,
        evidence: isProven ? [evidenceFor(item, `${item.code}-${orderedOn}`, world.time, random)] : [],
        finding: isFailed ? { condition, cause: null, effect: null, amountAtRisk: null, place: null } : null,
        findingId: world.newId(random),
      },
    });
  }
  yield day(5);
  ask(recorder, 'RecordPositiveFinding', {
    strengthId: world.newId(random),
    itemCode: null,
    text: 'Công chức Bộ phận Một cửa hướng dẫn người dân tận tình.',
    evidence: [],
  });
  if (isWhole) {
    yield day(7);
    const extension = { number: '35/QĐ-PNV', signedOn: on(7), until: on(14), reason: 'Chờ trích xuất dữ liệu hồ sơ.' };
    ask(thai, 'ExtendFieldwork', extension);
  }
  yield day(8);
  const found = liveFindings(fileOf(world, id()));
  for (const { findingId, recordedBy } of found)
    ask(recordedBy === hai.id ? thai : hai, 'ConfirmFinding', { findingId });
  world.askInspection(id(), hai, { type: 'EndFieldwork', data: { by: hai } });
  yield day(9);
  world.askInspection(id(), hai, {
    type: 'SignMinutes',
    data: {
      by: hai,
      number: `${random.between(41, 80)}/BB-ĐKT`,
      signedOn: on(9),
      leadTitle: 'Trưởng đoàn kiểm tra',
      unitRepresentative,
      reservation: isWhole ? 'Đề nghị ghi nhận việc đã bổ sung bảng niêm yết.' : null,
    },
  });
  yield day(12);
  const summary = `Kiểm tra ${unit.name}: ${found.length} tồn tại, đã làm rõ nguyên nhân và trách nhiệm.`;
  ask(hai, 'SubmitReport', { number: `${random.between(10, 60)}/BC-ĐKT`, signedOn: on(12), summary });
  if (isWhole) {
    yield day(13);
    ask(lan, 'ReserveDissent', { opinion: 'Tồn tại thứ hai phải xếp mức nặng.', evidence: [] });
  }
  yield day(14);
  ask(thai, 'OrderConclusionDrafting', {
    orderedOn: on(14),
    dueOn: stageDueOn(procedure, 'draft', on(14)) ?? on(21),
  });
  yield day(18);
  const text = `${unit.name} thực hiện cơ bản đúng quy định; còn ${found.length} tồn tại phải khắc phục có thời hạn.`;
  ask(hai, 'DraftConclusion', { draftedOn: on(18), text });
  if (plot.until === 'awaiting-response') {
    // Sent lately, whenever the story is told, so that somebody can answer it.
    const sentOn = addDays(today, -1);
    yield at(sentOn, 600);
    ask(thai, 'SendDraftForResponse', { sentOn, dueOn: addDays(today, 20) });
    return;
  }
  yield day(19);
  const dueOn = stageDueOn(procedure, 'response', on(19)) ?? on(27);
  ask(thai, 'SendDraftForResponse', { sentOn: on(19), dueOn });
  if (plot.until === 'conclusion-appraised') {
    yield day(20);
    for (const { findingId } of found) ask(officer, 'AcceptFinding', { findingId });
    yield at(addDays(dueOn, 1), 560);
    ask(hai, 'NoteResponseLapsed', { on: addDays(dueOn, 1) });
    yield at(addDays(dueOn, 2), 560);
    ask(binh, 'AppraiseDraft', { opinion: 'Dự thảo đủ căn cứ, đúng thẩm quyền.' });
    return;
  }

  const [first, second] = found;
  if (!first || !second) throw new Error(`${plot.number} needs two findings`);
  yield day(20);
  const evidence = [photo('giai-trinh', world.time, random)];
  ask(officer, 'DisputeFinding', {
    findingId: first.findingId,
    reason: 'Bảng đã bổ sung trước ngày kiểm tra.',
    evidence,
  });
  ask(officer, 'DisputeFinding', { findingId: second.findingId, reason: 'Số thủ tục đếm chưa đúng.', evidence: [] });
  yield day(21);
  ask(officer, 'RespondToDraft', {
    on: on(21),
    points: [
      { findingId: first.findingId, text: 'Đề nghị rút tồn tại này.' },
      { findingId: null, text: 'Đề nghị ghi nhận đơn vị đã chủ động khắc phục.' },
    ],
    evidence,
  });
  yield day(24);
  const { severity, condition, cause, effect, amountAtRisk, place } = second;
  ask(hai, 'RejectDispute', { findingId: first.findingId, reason: 'Ảnh chụp sau ngày kiểm tra.' });
  ask(hai, 'AcceptDispute', {
    findingId: second.findingId,
    reason: 'Đếm lại theo quyết định công bố mới nhất.',
    amended: { severity, condition: `${condition} (đã đếm lại)`, cause, effect, amountAtRisk, place },
  });
  ask(hai, 'AssessResponse', {
    points: [
      { number: 'YK-01', outcome: 'rejected', reason: 'Không có căn cứ trước ngày kiểm tra.' },
      { number: 'YK-02', outcome: 'accepted', reason: 'Đã bổ sung vào dự thảo.' },
    ],
  });
  yield day(25);
  ask(binh, 'ReturnDraft', { opinion: 'Bổ sung căn cứ pháp lý của tồn tại thứ hai.' });
  yield day(26);
  ask(hai, 'DraftConclusion', { draftedOn: on(26), text: `${text} Đơn vị đã chủ động khắc phục một phần.` });
  yield day(27);
  ask(binh, 'AppraiseDraft', { opinion: 'Dự thảo đủ căn cứ.' });
  yield day(28);
  ask(thai, 'ReferToSuperior', {
    superior: snapshot(world, townId),
    question: 'Áp dụng quy định niêm yết cũ hay mới trong thời gian chuyển tiếp?',
    referredOn: on(28),
    dueOn: on(58),
  });
  yield day(35);
  const opinion = { receivedOn: on(35), outcome: 'no-objection' as const, text: 'Thống nhất với dự thảo.' };
  ask(thu, 'RecordSuperiorOpinion', opinion);
  yield day(36);
  ask(thai, 'IssueConclusion', { number: '21/KL-UBND', signedOn: on(36), signerTitle: thai.title });
  yield day(37);
  const correction = { where: 'Đoạn 1', was: 'cơ bản', now: 'về cơ bản' };
  ask(thai, 'RectifyConclusion', { number: '22/ĐC-UBND', signedOn: on(37), corrections: [correction] });
  const redacted = {
    ...photo('ket-luan-da-che', world.time, random),
    kind: 'document' as const,
    mediaType: 'application/pdf',
  };
  ask(hai, 'PrepareRedaction', { redacted });
  yield day(38);
  ask(thu, 'PublishConclusion', {
    channels: [
      { kind: 'portal', where: 'Cổng thông tin điện tử thị xã Vĩnh Châu' },
      { kind: 'broadcast', where: 'Đài Truyền thanh phường' },
    ],
    from: on(38),
    until: on(60),
  });
  for (const kind of ['portal', 'broadcast'] as const)
    ask(thu, 'AttachPublicationProof', { kind, evidence: [photo(`cong-khai-${kind}`, world.time, random)] });
  yield day(40);
  ask(thai, 'DirectImplementation', {
    number: '300/UBND-NC',
    signedOn: on(40),
    text: 'Khắc phục từng tồn tại, làm rõ trách nhiệm, báo cáo kết quả.',
    reportOn: on(75),
  });
  const courses = findingsToRemedy(fileOf(world, id())).map((finding) => issue(world, id(), finding, on(40), random));
  yield day(41);
  const complaintId = world.newId(random);
  const complaint = {
    complaintId,
    lodgedOn: on(41),
    complainant: unit.name,
    text: 'Mức độ của tồn tại thứ nhất chưa đúng.',
  };
  ask(officer, 'LodgeComplaint', complaint);
  yield day(50);
  ask(thai, 'ResolveComplaint', {
    complaintId,
    number: '402/QĐ-UBND',
    signedOn: on(50),
    outcome: 'dismissed',
    text: 'Giữ nguyên kết luận.',
  });
  yield day(52);
  for (const { recommendationId } of courses) prove(world, recommendationId, plot.unitId, officer, random);
  yield day(54);
  for (const { recommendationId, points } of courses)
    world.askRecommendation(recommendationId, plot.unitId, binh, {
      type: 'VerifyRemediation',
      data: { by: binh, metPoints: points, note: null },
    });
  yield day(55);
  for (const { recommendationId } of courses)
    world.askRecommendation(recommendationId, plot.unitId, thai, { type: 'CloseRecommendation', data: { by: thai } });
  yield day(61);
  ask(thu, 'EndPublication', { on: on(61) });
  const reinspectionId = world.newId(random);
  ask(thai, 'OrderReinspection', {
    reinspectionId,
    number: '88/QĐ-UBND',
    signedOn: on(61),
    orderedBy: snapshot(world, townId),
    ground: 'evidence-contradicts',
  });
  yield day(90);
  const outcome = { number: '95/KL-UBND', signedOn: on(90), outcome: 'upheld' as const };
  ask(thai, 'ConcludeReinspection', { reinspectionId, ...outcome });
  yield day(91);
  world.askInspection(id(), thai, { type: 'CloseInspection', data: { by: thai } });
}

/** An id of the story's own time, made when it is first needed. */
function idOf(world: World, random: SeededRandom): () => Uuid {
  let id: Uuid | null = null;
  return () => {
    id ??= world.newId(random);
    return id;
  };
}

function issue(world: World, inspectionId: Uuid, finding: Finding, startOn: LegalDate, random: SeededRandom) {
  const file = fileOf(world, inspectionId);
  const { order } = file;
  const finalDocument = finalDocumentOf(file);
  const item = order.checklist.items.find(({ code }) => code === finding.itemCode);
  if (!item || !finalDocument) throw new Error(`${finding.number} of ${order.number} has no item or no document`);
  const rule = deadlineRuleFor({
    regime: 'internal-check',
    purpose: 'remedy-recommendation',
    severity: finding.severity,
    startOn,
  });
  const points = item.verificationPoints.map((point) => point.vi);
  const recommendationId = world.newId(random);
  const { findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy } = finding;
  world.askRecommendation(recommendationId, order.unit.id, cast.thai, {
    type: 'IssueRecommendation',
    data: {
      by: cast.thai,
      number: recommendationNumber({
        inspectionNumber: order.number,
        orderedOn: order.signedOn,
        findingNumber: number,
        earlier: 0,
      }),
      kind: 'correct-document',
      text: item.remedy.vi,
      unit: order.unit,
      source: {
        inspectionId,
        inspectionNumber: order.number,
        teamIds: file.team.map(({ personId }) => personId),
        finalDocument,
      },
      findings: [{ findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy }],
      bodies: { lead: snapshot(world, homeAffairsId), coordinating: [], implementing: [order.unit] },
      verificationPoints: points,
      deadline: deadlineFor({ rule, startOn, calendar: vietnamCalendar }),
      amountToRecover: null,
    },
  });
  return { recommendationId, points };
}

function prove(world: World, recommendationId: Uuid, unitId: Uuid, officer: Actor, random: SeededRandom): void {
  world.askRecommendation(recommendationId, unitId, officer, {
    type: 'ReportRemediationComplete',
    data: {
      by: officer,
      note: 'Đã thực hiện theo kết luận, gửi kèm ảnh.',
      evidence: [photo('minh-chung-ket-luan', world.time, random)],
      on: legalDayOf(world.time),
    },
  });
}
