import { Body, Controller, type DynamicModule, Get, Module, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@soat/api/platform/access/person.guard.js';
import { TokenVerifier } from '@soat/api/platform/access/token-verifier.js';
import { DecisionFrom, FactFrom, type Sender } from '@soat/api/platform/http/command-route.js';
import { NotACommand, stampAnswer } from '@soat/api/platform/http/conditional.js';
import {
  FreeText,
  InstantField,
  LegalDateField,
  ListOf,
  Measure,
  Money,
  MoneyDifference,
  Nested,
  OneLine,
  OneOf,
  UuidField,
  WholeNumber,
  YesNo,
} from '@soat/api/platform/http/fields.js';
import { ReadinessChecks } from '@soat/api/platform/http/health.controller.js';
import { IdParam } from '@soat/api/platform/http/id-param.js';
import { oneLine } from '@soat/api/platform/http/kinds.js';
import { ApiPage, ListQuery, Page, pageOf, placeIn } from '@soat/api/platform/http/paging.js';

/** A feature that does nothing but hold every kind of field and of route, for what the platform does before a handler. */
export class SamplePlace {
  @OneLine({ max: 50 })
  readonly name: string;

  @WholeNumber({ min: 1, max: 9, optional: true })
  readonly floor?: number;
}

export class SampleBody {
  @OneLine({ max: 2_000, description: 'Tên mẫu' })
  readonly title: string;

  @FreeText({ max: 5_000, optional: true })
  readonly note?: string;

  @WholeNumber({ min: 0, max: 100 })
  readonly count: number;

  @YesNo()
  readonly isUrgent: boolean;

  @Money({ optional: true })
  readonly amount?: number;

  @MoneyDifference({ optional: true })
  readonly difference?: number;

  @Measure({ min: 0, max: 1, optional: true })
  readonly share?: number;

  @LegalDateField({ optional: true })
  readonly dueOn?: string;

  @InstantField({ optional: true })
  readonly seenAt?: string;

  @UuidField({ optional: true })
  readonly unitId?: string;

  @OneOf(['minor', 'major', 'critical'], { optional: true, name: 'SampleSeverity' })
  readonly severity?: string;

  @Nested(() => SamplePlace, { optional: true })
  readonly place?: SamplePlace;

  @ListOf(() => SamplePlace, { max: 3, optional: true })
  readonly places?: readonly SamplePlace[];

  @ListOf(oneLine({ max: 10 }), { max: 3, isDistinct: true, optional: true })
  readonly tags?: readonly string[];
}

export class SampleQuery extends ListQuery {
  @OneLine({ max: 100, optional: true })
  readonly q?: string;

  @OneOf(['title', 'count'], { optional: true })
  readonly sort?: string;
}

export class Reached {
  count = 0;
  last: unknown = null;
}

const rows = Array.from({ length: 5 }, (_, index) => ({ place: index + 1 }));
const isNumber = (place: unknown): place is number => typeof place === 'number';

@Controller('api/v1/samples')
export class SampleController {
  constructor(private readonly reached: Reached) {}

  @Post()
  add(
    @Body() body: SampleBody,
    @FactFrom() { person, asked }: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.reached.count += 1;
    this.reached.last = body;
    stampAnswer(reply, { length: 1, isReplay: asked.commandId.startsWith('ffffffff') });
    return { ...asked, by: person.id, body };
  }

  @Post('echo')
  @NotACommand()
  echo(@Body() body: SampleBody) {
    return body;
  }

  @Post(':id/decision')
  decide(@IdParam('id') id: string, @DecisionFrom() { asked }: Sender) {
    this.reached.count += 1;
    return { id, expectedLength: asked.expectedLength };
  }

  @Get()
  @ApiPage(SamplePlace)
  list(@Query() query: SampleQuery): Page<{ place: number }> {
    const filter = { q: query.q ?? null };
    const after = query.cursor === undefined ? 0 : placeIn(query.cursor, filter, isNumber);
    const found = rows.filter((row) => row.place > after).slice(0, query.limit + 1);
    return pageOf(found, query.limit, filter, (row) => row.place);
  }

  @Get('failing')
  @Public()
  fail(@Req() request: FastifyRequest): never {
    const wanted = request.headers['x-error'];
    throw (typeof wanted === 'string' && SampleController.errors[wanted]) || new Error('secret detail');
  }

  @Get(':id')
  get(@IdParam('id') id: string) {
    return { id };
  }

  /** What `failing` throws, by name; tests fill it. */
  static readonly errors: Record<string, Error> = {};
}

@Module({})
class SampleModule {}

export function sampleModule(tokens: TokenVerifier, reached: Reached, checks: ReadinessChecks): DynamicModule {
  return {
    module: SampleModule,
    controllers: [SampleController],
    providers: [
      { provide: TokenVerifier, useValue: tokens },
      { provide: Reached, useValue: reached },
      { provide: ReadinessChecks, useValue: checks },
    ],
  };
}
