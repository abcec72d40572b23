import { refusal } from '../refusals.js';
import type { InspectionCommands, Minutes } from './facts.js';
import type { InspectionState } from './facts.js';
import { fileOf, findingsToRemedy, leadOf } from './guards.js';
import { became, type InspectionRules, withFile } from './rules.js';

/**
 * From the end of fieldwork to the end of the case. The minutes, signed or refused, are the final document of the short
 * path (plan of Cần Thơ 2023, III.2a: every check ends in a conclusion, a notice or minutes).
 */
export const closing = {
  decide: {
    SignMinutes(state, command) {
      const minutes = minutesOf(state, command);
      if (minutes === 'repeat') return [];
      const { reservation } = command;
      return reservation === null
        ? [{ type: 'MinutesSigned', data: { kind: 'signed', ...minutes, reservation } }]
        : [{ type: 'MinutesSignedWithReservation', data: { kind: 'signed-with-reservation', ...minutes, reservation } }];
    },
    RecordMinutesRefusal(state, command) {
      const minutes = minutesOf(state, command);
      if (minutes === 'repeat') return [];
      const { reason, witness } = command;
      if (witness.name === command.unitRepresentative.name || witness.name === minutes.lead.name)
        throw refusal('inspection.witness-is-a-party', { witness: witness.name });
      return [{ type: 'MinutesSignatureRefused', data: { kind: 'refused', ...minutes, reason, witness } }];
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
      if (!file.minutes) throw refusal('inspection.minutes-not-final', { status: state.status });
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
        others.every((known) => known.outcome) && findingsToRemedy(file).every((finding) => covered.has(finding.findingId));
      return isAllSettled
        ? [settled, { type: 'InspectionClosed', data: { reason: 'all-recommendations-settled' } }]
        : [settled];
    },
    CloseInspection(state, { by }) {
      const file = fileOf(state);
      if (state.status === 'closed') return [];
      if (!file.minutes || state.status === 'under-follow-up') throw refusal('inspection.not-closable', { status: state.status });
      if (by.role !== 'leadership') leadOf(file, by);
      const open = findingsToRemedy(file);
      if (open.length > 0) throw refusal('inspection.findings-to-remedy', { numbers: open.map((finding) => finding.number) });
      return [{ type: 'InspectionClosed', data: { reason: 'nothing-to-remedy' } }];
    },
  },
  evolve: {
    MinutesSigned: (state, minutes) => became(state, 'minutes-signed', { minutes }),
    MinutesSignedWithReservation: (state, minutes) => became(state, 'minutes-signed', { minutes }),
    MinutesSignatureRefused: (state, minutes) => became(state, 'minutes-refused', { minutes }),
    InspectionCancelled: (state, { reason }) => became(state, 'cancelled', { cancelledFor: reason }),
    FollowUpStarted: (state, { recommendationId, findingIds }) =>
      withFile(became(state, 'under-follow-up'), (file) => ({
        recommendations: [...file.recommendations, { id: recommendationId, findingIds, outcome: null }],
      })),
    RecommendationSettled: (state, { recommendationId, outcome }) =>
      withFile(state, (file) => ({
        recommendations: file.recommendations.map((known) => (known.id === recommendationId ? { ...known, outcome } : known)),
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

/** What both endings share, or `repeat` when the same ending is asked for again. */
function minutesOf(
  state: InspectionState,
  command: InspectionCommands['SignMinutes'] | InspectionCommands['RecordMinutesRefusal'],
): Pick<Minutes, 'number' | 'signedOn' | 'lead' | 'unitRepresentative'> | 'repeat' {
  const file = fileOf(state);
  if (file.minutes) {
    const asked = 'witness' in command ? 'refused' : command.reservation === null ? 'signed' : 'signed-with-reservation';
    if (file.minutes.kind === asked && file.minutes.signedOn === command.signedOn) return 'repeat';
    throw refusal('inspection.minutes-are-final', { status: state.status });
  }
  if (state.status !== 'fieldwork-ended') throw refusal('inspection.fieldwork-not-ended', { status: state.status });
  const lead = leadOf(file, command.by);
  if (command.signedOn < file.order.signedOn)
    throw refusal('inspection.minutes-before-decision', { signedOn: command.signedOn, orderedOn: file.order.signedOn });
  return {
    number: command.number,
    signedOn: command.signedOn,
    lead: { name: lead.name, title: command.leadTitle },
    unitRepresentative: command.unitRepresentative,
  };
}
