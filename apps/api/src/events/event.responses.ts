import type { StateChange, StreamCategory } from '@soat/domain';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Shown } from '../platform/http/response.js';
import type { EventShown } from './event-detail.query.js';
import type { EventListed } from './event-search.js';

/** Any JSON. */
const anythingAs = (description: string): ApiPropertyOptions => ({
  description,
  nullable: true,
  oneOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
  ],
});
const uuid = { type: String, format: 'uuid' } as const;

export class EventListedBody implements EventListed {
  @Shown(uuid)
  readonly eventId: string;

  @Shown({ type: 'integer' })
  readonly position: number;

  @Shown(uuid)
  readonly unitId: string;

  @Shown({ type: String, nullable: true, description: 'As it is called today.' })
  readonly unitName: string | null;

  @Shown({ type: String })
  readonly streamCategory: StreamCategory;

  @Shown(uuid)
  readonly streamId: string;

  @Shown({ type: 'integer', description: 'Place in its stream, from 1.' })
  readonly version: number;

  @Shown({ ...uuid, nullable: true })
  readonly caseId: string | null;

  @Shown({ type: String, nullable: true, description: 'Number of the decision or of the recommendation it is about.' })
  readonly caseNumber: string | null;

  @Shown({ ...uuid, nullable: true })
  readonly inspectionId: string | null;

  @Shown({ ...uuid, nullable: true })
  readonly recommendationId: string | null;

  @Shown({ type: String })
  readonly type: string;

  @Shown({ type: String })
  readonly actor: string;

  @Shown({ type: String, nullable: true })
  readonly actorName: string | null;

  @Shown({ type: String })
  readonly role: string;

  @Shown({ type: String, nullable: true })
  readonly onBehalfOf: string | null;

  @Shown({ type: String, nullable: true })
  readonly onBehalfOfName: string | null;

  @Shown({ type: String, description: 'By the clock of the device.' })
  readonly occurredAt: string;

  @Shown({ type: String, description: 'By the clock of the server.' })
  readonly recordedAt: string;

  @Shown({ type: String, nullable: true, description: 'The legal date of the document behind it.' })
  readonly effectiveOn: string | null;

  @Shown({ type: String })
  readonly sentenceVi: string;

  @Shown({ type: String })
  readonly sentenceEn: string;

  @Shown({ type: Boolean })
  readonly isSimulated: boolean;
}

export class StateChangeBody implements StateChange {
  @Shown({ type: String, description: 'JSON pointer into the state of its stream.' })
  readonly path: string;

  @Shown({ type: String })
  readonly labelVi: string;

  @Shown({ type: String })
  readonly labelEn: string;

  @Shown(anythingAs('Null where there was nothing.'))
  readonly before: unknown;

  @Shown(anythingAs('Null where there is nothing any more.'))
  readonly after: unknown;
}

export class EventShownBody extends EventListedBody implements EventShown {
  @Shown(uuid)
  readonly commandId: string;

  @Shown(uuid)
  readonly correlationId: string;

  @Shown(anythingAs('What it carries; null where the reader may read its sentence only.'))
  readonly data: unknown;

  @Shown({ type: [StateChangeBody], description: 'What it changed in its stream, place by place.' })
  readonly changes: readonly StateChangeBody[];

  @Shown({ type: [EventListedBody], description: 'What led to it, the root first.' })
  readonly causation: readonly EventListedBody[];

  @Shown({ type: [EventListedBody], description: 'What it led to at once.' })
  readonly consequences: readonly EventListedBody[];

  @Shown({
    type: String,
    description: 'Its leaf in the trail, in base64; the proof is at /api/v1/trail/events/{id}/proof.',
  })
  readonly leaf: string;

  @Shown({ type: Boolean, description: 'Whether a signed checkpoint stands over it.' })
  readonly isSealed: boolean;
}
