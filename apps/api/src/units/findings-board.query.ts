import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type BoardFinding,
  type FindingStatus,
  type FindingsBoardRow,
  findingStatuses,
  findingsBoard,
  type Recurrence,
  recurrences,
  repeatMatrix,
  searchKey,
  type Severity,
  severities,
  sightOf,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { pastSightCondition, sightCondition } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { LegalDateField, OneLine, OneOf, UuidField } from '../platform/http/fields.js';
import { PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { isTextAndId, placeIn } from '../platform/http/paging.js';
import { type PastPage, pastPageOf } from '../platform/http/past-page.js';
import { partsAt, tableAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { matrixFindings } from './repeat-matrix.table.js';
import { FindingsBoardTable } from './findings-board.table.js';

export class FindingsQuery extends PastListQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @OneOf(severities, { optional: true, name: 'Severity' })
  readonly severity?: Severity;

  @OneLine({ max: 60, optional: true, example: 'one-stop-spot-check', description: 'Kind of the checklist.' })
  readonly kind?: string;

  @OneLine({ max: 20, optional: true, example: 'OSC-14', description: 'One item of a checklist.' })
  readonly itemCode?: string;

  @OneOf(recurrences, { optional: true, name: 'Recurrence', description: 'How it stands to those found before it.' })
  readonly recurrence?: Recurrence;

  @OneOf(findingStatuses, {
    optional: true,
    name: 'FindingStatus',
    description: 'Left out: all but the discarded and the withdrawn.',
  })
  readonly status?: FindingStatus;

  @LegalDateField({ optional: true, description: 'Found on this day or later.' })
  readonly foundFrom?: string;

  @LegalDateField({ optional: true, description: 'Found on this day or earlier.' })
  readonly foundTo?: string;

  @OneLine({ max: 100, optional: true, description: 'Words of what was found; diacritics do not matter.' })
  readonly q?: string;
}

/** One finding of one inspection. */
export interface FindingEntry
  extends Omit<BoardFinding, 'recurrence' | 'isCommunicated' | 'isCorrected' | 'searchKey'>,
    Pick<FindingsBoardRow, 'unitId' | 'unitName' | 'inspectionNumber' | 'checklistKind'> {
  readonly inspectionId: string;
  readonly recurrence: Recurrence;
}

/** Findings in a person's sight, the newest first. */
export class ListFindings extends Query<PastPage<FindingEntry>> {
  constructor(
    readonly person: Person,
    readonly asked: FindingsQuery,
  ) {
    super();
  }
}

interface Found {
  readonly inspectionId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly inspectionNumber: string;
  readonly checklistKind: string;
  readonly recurrence: Recurrence;
  readonly finding: BoardFinding;
}

@QueryHandler(ListFindings)
export class ListFindingsHandler implements IQueryHandler<ListFindings> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ListFindings): Promise<PastPage<FindingEntry>> {
    const { limit, cursor, atLeast, ...filters } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([findingsBoard.name, repeatMatrix.name], reachWanted(atLeast, past));
    const values = new SqlValues();
    const { bind } = values;
    const where = [
      past
        ? pastSightCondition(person, { columnsOf, live: 'soat_read.findings_board' }, bind)
        : sightCondition(person, columnsOf('row'), bind),
    ];
    // On the long path the unit learns its findings by the draft that is sent to it.
    if (sightOf(person) === 'own-unit') where.push(`(row.path = 'short' or (finding->>'isCommunicated')::boolean)`);
    const { unitId, severity, kind, itemCode, recurrence, status, foundFrom, foundTo, q } = filters;
    const unit = unitId ? bind(unitId) : null;
    if (unit) where.push(`row.unit_id = ${unit}`);
    if (severity) where.push(`finding->>'severity' = ${bind(severity)}`);
    if (kind) where.push(`row.checklist_kind = ${bind(kind)}`);
    if (itemCode) where.push(`finding->>'itemCode' = ${bind(itemCode)}`);
    if (recurrence) where.push(`${recurrenceOf} = ${bind(recurrence)}`);
    where.push(
      status
        ? `finding->>'status' = ${bind(status)}`
        : `finding->>'status' <> all(${bind(['discarded', 'withdrawn'] satisfies FindingStatus[])})`,
    );
    if (foundFrom) where.push(`finding->>'foundOn' >= ${bind(foundFrom)}`);
    if (foundTo) where.push(`finding->>'foundOn' <= ${bind(foundTo)}`);
    for (const word of searchKey(q ?? '').split(' '))
      if (word !== '') where.push(`strpos(finding->>'searchKey', ${bind(word)}) > 0`);
    const filter = { ...filters, me: person.id };
    if (cursor) {
      const [foundOn, id] = placeIn(cursor, filter, isTextAndId);
      where.push(`(finding->>'foundOn', finding->>'findingId') < (${bind(foundOn)}, ${bind(id)})`);
    }
    // An inspection's unit never changes, nor a finding's: of one unit nothing else need be looked at.
    const among = unit ? `unit_id = ${unit}` : 'true';
    const found: readonly Found[] = await this.dataSource.query(
      `with matrix as materialized (${judgedRecurrences(this.dataSource, past?.position ?? null, bind, unit)})
       select row.id as "inspectionId", row.unit_id as "unitId", row.unit_name as "unitName",
              row.inspection_number as "inspectionNumber", row.checklist_kind as "checklistKind",
              ${recurrenceOf} as recurrence, finding
         from ${tableAt(this.dataSource, FindingsBoardTable, past?.position ?? null, bind, among)}
        cross join lateral jsonb_array_elements(row.findings) as findings(finding)
         left join matrix on matrix.id = finding->>'findingId' and matrix.inspection_id = row.id::text
        where ${where.join(' and ')}
        order by finding->>'foundOn' desc, finding->>'findingId' desc
        limit ${bind(limit + 1)}`,
      values.all,
    );
    const rows = found.map(({ finding, ...of }): FindingEntry => {
      const { recurrence: _, isCommunicated: __, isCorrected: ___, searchKey: ____, ...shown } = finding;
      return { ...shown, ...of };
    });
    return pastPageOf(past, rows, limit, filter, (row) => [row.foundOn, row.findingId]);
  }
}

const columnsOf = (alias: string) => ({
  teamIds: `${alias}.team_ids`,
  unitIds: `array[${alias}.unit_id]`,
  isRevealed: `${alias}.is_revealed`,
});

/** What the matrix judges of all findings, or of those of a unit; now, or as of a position. As SQL, `unit` a placeholder. */
export function judgedRecurrences(
  dataSource: DataSource,
  position: number | null,
  bind: (bound: unknown) => string,
  unit: string | null,
): string {
  const found =
    position === null
      ? `select jsonb_array_elements(findings) as found from soat_read.repeat_matrix where ${unit ? `unit_id = ${unit}` : 'true'}`
      : `select part as found from ${partsAt(dataSource, matrixFindings, `${bind(position)}::bigint`, unit ? `key = ${unit}` : 'true')}`;
  return `select found->>'inspectionId' as inspection_id, found->>'findingId' as id, found->>'recurrence' as recurrence
            from (${found}) judged`;
}

/** As the team identified it, else as the matrix judges it. */
export const recurrenceOf = `coalesce(finding->>'recurrence', matrix.recurrence, 'first')`;
