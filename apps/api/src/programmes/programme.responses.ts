import { itemStandings } from '@soat/domain';
import { AsOfBody } from '../platform/http/as-of.js';
import { Shown } from '../platform/http/response.js';
import type { ProgrammeShown, ProgrammeShortly } from './programme-list.query.js';

export class ProgrammeRowBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: String })
  readonly number: string;

  @Shown({ type: String })
  readonly title: string;

  @Shown({ type: String })
  readonly adoptedOn: string;

  @Shown({ type: 'object', additionalProperties: { type: 'string' }, description: 'Its first and its last day.' })
  readonly period: ProgrammeShortly['period'];

  @Shown({ type: String, format: 'uuid' })
  readonly bodyId: string;

  @Shown({ type: String })
  readonly bodyName: string;

  @Shown({ type: 'integer' })
  readonly length: number;

  @Shown({ type: AsOfBody })
  readonly asOf: AsOfBody;

  @Shown({ type: 'integer', description: 'Items in the reader’s sight.' })
  readonly items: number;

  @Shown({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'integer' },
    description: `Items by standing (${itemStandings.join(', ')}); null for a unit.`,
  })
  readonly standings: ProgrammeShortly['standings'];

  @Shown({ type: 'integer', description: 'Inspections started under it.' })
  readonly started: number;
}

export class ProgrammeShownBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: String })
  readonly number: string;

  @Shown({ type: String })
  readonly title: string;

  @Shown({ type: String })
  readonly basis: string;

  @Shown({ type: String })
  readonly adoptedOn: string;

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly period: ProgrammeShown['period'];

  @Shown({ type: String, format: 'uuid' })
  readonly bodyId: string;

  @Shown({ type: String })
  readonly bodyName: string;

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'Each item with its time as given and as read, its windows, its standing, and the inspections ordered by it. A unit gets no unannounced item.',
  })
  readonly items: ProgrammeShown['items'];

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly pilotSites: ProgrammeShown['pilotSites'];

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'What was changed after the adoption, with its reason; oldest first.',
  })
  readonly amendments: ProgrammeShown['amendments'];

  @Shown({ type: 'integer' })
  readonly length: number;

  @Shown({ type: String, description: 'The legal day the counts are of.' })
  readonly asOf: string;

  @Shown({ type: [String], description: 'Commands the reader may ask for, by role.' })
  readonly mayAsk: readonly string[];
}
