import type { InspectionCommands, Settlement } from '../inspection/facts.js';
import type { Message } from '../kernel/decider.js';
import type { Recorded, StreamCategory, Uuid } from '../kernel/recorded.js';
import type { RecommendationEvents } from './facts.js';

/** The system itself as the one who acts. */
const system = { id: 'system:follow-up', name: 'Soát', role: 'system', unitId: null } as const;

/** A command a reaction asks for, and the stream it is for. */
export interface Reaction {
  readonly category: StreamCategory;
  readonly id: Uuid;
  readonly command: Message<InspectionCommands>;
}

/**
 * The inspection learns what became of its findings: under follow-up from the first recommendation, closed by itself when
 * the last one is settled.
 */
export const followUpPolicy = {
  name: 'follow-up',
  version: 1,
  handles: ['RecommendationIssued', 'RecommendationClosed', 'RecommendationDeclaredNotImplemented'],
  react(event: Recorded<RecommendationEvents>): readonly Reaction[] {
    switch (event.type) {
      case 'RecommendationIssued': {
        const findingIds = event.data.findings.map((finding) => finding.findingId);
        const data = { by: system, recommendationId: event.stream.id, findingIds };
        return [toInspection(event.data.source.inspectionId, { type: 'NoteRecommendationIssued', data })];
      }
      case 'RecommendationClosed':
        return settled(event.data.inspectionId, event.stream.id, 'implemented');
      case 'RecommendationDeclaredNotImplemented':
        return settled(event.data.inspectionId, event.stream.id, 'not-implemented');
      default:
        return [];
    }
  },
} as const;

/** No inspection waits for an external one. */
function settled(inspectionId: Uuid | null, recommendationId: Uuid, outcome: Settlement): readonly Reaction[] {
  if (inspectionId === null) return [];
  const data = { by: system, recommendationId, outcome };
  return [toInspection(inspectionId, { type: 'NoteRecommendationSettled', data })];
}

function toInspection(id: Uuid, command: Message<InspectionCommands>): Reaction {
  return { category: 'inspection', id, command };
}
