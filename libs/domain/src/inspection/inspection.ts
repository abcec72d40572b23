import type { Decider, Message } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import { closing } from './closing.js';
import { earlier } from './earlier.js';
import type { InspectionCommands, InspectionEvents, InspectionState } from './facts.js';
import { fieldwork } from './fieldwork.js';
import { findings } from './findings.js';
import { workingPapers } from './working-papers.js';

type Ordered = InspectionEvents['InspectionOrdered'];

/** As it was stored while the plan line was words only. */
type OrderedByWords = Omit<Ordered, 'programmeItem'> & {
  readonly programmeItem: Omit<NonNullable<Ordered['programmeItem']>, 'link'> | null;
};

export const inspectionUpcasts: Upcasts<InspectionEvents> = {
  InspectionOrdered: [
    (older: OrderedByWords): Ordered => ({
      ...older,
      programmeItem: older.programmeItem && { ...older.programmeItem, link: null },
    }),
  ],
};

/**
 * An inspection on the short path: ordered, started without notice, answered, minutes signed or refused, followed up,
 * closed. The order carries the checklist, the unit and the team as they were, so the fold looks nothing up.
 */
export const inspection: Decider<InspectionState, InspectionCommands, InspectionEvents> = {
  initial: { status: 'absent' },
  decide: {
    OrderInspection: order,
    ...earlier.decide,
    ...fieldwork.decide,
    ...findings.decide,
    ...workingPapers.decide,
    ...closing.decide,
  },
  evolve: {
    InspectionOrdered: (_, order) => ({
      status: 'ordered',
      file: {
        order,
        isStarted: false,
        place: null,
        earlier: [],
        answers: {},
        dismissed: {},
        findings: [],
        evidence: {},
        samples: [],
        ledger: null,
        budgetFigures: null,
        score: null,
        suspendedFor: null,
        cancelledFor: null,
        minutes: null,
        recommendations: [],
      },
    }),
    ...earlier.evolve,
    ...fieldwork.evolve,
    ...findings.evolve,
    ...workingPapers.evolve,
    ...closing.evolve,
  },
};

function order(
  state: InspectionState,
  { by, ...data }: InspectionCommands['OrderInspection'],
): readonly Message<InspectionEvents>[] {
  if (state.status !== 'absent') {
    if (same(state.file.order, data)) return [];
    throw refusal('inspection.already-ordered', { number: state.file.order.number });
  }
  if (data.type !== 'unannounced') throw refusal('inspection.type-not-offered', { type: data.type });
  if (data.checklist.items.length === 0) throw refusal('inspection.checklist-empty');
  const leads = data.team.filter((member) => member.role === 'lead');
  if (leads.length !== 1) throw refusal('inspection.one-lead', { leads: leads.length });
  const people = new Set(data.team.map((member) => member.personId));
  if (people.size !== data.team.length) throw refusal('inspection.team-member-twice');
  // Separation of duties, domain rule 4: nobody inspects the unit they work in.
  const own = data.team.find((member) => member.unitId === data.unit.id);
  if (own) throw refusal('inspection.team-member-of-unit', { name: own.name });
  if (data.orderedBy.body.id === data.unit.id) throw refusal('inspection.orders-itself', { unit: data.unit.name });
  return [{ type: 'InspectionOrdered', data }];
}
