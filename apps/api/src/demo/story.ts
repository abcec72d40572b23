import { createHash } from 'node:crypto';
import {
  earlierUndecided,
  type Actor,
  type AnswerProposal,
  addDays,
  budgetProposals,
  deadlineFor,
  deadlineRuleFor,
  type Finding,
  findingsToRemedy,
  type InspectionFile,
  type Instant,
  type LegalDate,
  ledgerProposals,
  legalDayOf,
  liveFindings,
  procedureFor,
  proposedFindings,
  recommendationNumber,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import { fileOf, snapshot } from './acts.js';
import { answerTo, evidenceFor, photo } from './answers.js';
import { cast, demoUnits, homeAffairsId, officerOf, townId } from './cast.js';
import { longChecks } from './long-story.js';
import { budgetLinesOf, budgetPeriodOf, ledgerFile, ledgerOf } from './papers.js';
import { type Fate, type Plot, plots } from './plot.js';
import {
  firstProgrammeYear,
  plannedItem,
  programmeAdoptedOn,
  programmeId,
  programmeItemId,
  programmeOf,
} from './programmes.js';
import { SeededRandom } from './random.js';
import { checklistActs } from './checklists.js';
import { chasing, course, externalRecommendations } from './remedy-course.js';
import { type Act, at } from './story-time.js';
import { type Step, World } from './world.js';

/** Every command of the demo up to now, in the order of its time; the same seed and instant give the same list. */
export function storyOf(seed: number, now: Instant): readonly Step[] {
  const today = legalDayOf(now);
  const world = new World(new SeededRandom(seed));
  const acts = [
    establish(world),
    ...longChecks(world, today),
    ...programmeYears(today).map((year) => programmeYear(world, year)),
    ...checklistActs(world),
    ...plots(today).map((plot) => check(world, plot, today)),
    ...externalRecommendations(world, today),
    chasing(world, today),
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

/** Up to the next year's, which is adopted before it begins. */
function programmeYears(today: LegalDate): readonly number[] {
  const last = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: last - firstProgrammeYear + 1 }, (_, index) => firstProgrammeYear + index);
}

/** The plan of a year, and what was changed in it on the way. */
function* programmeYear(world: World, year: number): Act {
  const id = programmeId(year);
  const named = (unitId: Uuid) => snapshot(world, unitId);
  yield at(programmeAdoptedOn(year), 14 * 60);
  world.askProgramme(id, cast.thai, { type: 'AdoptProgramme', data: { by: cast.thai, ...programmeOf(year, named) } });
  if (year === 2024) {
    yield at('2024-07-03', 9 * 60);
    const item = { ...plannedItem(year, '6.8', named), time: 'Quý III, IV' };
    const reason = 'Kiểm tra khoản thu đầu năm học, theo đề nghị của Phòng Giáo dục và Đào tạo.';
    const document = { number: '61/UBND-NC', signedOn: '2024-07-02' };
    world.askProgramme(id, cast.thu, {
      type: 'AmendProgrammeItem',
      data: { by: cast.thu, item, reason, document },
    });
  }
  if (year === 2025) {
    yield at('2025-03-10', 10 * 60);
    const reason = 'Thanh tra tỉnh đã đưa cùng nội dung vào kế hoạch năm, tránh chồng chéo.';
    const itemId = programmeItemId(year, '6.9');
    world.askProgramme(id, cast.thu, {
      type: 'WithdrawProgrammeItem',
      data: { by: cast.thu, itemId, reason, document: null },
    });
  }
}

function* check(world: World, plot: Plot, today: LegalDate): Act {
  const { random } = world;
  const { checklist, place } = plot.subject;
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
      programmeItem: plot.subject.programmeItem(Number(orderedOn.slice(0, 4))),
      unit: snapshot(world, plot.unitId),
      orderedBy: { body: snapshot(world, homeAffairsId), person: { name: cast.thu.name, title: cast.thu.title } },
      checklist: {
        kind: checklist.kind,
        edition: checklist.edition,
        title: checklist.title,
        items: checklist.items,
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
    data: { by: lead, on: plot.startedOn, place, earlier: world.earlierAt(plot.unitId), findingId: world.newId() },
  });
  for (const before of fileOf(world, id).earlier) {
    minute += 1;
    yield at(plot.startedOn, minute);
    // What is overdue is found undone; what was put right holds.
    const outcome = before.status === 'implemented' ? 'carried-out' : before.isDue ? 'not-carried-out' : 'not-due';
    const evidence =
      outcome === 'not-carried-out' ? [photo(`xem-lai-${before.number}`, world.time, new SeededRandom(1))] : [];
    world.askInspection(id, recorder, {
      type: 'CheckEarlierRecommendation',
      data: { by: recorder, recommendationId: before.recommendationId, outcome, note: null, evidence },
    });
  }
  // Under way: one of them is found again. Where the check is over they are left to their own recommendation.
  const lacking = earlierUndecided(fileOf(world, id));
  const again = typeof plot.ending === 'object' ? lacking[0] : undefined;
  if (again)
    world.askInspection(id, recorder, {
      type: 'RecordFinding',
      data: {
        by: recorder,
        findingId: world.newId(),
        itemCode: null,
        severity: 'major',
        criteria: null,
        evidence: [],
        earlierRecommendationId: again.recommendationId,
        condition: `Chưa thực hiện kiến nghị ${again.number}: ${again.text}`,
        cause: null,
        effect: null,
        amountAtRisk: null,
        place,
      },
    });
  for (const { recommendationId } of lacking.filter((before) => before !== again)) {
    const reason = 'Kiến nghị cũ vẫn còn hiệu lực, tiếp tục đôn đốc theo kiến nghị đó.';
    world.askInspection(id, recorder, {
      type: 'DismissEarlierProposal',
      data: { by: recorder, recommendationId, reason },
    });
  }
  minute += 5;
  yield at(plot.startedOn, minute);
  papers(world, plot, id, recorder);
  const proposals = proposalsIn(fileOf(world, id));
  const items = checklist.items.filter((item) => !fileOf(world, id).answers[item.code]);
  const answeredMax = typeof plot.ending === 'object' ? plot.ending.answered : items.length;
  for (const item of items.slice(0, answeredMax)) {
    minute += random.between(2, 7);
    yield at(plot.startedOn, minute);
    const fate = plot.fails[item.code];
    const reason = plot.notApplicable[item.code];
    const outcome = fate ? 'fail' : 'pass';
    const proposal = proposals.find((told) => told.itemCode === item.code && told.outcome === outcome);
    const value = proposal?.value ?? answerTo(item, outcome, plot.startedOn, random);
    if (reason !== undefined || value === null) {
      const data = { by: recorder, itemCode: item.code, reason: reason ?? 'Chưa có số liệu.' };
      world.askInspection(id, recorder, { type: 'MarkItemNotApplicable', data });
      continue;
    }
    const isProven = fate !== undefined || item.evidence.requiredWhen === 'always';
    const evidence = isProven ? [evidenceFor(item, `${item.code}-${plot.startedOn}`, world.time, random)] : [];
    const condition = proposal?.condition ?? random.pick(item.phrases).vi;
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
          ? { condition, cause: null, effect: null, amountAtRisk: proposal?.amountAtRisk ?? null, place }
          : null,
        findingId: world.newId(),
      },
    });
    yield* afterAnswer(world, id, recorder, item.code, fate, at(plot.startedOn, minute + 1));
  }
  if (typeof plot.ending === 'object') return;
  yield* conclude(world, plot, id, lead, minute, today);
}

/** The ledger, the figures and the sample that a check of this kind begins with. */
function papers(world: World, plot: Plot, id: Uuid, by: Actor): void {
  const { random } = world;
  if (plot.subject.checklist.kind === 'contributions-audit') {
    const rows = ledgerOf(plot, random);
    const file = ledgerFile(plot, world.time, random);
    const ledger = { ledgerId: world.newId(), file, rows, asOf: plot.startedOn, bankTotal: null };
    world.askInspection(id, by, { type: 'ImportContributionLedger', data: { by, ...ledger } });
    // Lines rather than names: who was asked is nobody's business outside the ledger.
    const members = rows.map(({ line }) => `Dòng ${line}`);
    const sha256 = createHash('sha256')
      .update(members.map((member) => `${member}\n`).join(''))
      .digest('hex');
    const sample = {
      sampleId: world.newId(),
      itemCode: 'VCA-22',
      name: 'Sổ đóng góp, các hộ',
      members,
      sha256,
      size: 10,
    };
    const seed = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('');
    world.askInspection(id, by, { type: 'DrawSample', data: { by, ...sample, seed } });
  }
  if (plot.subject.checklist.kind === 'budget-disclosure-check') {
    const lines = budgetLinesOf(plot, random);
    world.askInspection(id, by, {
      type: 'RecordBudgetFigures',
      data: { by, period: budgetPeriodOf(plot.startedOn), lines },
    });
  }
}

function proposalsIn({ ledger, budgetFigures, order }: InspectionFile): readonly AnswerProposal[] {
  const { items } = order.checklist;
  return [
    ...(ledger ? ledgerProposals(ledger.analysis, items) : []),
    ...(budgetFigures ? budgetProposals(budgetFigures.lines, items) : []),
  ];
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
    unitRepresentative: { name: officer.name, title: plot.subject.representative },
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
  const isOnMoney = item.answer.kind === 'money' || item.answer.kind === 'reconciliation';
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
      kind: isOnMoney ? 'collect-money' : 'correct-document',
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
      amountToRecover: isOnMoney ? random.between(2, 90) * 250_000 : null,
    },
  });
  yield* course(world, { id, unitId: plot.unitId, itemCode: item.code, remedy: item.remedy.vi, fate, today });
}

function findingOn(file: InspectionFile, itemCode: string): Finding {
  const finding = liveFindings(file).find((candidate) => candidate.itemCode === itemCode);
  if (!finding) throw new Error(`no finding on ${itemCode}`);
  return finding;
}
