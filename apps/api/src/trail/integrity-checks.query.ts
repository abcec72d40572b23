import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  differenceKinds,
  differenceText,
  type IntegrityCheckRow,
  integrityChecks,
  maySeeIntegrity,
  refusal,
  uncheckedKinds,
  uncheckedText,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { ListQuery, type Page, pageOf, placeIn } from '../platform/http/paging.js';
import { Shown } from '../platform/http/response.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { IntegrityChecksTable } from './integrity-checks.table.js';

export class IntegrityDifferenceBody {
  @Shown({ enum: [...differenceKinds], enumName: 'IntegrityDifferenceKind' })
  readonly kind: IntegrityCheckRow['differences'][number]['kind'];

  @Shown({ type: 'integer' })
  readonly count: number;

  @Shown({ type: 'integer', nullable: true, description: 'Of the first event it is about.' })
  readonly position: number | null;

  @Shown({ type: String, nullable: true, description: 'What else names the first one: a view and its row, a tile.' })
  readonly at: string | null;

  @Shown({ type: String })
  readonly vi: string;

  @Shown({ type: String })
  readonly en: string;
}

export class IntegrityUncheckedBody {
  @Shown({ enum: [...uncheckedKinds], enumName: 'IntegrityUncheckedKind' })
  readonly what: IntegrityCheckRow['notChecked'][number]['what'];

  @Shown({ type: String, nullable: true })
  readonly at: string | null;

  @Shown({ type: String })
  readonly vi: string;

  @Shown({ type: String })
  readonly en: string;
}

export class IntegrityCheckBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: 'integer', description: 'Of the event that records it.' })
  readonly position: number;

  @Shown({ type: String, format: 'date-time' })
  readonly checkedAt: string;

  @Shown({ type: String, format: 'date-time' })
  readonly startedAt: string;

  @Shown({ type: 'integer' })
  readonly tookMs: number;

  @Shown({ type: Boolean, description: 'Nothing differed; what was not looked at stands in `notChecked`.' })
  readonly isClean: boolean;

  @Shown({ type: 'integer' })
  readonly events: number;

  @Shown({ type: 'integer', description: 'Position of the last event that was looked at.' })
  readonly size: number;

  @Shown({ type: 'integer', nullable: true, description: 'Of the newest checkpoint held against the events.' })
  readonly checkpointSize: number | null;

  @Shown({ type: String, nullable: true, description: 'SHA-256 in base64.' })
  readonly checkpointRoot: string | null;

  @Shown({ type: 'integer' })
  readonly checkpoints: number;

  @Shown({ type: 'integer' })
  readonly tiles: number;

  @Shown({ type: 'integer' })
  readonly views: number;

  @Shown({ type: 'integer' })
  readonly rows: number;

  @Shown({ type: 'integer', description: 'Evidence files declared by digest.' })
  readonly evidence: number;

  @Shown({ type: [IntegrityDifferenceBody] })
  readonly differences: readonly IntegrityDifferenceBody[];

  @Shown({ type: [IntegrityUncheckedBody] })
  readonly notChecked: readonly IntegrityUncheckedBody[];

  @Shown({ type: String })
  readonly sentenceVi: string;

  @Shown({ type: String })
  readonly sentenceEn: string;
}

/** Every check of the whole store, the newest first; for who sees everything, and for who keeps the machine. */
export class ListIntegrityChecks extends Query<Page<IntegrityCheckBody>> {
  constructor(
    readonly person: Person,
    readonly asked: ListQuery,
  ) {
    super();
  }
}

@QueryHandler(ListIntegrityChecks)
export class ListIntegrityChecksHandler implements IQueryHandler<ListIntegrityChecks> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked: { limit, cursor, atLeast } }: ListIntegrityChecks): Promise<Page<IntegrityCheckBody>> {
    if (!maySeeIntegrity(person)) throw refusal('access.role-may-not', { role: person.role });
    await this.readAfterWrite.waitFor([integrityChecks.name], atLeast);
    const select = this.dataSource
      .getRepository(IntegrityChecksTable)
      .createQueryBuilder('row')
      .orderBy('row.position', 'DESC')
      .take(limit + 1);
    if (cursor) select.where('row.position < :before', { before: placeIn(cursor, {}, isPlace) });
    const rows = (await select.getMany()).map(bodyOf);
    return pageOf(rows, limit, {}, ({ position }) => position);
  }
}

function bodyOf(row: IntegrityChecksTable): IntegrityCheckBody {
  return {
    ...row,
    differences: row.differences.map((each) => ({ ...each, ...differenceText(each) })),
    notChecked: row.notChecked.map((each) => ({ ...each, ...uncheckedText(each) })),
  };
}

function isPlace(place: unknown): place is number {
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0;
}
