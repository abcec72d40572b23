import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { concluded } from './concluding.js';
import { assertNotOfTeam } from './drafting.js';
import { assertDated, assertOfUnit, fileOf } from './guards.js';
import { type InspectionRules, withFile } from './rules.js';

/** What a conclusion may meet: a complaint, a re-inspection by a superior, and signs of crime that go to investigators. */
export const challenging = {
  decide: {
    LodgeComplaint(state, { by, ...complaint }) {
      const { file, conclusion } = concluded(state);
      const known = file.complaints.find((candidate) => candidate.complaintId === complaint.complaintId);
      const lodged = { ...complaint, lodgedBy: by.id };
      if (known && same({ ...lodged, resolution: known.resolution }, known)) return [];
      if (known) throw refusal('inspection.complaint-id-taken');
      if (state.status === 'closed') throw refusal('inspection.not-at-this-stage', { status: state.status });
      if (by.role === 'unit-officer' || by.role === 'unit-head') assertOfUnit(file, by);
      else assertNotOfTeam(file, by);
      assertDated(complaint.lodgedOn, conclusion.signedOn);
      return [{ type: 'ComplaintLodged', data: lodged }];
    },
    ResolveComplaint(state, { by, complaintId, ...resolution }) {
      const { file } = concluded(state);
      const known = file.complaints.find((complaint) => complaint.complaintId === complaintId);
      if (!known) throw refusal('inspection.complaint-unknown', { complaintId });
      if (same(known.resolution, resolution)) return [];
      if (known.resolution) throw refusal('inspection.complaint-resolved', { number: known.resolution.number });
      assertNotOfTeam(file, by);
      if (by.unitId === file.order.unit.id) throw refusal('inspection.judged-by-own-unit');
      assertDated(resolution.signedOn, known.lodgedOn);
      return [{ type: 'ComplaintResolved', data: { complaintId, ...resolution } }];
    },
    OrderReinspection(state, { by, ...reinspection }) {
      const { file, conclusion } = concluded(state);
      const known = file.reinspections.find((candidate) => candidate.reinspectionId === reinspection.reinspectionId);
      if (known && same({ ...reinspection, outcome: known.outcome }, known)) return [];
      assertNotOfTeam(file, by);
      if (file.reinspections.some((candidate) => candidate.outcome === null))
        throw refusal('inspection.reinspection-under-way');
      // By a superior, never by whoever concluded: a body does not inspect its own conclusion again.
      const { orderedBy } = reinspection;
      if (orderedBy.id === file.order.orderedBy.body.id || orderedBy.id === file.order.unit.id)
        throw refusal('inspection.reinspected-by-a-party', { body: orderedBy.name });
      assertDated(reinspection.signedOn, conclusion.signedOn);
      const { reinspectionYearsMax } = file.order.procedure;
      const last = yearsAfter(conclusion.signedOn, reinspectionYearsMax);
      if (reinspection.signedOn > last) throw refusal('inspection.reinspection-too-late', { last });
      return [{ type: 'ReinspectionOrdered', data: reinspection }];
    },
    ConcludeReinspection(state, { by, reinspectionId, ...outcome }) {
      const { file } = concluded(state);
      const known = file.reinspections.find((reinspection) => reinspection.reinspectionId === reinspectionId);
      if (!known) throw refusal('inspection.reinspection-unknown', { reinspectionId });
      if (same(known.outcome, outcome)) return [];
      if (known.outcome) throw refusal('inspection.reinspection-concluded', { number: known.outcome.number });
      assertNotOfTeam(file, by);
      assertDated(outcome.signedOn, known.signedOn);
      return [{ type: 'ReinspectionConcluded', data: { reinspectionId, ...outcome } }];
    },
    ReferToInvestigation(state, { by, ...investigation }) {
      const file = fileOf(state);
      if (file.investigations.some((known) => same(known, investigation))) return [];
      // Signs of crime are met on site or later; the inspection goes on with the rest.
      if (!file.isStarted || state.status === 'cancelled')
        throw refusal('inspection.not-at-this-stage', { status: state.status });
      assertNotOfTeam(file, by);
      assertDated(investigation.signedOn, file.order.signedOn);
      return [{ type: 'CaseReferredToInvestigation', data: investigation }];
    },
  },
  evolve: {
    ComplaintLodged: (state, complaint) =>
      withFile(state, (file) => ({ complaints: [...file.complaints, { ...complaint, resolution: null }] })),
    ComplaintResolved: (state, { complaintId, ...resolution }) =>
      withFile(state, (file) => ({
        complaints: file.complaints.map((known) =>
          known.complaintId === complaintId ? { ...known, resolution } : known,
        ),
      })),
    ReinspectionOrdered: (state, reinspection) =>
      withFile(state, (file) => ({ reinspections: [...file.reinspections, { ...reinspection, outcome: null }] })),
    ReinspectionConcluded: (state, { reinspectionId, ...outcome }) =>
      withFile(state, (file) => ({
        reinspections: file.reinspections.map((known) =>
          known.reinspectionId === reinspectionId ? { ...known, outcome } : known,
        ),
      })),
    CaseReferredToInvestigation: (state, investigation) =>
      withFile(state, (file) => ({ investigations: [...file.investigations, investigation] })),
  },
} satisfies InspectionRules<
  'LodgeComplaint' | 'ResolveComplaint' | 'OrderReinspection' | 'ConcludeReinspection' | 'ReferToInvestigation',
  | 'ComplaintLodged'
  | 'ComplaintResolved'
  | 'ReinspectionOrdered'
  | 'ReinspectionConcluded'
  | 'CaseReferredToInvestigation'
>;

/** The same day so many years later; 29 February becomes 28. */
function yearsAfter(on: string, years: number): string {
  const year = String(Number(on.slice(0, 4)) + years).padStart(4, '0');
  const day = on.slice(5) === '02-29' ? '02-28' : on.slice(5);
  return `${year}-${day}`;
}
