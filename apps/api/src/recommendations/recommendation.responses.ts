import type { RecommendationBoardRow } from '@soat/domain';
import { type AsOf, AsOfBody } from '../platform/http/as-of.js';
import { Shown } from '../platform/http/response.js';

export class RecommendationRowBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: [String] })
  readonly actingUnitIds: string[];

  @Shown({ type: [String], description: 'The acting ones, and the unit it is about.' })
  readonly seeingUnitIds: string[];

  @Shown({ type: String, format: 'uuid' })
  readonly leadBodyId: string;

  @Shown({ type: String })
  readonly leadBodyName: string;

  @Shown({ type: [String] })
  readonly coordinatingBodyIds: string[];

  @Shown({ type: String })
  readonly searchKey: string;

  @Shown({ type: String, format: 'uuid', nullable: true, description: 'Null for one of an external body.' })
  readonly inspectionId: string | null;

  @Shown({ type: String, nullable: true })
  readonly inspectionNumber: string | null;

  @Shown({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'Whose it is, and by which document.',
  })
  readonly external: RecommendationBoardRow['external'];

  @Shown({ type: [String] })
  readonly teamIds: string[];

  @Shown({ type: String })
  readonly number: string;

  @Shown({ type: String })
  readonly kind: RecommendationBoardRow['kind'];

  @Shown({ type: String })
  readonly text: string;

  @Shown({ type: String })
  readonly severity: RecommendationBoardRow['severity'];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly findings: RecommendationBoardRow['findings'];

  @Shown({ type: String })
  readonly status: RecommendationBoardRow['status'];

  @Shown({ type: String })
  readonly issuedAt: string;

  @Shown({ type: String })
  readonly originalDueOn: string;

  @Shown({ type: String })
  readonly dueOn: string;

  @Shown({ type: 'integer', description: 'Of the calendar the due date was counted by.' })
  readonly calendarEdition: number;

  @Shown({ type: 'integer', nullable: true })
  readonly percent: number | null;

  @Shown({ type: String, nullable: true, description: 'pending, approved or returned; null before there is a plan.' })
  readonly planReview: RecommendationBoardRow['planReview'];

  @Shown({ type: Boolean })
  readonly hasObstacle: boolean;

  @Shown({ type: 'integer', nullable: true, description: 'In đồng; null where no money is to be paid back.' })
  readonly amountToRecover: number | null;

  @Shown({ type: 'integer' })
  readonly amountRecovered: number;

  @Shown({ type: 'integer' })
  readonly rounds: number;

  @Shown({ type: 'integer' })
  readonly returns: number;

  @Shown({ type: String, nullable: true })
  readonly submittedOn: string | null;

  @Shown({ type: Boolean, nullable: true })
  readonly isOnTime: boolean | null;

  @Shown({ type: Boolean, nullable: true })
  readonly isOnTimeOriginally: boolean | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true, description: 'The request that waits.' })
  readonly extensionAsked: RecommendationBoardRow['extensionAsked'];

  @Shown({ type: 'integer' })
  readonly extensionsGranted: number;

  @Shown({ type: 'object', additionalProperties: true, nullable: true, description: 'While its clock stands still.' })
  readonly suspended: RecommendationBoardRow['suspended'];

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly sanction: RecommendationBoardRow['sanction'];

  @Shown({ type: String, description: 'Steps of the ladder up to this day are passed over.' })
  readonly ladderSince: string;

  @Shown({ type: 'object', additionalProperties: true, nullable: true, description: 'The last step of the ladder.' })
  readonly ladderStep: RecommendationBoardRow['ladderStep'];

  @Shown({ type: String, nullable: true, description: 'The last due date it was recorded overdue for.' })
  readonly overdueFor: string | null;

  @Shown({ type: 'integer' })
  readonly reminders: number;

  @Shown({ type: String, nullable: true, description: 'lead or superior.' })
  readonly escalatedTo: RecommendationBoardRow['escalatedTo'];

  @Shown({ type: String, nullable: true })
  readonly settledAt: string | null;

  @Shown({ type: Boolean })
  readonly isSimulated: boolean;

  @Shown({ type: 'integer' })
  readonly length: number;

  @Shown({ type: Boolean, description: 'Open, the due date in force has passed, no proof awaits verification.' })
  readonly isOverdue: boolean;

  @Shown({ type: 'integer', description: 'Until the due date; negative once it has passed.' })
  readonly workingDaysLeft: number;
}

/** The parts are the domain's own shapes; the document names the outermost ones. */
export class RecommendationFileBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: 'integer' })
  readonly length: number;

  @Shown({ type: 'integer' })
  readonly position: number;

  @Shown({ type: String })
  readonly status: string;

  @Shown({
    type: 'object',
    additionalProperties: true,
    description: 'As it was issued: findings, bodies, points, deadline.',
  })
  readonly order: object;

  @Shown({ type: 'object', additionalProperties: true, description: 'Who answers for it now.' })
  readonly bodies: object;

  @Shown({ type: Boolean })
  readonly isReassigned: boolean;

  @Shown({ type: 'object', additionalProperties: true, description: 'In force, with the original date in it.' })
  readonly deadline: object;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly plan: object | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly planReview: object | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly progress: object | null;

  @Shown({ type: String, nullable: true })
  readonly obstacle: string | null;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly recoveries: readonly object[];

  @Shown({ type: 'integer', description: 'In đồng, so far.' })
  readonly amountRecovered: number;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly proofs: readonly object[];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly returns: readonly object[];

  @Shown({ type: [String], description: 'Verified for good by an earlier proof.' })
  readonly metPoints: readonly string[];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly missing: readonly object[];

  @Shown({ type: 'object', additionalProperties: true, nullable: true, description: 'The one that counts.' })
  readonly verification: object | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly effectiveness: object | null;

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Every request, and what was said to it.',
  })
  readonly extensions: readonly object[];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly suspensions: readonly object[];

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'The ladder log: overdue, reminders, escalations, oldest first.',
  })
  readonly ladder: readonly object[];

  @Shown({ type: String, nullable: true })
  readonly notImplementedFor: string | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly sanction: object | null;

  @Shown({ type: [String], description: 'Everyone who planned, reported or proved.' })
  readonly fixers: readonly string[];

  @Shown({ type: Object, required: false, description: 'While it awaits verification.' })
  readonly proof?: object;

  @Shown({ type: String, required: false, description: 'While suspended: where it goes on.' })
  readonly held?: string;

  @Shown({ type: String, required: false, description: 'Once verified.' })
  readonly verifiedBy?: string;

  @Shown({ type: String })
  readonly issuedAt: string;

  @Shown({ type: Boolean })
  readonly isOverdue: boolean;

  @Shown({ type: 'integer' })
  readonly workingDaysLeft: number;

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly names: object;

  @Shown({ type: [String], description: 'By role; none of the past.' })
  readonly mayAsk: readonly string[];

  @Shown({ type: AsOfBody, required: false, description: 'Where a past moment was asked.' })
  readonly asOf?: AsOf;
}
