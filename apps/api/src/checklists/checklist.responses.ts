import type { ApiPropertyOptions } from '@nestjs/swagger';
import { checklistStatuses } from '@soat/domain';
import { Shown } from '../platform/http/response.js';

const text: ApiPropertyOptions = {
  type: 'object',
  properties: { vi: { type: 'string' }, en: { type: 'string' } },
  additionalProperties: false,
};

export class ChecklistBody {
  @Shown({ type: String })
  readonly kind: string;

  @Shown({ type: String })
  readonly code: string;

  @Shown({ type: 'integer' })
  readonly edition: number;

  @Shown(text)
  readonly title: object;

  @Shown({ type: String })
  readonly validFrom: string;

  @Shown({ type: String, nullable: true, description: 'The last day in force; null while it is open.' })
  readonly validTo: string | null;

  @Shown({ type: String })
  readonly source: string;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly sections: readonly object[];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly items: readonly object[];
}

export class ChecklistsBody {
  @Shown({ type: [ChecklistBody] })
  readonly data: readonly ChecklistBody[];
}

export class ChecklistKindShortlyBody {
  @Shown({ type: String, format: 'uuid', nullable: true, description: 'Null for what is built in.' })
  readonly id: string | null;

  @Shown({ type: String })
  readonly kind: string;

  @Shown({ type: String })
  readonly code: string;

  @Shown(text)
  readonly title: object;

  @Shown({ type: String, nullable: true })
  readonly bodyName: string | null;

  @Shown({ enum: ['built-in', ...checklistStatuses] })
  readonly status: string;

  @Shown({ type: 'object', nullable: true, additionalProperties: true, description: 'From when, and why.' })
  readonly withdrawn: object | null;

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Oldest first: number, first and last day, source, count of items.',
  })
  readonly editions: readonly object[];
}

export class ChecklistKindsBody {
  @Shown({ type: [ChecklistKindShortlyBody] })
  readonly data: readonly ChecklistKindShortlyBody[];
}

export class ChecklistKindBody extends ChecklistKindShortlyBody {
  @Shown({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'Edition, title, sections, items.',
  })
  readonly draft: object | null;

  @Shown({ type: 'integer', nullable: true })
  readonly length: number | null;

  @Shown({ type: [String], description: 'Commands the reader may ask for, by role.' })
  readonly mayAsk: readonly string[];
}
