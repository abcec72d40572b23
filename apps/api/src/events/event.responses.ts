import type { StateChange } from '@soat/domain';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { EventInWordsBody } from '../platform/history/event-in-words.body.js';
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

export class EventListedBody extends EventInWordsBody implements EventListed {
  @Shown({ type: String, nullable: true, description: 'As it is called today.' })
  readonly unitName: string | null;

  @Shown({ type: String, nullable: true })
  readonly onBehalfOfName: string | null;
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
