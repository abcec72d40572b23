import {
  type Actor,
  type AnsweredFinding,
  deadlineFor,
  deadlineRuleFor,
  type Finding,
  finalDocumentOf,
  type LegalDate,
  legalDayOf,
  type RecommendationKind,
  recommendationNumber,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import { fileOf, snapshot } from './acts.js';
import type { Case } from './case.js';
import { homeAffairsId, townId } from './cast.js';
import { course } from './remedy-course.js';
import type { Act } from './story-time.js';
import type { World } from './world.js';

/** What some items ask for is neither money nor paper. */
const kinds: readonly (readonly [codes: RegExp, kind: RecommendationKind])[] = [
  [/^(OSC-(08|09|16)|VCA-05)$/, 'discipline'],
  [/^(OSC-13|VCA-0[24]|VCA-11)$/, 'change-rule'],
  [/^(OSC-(07|21|24|25)|VCA-(16|23)|CBD-(23|24))$/, 'other'],
];

/** A recommendation for one finding, issued from the final document, and all that becomes of it. */
export function* remedy(
  world: World,
  told: Case,
  inspectionId: Uuid,
  by: Actor,
  finding: Finding,
  today: LegalDate,
): Act {
  const random = world.chance(`${told.number} ${told.unitId} ${finding.number}`);
  const file = fileOf(world, inspectionId);
  const { order } = file;
  const finalDocument = finalDocumentOf(file);
  const item = order.checklist.items.find(({ code }) => code === finding.itemCode);
  if (!item || !finalDocument) throw new Error(`${finding.number} of ${order.number} has no item or no document`);
  const startOn = legalDayOf(world.time);
  const { severity } = finding;
  const rule = deadlineRuleFor({ regime: order.regime, purpose: 'remedy-recommendation', severity, startOn });
  const isOnMoney = item.answer.kind === 'money' || item.answer.kind === 'reconciliation';
  const id = world.newId(random);
  world.askRecommendation(id, order.unit.id, by, {
    type: 'IssueRecommendation',
    data: {
      by,
      number: recommendationNumber({
        inspectionNumber: order.number,
        orderedOn: order.signedOn,
        findingNumber: finding.number,
        earlier: 0,
      }),
      kind: isOnMoney ? 'collect-money' : (kinds.find(([codes]) => codes.test(item.code))?.[1] ?? 'correct-document'),
      text: item.remedy.vi,
      unit: order.unit,
      source: {
        inspectionId,
        inspectionNumber: order.number,
        teamIds: file.team.map(({ personId }) => personId),
        finalDocument,
      },
      findings: [answered(finding)],
      bodies: {
        lead: snapshot(world, order.orderedBy.body.id === order.unit.id ? homeAffairsId : order.orderedBy.body.id),
        coordinating: [snapshot(world, townId)],
        implementing: [order.unit],
      },
      verificationPoints: item.verificationPoints.map((point) => point.vi),
      deadline: deadlineFor({ rule, startOn, calendar: vietnamCalendar }),
      amountToRecover: isOnMoney ? random.between(2, 90) * 250_000 : null,
    },
  });
  const fate = told.fails[item.code] ?? 'closed';
  yield* course(world, { id, unitId: order.unit.id, itemCode: item.code, remedy: item.remedy.vi, fate, today }, random);
}

function answered(finding: Finding): AnsweredFinding {
  const { findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy } = finding;
  return { findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy };
}
