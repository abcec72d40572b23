import {
  addDays,
  addWorkingDays,
  clockActor,
  compareDays,
  deadlineGiven,
  isOwing,
  type LegalDate,
  ladderDue,
  ladderHorizon,
  legalDayOf,
  type Message,
  needsEffectiveness,
  pointsLeft,
  type RecommendationCommands,
  recovered,
  type Uuid,
  vietnamCalendar as calendar,
} from '@soat/domain';
import { declared, photo } from './answers.js';
import { cast, communeId, financeId, officerOf, townId } from './cast.js';
import type { Fate } from './fate.js';
import { snapshot } from './acts.js';
import type { SeededRandom } from './random.js';
import { type Act, at } from './story-time.js';
import { causeOf, said, stepsOf } from './words.js';
import type { World } from './world.js';

/** One recommendation of the story, from the day it was issued. */
export interface Course {
  readonly id: Uuid;
  readonly unitId: Uuid;
  readonly itemCode: string;
  /** What is asked for, in words. */
  readonly remedy: string;
  readonly fate: Fate;
  readonly today: LegalDate;
}

/** What becomes of a recommendation after it was issued, as far as its fate goes. */
export function* course(
  world: World,
  { id, unitId, itemCode, remedy, fate, today }: Course,
  random: SeededRandom,
): Act {
  const officer = officerOf(unitId);
  const judge = cast.binh;
  const leader = cast.thai;
  const state = () => {
    const known = world.recommendationOf(id);
    if (known.status === 'absent') throw new Error(`no recommendation ${id}`);
    return known;
  };
  const ask = (by: Parameters<World['askRecommendation']>[2], command: Message<RecommendationCommands>) =>
    world.askRecommendation(id, unitId, by, command);
  const points = state().order.verificationPoints;
  const { dueOn } = state().deadline;
  const issuedOn = legalDayOf(world.time);
  const day = (workingDays: number) => addWorkingDays(issuedOn, workingDays, calendar);
  const isOver = (on: LegalDate) => on > today;

  const outstanding = () => (state().order.amountToRecover ?? 0) - recovered(state());
  const pay = (amount: number) => {
    const on = legalDayOf(world.time);
    const document = `Giấy nộp tiền ${on.slice(2, 4)}${random.between(1000, 9999)}`;
    const evidence = [declared('document', 'giay-nop-tien', world.time, random)];
    if (amount > 0)
      ask(officer, { type: 'RecordRecovery', data: { by: officer, on, amount, recoveredOn: on, document, evidence } });
  };

  if (fate === 'untouched') return;
  if (fate === 'reassigned') {
    if (isOver(day(6))) return;
    yield at(day(6), 10 * 60);
    const bodies = { ...state().bodies, implementing: [snapshot(world, communeId(31792))] };
    const reason = 'Hồ sơ thuộc địa bàn xã Vĩnh Hiệp tiếp nhận.';
    const document = { number: '02/BB-BG', signedOn: day(6) };
    ask(leader, { type: 'ReassignRecommendation', data: { by: leader, bodies, reason, document } });
    return;
  }

  const planOn = day(random.between(1, 2));
  if (isOver(planOn)) return;
  yield at(planOn, 9 * 60 + random.between(0, 59));
  const steps = stepsOf(itemCode, remedy, random);
  const plan = { steps, responsible: officer.name, plannedOn: dueOn, cause: causeOf(itemCode, random) };
  ask(officer, { type: 'SubmitRemediationPlan', data: { by: officer, ...plan } });
  if (fate === 'planned') return;

  if (fate === 'plan-returned' || fate === 'plan-approved' || fate === 'closed') {
    if (isOver(day(2))) return;
    yield at(day(2), 11 * 60);
    if (fate === 'plan-returned') {
      const reason = 'Chưa nêu ai làm từng bước và ngày xong của từng bước.';
      ask(judge, { type: 'ReturnPlan', data: { by: judge, reason } });
      return;
    }
    ask(judge, { type: 'ApprovePlan', data: { by: judge, note: null } });
    if (fate === 'plan-approved') return;
  }

  const progressOn = day(3);
  if (isOver(progressOn)) return;
  yield at(progressOn, 14 * 60 + random.between(0, 59));
  const percent = random.pick([30, 40, 50, 60]);
  ask(officer, { type: 'ReportProgress', data: { by: officer, percent, note: said.progress(random) } });
  // Money comes in step by step: what can be paid at once, then the rest.
  if (state().order.amountToRecover !== null && random.between(0, 3) > 0)
    pay(Math.floor((outstanding() * percent) / 100_000) * 1_000);
  if (fate === 'in-progress') return;

  if (isGivenUp(fate)) {
    yield at(day(8), 10 * 60);
    ask(officer, { type: 'ReportObstacle', data: { by: officer, note: said.obstacle(random) } });
    const givenUpOn = addWorkingDays(dueOn, 15, calendar);
    yield at(givenUpOn, 9 * 60);
    const reason = 'Quá hạn 15 ngày làm việc sau ba lần đôn đốc, đơn vị không thực hiện.';
    ask(leader, { type: 'DeclareNotImplemented', data: { by: leader, reason, on: givenUpOn } });
    if (fate === 'not-implemented') return;
    yield at(addWorkingDays(givenUpOn, 3, calendar), 9 * 60);
    ask(judge, {
      type: 'ProposeSanction',
      data: { by: judge, kind: 'emulation-downgrade', against: `Tập thể ${state().order.unit.name}`, reason },
    });
    if (fate === 'sanction-proposed') return;
    const decidedOn = addWorkingDays(givenUpOn, 8, calendar);
    yield at(decidedOn, 15 * 60);
    const document = { number: `${random.between(200, 400)}/QĐ-UBND`, signedOn: decidedOn };
    const decision =
      fate === 'sanctioned'
        ? ({ isImposed: true, kind: 'reminder', note: 'Nhắc nhở, phê bình toàn địa bàn.' } as const)
        : { isImposed: false, kind: null, note: 'Nguyên nhân khách quan, yêu cầu đưa vào kế hoạch quý sau.' };
    ask(leader, { type: 'DecideSanction', data: { by: leader, document, ...decision } });
    return;
  }

  const isOnOpinion = fate === 'closed-after-opinion';
  if (fate === 'suspended' || fate === 'closed-after-suspension' || isOnOpinion) {
    if (isOver(day(4))) return;
    yield at(day(4), 8 * 60 + 30);
    const document = { number: `${random.between(60, 90)}/QĐ-UBND`, signedOn: day(4) };
    ask(leader, {
      type: 'SuspendRecommendation',
      data: {
        by: leader,
        on: day(4),
        cause: isOnOpinion ? 'superior-opinion' : 're-inspection',
        document,
        note: isOnOpinion ? 'Chờ hướng dẫn của Sở về văn bản áp dụng.' : 'Kiểm tra lại nội dung tồn tại.',
      },
    });
    if (fate === 'suspended') return;
    yield at(day(10), 8 * 60 + 30);
    const note = isOnOpinion ? 'Đã có hướng dẫn, tiếp tục thực hiện.' : 'Giữ nguyên kết luận, tiếp tục thực hiện.';
    ask(leader, { type: 'ResumeRecommendation', data: { by: leader, on: day(10), calendar, note } });
  }

  const isLess = fate === 'closed-extended-less';
  const isExtended = fate === 'extended' || fate === 'closed-extended' || isLess;
  const isUndecided = fate === 'extension-asked' || fate === 'closed-undecided';
  if (isExtended || isUndecided || fate === 'extension-refused') {
    const askedOn = day(4);
    if (isOver(askedOn)) return;
    yield at(askedOn, 10 * 60);
    const later = addWorkingDays(dueOn, 10, calendar);
    const reason = said.whyLater(random);
    ask(officer, { type: 'RequestExtension', data: { by: officer, on: askedOn, dueOn: later, reason, calendar } });
    const decidedOn = day(5);
    if (fate === 'extension-asked' || isOver(decidedOn)) return;
    if (!isUndecided) yield at(decidedOn, 16 * 60);
    if (fate === 'extension-refused') {
      const note = 'Việc trong tầm của đơn vị, làm đúng hạn đã giao.';
      ask(leader, { type: 'RefuseExtension', data: { by: leader, note } });
      return;
    }
    if (isExtended) {
      const note = isLess ? 'Đồng ý gia hạn năm ngày, không đủ căn cứ cho mười ngày.' : 'Đồng ý, gia hạn một lần.';
      const granted = isLess ? addWorkingDays(dueOn, 5, calendar) : null;
      ask(leader, { type: 'GrantExtension', data: { by: leader, dueOn: granted, note, calendar } });
    }
    if (fate === 'extended') return;
  }

  const inForce = state().deadline.dueOn;
  const lateBy = fate === 'closed-late' ? random.between(3, 9) : 0;
  const proofOn =
    lateBy > 0
      ? addWorkingDays(inForce, lateBy, calendar)
      : fate === 'closed-extended' || isLess
        ? inForce
        : fate === 'closed-after-suspension' || isOnOpinion
          ? day(11)
          : day(fate === 'closed' ? random.between(3, 5) : 4);
  if (isOver(proofOn)) return;
  yield at(proofOn, 15 * 60 + random.between(0, 59));
  const prove = (note: string) => {
    pay(outstanding());
    ask(officer, {
      type: 'ReportRemediationComplete',
      data: {
        by: officer,
        note,
        evidence: [photo(`${itemCode}-minh-chung`, world.time, random)],
        on: legalDayOf(world.time),
      },
    });
  };
  prove(said.proof(random));
  if (fate === 'awaiting-verification') return;

  // The second member found nothing here; where there is none, the appraiser judges.
  let judgedOn = addWorkingDays(proofOn, 2, calendar);
  if (isOver(judgedOn)) return;
  yield at(judgedOn, 9 * 60 + random.between(0, 59));
  const isReturned = fate === 'closed-after-return' || fate === 'returned';
  const isInPart = fate === 'closed-after-part' || fate === 'partly';
  const [firstPoint = '', ...otherPoints] = points;
  if (isReturned) {
    const reasons = [
      { point: firstPoint, reason: said.whyReturned(random) },
      { point: points.at(-1) ?? null, reason: 'Chưa kèm văn bản phân công.' },
    ];
    ask(judge, { type: 'ReturnProof', data: { by: judge, reasons } });
  }
  if (isInPart && otherPoints.length > 0) {
    const unmet = otherPoints.map((point) => ({ point, reason: 'Chưa thấy trong minh chứng.' }));
    ask(judge, { type: 'VerifyPartly', data: { by: judge, metPoints: [firstPoint], unmet } });
  }
  if (fate === 'returned' || fate === 'partly') return;
  if (isReturned || isInPart) {
    const againOn = addWorkingDays(judgedOn, 2, calendar);
    yield at(againOn, 10 * 60 + random.between(0, 59));
    if (isOwing(state().status)) prove('Đã chụp lại và bổ sung văn bản phân công.');
    judgedOn = addWorkingDays(againOn, 1, calendar);
    yield at(judgedOn, 15 * 60);
  }
  const verify = () =>
    ask(judge, {
      type: 'VerifyRemediation',
      data: { by: judge, metPoints: pointsLeft(state()), note: 'Đã đối chiếu ảnh và văn bản.' },
    });
  verify();
  if (fate === 'verified') return;

  if (fate === 'closed-after-relapse') {
    const relapsedOn = addWorkingDays(judgedOn, 20, calendar);
    yield at(relapsedOn, 9 * 60);
    const reason = said.relapse(random);
    ask(judge, { type: 'DenyEffectiveness', data: { by: judge, on: relapsedOn, reason } });
    yield at(addWorkingDays(relapsedOn, 3, calendar), 10 * 60);
    prove('Đã làm lại và giao người theo dõi hằng tuần.');
    judgedOn = addWorkingDays(relapsedOn, 5, calendar);
    yield at(judgedOn, 15 * 60);
    verify();
  }
  let closedOn = addWorkingDays(judgedOn, 1, calendar);
  if (needsEffectiveness(state()) || fate === 'effective' || fate === 'closed-after-relapse') {
    if (isOver(closedOn)) return;
    yield at(closedOn, 9 * 60 + 30);
    const note = 'Kiểm tra lại tại chỗ, biện pháp vẫn được duy trì.';
    ask(judge, { type: 'ConfirmEffectiveness', data: { by: judge, on: closedOn, note } });
    if (fate === 'effective') return;
    closedOn = addWorkingDays(closedOn, 1, calendar);
  }
  if (isOver(closedOn)) return;
  yield at(closedOn, 16 * 60 + random.between(0, 45));
  ask(leader, { type: 'CloseRecommendation', data: { by: leader } });
}

function isGivenUp(fate: Fate): boolean {
  return ['not-implemented', 'sanction-proposed', 'sanctioned', 'sanction-declined'].includes(fate);
}

/** Recommendations of the state audit and of the provincial inspectorate, with money to be paid back. */
export function externalRecommendations(world: World, today: LegalDate): readonly Act[] {
  const lately = addDays(today, -25);
  return [
    external(world, {
      number: 'KTNN-07/2024',
      issuer: 'state-audit',
      issuerName: 'Kiểm toán nhà nước khu vực IX',
      title: 'Báo cáo kiểm toán ngân sách địa phương năm 2023',
      document: { number: '215/BC-KTNN', signedOn: '2024-05-14' },
      enteredOn: '2024-05-20',
      dueOn: '2024-08-30',
      unitId: communeId(31801),
      amount: 38_500_000,
      paid: [
        { on: '2024-06-18', amount: 20_000_000 },
        { on: '2024-08-12', amount: 18_500_000 },
      ],
      isClosed: true,
    }),
    external(world, {
      number: 'TTCP-04',
      issuer: 'government-inspectorate',
      issuerName: 'Thanh tra Chính phủ',
      title: 'Kết luận thanh tra việc quản lý, sử dụng ngân sách địa phương giai đoạn 2019-2022',
      document: { number: '1045/KL-TTCP', signedOn: '2023-11-20' },
      enteredOn: '2023-11-27',
      dueOn: '2024-03-29',
      unitId: communeId(31795),
      amount: 64_000_000,
      paid: [
        { on: '2023-12-22', amount: 15_000_000 },
        { on: '2024-03-15', amount: 20_000_000 },
        { on: '2024-07-10', amount: 29_000_000 },
      ],
      isClosed: true,
    }),
    external(world, {
      number: 'KBNN-11/2025',
      issuer: 'other',
      issuerName: 'Kho bạc Nhà nước Sóc Trăng',
      title: 'Thông báo kết quả kiểm tra chi ngân sách xã quý I năm 2025',
      document: { number: '312/TB-KBST', signedOn: '2025-04-22' },
      enteredOn: '2025-04-25',
      dueOn: '2025-06-30',
      unitId: communeId(31810),
      amount: 7_250_000,
      paid: [{ on: '2025-06-12', amount: 7_250_000 }],
      isClosed: true,
    }),
    external(world, {
      number: 'KL-TTr-18',
      issuer: 'provincial-inspectorate',
      issuerName: 'Thanh tra thành phố Cần Thơ',
      title: 'Kết luận thanh tra việc quản lý, sử dụng các khoản đóng góp tự nguyện',
      document: { number: '18/KL-TTr', signedOn: lately },
      enteredOn: addDays(lately, 2),
      dueOn: addWorkingDays(today, 12, calendar),
      unitId: communeId(31783),
      amount: 12_500_000,
      paid: [{ on: addDays(today, -6), amount: 10_000_000 }],
      isClosed: false,
    }),
  ];
}

interface External {
  readonly number: string;
  readonly issuer: RecommendationCommands['EnterExternalRecommendation']['source']['issuer'];
  readonly issuerName: string;
  readonly title: string;
  readonly document: { readonly number: string; readonly signedOn: LegalDate };
  readonly enteredOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly unitId: Uuid;
  readonly amount: number;
  readonly paid: readonly { readonly on: LegalDate; readonly amount: number }[];
  readonly isClosed: boolean;
}

function* external(world: World, { unitId, amount, paid, ...told }: External): Act {
  const random = world.chance(told.number);
  const { thu, binh, thai } = cast;
  yield at(told.enteredOn, 9 * 60 + 15);
  const id = world.newId(random);
  const ask = (by: Parameters<World['askRecommendation']>[2], command: Message<RecommendationCommands>) =>
    world.askRecommendation(id, unitId, by, command);
  const document = photo(`${told.number}-van-ban`, world.time, random);
  ask(thu, {
    type: 'EnterExternalRecommendation',
    data: {
      by: thu,
      on: told.enteredOn,
      number: told.number,
      kind: 'collect-money',
      text: 'Nộp trả ngân sách số tiền chi sai chế độ và rà soát lại định mức chi.',
      unit: snapshot(world, unitId),
      source: {
        issuer: told.issuer,
        issuerName: told.issuerName,
        title: told.title,
        document: told.document,
        evidence: [{ ...document, kind: 'document', mediaType: 'application/pdf', name: 'van-ban.pdf' }],
      },
      severity: 'major',
      bodies: {
        lead: snapshot(world, financeId),
        coordinating: [snapshot(world, townId)],
        implementing: [snapshot(world, unitId)],
      },
      verificationPoints: ['Giấy nộp tiền vào ngân sách nhà nước'],
      deadline: deadlineGiven({ startOn: told.document.signedOn, dueOn: told.dueOn, calendar }),
      amountToRecover: amount,
    },
  });
  const officer = officerOf(unitId);
  let last = told.enteredOn;
  for (const payment of paid) {
    yield at(payment.on, 15 * 60);
    last = payment.on;
    const receipt = photo(`${told.number}-giay-nop-tien`, world.time, random);
    ask(officer, {
      type: 'RecordRecovery',
      data: {
        by: officer,
        on: payment.on,
        amount: payment.amount,
        recoveredOn: payment.on,
        document: `Giấy nộp tiền ${random.between(100, 999)}`,
        evidence: [{ ...receipt, kind: 'document', mediaType: 'application/pdf', name: 'giay-nop-tien.pdf' }],
      },
    });
  }
  if (!told.isClosed) return;
  yield at(last, 16 * 60);
  ask(officer, {
    type: 'ReportRemediationComplete',
    data: {
      by: officer,
      note: 'Đã nộp đủ số tiền vào ngân sách.',
      evidence: [photo(`${told.number}-minh-chung`, world.time, random)],
      on: last,
    },
  });
  const judgedOn = addWorkingDays(last, 3, calendar);
  yield at(judgedOn, 9 * 60);
  const metPoints = ['Giấy nộp tiền vào ngân sách nhà nước'];
  ask(binh, { type: 'VerifyRemediation', data: { by: binh, metPoints, note: 'Đã đối chiếu với Kho bạc.' } });
  yield at(addWorkingDays(judgedOn, 2, calendar), 16 * 60);
  ask(thai, { type: 'CloseRecommendation', data: { by: thai } });
}

/** The clock of the story: every morning it does what the running system's does. */
export function* chasing(world: World, today: LegalDate): Act {
  for (let on = '2023-05-01'; compareDays(on, today) <= 0; on = addDays(on, 1)) {
    yield at(on, 7 * 60 + 30);
    for (const row of world.owingUntil(ladderHorizon(on, calendar)))
      for (const { command } of ladderDue(row, on, calendar))
        world.askRecommendation(row.id, row.unitId, clockActor, command);
  }
}
