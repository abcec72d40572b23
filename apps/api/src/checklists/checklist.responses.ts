import type { ApiPropertyOptions } from '@nestjs/swagger';
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
