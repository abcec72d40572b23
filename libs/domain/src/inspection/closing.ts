import type { Message } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { searchKey } from '../reporting/search-key.js';
import type { InspectionCommands, InspectionEvents, InspectionFile, InspectionState, Minutes } from './facts.js';
import { stagesMissing } from './concluding.js';
import { fileOf, finalDocumentOf, findingsToRemedy, leadOf } from './guards.js';
import { became, type InspectionRules, withFile } from './rules.js';

/**
 * The end of fieldwork, and the end of the case. The minutes, signed or refused, are the final document of the short path
 * (plan of Cần Thơ 2023, III.2a: every check ends in a conclusion, a notice or minutes).
 */
export const closing = {
  decide: {
    SignMinutes(state, command) {
      const { reservation } = command;
      const { file, minutes } = minutesOf(state, command);
      const signed: Message<InspectionEvents> =
        reservation === null
          ? { type: 'MinutesSigned', data: { kind: 'signed', ...minutes, reservation } }
          : {
              type: 'MinutesSignedWithReservation',
              data: { kind: 'signed-with-reservation', ...minutes, reservation },
            };
      if (same(file.minutes, signed.data)) return [];
      assertMayEnd(state, file, command);
      return [signed];
    },
    RecordMinutesRefusal(state, command) {
      const { reason, witness } = command;
      const { file, minutes } = minutesOf(state, command);
      const refused = { kind: 'refused', ...minutes, reason, witness } as const;
      if (same(file.minutes, refused)) return [];
      assertMayEnd(state, file, command);
      const parties = [minutes.unitRepresentative.name, ...file.order.team.map((member) => member.name)];
      if (parties.some((party) => isSamePerson(party, witness.name)))
        throw refusal('inspection.witness-is-a-party', { witness: witness.name });
      return [{ type: 'MinutesSignatureRefused', data: refused }];
    },
    CancelInspection(state, { by, reason }) {
      const file = fileOf(state);
      if (state.status === 'cancelled') return [];
      if (file.minutes) throw refusal('inspection.minutes-are-final', { status: state.status });
      if (by.role !== 'leadership' && by.role !== 'programme-officer') leadOf(file, by);
      return [{ type: 'InspectionCancelled', data: { reason } }];
    },
    NoteRecommendationIssued(state, { recommendationId, findingIds }) {
      const file = fileOf(state);
      if (file.recommendations.some((known) => known.id === recommendationId)) return [];
      if (!finalDocumentOf(file)) throw refusal('inspection.minutes-not-final', { status: state.status });
      return [{ type: 'FollowUpStarted', data: { recommendationId, findingIds } }];
    },
    NoteRecommendationSettled(state, { recommendationId, outcome }) {
      const file = fileOf(state);
      const noted = file.recommendations.find((known) => known.id === recommendationId);
      if (!noted) throw refusal('inspection.recommendation-unknown', { recommendationId });
      if (noted.outcome) return [];
      const settled = { type: 'RecommendationSettled', data: { recommendationId, outcome } } as const;
      const others = file.recommendations.filter((known) => known !== noted);
      const covered = new Set(file.recommendations.flatMap((known) => known.findingIds));
      const isAllSettled =
        others.every((known) => known.outcome) &&
        // What the long path still owes, somebody closes by hand once it is there.
        stagesMissing(file).length === 0 &&
        findingsToRemedy(file).every((finding) => covered.has(finding.findingId));
      return isAllSettled
        ? [settled, { type: 'InspectionClosed', data: { reason: 'all-recommendations-settled' } }]
        : [settled];
    },
    CloseInspection(state, { by }) {
      const file = fileOf(state);
      if (state.status === 'closed') return [];
      const isLong = file.order.procedure.path === 'long';
      if (!finalDocumentOf(file) || state.status === 'cancelled' || (state.status === 'under-follow-up' && !isLong))
        throw refusal('inspection.not-closable', { status: state.status });
      if (by.role !== 'leadership') leadOf(file, by);
      const missing = stagesMissing(file);
      if (missing.length > 0) throw refusal('inspection.stages-missing', { stages: missing });
      const covered = new Set(file.recommendations.flatMap((known) => known.findingIds));
      const open = findingsToRemedy(file).filter((finding) => !covered.has(finding.findingId));
      if (open.length > 0)
        throw refusal('inspection.findings-to-remedy', { numbers: open.map((finding) => finding.number) });
      const unsettled = file.recommendations.filter((known) => !known.outcome).length;
      if (unsettled > 0) throw refusal('inspection.recommendations-open', { count: unsettled });
      const reason = file.recommendations.length === 0 ? 'nothing-to-remedy' : 'all-recommendations-settled';
      return [{ type: 'InspectionClosed', data: { reason } }];
    },
  },
  evolve: {
    MinutesSigned: (state, minutes) => withMinutes(state, 'minutes-signed', minutes),
    MinutesSignedWithReservation: (state, minutes) => withMinutes(state, 'minutes-signed', minutes),
    MinutesSignatureRefused: (state, minutes) => withMinutes(state, 'minutes-refused', minutes),
    InspectionCancelled: (state, { reason }) => became(state, 'cancelled', { cancelledFor: reason }),
    FollowUpStarted: (state, { recommendationId, findingIds }) =>
      withFile(became(state, 'under-follow-up'), (file) => ({
        recommendations: [...file.recommendations, { id: recommendationId, findingIds, outcome: null }],
      })),
    RecommendationSettled: (state, { recommendationId, outcome }) =>
      withFile(state, (file) => ({
        recommendations: file.recommendations.map((known) =>
          known.id === recommendationId ? { ...known, outcome } : known,
        ),
      })),
    InspectionClosed: (state) => became(state, 'closed'),
  },
} satisfies InspectionRules<
  | 'SignMinutes'
  | 'RecordMinutesRefusal'
  | 'CancelInspection'
  | 'NoteRecommendationIssued'
  | 'NoteRecommendationSettled'
  | 'CloseInspection',
  | 'MinutesSigned'
  | 'MinutesSignedWithReservation'
  | 'MinutesSignatureRefused'
  | 'InspectionCancelled'
  | 'FollowUpStarted'
  | 'RecommendationSettled'
  | 'InspectionClosed'
>;

/** On the short path the minutes are what tells the unit its findings; on the long path the draft is. */
function withMinutes(
  state: InspectionState,
  status: 'minutes-signed' | 'minutes-refused',
  minutes: Minutes,
): InspectionState {
  const isFinal = state.status !== 'absent' && state.file.order.procedure.path === 'short';
  return withFile(became(state, status, { minutes }), ({ findings }) => ({
    findings: isFinal
      ? findings.map((finding) =>
          finding.discarded ? finding : { ...finding, communicatedOn: finding.communicatedOn ?? minutes.signedOn },
        )
      : findings,
  }));
}

type Ending = InspectionCommands['SignMinutes'] | InspectionCommands['RecordMinutesRefusal'];

/** What both endings share; the lead is the one the order names, whoever asks. */
function minutesOf(
  state: InspectionState,
  { number, signedOn, leadTitle, unitRepresentative }: Ending,
): { file: InspectionFile; minutes: Pick<Minutes, 'number' | 'signedOn' | 'lead' | 'unitRepresentative'> } {
  const file = fileOf(state);
  const lead = { name: file.team.find((member) => member.role === 'lead')?.name ?? '', title: leadTitle };
  return { file, minutes: { number, signedOn, lead, unitRepresentative } };
}

function assertMayEnd(state: InspectionState, file: InspectionFile, { by, signedOn }: Ending): void {
  if (file.minutes) throw refusal('inspection.minutes-are-final', { status: state.status });
  if (state.status !== 'fieldwork-ended') throw refusal('inspection.fieldwork-not-ended', { status: state.status });
  leadOf(file, by);
  if (signedOn < file.order.signedOn)
    throw refusal('inspection.minutes-before-decision', { signedOn, orderedOn: file.order.signedOn });
  // Minutes of what nobody had looked at yet. Where the day was not kept, the announcement is the earliest it can have been.
  const startedOn = file.startedOn ?? file.announcement?.announcedOn ?? null;
  if (startedOn !== null && signedOn < startedOn)
    throw refusal('inspection.minutes-before-fieldwork', { signedOn, startedOn });
}

/** By name alone, which is all that minutes have: however it is spelled, and with a title behind it or without. */
function isSamePerson(one: string, other: string): boolean {
  const nameOf = (written: string) => searchKey(written.split(/[,;(]/)[0] ?? '');
  return nameOf(one) === nameOf(other);
}
