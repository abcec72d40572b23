import {
  type Actor,
  addDays,
  addWorkingDays,
  deadlineFor,
  deadlineRuleFor,
  type Finding,
  findingsToRemedy,
  type InspectionFile,
  type Instant,
  type LegalDate,
  legalDayOf,
  liveFindings,
  oneStopSpotCheck,
  procedureFor,
  proposedFindings,
  recommendationNumber,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import { type Act, at, fileOf, snapshot } from './acts.js';
import { answerTo, evidenceFor, photo } from './answers.js';
import { cast, demoUnits, homeAffairsId, officerOf, townId } from './cast.js';
import { longChecks } from './long-story.js';
import { type Fate, type Plot, plots } from './plot.js';
import { SeededRandom } from './random.js';
import { type Step, World } from './world.js';

/** Every command of the demo up to now, in the order of its time; the same seed and instant give the same list. */
export function storyOf(seed: number, now: Instant): readonly Step[] {
  const today = legalDayOf(now);
  const world = new World(new SeededRandom(seed));
  const acts = [
    establish(world),
    ...longChecks(world, today),
    ...plots(today).map((plot) => spotCheck(world, plot, today)),
  ];
  const waiting = acts.flatMap((act) => next(act));
  for (;;) {
    waiting.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const turn = waiting.shift();
    if (!turn || turn.at > now) return world.steps;
    world.moveTo(turn.at);
    waiting.push(...next(turn.act));
  }
}

function next(act: Act): readonly { readonly at: Instant; readonly act: Act }[] {
  const turn = act.next();
  return turn.done ? [] : [{ at: turn.value, act }];
}

function* establish(world: World): Act {
  yield at('2023-03-01', 480);
  for (const { headName, ...unit } of demoUnits) {
    const basis = { number: '01/NQ-HĐND', signedOn: '2023-01-05' };
    world.askUnit(unit.id, cast.admin, { type: 'EstablishUnit', data: { ...unit, basis, validFrom: '2023-01-01' } });
    world.askUnit(unit.id, cast.admin, {
      type: 'AppointUnitHead',
      data: { headName, basis: null, validFrom: '2023-01-01' },
    });
  }
}

function* spotCheck(world: World, plot: Plot, today: LegalDate): Act {
  const { random } = world;
  const [lead, ...members] = plot.team;
  const recorder = members[0];
  if (!lead || !recorder) throw new Error(`the team of ${plot.number} needs two people`);
  const orderedOn = addDays(plot.startedOn, -1);
  yield at(orderedOn, 15 * 60 + random.between(0, 59));
  const id = world.newId();
  world.askInspection(id, cast.thu, {
    type: 'OrderInspection',
    data: {
      by: cast.thu,
      number: plot.number,
      signedOn: orderedOn,
      basis: 'Kế hoạch cải thiện, nâng cao Chỉ số PAPI năm 2023 của thị xã Vĩnh Châu',
      regime: 'internal-check',
      type: 'unannounced',
      procedure: procedureFor({ regime: 'internal-check', type: 'unannounced', on: orderedOn }),
      inspectedPeriod: null,
      fieldworkUntil: null,
      reinspectionOf: null,
      programmeItem: {
        plan: 'Kế hoạch PAPI năm 2023 của thị xã Vĩnh Châu',
        item: '6.2',
        text: 'Chú trọng kiểm tra đột xuất việc giải quyết thủ tục hành chính tại Bộ phận Một cửa các cấp',
      },
      unit: snapshot(world, plot.unitId),
      orderedBy: { body: snapshot(world, homeAffairsId), person: { name: cast.thu.name, title: cast.thu.title } },
      checklist: {
        kind: oneStopSpotCheck.kind,
        edition: oneStopSpotCheck.edition,
        title: oneStopSpotCheck.title,
        items: oneStopSpotCheck.items,
      },
      team: plot.team.map((member) => ({
        personId: member.id,
        name: member.name,
        role: member === lead ? ('lead' as const) : ('member' as const),
        unitId: member.unitId,
      })),
    },
  });
  if (plot.ending === 'only-ordered') return;
  if (plot.ending === 'cancelled') {
    yield at(plot.startedOn, 450);
    const reason = 'Mưa lũ, Bộ phận Một cửa tạm đóng cửa theo thông báo của UBND thị xã.';
    world.askInspection(id, lead, { type: 'CancelInspection', data: { by: lead, reason } });
    return;
  }

  let minute = 480 + random.between(0, 25);
  yield at(plot.startedOn, minute);
  world.askInspection(id, lead, {
    type: 'StartInspection',
    data: { by: lead, place: 'Bộ phận Một cửa', earlier: world.earlierAt(plot.unitId), findingId: world.newId() },
  });
  const items = oneStopSpotCheck.items.filter((item) => !fileOf(world, id).answers[item.code]);
  const answeredMax = typeof plot.ending === 'object' ? plot.ending.answered : items.length;
  for (const item of items.slice(0, answeredMax)) {
    minute += random.between(2, 7);
    yield at(plot.startedOn, minute);
    const fate = plot.fails[item.code];
    const reason = plot.notApplicable[item.code];
    const value = answerTo(item, fate ? 'fail' : 'pass', random);
    if (reason !== undefined || value === null) {
      const data = { by: recorder, itemCode: item.code, reason: reason ?? 'Chưa có số liệu.' };
      world.askInspection(id, recorder, { type: 'MarkItemNotApplicable', data });
      continue;
    }
    const isProven = fate !== undefined || item.evidence.requiredWhen === 'always';
    const evidence = isProven ? [evidenceFor(item, `${item.code}-${plot.startedOn}`, world.time, random)] : [];
    const condition = random.pick(item.phrases).vi;
    const isRecorded = fate !== undefined && fate !== 'dismissed';
    world.askInspection(id, recorder, {
      type: 'AnswerItem',
      data: {
        by: recorder,
        itemCode: item.code,
        value,
        note: fate ? condition : null,
        evidence,
        finding: isRecorded
          ? { condition, cause: null, effect: null, amountAtRisk: null, place: 'Bộ phận Một cửa' }
          : null,
        findingId: world.newId(),
      },
    });
    yield* afterAnswer(world, id, recorder, item.code, fate, at(plot.startedOn, minute + 1));
  }
  if (typeof plot.ending === 'object') return;
  yield* conclude(world, plot, id, lead, minute, today);
}

function* afterAnswer(world: World, id: Uuid, by: Actor, itemCode: string, fate: Fate | undefined, when: Instant): Act {
  if (fate === 'corrected-on-site') {
    yield when;
    const finding = findingOn(fileOf(world, id), itemCode);
    const after = [photo(`${itemCode}-da-khac-phuc`, world.time, world.random)];
    const note = 'Công chức bộ phận đã bổ sung ngay trong buổi kiểm tra.';
    world.askInspection(id, by, {
      type: 'CorrectFindingOnSite',
      data: { by, findingId: finding.findingId, note, before: [], after },
    });
  }
  if (fate === 'dismissed' && proposedFindings(fileOf(world, id)).includes(itemCode)) {
    yield when;
    const reason = 'Bảng vừa được tháo xuống để in lại sáng cùng ngày, đoàn đã xem bản in mới.';
    world.askInspection(id, by, { type: 'DismissProposedFinding', data: { by, itemCode, reason } });
  }
}

function* conclude(world: World, plot: Plot, id: Uuid, lead: Actor, minute: number, today: LegalDate): Act {
  const { random } = world;
  yield at(plot.startedOn, minute + 10);
  world.askInspection(id, lead, { type: 'EndFieldwork', data: { by: lead } });
  yield at(plot.startedOn, minute + 40);
  const officer = officerOf(plot.unitId);
  const minutes = {
    by: lead,
    number: `${random.between(1, 40)}/BB-ĐKT`,
    signedOn: plot.startedOn,
    leadTitle: 'Trưởng đoàn kiểm tra',
    unitRepresentative: { name: officer.name, title: 'Phụ trách Bộ phận Một cửa' },
  };
  if (plot.ending === 'refused')
    world.askInspection(id, lead, {
      type: 'RecordMinutesRefusal',
      data: {
        ...minutes,
        reason: 'Không thống nhất cách tính số hồ sơ trễ hạn.',
        witness: { name: 'Nguyễn Thị Bảy', title: 'Ủy ban Mặt trận Tổ quốc xã' },
      },
    });
  else {
    const reservation =
      plot.ending === 'signed-with-reservation' ? 'Đề nghị tính lại hồ sơ do hệ thống đồng bộ chậm.' : null;
    world.askInspection(id, lead, { type: 'SignMinutes', data: { ...minutes, reservation } });
  }

  const toRemedy = findingsToRemedy(fileOf(world, id));
  if (toRemedy.length === 0) {
    yield at(plot.startedOn, minute + 55);
    world.askInspection(id, lead, { type: 'CloseInspection', data: { by: lead } });
    return;
  }
  yield at(plot.startedOn, minute + 60);
  const courses = toRemedy.map((finding) => {
    const fate = finding.itemCode === null ? undefined : plot.fails[finding.itemCode];
    return remedy(world, plot, id, lead, finding, fate ?? 'closed', today);
  });
  // Courses of one inspection run side by side.
  const waiting = courses.flatMap((course) => next(course));
  for (;;) {
    waiting.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const turn = waiting.shift();
    if (!turn) return;
    yield turn.at;
    waiting.push(...next(turn.act));
  }
}

function* remedy(
  world: World,
  plot: Plot,
  inspectionId: Uuid,
  lead: Actor,
  finding: Finding,
  fate: Fate,
  today: LegalDate,
): Act {
  const { random } = world;
  const file = fileOf(world, inspectionId);
  const item = file.order.checklist.items.find((candidate) => candidate.code === finding.itemCode);
  if (!item || !file.minutes) throw new Error(`${finding.number} of ${plot.number} has no item`);
  const issuedOn = plot.startedOn;
  const rule = deadlineRuleFor({
    regime: 'internal-check',
    purpose: 'remedy-recommendation',
    severity: finding.severity,
    startOn: issuedOn,
  });
  const deadline = deadlineFor({ rule, startOn: issuedOn, calendar: vietnamCalendar });
  const points = item.verificationPoints.map((point) => point.vi);
  const id = world.newId();
  const ask = (by: Actor, command: Parameters<World['askRecommendation']>[3]) =>
    world.askRecommendation(id, plot.unitId, by, command);
  ask(lead, {
    type: 'IssueRecommendation',
    data: {
      by: lead,
      number: recommendationNumber({
        inspectionNumber: file.order.number,
        orderedOn: file.order.signedOn,
        findingNumber: finding.number,
        earlier: 0,
      }),
      kind: item.answer.kind === 'money' ? 'collect-money' : 'correct-document',
      text: item.remedy.vi,
      unit: snapshot(world, plot.unitId),
      source: {
        inspectionId,
        inspectionNumber: file.order.number,
        teamIds: file.order.team.map((member) => member.personId),
        finalDocument: { kind: 'minutes', number: file.minutes.number, signedOn: file.minutes.signedOn },
      },
      findings: [finding].map(
        ({ findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy }) => ({
          findingId,
          number,
          itemCode,
          severity,
          criteria,
          condition,
          place,
          evidence,
          recordedBy,
        }),
      ),
      bodies: {
        lead: snapshot(world, homeAffairsId),
        coordinating: [snapshot(world, townId)],
        implementing: [snapshot(world, plot.unitId)],
      },
      verificationPoints: points,
      deadline,
    },
  });
  if (fate === 'untouched') return;

  const officer = officerOf(plot.unitId);
  const day = (workingDays: number) => addWorkingDays(issuedOn, workingDays, vietnamCalendar);
  const isOver = (on: LegalDate) => on > today;
  const planOn = day(random.between(1, 2));
  if (isOver(planOn)) return;
  yield at(planOn, 9 * 60 + random.between(0, 59));
  ask(officer, {
    type: 'SubmitRemediationPlan',
    data: {
      by: officer,
      steps: `${item.remedy.vi} Phân công công chức Văn phòng thực hiện, Chủ tịch UBND kiểm tra lại.`,
      responsible: officer.name,
      plannedOn: deadline.dueOn,
      cause: 'Chưa phân công rõ người theo dõi.',
    },
  });
  if (fate === 'planned') return;

  const progressOn = day(3);
  if (isOver(progressOn)) return;
  yield at(progressOn, 14 * 60 + random.between(0, 59));
  ask(officer, {
    type: 'ReportProgress',
    data: { by: officer, percent: random.pick([30, 40, 50, 60]), note: 'Đã phân công và đang thực hiện.' },
  });
  if (fate === 'in-progress') return;
  if (fate === 'not-implemented') {
    yield at(day(8), 10 * 60);
    ask(officer, {
      type: 'ReportObstacle',
      data: { by: officer, note: 'Chưa có tài khoản trên hệ thống cho công chức mới.' },
    });
    yield at(addWorkingDays(deadline.dueOn, 15, vietnamCalendar), 9 * 60);
    const reason = 'Quá hạn 15 ngày làm việc sau ba lần đôn đốc, đơn vị không thực hiện.';
    ask(cast.thai, { type: 'DeclareNotImplemented', data: { by: cast.thai, reason } });
    return;
  }

  const lateBy = fate === 'closed-late' ? random.between(3, 9) : 0;
  const proofOn = lateBy > 0 ? addWorkingDays(deadline.dueOn, lateBy, vietnamCalendar) : day(4);
  if (isOver(proofOn)) return;
  yield at(proofOn, 15 * 60 + random.between(0, 59));
  const prove = (note: string) =>
    ask(officer, {
      type: 'ReportRemediationComplete',
      data: {
        by: officer,
        note,
        evidence: [photo(`${item.code}-minh-chung`, world.time, random)],
        on: legalDayOf(world.time),
      },
    });
  prove('Đã thực hiện xong, gửi kèm ảnh chụp tại chỗ.');
  if (fate === 'awaiting-verification') return;

  // The second member found nothing here; where there is none, the appraiser judges.
  const judge = cast.binh;
  let judgedOn = addWorkingDays(proofOn, 2, vietnamCalendar);
  if (isOver(judgedOn)) return;
  yield at(judgedOn, 9 * 60 + random.between(0, 59));
  if (fate === 'closed-after-return' || fate === 'returned') {
    const reasons = [
      { point: points[0] ?? null, reason: 'Ảnh không cho thấy nội dung đã nêu trong tồn tại.' },
      { point: points.at(-1) ?? null, reason: 'Chưa kèm văn bản phân công.' },
    ];
    ask(judge, { type: 'ReturnProof', data: { by: judge, reasons } });
    if (fate === 'returned') return;
    const againOn = addWorkingDays(judgedOn, 2, vietnamCalendar);
    yield at(againOn, 10 * 60 + random.between(0, 59));
    prove('Đã chụp lại và bổ sung văn bản phân công.');
    judgedOn = addWorkingDays(againOn, 1, vietnamCalendar);
    yield at(judgedOn, 15 * 60);
  }
  ask(judge, {
    type: 'VerifyRemediation',
    data: { by: judge, metPoints: points, note: 'Đã đối chiếu ảnh và văn bản.' },
  });
  const closedOn = addWorkingDays(judgedOn, 1, vietnamCalendar);
  if (fate === 'verified' || isOver(closedOn)) return;
  yield at(closedOn, 16 * 60 + random.between(0, 45));
  ask(cast.thai, { type: 'CloseRecommendation', data: { by: cast.thai } });
}

function findingOn(file: InspectionFile, itemCode: string): Finding {
  const finding = liveFindings(file).find((candidate) => candidate.itemCode === itemCode);
  if (!finding) throw new Error(`no finding on ${itemCode}`);
  return finding;
}
