import { checklist, type ChecklistEvents, checklistUpcasts } from '../checklists/authored.js';
import type { InspectionEvents } from '../inspection/facts.js';
import { inspection, inspectionUpcasts } from '../inspection/inspection.js';
import { integrityCheck, type IntegrityCheckEvents, integrityCheckUpcasts } from '../integrity/integrity-check.js';
import type { StreamCategory } from '../kernel/recorded.js';
import type { Upcasts } from '../kernel/upcast.js';
import { programme, type ProgrammeEvents, programmeUpcasts } from '../programme/programme.js';
import type { RecommendationEvents } from '../recommendation/facts.js';
import { recommendation, recommendationUpcasts } from '../recommendation/recommendation.js';
import { unit, type UnitEvents, unitUpcasts } from '../unit/unit.js';

/** Every event of the domain; names are unique across streams. */
export type DomainEvents = UnitEvents &
  ProgrammeEvents &
  ChecklistEvents &
  InspectionEvents &
  RecommendationEvents &
  IntegrityCheckEvents;

interface StreamShapes {
  readonly types: readonly string[];
  readonly upcasts: Upcasts<Record<string, unknown>>;
}

function shapes<E extends object>(
  decider: { readonly evolve: { readonly [T in keyof E]: unknown } },
  upcasts: Upcasts<E>,
): StreamShapes {
  return { types: Object.keys(decider.evolve), upcasts: upcasts as Upcasts<Record<string, unknown>> };
}

/** The event types of each stream, with the steps that lift older versions. */
export const eventCatalogue: Readonly<Record<StreamCategory, StreamShapes>> = {
  unit: shapes<UnitEvents>(unit, unitUpcasts),
  programme: shapes<ProgrammeEvents>(programme, programmeUpcasts),
  checklist: shapes<ChecklistEvents>(checklist, checklistUpcasts),
  inspection: shapes<InspectionEvents>(inspection, inspectionUpcasts),
  recommendation: shapes<RecommendationEvents>(recommendation, recommendationUpcasts),
  'integrity-check': shapes<IntegrityCheckEvents>(integrityCheck, integrityCheckUpcasts),
};
