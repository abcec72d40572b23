import {
  type CommandName,
  decide,
  type Instant,
  type Known,
  legalDayOf,
  type Message,
  nextWorkingDay,
  pointsLeft,
  type RecommendationBoardRow,
  type RecommendationCommands,
  Rejection,
  type RefusalCode,
  recommendation,
  refusals,
  type Uuid,
  vietnamCalendar,
} from '@soat/domain';
import type { Person } from '../session/session.js';

/** A row of the board with what depends on the day it was read. */
export interface BoardRow extends RecommendationBoardRow {
  readonly isOverdue: boolean;
  /** Until the due date; negative once it has passed. */
  readonly workingDaysLeft: number;
}

/** One recommendation with all its rounds: the state as the rules know it, and what is beside it. */
export type RecommendationFile = Known & {
  readonly id: Uuid;
  readonly length: number;
  readonly issuedAt: Instant;
  readonly isOverdue: boolean;
  readonly workingDaysLeft: number;
  readonly amountRecovered: number;
  /** By person id. */
  readonly names: Readonly<Record<string, string>>;
  /** By role; what the case allows is told by `whyNot`. */
  readonly mayAsk: readonly CommandName[];
};

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
    decide(recommendation, file, { type, data: { ...command.data, by } } as Message<RecommendationCommands>);
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
  readonly approvePlan: Judgement;
  readonly recover: Judgement;
  readonly confirmEffect: Judgement;
  readonly proposeSanction: Judgement;
  readonly decideSanction: Judgement;
  readonly extension: Judgement;
  readonly grant: Judgement;
  readonly suspend: Judgement;
  readonly reassign: Judgement;
  readonly resume: Judgement;
}

export function offersOf(file: RecommendationFile, person: Person): Offers {
  const words = '…';
  const { finalDocument } = file.order.source;
  // The browser's day: the server judges again by its own.
  const today = legalDayOf(new Date().toISOString());
  const laterDay = nextWorkingDay(file.deadline.dueOn, vietnamCalendar);
  const document = { number: words, signedOn: today };
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
      data: { metPoints: pointsLeft(file), note: null },
    }),
    giveBack: judge(file, person, { type: 'ReturnProof', data: { reasons: [{ point: null, reason: words }] } }),
    close: judge(file, person, { type: 'CloseRecommendation', data: {} }),
    drop: judge(file, person, { type: 'DeclareNotImplemented', data: { reason: words, on: today } }),
    approvePlan: judge(file, person, { type: 'ApprovePlan', data: { note: null } }),
    recover: judge(file, person, {
      type: 'RecordRecovery',
      data: { amount: 1, recoveredOn: today, document: words, evidence: [], on: today },
    }),
    confirmEffect: judge(file, person, { type: 'ConfirmEffectiveness', data: { note: words, on: today } }),
    proposeSanction: judge(file, person, {
      type: 'ProposeSanction',
      data: { kind: 'reminder', against: words, reason: words },
    }),
    decideSanction: judge(file, person, {
      type: 'DecideSanction',
      data: { isImposed: false, kind: null, document, note: words },
    }),
    extension: judge(file, person, {
      type: 'RequestExtension',
      data: { dueOn: laterDay, reason: words, on: today, calendar: vietnamCalendar },
    }),
    grant: judge(file, person, {
      type: 'GrantExtension',
      data: { dueOn: null, note: words, calendar: vietnamCalendar },
    }),
    reassign: judge(file, person, {
      type: 'ReassignRecommendation',
      data: { bodies: { ...file.bodies, coordinating: [], lead: file.order.unit }, reason: words, document },
    }),
    suspend: judge(file, person, {
      type: 'SuspendRecommendation',
      data: { cause: 're-inspection', document, note: words, on: today },
    }),
    resume: judge(file, person, {
      type: 'ResumeRecommendation',
      data: { note: words, on: today, calendar: vietnamCalendar },
    }),
  };
}

function isKnown(code: string): code is RefusalCode {
  return code in refusals;
}
