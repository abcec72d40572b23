import {
  type CommandName,
  decide,
  type Instant,
  type Issued,
  type Message,
  type RecommendationBoardRow,
  type RecommendationCommands,
  type RecommendationEvents,
  type RecommendationState,
  type RecommendationStatus,
  Rejection,
  type RefusalCode,
  recommendation,
  refusals,
  type Uuid,
} from '@soat/domain';
import type { Person } from '../session/session.js';

/** A row of the board with what depends on the day it was read. */
export interface BoardRow extends RecommendationBoardRow {
  readonly isOverdue: boolean;
  /** Until the due date; negative once it has passed. */
  readonly workingDaysLeft: number;
}

/** One recommendation with all its rounds. */
export interface RecommendationFile extends Issued {
  readonly id: Uuid;
  readonly length: number;
  readonly status: RecommendationStatus;
  readonly issuedAt: Instant;
  readonly isOverdue: boolean;
  readonly workingDaysLeft: number;
  readonly verified: RecommendationEvents['RemediationVerified'] | null;
  readonly notImplementedFor: string | null;
  /** By person id. */
  readonly names: Readonly<Record<string, string>>;
  /** By role; what the case allows is told by `whyNot`. */
  readonly mayAsk: readonly CommandName[];
}

export type Judgement = 'may' | 'not-your-role' | RefusalCode;

/**
 * Whether a person may do something to this recommendation, asked of the domain's own rules, so that no screen offers what
 * the server would refuse. `command` stands for its kind: its texts do not matter.
 */
export function judge(file: RecommendationFile, person: Person, command: Kind): Judgement {
  const { type } = command;
  if (!file.mayAsk.includes(type)) return 'not-your-role';
  const by = { id: person.id, name: person.name, role: person.role, unitId: person.unitId };
  try {
    decide(recommendation, stateOf(file), { type, data: { ...command.data, by } } as Message<RecommendationCommands>);
    return 'may';
  } catch (thrown) {
    if (thrown instanceof Rejection && isKnown(thrown.code)) return thrown.code;
    throw thrown;
  }
}

type Kind = {
  [T in keyof RecommendationCommands]: { readonly type: T; readonly data: Omit<RecommendationCommands[T], 'by'> };
}[keyof RecommendationCommands];

/** What a person may do now, of the things a screen can offer. */
export interface Offers {
  readonly plan: Judgement;
  readonly progress: Judgement;
  readonly obstacle: Judgement;
  readonly proof: Judgement;
  readonly verify: Judgement;
  readonly giveBack: Judgement;
  readonly close: Judgement;
  readonly drop: Judgement;
}

export function offersOf(file: RecommendationFile, person: Person): Offers {
  const words = '…';
  const { finalDocument } = file.order.source;
  const plannedOn = finalDocument.signedOn;
  const evidence = {
    sha256: '0'.repeat(64),
    size: 1,
    mediaType: '',
    name: words,
    kind: 'document',
    capturedAt: null,
  } as const;
  return {
    plan: judge(file, person, {
      type: 'SubmitRemediationPlan',
      data: { steps: words, responsible: words, plannedOn, cause: null },
    }),
    progress: judge(file, person, { type: 'ReportProgress', data: { percent: 0, note: words } }),
    obstacle: judge(file, person, { type: 'ReportObstacle', data: { note: words } }),
    proof: judge(file, person, {
      type: 'ReportRemediationComplete',
      data: { note: words, evidence: [evidence], on: plannedOn },
    }),
    verify: judge(file, person, {
      type: 'VerifyRemediation',
      data: { metPoints: file.order.verificationPoints, note: null },
    }),
    giveBack: judge(file, person, { type: 'ReturnProof', data: { reasons: [{ point: null, reason: words }] } }),
    close: judge(file, person, { type: 'CloseRecommendation', data: {} }),
    drop: judge(file, person, { type: 'DeclareNotImplemented', data: { reason: words } }),
  };
}

function stateOf(file: RecommendationFile): RecommendationState {
  const { status, order, plan, progress, obstacle, proofs, returns, fixers, verified } = file;
  const issued: Issued = { order, plan, progress, obstacle, proofs, returns, fixers };
  const proof = proofs.at(-1);
  switch (status) {
    case 'awaiting-verification':
      if (!proof) throw new Error('a recommendation awaits verification without a proof');
      return { ...issued, status, proof };
    case 'verified':
      return { ...issued, status, verifiedBy: verified?.by ?? '' };
    default:
      return { ...issued, status };
  }
}

function isKnown(code: string): code is RefusalCode {
  return code in refusals;
}
