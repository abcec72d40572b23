import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { assertDated, assertOnTeam, fileOf, isOnTeam, leadOf } from './guards.js';
import { became, type InspectionRules, withFile } from './rules.js';

/** Before and beside fieldwork where the decision is announced: biên bản công bố quyết định, gia hạn. */
export const announcing = {
  decide: {
    AnnounceInspection(state, { by, ...announcement }) {
      const file = fileOf(state);
      if (same(file.announcement, announcement)) return [];
      if (!file.order.procedure.isAnnounced) throw refusal('inspection.never-announced', { type: file.order.type });
      if (state.status !== 'ordered') throw refusal('inspection.not-at-this-stage', { status: state.status });
      leadOf(file, by);
      assertDated(announcement.announcedOn, file.order.signedOn);
      return [{ type: 'InspectionAnnounced', data: announcement }];
    },
    ExtendFieldwork(state, { by, number, signedOn, until, reason }) {
      const file = fileOf(state);
      const asked = { number, signedOn, until, reason };
      const last = file.extensions.at(-1);
      if (last && same({ ...asked, previousUntil: last.previousUntil }, last)) return [];
      if (state.status !== 'in-fieldwork' && state.status !== 'suspended')
        throw refusal('inspection.not-in-fieldwork', { status: state.status });
      // The team's time is given by whoever sent it.
      if (isOnTeam(file, by)) throw refusal('inspection.extended-by-team');
      const previousUntil = last?.until ?? file.order.fieldworkUntil;
      if (previousUntil === null) throw refusal('inspection.fieldwork-without-end');
      const { extensionsMax } = file.order.procedure;
      if (file.extensions.length >= extensionsMax) throw refusal('inspection.extended-too-often', { extensionsMax });
      if (until <= previousUntil) throw refusal('inspection.extension-not-later', { until, previousUntil });
      // An extension that comes after the time is over would make good what was late.
      if (signedOn > previousUntil) throw refusal('inspection.extension-too-late', { signedOn, previousUntil });
      return [{ type: 'FieldworkExtended', data: { ...asked, previousUntil } }];
    },
    RecordPositiveFinding(state, { by, ...strength }) {
      const file = fileOf(state);
      const known = file.strengths.find((candidate) => candidate.strengthId === strength.strengthId);
      if (known && same({ ...strength, number: known.number, recordedBy: known.recordedBy }, known)) return [];
      if (state.status !== 'in-fieldwork') throw refusal('inspection.not-in-fieldwork', { status: state.status });
      assertOnTeam(file, by);
      if (known) throw refusal('inspection.finding-id-taken', { number: known.number });
      if (strength.itemCode !== null) {
        const answer = file.answers[strength.itemCode];
        if (answer?.status !== 'answered' || answer.outcome !== 'pass')
          throw refusal('inspection.strength-on-failed-item', { itemCode: strength.itemCode });
      }
      const number = `UD-${String(file.strengths.length + 1).padStart(2, '0')}`;
      return [{ type: 'PositiveFindingRecorded', data: { ...strength, number, recordedBy: by.id } }];
    },
  },
  evolve: {
    InspectionAnnounced: (state, announcement) => became(state, 'announced', { announcement }),
    FieldworkStarted: (state, { startedOn, place }) =>
      became(state, 'in-fieldwork', { isStarted: true, startedOn, place }),
    FieldworkExtended: (state, extension) =>
      withFile(state, (file) => ({ extensions: [...file.extensions, extension] })),
    PositiveFindingRecorded: (state, strength) =>
      withFile(state, (file) => ({ strengths: [...file.strengths, strength] })),
  },
} satisfies InspectionRules<
  'AnnounceInspection' | 'ExtendFieldwork' | 'RecordPositiveFinding',
  'InspectionAnnounced' | 'FieldworkStarted' | 'FieldworkExtended' | 'PositiveFindingRecorded'
>;
