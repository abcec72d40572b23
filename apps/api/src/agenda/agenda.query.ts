import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type AgendaRow,
  agenda,
  inspectionRegimes,
  sightOf,
  type Task,
  taskKinds,
  tasksOf,
  unitTaskKinds,
  vietnamCalendar,
  workingDaysBetween,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { sightCondition } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { LegalDateField, OneOf, UuidField, YesNo } from '../platform/http/fields.js';
import { isTextAndId, ListQuery, Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';

export class AgendaQuery extends ListQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @OneOf(taskKinds, { optional: true, name: 'TaskKind' })
  readonly kind?: (typeof taskKinds)[number];

  @LegalDateField({ optional: true, description: 'Due on this day or later.' })
  readonly dueFrom?: string;

  @LegalDateField({ optional: true, description: 'Due on this day or earlier.' })
  readonly dueTo?: string;

  @YesNo({ optional: true, description: 'Only what is past its day, or only what is not.' })
  readonly overdue?: boolean;

  @OneOf(inspectionRegimes, { optional: true, name: 'Regime' })
  readonly regime?: (typeof inspectionRegimes)[number];
}

/** One task of one case, with what depends on the day it is read. */
export interface AgendaEntry
  extends Pick<AgendaRow, 'id' | 'category' | 'unitId' | 'unitName' | 'number' | 'title' | 'regime'>,
    Task {
  readonly isOverdue: boolean;
  /** Negative once the day has passed; null where nothing is counted. */
  readonly workingDaysLeft: number | null;
}

/** `own`: what this person has to do. `running`: every deadline that runs in the person's sight. The earliest due first. */
export class ListAgenda extends Query<Page<AgendaEntry>> {
  constructor(
    readonly which: 'own' | 'running',
    readonly person: Person,
    readonly asked: AgendaQuery,
  ) {
    super();
  }
}

/** After every day there is: what has none comes last. */
const noDay = '9999-12-31';

type Found = Omit<AgendaEntry, 'isOverdue' | 'workingDaysLeft'>;

@QueryHandler(ListAgenda)
export class ListAgendaHandler implements IQueryHandler<ListAgenda> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  async execute({ which, person, asked }: ListAgenda): Promise<Page<AgendaEntry>> {
    const { limit, cursor, atLeast, ...filters } = asked;
    await this.readAfterWrite.waitFor([agenda.name], atLeast);
    const today = this.clock.today();
    const values = new SqlValues();
    const { bind } = values;
    const columns = { teamIds: 'row.team_ids', unitIds: 'row.seeing_unit_ids', isRevealed: 'row.is_revealed' };
    const where = [`row.tasks <> '[]'::jsonb`, sightCondition(person, columns, bind)];
    where.push(which === 'own' ? ownTurn(person, bind) : `task->>'dueOn' is not null`);
    // What others still have to say on its case is not a unit's to read.
    if (which === 'running' && sightOf(person) === 'own-unit')
      where.push(`task->>'kind' = any(${bind(unitTaskKinds)})`);
    if (filters.unitId) where.push(`row.unit_id = ${bind(filters.unitId)}`);
    if (filters.kind) where.push(`task->>'kind' = ${bind(filters.kind)}`);
    if (filters.dueFrom) where.push(`task->>'dueOn' >= ${bind(filters.dueFrom)}`);
    if (filters.dueTo) where.push(`task->>'dueOn' <= ${bind(filters.dueTo)}`);
    if (filters.overdue !== undefined)
      where.push(`coalesce(task->>'dueOn' < ${bind(today)}, false) = ${bind(filters.overdue)}`);
    if (filters.regime) where.push(`row.regime = ${bind(filters.regime)}`);
    const filter = { ...filters, which, me: person.id };
    if (cursor) {
      const [place, id] = placeIn(cursor, filter, isTextAndId);
      const [dueOn = '', order = ''] = place.split(' ');
      where.push(
        `(coalesce(task->>'dueOn', '${noDay}'), row.id, ordinal::text) > (${bind(dueOn)}, ${bind(id)}::uuid, ${bind(order)})`,
      );
    }
    const found: readonly (Found & { readonly ordinal: string })[] = await this.dataSource.query(
      `select row.id, row.category, row.unit_id as "unitId", row.unit_name as "unitName", row.number, row.title, row.regime,
              task->>'kind' as kind, task->>'since' as since, task->>'dueOn' as "dueOn",
              task->>'originalDueOn' as "originalDueOn", ordinal::text as ordinal
         from soat_read.agenda row, jsonb_array_elements(row.tasks) with ordinality as tasks(task, ordinal)
        where ${where.join(' and ')}
        order by coalesce(task->>'dueOn', '${noDay}'), row.id, ordinal::text
        limit ${bind(limit + 1)}`,
      values.all,
    );
    const { data, page } = pageOf(found, limit, filter, (row) => [`${row.dueOn ?? noDay} ${row.ordinal}`, row.id]);
    return new Page(
      data.map(({ ordinal: _, ...row }) => ({
        ...row,
        isOverdue: row.dueOn !== null && row.dueOn < today,
        workingDaysLeft: row.dueOn === null ? null : workingDaysBetween(today, row.dueOn, vietnamCalendar),
      })),
      page,
    );
  }
}

/** `isTaskOf` as SQL. */
function ownTurn(person: Person, bind: SqlValues['bind']): string {
  const { byRole, asLead, onTeam, ofUnit, secondEyes } = tasksOf(person);
  const me = bind(person.id);
  const kindIn = (kinds: readonly string[]) => `task->>'kind' = any(${bind(kinds)})`;
  return `(${kindIn(byRole)}
    or (${kindIn(asLead)} and row.lead_id = ${me})
    or (${kindIn(onTeam)} and ${me} = any(row.team_ids))
    or (${kindIn(ofUnit)} and ${bind(person.unitId)}::uuid = any(row.acting_unit_ids)))
    and not (${kindIn(secondEyes)} and ${me} = any(row.finder_ids))`;
}
