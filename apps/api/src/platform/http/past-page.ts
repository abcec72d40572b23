import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { type AsOf, AsOfBody, type Past } from './as-of.js';
import { ApiPage, Page, pageOf } from './paging.js';
import type { JsonValue } from './strict-json.js';

/** One page of a list that can be of a past moment; it names the moment where one was asked for. */
export class PastPage<Row> extends Page<Row> {
  constructor(
    data: readonly Row[],
    page: Page<Row>['page'],
    readonly asOf?: AsOf,
  ) {
    super(data, page);
  }
}

/** `pageOf` for such a list. */
export function pastPageOf<Row>(
  past: Past | null,
  ...page: readonly [rows: readonly Row[], limit: number, filter: JsonValue, placeOf: (row: Row) => JsonValue]
): PastPage<Row> {
  const { data, page: place } = pageOf(...page);
  return new PastPage(data, place, past ?? undefined);
}

/** Documents a handler that answers with such a page. */
export function ApiPastPage(row: Type): MethodDecorator {
  return applyDecorators(ApiExtraModels(AsOfBody), ApiPage(row, { asOf: { $ref: getSchemaPath(AsOfBody) } }));
}
