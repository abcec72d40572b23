import { caseNumber, eventHistory, inspectionSight, sightOf } from '@soat/domain';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { EventHistoryTable } from '../platform/history/event-history.table.js';
import { eventsInSight } from '../platform/history/event-sight.js';
import type { Past } from '../platform/http/as-of.js';
import { UnitOverviewTable } from './unit-overview.table.js';

/** The views behind a timeline. */
export const timelineViews: readonly string[] = [eventHistory.name, caseNumber.name, inspectionSight.name];

/** Whether there is such a unit for this reader, or was by then. @throws Rejection when the role sees no cases at all. */
export async function isUnitInSight(
  dataSource: DataSource,
  person: Person,
  unitId: string,
  past: Past | null,
): Promise<boolean> {
  const only = unitInSight(person);
  if (only !== null && only !== unitId) return false;
  if (!past) return await dataSource.getRepository(UnitOverviewTable).existsBy({ unitId });
  const { condition, values } = wasBy(past, 'row');
  return await dataSource
    .getRepository(EventHistoryTable)
    .createQueryBuilder('row')
    .where(`row.unitId = :unitId and row.type = 'UnitEstablished' and ${condition}`, { unitId, ...values })
    .getExists();
}

/** What a reader may know of a unit's history, as it stands or as it stood; in no order yet. */
export function timelineInSight(
  dataSource: DataSource,
  person: Person,
  unitId: string,
  past: Past | null,
): SelectQueryBuilder<EventHistoryTable> {
  const select = dataSource
    .getRepository(EventHistoryTable)
    .createQueryBuilder('row')
    .where('row.unitId = :unitId', { unitId });
  if (past) {
    const { condition, values } = wasBy(past, 'row');
    select.andWhere(condition, values);
  }
  const sight: Record<string, unknown> = {};
  const bind = (value: unknown) => {
    const name = `sight${Object.keys(sight).length}`;
    sight[name] = value;
    return `:${name}`;
  };
  select.andWhere(eventsInSight(person, 'row', bind)).setParameters(sight);
  // Of what may be known now, what was known by then.
  if (past && sightOf(person) !== 'everything')
    select.andWhere(
      `(row.streamCategory <> 'inspection' or exists (select 1 from soat_read.inspection_sight own
         where own.id = row.stream_id and :me = any(own.team_ids)) or ${revealedThen(past)})`,
      { me: person.id },
    );
  return select;
}

/** By then: an event had made the inspection known. Who is on the team is today's, so that part needs no past. */
function revealedThen(past: Past): string {
  return `exists (select 1 from soat_read.inspection_sight_versions known
    join soat_read.event_history telling on telling.unit_id = row.unit_id and telling.position = known.from_position
    where known.id = row.stream_id and known.is_revealed and ${wasBy(past, 'telling').condition})`;
}

/** `wasBy` of the domain, as SQL over a row of the timeline. */
function wasBy({ basis, position, at }: Past, alias: string) {
  return basis === 'recorded'
    ? { condition: `${alias}.position <= :pastPosition`, values: { pastPosition: position } }
    : { condition: `${alias}.occurred_at <= :pastAt`, values: { pastAt: at } };
}
