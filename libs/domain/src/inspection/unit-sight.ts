import type { Severity } from '../checklists/checklist.js';
import type { InspectionEvents, InspectionFile, InspectionStatus } from './facts.js';
import type { LongPathFile } from './long-path-facts.js';

/** What is the team's, the appraiser's or the orderer's own, on either path: the unit never reads of it. */
export const neverToldToUnit = [
  'ConflictOfInterestDeclared',
  'InspectionReportSubmitted',
  'DissentingOpinionReserved',
  'ConclusionDraftingOrdered',
  'ConclusionDrafted',
  'DraftConclusionAppraised',
  'AppraisalReturned',
  'ConclusionReferredToSuperior',
  'SuperiorOpinionReceived',
  'RedactionPrepared',
  'CaseReferredToInvestigation',
] as const satisfies readonly (keyof InspectionEvents)[];

/** What the short path's unit follows from the start, and the long path's learns of by the draft. */
export const notToldOnLongPath = [
  'ChecklistItemAnswered',
  'ChecklistItemMarkedNotApplicable',
  'ChecklistAnswerCorrected',
  'EvidenceCaptured',
  'FindingRecorded',
  'FindingConfirmed',
  'FindingCorrectedOnSite',
  'FindingDiscarded',
  'FindingAmended',
  'FindingWithdrawn',
  'FindingSeverityRaised',
  'RecurrenceIdentified',
  'ProposedFindingDismissed',
  'PositiveFindingRecorded',
  'FieldworkEnded',
  'EarlierRecommendationsLoaded',
  'EarlierRecommendationChecked',
  'EarlierProposalDismissed',
  'SampleDrawn',
  'ContributionLedgerImported',
  'BudgetFiguresRecorded',
] as const satisfies readonly (keyof InspectionEvents)[];

export function isToldToUnit(type: string, path: InspectionFile['order']['procedure']['path']): boolean {
  const hidden: readonly string[] = path === 'long' ? [...neverToldToUnit, ...notToldOnLongPath] : neverToldToUnit;
  return !hidden.includes(type);
}

/** Statuses between the minutes and the conclusion that the unit is not told. */
export const statusesUntold: readonly InspectionStatus[] = [
  'report-submitted',
  'conclusion-drafting',
  'conclusion-drafted',
  'appraisal-returned',
  'conclusion-appraised',
  'referred-to-superior',
];

/** Between the minutes and the conclusion the unit knows only whether a draft was sent to it. */
export function statusForUnit(
  status: InspectionStatus,
  known: { readonly minutesKind: 'signed' | 'signed-with-reservation' | 'refused' | null; readonly wasSent: boolean },
): InspectionStatus {
  if (!statusesUntold.includes(status)) return status;
  if (known.wasSent) return 'conclusion-drafted';
  return known.minutesKind === 'refused' ? 'minutes-refused' : 'minutes-signed';
}

/** The file as the inspected unit may read it: on the long path, what has been sent to it and nothing before that. */
export function fileForUnit(
  status: InspectionStatus,
  file: InspectionFile,
): {
  readonly status: InspectionStatus;
  readonly file: InspectionFile;
} {
  const own: Partial<LongPathFile> = {
    conflicts: [],
    report: null,
    draftingOrder: null,
    appraisals: [],
    referrals: [],
    redaction: null,
    investigations: [],
    dissents: [],
    drafts: file.drafts.filter(({ version }) => file.hearings.some((hearing) => hearing.version === version)),
  };
  if (file.order.procedure.path === 'short') return { status, file: { ...file, ...own } };
  const told = file.findings
    .filter((finding) => finding.communicatedOn !== null)
    .map((finding) => ({ ...finding, confirmedBy: null }));
  const isConcluded = file.conclusion !== null;
  return {
    status: statusForUnit(status, { minutesKind: file.minutes?.kind ?? null, wasSent: file.hearings.length > 0 }),
    file: {
      ...file,
      ...own,
      answers: {},
      dismissed: {},
      evidence: {},
      score: null,
      earlier: [],
      samples: [],
      ledger: null,
      budgetFigures: null,
      strengths: isConcluded ? file.strengths : [],
      findings: told,
    },
  };
}

/** What a list may show the unit of one inspection. */
export interface ListedForUnit {
  readonly path: InspectionFile['order']['procedure']['path'];
  readonly status: InspectionStatus;
  readonly minutesKind: 'signed' | 'signed-with-reservation' | 'refused' | null;
  readonly isDraftSent: boolean;
  readonly marks: Readonly<Record<string, 'pass' | 'fail' | 'not-applicable'>>;
  readonly findings: Readonly<Record<string, Severity>>;
  readonly told: Readonly<Record<string, true>>;
}

export function rowForUnit<Row extends ListedForUnit>(row: Row): Row {
  if (row.path === 'short') return row;
  const findings = Object.fromEntries(Object.entries(row.findings).filter(([findingId]) => row.told[findingId]));
  return { ...row, marks: {}, findings, status: statusForUnit(row.status, { ...row, wasSent: row.isDraftSent }) };
}
