import type { RecommendationBoardRow } from '@soat/domain';
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

  @Shown({ type: String })
  readonly leadBodyName: string;

  @Shown({ type: String, format: 'uuid' })
  readonly inspectionId: string;

  @Shown({ type: String })
  readonly inspectionNumber: string;

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

  @Shown({ type: 'integer', nullable: true })
  readonly percent: number | null;

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

  @Shown({ type: String, nullable: true })
  readonly settledAt: string | null;

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

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly plan: object | null;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly progress: object | null;

  @Shown({ type: String, nullable: true })
  readonly obstacle: string | null;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly proofs: readonly object[];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly returns: readonly object[];

  @Shown({ type: [String], description: 'Everyone who planned, reported or proved.' })
  readonly fixers: readonly string[];

  @Shown({ type: String })
  readonly issuedAt: string;

  @Shown({ type: Boolean })
  readonly isOverdue: boolean;

  @Shown({ type: 'integer' })
  readonly workingDaysLeft: number;

  @Shown({ type: 'object', additionalProperties: true, nullable: true })
  readonly verified: object | null;

  @Shown({ type: String, nullable: true })
  readonly notImplementedFor: string | null;

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly names: object;

  @Shown({ type: [String] })
  readonly mayAsk: readonly string[];
}
