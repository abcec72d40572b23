import { createHash } from 'node:crypto';
import {
  type Actor,
  type AnswerProposal,
  budgetProposals,
  earlierUndecided,
  type Finding,
  type InspectionFile,
  type LegalDate,
  ledgerProposals,
  legalDayOf,
  liveFindings,
  proposedFindings,
  type Uuid,
} from '@soat/domain';
import { fileOf } from './acts.js';
import { answerTo, evidenceFor, photo } from './answers.js';
import { type Case, teamOf } from './case.js';
import { budgetLinesOf, budgetPeriodOf, ledgerFile, ledgerOf } from './papers.js';
import type { SeededRandom } from './random.js';
import { at } from './story-time.js';
import { causeOf, conditionOf, effectOf, said } from './words.js';
import type { World } from './world.js';

/** What may happen to a team on site beside the checklist. */
export interface SiteTurns {
  /** Fieldwork stands still for an hour, for this. */
  readonly suspendedFor?: string;
  /** The last share that passed was counted wrong and is corrected. */
  readonly isMiscounted?: boolean;
  /** A photo is taken of an item before it is answered. */
  readonly isPhotographed?: boolean;
  /** A finding outside the checklist, discarded the same day. */
  readonly discardedFor?: string;
}

interface Visit extends SiteTurns {
  readonly on: LegalDate;
  readonly minute: number;
  /** Only so many items are answered, and the team is still there. */
  readonly answeredMax?: number;
}

/** From the start on site until everything is answered and decided; says at which minute of the day that was. */
export function* onSite(
  world: World,
  id: Uuid,
  told: Case,
  visit: Visit,
  random: SeededRandom,
): Generator<string, number, void> {
  const { lead, recorder } = teamOf(told);
  const { subject } = told;
  const { on } = visit;
  let { minute } = visit;
  yield at(on, minute);
  world.askInspection(id, lead, {
    type: 'StartInspection',
    data: {
      by: lead,
      on,
      place: subject.place,
      earlier: world.earlierAt(told.unitId),
      findingId: world.newId(random),
    },
  });
  for (const before of fileOf(world, id).earlier) {
    minute += 1;
    yield at(on, minute);
    checkEarlier(world, id, recorder, before, random);
  }
  decideEarlier(world, id, recorder, subject.place, visit.answeredMax !== undefined, random);
  minute += 5;
  yield at(on, minute);
  papers(world, told, id, recorder, on, random);
  const proposals = proposalsIn(fileOf(world, id));
  const notApplicable = subject.notApplicable(on);
  const items = subject.checklist.items.filter((item) => !fileOf(world, id).answers[item.code]);
  let miscounted: string | null = null;
  for (const [index, item] of items.slice(0, visit.answeredMax ?? items.length).entries()) {
    minute += random.between(2, 6);
    yield at(on, minute);
    if (visit.suspendedFor && index === 6) {
      world.askInspection(id, lead, { type: 'SuspendFieldwork', data: { by: lead, reason: visit.suspendedFor } });
      minute += 60;
      yield at(on, minute);
      world.askInspection(id, lead, { type: 'ResumeFieldwork', data: { by: lead } });
    }
    const fate = told.fails[item.code];
    const reason = notApplicable[item.code];
    const outcome = fate ? 'fail' : 'pass';
    const proposal = proposals.find((each) => each.itemCode === item.code && each.outcome === outcome);
    const value = proposal?.value ?? answerTo(item, outcome, on, random);
    if (reason !== undefined || value === null) {
      const data = { by: recorder, itemCode: item.code, reason: reason ?? 'Chưa có số liệu.' };
      world.askInspection(id, recorder, { type: 'MarkItemNotApplicable', data });
      continue;
    }
    if (visit.isPhotographed && index === 2) {
      const evidence = [photo(`toan-canh-${on}`, world.time, random)];
      world.askInspection(id, recorder, {
        type: 'CaptureEvidence',
        data: { by: recorder, itemCode: item.code, evidence },
      });
    }
    const isProven = fate !== undefined || item.evidence.requiredWhen === 'always';
    const evidence = isProven ? [evidenceFor(item, `${item.code}-${on}`, world.time, random)] : [];
    const condition = proposal?.condition ?? conditionOf(item, random);
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
          ? {
              condition,
              cause: causeOf(item.code, random),
              effect: random.between(0, 2) === 0 ? null : effectOf(item.code, random),
              amountAtRisk: proposal?.amountAtRisk ?? null,
              place: subject.place,
            }
          : null,
        findingId: world.newId(random),
      },
    });
    if (!fate && value.kind === 'ratio' && value.numerator < value.denominator) miscounted = item.code;
    if (fate === 'corrected-on-site' || fate === 'dismissed') {
      minute += 1;
      yield at(on, minute);
      settleAtOnce(world, id, recorder, item.code, fate, random);
    }
  }
  if (visit.answeredMax !== undefined) return minute;
  minute += 6;
  yield at(on, minute);
  if (visit.isMiscounted && miscounted !== null) correct(world, id, recorder, miscounted, random);
  if (visit.discardedFor) discardedFinding(world, id, recorder, subject.place, visit.discardedFor, random);
  const found = world.recurrencesIn(id);
  if (found.length > 0 && lead.role === 'team-lead')
    world.askInspection(id, lead, { type: 'IdentifyRecurrences', data: { by: lead, found } });
  return minute;
}

/** Where the check goes on, one that was not carried out is found again; the others are left to their own recommendation. */
function decideEarlier(
  world: World,
  id: Uuid,
  by: Actor,
  place: string,
  isUnderWay: boolean,
  random: SeededRandom,
): void {
  const lacking = earlierUndecided(fileOf(world, id));
  const again = isUnderWay ? lacking[0] : undefined;
  if (again)
    world.askInspection(id, by, {
      type: 'RecordFinding',
      data: {
        by,
        findingId: world.newId(random),
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
  const reason = 'Kiến nghị cũ vẫn còn hiệu lực, tiếp tục đôn đốc theo kiến nghị đó.';
  for (const { recommendationId } of lacking.filter((before) => before !== again))
    world.askInspection(id, by, { type: 'DismissEarlierProposal', data: { by, recommendationId, reason } });
}

/** What is overdue is found undone or half done; what was put right holds, with few exceptions. */
function checkEarlier(
  world: World,
  id: Uuid,
  by: Actor,
  before: InspectionFile['earlier'][number],
  random: SeededRandom,
): void {
  const isHalf = random.between(0, 7) === 0;
  const outcome =
    before.status === 'implemented'
      ? isHalf
        ? 'partly'
        : 'carried-out'
      : !before.isDue
        ? 'not-due'
        : isHalf && before.status === 'open'
          ? 'partly'
          : 'not-carried-out';
  const isFailing = outcome === 'partly' || outcome === 'not-carried-out';
  world.askInspection(id, by, {
    type: 'CheckEarlierRecommendation',
    data: {
      by,
      recommendationId: before.recommendationId,
      outcome,
      note: outcome === 'partly' ? 'Một phần không còn duy trì như khi xác minh.' : null,
      evidence: isFailing ? [photo(`xem-lai-${before.number}`, world.time, random)] : [],
    },
  });
}

/** The ledger, the figures and the sample that a check of this kind begins with. */
function papers(world: World, told: Case, id: Uuid, by: Actor, on: LegalDate, random: SeededRandom): void {
  const { kind } = told.subject.checklist;
  if (kind === 'contributions-audit') {
    const rows = ledgerOf(told.fails, on, random);
    const ledger = { ledgerId: world.newId(random), file: ledgerFile(on, world.time, random), rows, asOf: on };
    world.askInspection(id, by, { type: 'ImportContributionLedger', data: { by, ...ledger, bankTotal: null } });
    // Lines rather than names: who was asked is nobody's business outside the ledger.
    const members = rows.map(({ line }) => `Dòng ${line}`);
    const sha256 = createHash('sha256')
      .update(members.map((member) => `${member}\n`).join(''))
      .digest('hex');
    const sample = {
      sampleId: world.newId(random),
      itemCode: 'VCA-22',
      name: 'Sổ đóng góp, các hộ',
      members,
      sha256,
      size: 10,
    };
    const seed = Array.from({ length: 4 }, () => random.hex()).join('');
    world.askInspection(id, by, { type: 'DrawSample', data: { by, ...sample, seed } });
  }
  if (kind === 'budget-disclosure-check') {
    const lines = budgetLinesOf(told.fails, random);
    world.askInspection(id, by, { type: 'RecordBudgetFigures', data: { by, period: budgetPeriodOf(on), lines } });
  }
}

function proposalsIn({ ledger, budgetFigures, order }: InspectionFile): readonly AnswerProposal[] {
  const { items } = order.checklist;
  return [
    ...(ledger ? ledgerProposals(ledger.analysis, items) : []),
    ...(budgetFigures ? budgetProposals(budgetFigures.lines, items) : []),
  ];
}

function settleAtOnce(
  world: World,
  id: Uuid,
  by: Actor,
  itemCode: string,
  fate: 'corrected-on-site' | 'dismissed',
  random: SeededRandom,
): void {
  const file = fileOf(world, id);
  if (fate === 'corrected-on-site') {
    const { findingId } = findingOn(file, itemCode);
    const after = [photo(`${itemCode}-da-khac-phuc`, world.time, random)];
    const note = said.onSite(random);
    world.askInspection(id, by, { type: 'CorrectFindingOnSite', data: { by, findingId, note, before: [], after } });
  } else if (proposedFindings(file).includes(itemCode)) {
    const reason = 'Bảng vừa được tháo xuống để in lại sáng cùng ngày, đoàn đã xem bản in mới.';
    world.askInspection(id, by, { type: 'DismissProposedFinding', data: { by, itemCode, reason } });
  }
}

/** Two more of what was counted, which changes no verdict. */
function correct(world: World, id: Uuid, by: Actor, itemCode: string, random: SeededRandom): void {
  const known = fileOf(world, id).answers[itemCode];
  if (known?.status !== 'answered' || known.value.kind !== 'ratio') return;
  const { numerator, denominator } = known.value;
  const item = fileOf(world, id).order.checklist.items.find(({ code }) => code === itemCode);
  const isHighGood = item?.answer.kind === 'ratio' && 'atLeast' in item.answer.passWhen;
  const value = {
    kind: 'ratio',
    numerator: isHighGood ? Math.min(denominator, numerator + 1) : Math.max(0, numerator - 1),
    denominator,
  } as const;
  world.askInspection(id, by, {
    type: 'CorrectAnswer',
    data: {
      by,
      itemCode,
      value,
      note: null,
      evidence: [],
      reason: 'Đếm lại theo sổ tiếp nhận, lần đầu sót một hồ sơ.',
      findingId: world.newId(random),
    },
  });
}

function discardedFinding(
  world: World,
  id: Uuid,
  by: Actor,
  place: string,
  reason: string,
  random: SeededRandom,
): void {
  const findingId = world.newId(random);
  world.askInspection(id, by, {
    type: 'RecordFinding',
    data: {
      by,
      findingId,
      itemCode: null,
      earlierRecommendationId: null,
      severity: 'minor',
      criteria: 'Trụ sở treo Quốc kỳ, biển tên đúng quy cách.',
      condition: 'Biển tên tại cổng phụ bị mờ, khó đọc.',
      cause: null,
      effect: null,
      amountAtRisk: null,
      place,
      evidence: [photo(`bien-ten-${legalDayOf(world.time)}`, world.time, random)],
    },
  });
  world.askInspection(id, by, { type: 'DiscardFinding', data: { by, findingId, reason } });
}

export function findingOn(file: InspectionFile, itemCode: string): Finding {
  const finding = liveFindings(file).find((candidate) => candidate.itemCode === itemCode);
  if (!finding) throw new Error(`no finding on ${itemCode}`);
  return finding;
}
