import { addDays } from '../calendar/legal-day.js';
import type { Actor } from '../access/person.js';
import { assertEvidence } from '../evidence/evidence.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type { InspectionFile, InspectionState, InspectionStatus } from './facts.js';
import { communicationOf } from './finding-course.js';
import {
  assertDated,
  assertLongPath,
  assertOfUnit,
  assertStatus,
  fileOf,
  isOnTeam,
  leadOf,
  liveFindings,
  wasOnTeam,
} from './guards.js';
import type { Draft, Hearing } from './long-path-facts.js';
import { became, type InspectionRules, withFile } from './rules.js';
import { stageDueOn } from './stage-deadlines.js';

/**
 * The long path from the team's report to a draft that is ready to be issued: drafted, sent to the unit, answered and
 * assessed point by point, appraised by somebody outside the team, and, where in doubt, laid before the superior.
 */
export const drafting = {
  decide: {
    SubmitReport(state, { by, number, signedOn, summary }) {
      const file = fileOf(state);
      const report = { number, signedOn, summary };
      if (file.report && same({ ...report, submittedBy: file.report.submittedBy }, file.report)) return [];
      assertLongPath(file);
      assertStatus(state, 'minutes-signed', 'minutes-refused');
      leadOf(file, by);
      assertDated(signedOn, file.minutes?.signedOn ?? null);
      const unconfirmed = liveFindings(file).filter((finding) => finding.confirmedBy === null);
      if (unconfirmed.length > 0)
        throw refusal('inspection.findings-unconfirmed', { numbers: unconfirmed.map((finding) => finding.number) });
      return [{ type: 'InspectionReportSubmitted', data: { ...report, submittedBy: by.id } }];
    },
    ReserveDissent(state, { by, opinion, evidence }) {
      const file = fileOf(state);
      assertLongPath(file);
      if (file.dissents.some((known) => known.reservedBy === by.id && known.opinion === opinion)) return [];
      if (!file.report || state.status === 'closed' || state.status === 'cancelled')
        throw refusal('inspection.not-at-this-stage', { status: state.status });
      // A member who was replaced since may have reserved an opinion on what was found before.
      if (!wasOnTeam(file, by)) throw refusal('inspection.not-on-team');
      const about = file.drafts.length === 0 ? 'report' : 'conclusion';
      return [
        {
          type: 'DissentingOpinionReserved',
          data: { about, opinion, evidence: assertEvidence(evidence), reservedBy: by.id },
        },
      ];
    },
    OrderConclusionDrafting(state, { by, orderedOn, dueOn }) {
      const file = fileOf(state);
      const known = file.draftingOrder;
      if (known && known.orderedOn === orderedOn && known.dueOn === dueOn) return [];
      assertLongPath(file);
      assertStatus(state, 'report-submitted');
      assertNotOfTeam(file, by);
      assertDated(orderedOn, file.report?.signedOn ?? null);
      assertDated(dueOn, orderedOn);
      return [{ type: 'ConclusionDraftingOrdered', data: { orderedOn, dueOn, orderedBy: by.id } }];
    },
    DraftConclusion(state, { by, draftedOn, text }) {
      const file = fileOf(state);
      const last = file.drafts.at(-1);
      if (last && last.text === text && last.draftedOn === draftedOn) return [];
      assertLongPath(file);
      assertStatus(state, 'conclusion-drafting', 'conclusion-drafted', 'appraisal-returned', 'conclusion-appraised');
      leadOf(file, by);
      assertDated(draftedOn, last?.draftedOn ?? file.draftingOrder?.orderedOn ?? null);
      return [
        { type: 'ConclusionDrafted', data: { version: file.drafts.length + 1, draftedOn, text, draftedBy: by.id } },
      ];
    },
    SendDraftForResponse(state, { by, sentOn, dueOn }) {
      const file = fileOf(state);
      const open = openHearing(file);
      if (open && open.sentOn === sentOn && open.dueOn === dueOn) return [];
      assertLongPath(file);
      assertStatus(state, 'conclusion-drafted', 'conclusion-appraised');
      if (by.role !== 'leadership') leadOf(file, by);
      const draft = draftOf(file);
      assertDated(sentOn, draft.draftedOn);
      const earliest = stageDueOn(file.order.procedure, 'response', sentOn) ?? addDays(sentOn, 1);
      if (dueOn < earliest) throw refusal('inspection.reply-window-too-short', { dueOn, earliest });
      return [
        { type: 'DraftSentForResponse', data: { version: draft.version, sentOn, dueOn, sentBy: by.id } },
        ...communicationOf(file, sentOn),
      ];
    },
    RespondToDraft(state, { by, on, points, evidence }) {
      const file = fileOf(state);
      assertOfUnit(file, by);
      const last = file.hearings.at(-1);
      const isSaid =
        last?.points.length === points.length && points.every((point, index) => isPoint(last, index, point));
      if (last?.outcome === 'responded' && isSaid) return [];
      const open = assertOpenHearing(state, file);
      if (on > open.dueOn) throw refusal('inspection.reply-window-closed', { dueOn: open.dueOn });
      if (points.length === 0) throw refusal('inspection.response-without-points');
      for (const { findingId } of points)
        if (findingId !== null && !file.findings.some((finding) => finding.findingId === findingId))
          throw refusal('inspection.finding-unknown', { findingId });
      const numbered = points.map((point, index) => ({
        number: `YK-${String(index + 1).padStart(2, '0')}`,
        findingId: point.findingId,
        text: point.text,
      }));
      return [
        {
          type: 'UnitResponseReceived',
          data: { receivedOn: on, points: numbered, evidence: assertEvidence(evidence), respondedBy: by.id },
        },
      ];
    },
    WaiveResponse(state, { by, on }) {
      const file = fileOf(state);
      assertOfUnit(file, by);
      if (!openHearing(file) && file.hearings.at(-1)?.outcome === 'waived') return [];
      assertOpenHearing(state, file);
      return [{ type: 'UnitResponseWaived', data: { waivedOn: on, waivedBy: by.id } }];
    },
    NoteResponseLapsed(state, { on }) {
      const file = fileOf(state);
      if (!openHearing(file) && file.hearings.at(-1)?.outcome === 'lapsed') return [];
      const open = assertOpenHearing(state, file);
      if (on <= open.dueOn) throw refusal('inspection.reply-window-open', { dueOn: open.dueOn });
      return [{ type: 'ResponseDeadlineLapsed', data: { dueOn: open.dueOn, notedOn: on } }];
    },
    AssessResponse(state, { by, points }) {
      const file = fileOf(state);
      const hearing = file.hearings.at(-1);
      if (hearing && hearing.assessment.length > 0 && same(hearing.assessment, points)) return [];
      assertLongPath(file);
      assertStatus(state, 'response-received');
      leadOf(file, by);
      const asked = hearing?.points.map((point) => point.number) ?? [];
      const unknown = points.filter((point) => !asked.includes(point.number)).map((point) => point.number);
      if (unknown.length > 0) throw refusal('inspection.response-point-unknown', { numbers: unknown });
      // Point by point, and every point: one that is passed over was not heard.
      const missed = asked.filter((number) => points.filter((point) => point.number === number).length !== 1);
      if (missed.length > 0) throw refusal('inspection.response-points-unassessed', { numbers: missed });
      return [{ type: 'ResponseAssessed', data: { points, assessedBy: by.id } }];
    },
    AppraiseDraft(state, { by, opinion }) {
      return appraisal(state, by, opinion, 'appraised');
    },
    ReturnDraft(state, { by, opinion }) {
      return appraisal(state, by, opinion, 'returned');
    },
    ReferToSuperior(state, { by, ...referral }) {
      const file = fileOf(state);
      const open = openReferral(file);
      if (open && same({ ...referral, opinion: null }, open)) return [];
      assertLongPath(file);
      assertStatus(state, 'conclusion-drafted', 'conclusion-appraised');
      assertNotOfTeam(file, by);
      if (referral.superior.id === file.order.unit.id || referral.superior.id === file.order.orderedBy.body.id)
        throw refusal('inspection.superior-is-a-party', { body: referral.superior.name });
      assertDated(referral.referredOn, draftOf(file).draftedOn);
      assertDated(referral.dueOn, referral.referredOn);
      return [{ type: 'ConclusionReferredToSuperior', data: referral }];
    },
    RecordSuperiorOpinion(state, { by, ...opinion }) {
      const file = fileOf(state);
      if (same(file.referrals.at(-1)?.opinion ?? null, opinion)) return [];
      assertLongPath(file);
      assertStatus(state, 'referred-to-superior');
      assertNotOfTeam(file, by);
      assertDated(opinion.receivedOn, openReferral(file)?.referredOn ?? null);
      return [{ type: 'SuperiorOpinionReceived', data: opinion }];
    },
  },
  evolve: {
    InspectionReportSubmitted: (state, report) => became(state, 'report-submitted', { report }),
    DissentingOpinionReserved: (state, dissent) =>
      withFile(state, (file) => ({ dissents: [...file.dissents, dissent] })),
    ConclusionDraftingOrdered: (state, draftingOrder) => became(state, 'conclusion-drafting', { draftingOrder }),
    ConclusionDrafted: (state, draft) =>
      withFile(became(state, 'conclusion-drafted'), (file) => ({ drafts: [...file.drafts, draft] })),
    DraftSentForResponse: (state, { version, sentOn, dueOn }) =>
      withFile(became(state, 'awaiting-response'), (file) => ({
        hearings: [
          ...file.hearings,
          {
            version,
            sentOn,
            dueOn,
            outcome: 'open',
            points: [],
            evidence: [],
            respondedBy: null,
            assessment: [],
          },
        ],
      })),
    UnitResponseReceived: (state, { points, evidence, respondedBy }) =>
      became(heard(state, { outcome: 'responded', points, evidence, respondedBy }), 'response-received'),
    UnitResponseWaived: (state, { waivedBy }) =>
      backToDraft(heard(state, { outcome: 'waived', respondedBy: waivedBy })),
    ResponseDeadlineLapsed: (state) => backToDraft(heard(state, { outcome: 'lapsed' })),
    ResponseAssessed: (state, { points }) => backToDraft(heard(state, { assessment: points })),
    DraftConclusionAppraised: (state, appraised) =>
      withFile(became(state, 'conclusion-appraised'), (file) => ({
        appraisals: [...file.appraisals, { ...appraised, outcome: 'appraised' }],
      })),
    AppraisalReturned: (state, returned) =>
      withFile(became(state, 'appraisal-returned'), (file) => ({
        appraisals: [...file.appraisals, { ...returned, outcome: 'returned' }],
      })),
    ConclusionReferredToSuperior: (state, referral) =>
      withFile(became(state, 'referred-to-superior'), (file) => ({
        referrals: [...file.referrals, { ...referral, opinion: null }],
      })),
    SuperiorOpinionReceived: (state, opinion) =>
      backToDraft(
        withFile(state, (file) => ({
          referrals: file.referrals.map((known, index) =>
            index === file.referrals.length - 1 ? { ...known, opinion } : known,
          ),
        })),
      ),
  },
} satisfies InspectionRules<
  | 'SubmitReport'
  | 'ReserveDissent'
  | 'OrderConclusionDrafting'
  | 'DraftConclusion'
  | 'SendDraftForResponse'
  | 'RespondToDraft'
  | 'WaiveResponse'
  | 'NoteResponseLapsed'
  | 'AssessResponse'
  | 'AppraiseDraft'
  | 'ReturnDraft'
  | 'ReferToSuperior'
  | 'RecordSuperiorOpinion',
  | 'InspectionReportSubmitted'
  | 'DissentingOpinionReserved'
  | 'ConclusionDraftingOrdered'
  | 'ConclusionDrafted'
  | 'DraftSentForResponse'
  | 'UnitResponseReceived'
  | 'UnitResponseWaived'
  | 'ResponseDeadlineLapsed'
  | 'ResponseAssessed'
  | 'DraftConclusionAppraised'
  | 'AppraisalReturned'
  | 'ConclusionReferredToSuperior'
  | 'SuperiorOpinionReceived'
>;

/** Who decides over the team's work is not of the team. */
export function assertNotOfTeam(file: InspectionFile, by: Actor): void {
  if (isOnTeam(file, by)) throw refusal('inspection.decided-by-team');
}

/** The window that is open for the unit's answer; null while there is none. */
export function openHearing(file: InspectionFile): Hearing | null {
  return file.hearings.find((hearing) => hearing.outcome === 'open') ?? null;
}

export function openReferral(file: InspectionFile) {
  return file.referrals.find((referral) => referral.opinion === null) ?? null;
}

/** The newest draft. @throws Rejection while there is none. */
export function draftOf(file: InspectionFile): Draft {
  const draft = file.drafts.at(-1);
  if (!draft) throw refusal('inspection.no-draft');
  return draft;
}

/** What stands of the newest draft's appraisal. */
export function isAppraised(file: InspectionFile): boolean {
  const version = file.drafts.at(-1)?.version;
  return file.appraisals.some((appraisal) => appraisal.version === version && appraisal.outcome === 'appraised');
}

/** Domain rule 2 of the separation of duties: the appraiser was never on the team, nor is of the unit, nor signs. */
function appraisal(state: InspectionState, by: Actor, opinion: string, outcome: 'appraised' | 'returned') {
  const file = fileOf(state);
  const version = file.drafts.at(-1)?.version ?? 0;
  if (same(file.appraisals.at(-1) ?? null, { version, outcome, opinion, by: by.id })) return [];
  assertLongPath(file);
  assertStatus(state, 'conclusion-drafted');
  if (wasOnTeam(file, by)) throw refusal('inspection.appraised-by-team');
  if (by.unitId === file.order.unit.id) throw refusal('inspection.judged-by-own-unit');
  const data = { version, opinion, by: by.id };
  return outcome === 'appraised'
    ? ([{ type: 'DraftConclusionAppraised', data }] as const)
    : ([{ type: 'AppraisalReturned', data }] as const);
}

function assertOpenHearing(state: InspectionState, file: InspectionFile): Hearing {
  const open = openHearing(file);
  if (!open) throw refusal('inspection.no-reply-window', { status: state.status });
  return open;
}

function isPoint(hearing: Hearing, index: number, { findingId, text }: { findingId: string | null; text: string }) {
  const known = hearing.points[index];
  return known?.findingId === findingId && known.text === text;
}

function heard(state: InspectionState, change: Partial<Hearing>): InspectionState {
  return withFile(state, (file) => ({
    hearings: file.hearings.map((hearing, index) =>
      index === file.hearings.length - 1 ? { ...hearing, ...change } : hearing,
    ),
  }));
}

/** A draft that comes back is as far as its own appraisal says. */
function backToDraft(state: InspectionState): InspectionState {
  if (state.status === 'absent') return state;
  const status: InspectionStatus = isAppraised(state.file) ? 'conclusion-appraised' : 'conclusion-drafted';
  return became(state, status);
}
