import type { EventInWords, StreamCategory } from '@soat/domain';
import { Shown } from '../http/response.js';

const uuid = { type: String, format: 'uuid' } as const;

/** An event of the history as it is read, with the names and numbers people know. */
export class EventInWordsBody implements EventInWords {
  @Shown(uuid)
  readonly eventId: string;

  @Shown({ type: 'integer' })
  readonly position: number;

  @Shown(uuid)
  readonly unitId: string;

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
