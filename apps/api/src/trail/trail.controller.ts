import type { Readable } from 'node:stream';
import { applyDecorators, Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Uuid } from '@soat/domain';
import { LooksAt } from '../platform/access/looks-at.js';
import { CurrentPerson, Public } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { WholeNumber } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, ListQuery, type Page } from '../platform/http/paging.js';
import { Offers } from '../platform/http/request.guard.js';
import { Bundles } from './bundles.js';
import { IntegrityCheckBody, ListIntegrityChecks } from './integrity-checks.query.js';
import { TrailQueries } from './trail.queries.js';
import { ConsistencyBody, ReceiptBody, StampBody, VerifierKeysBody } from './trail.responses.js';

const plainText = 'text/plain; charset=utf-8';

export class ConsistencyQuery {
  @WholeNumber({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'Size of an earlier checkpoint; 1 when left out.',
  })
  readonly from?: number;

  @WholeNumber({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'Size of a later one; that of the newest when left out.',
  })
  readonly to?: number;
}

export class BundleQuery {
  @WholeNumber({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'Size of a checkpoint the reader keeps; the bundle then proves that the log has only grown since.',
  })
  readonly pinned?: number;
}

const bundleType = 'application/x-ndjson';

function BundleAnswer(summary: string): MethodDecorator {
  return applyDecorators(
    Offers(bundleType),
    ApiBearerAuth(),
    ApiProduces(bundleType),
    ApiOperation({ summary }),
    ApiOkResponse({ schema: { type: 'string', description: 'Lines of JSON; see the README of the verifiers.' } }),
  );
}

/** Proof that history was not altered: for everybody, as open formats, and nothing of any case in it. */
@ApiTags('trail')
@Controller('trail')
export class TrailController {
  constructor(
    private readonly queries: TrailQueries,
    private readonly bundles: Bundles,
    private readonly queryBus: QueryBus,
  ) {}

  @Get('checkpoint')
  @Public()
  @Offers('text/plain')
  @Header('content-type', plainText)
  @Header('cache-control', 'public, max-age=1')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'The newest signed checkpoint: how many events there are, and the hash over them all.' })
  @ApiOkResponse({ schema: { type: 'string', description: 'C2SP tlog-checkpoint.' } })
  checkpoint(): Promise<string> {
    return this.queries.newest();
  }

  @Get('checkpoint/stamp')
  @Public()
  @Header('cache-control', 'public, max-age=1')
  @ApiOperation({
    summary: 'The newest checkpoint as documents carry it: origin, size, root, and a QR code of the note.',
  })
  @ApiOkResponse({ type: StampBody })
  stamp(): Promise<StampBody> {
    return this.queries.stamp();
  }

  @Get('keys')
  @Public()
  @ApiOperation({ summary: 'The keys checkpoints are checked by, as this server knows them.' })
  @ApiOkResponse({ type: VerifierKeysBody })
  keys(): VerifierKeysBody {
    return { data: this.queries.verifierKeys() };
  }

  @Get('consistency')
  @Public()
  @ApiOperation({ summary: 'Proof that a later checkpoint’s log begins with an earlier one’s.' })
  @ApiOkResponse({ type: ConsistencyBody })
  consistency(@Query() { from = 1, to }: ConsistencyQuery): Promise<ConsistencyBody> {
    return this.queries.consistency(from, to);
  }

  @Get('events/:id/proof')
  @Offers('text/plain')
  @Header('content-type', plainText)
  @ApiBearerAuth()
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'Proof that an event is in the log, as a .tlog-proof; waits, bounded, until it is sealed.' })
  @ApiOkResponse({ schema: { type: 'string', description: 'C2SP tlog-proof.' } })
  proof(@IdParam('id') id: Uuid): Promise<string> {
    return this.queries.proofOf(id);
  }

  @Get('receipts/:commandId')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'The receipt of a command: the proofs of its events; waits, bounded, until they are sealed.',
  })
  @ApiOkResponse({ type: ReceiptBody })
  receipt(@IdParam('commandId') commandId: Uuid): Promise<ReceiptBody> {
    return this.queries.receiptOf(commandId);
  }

  @Get('integrity-checks')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'What each check of the whole store came to (npm run fsck), the newest first.',
    description: 'For whoever sees everything, and for the administrator.',
  })
  @ApiPage(IntegrityCheckBody)
  integrityChecks(@Query() asked: ListQuery, @CurrentPerson() person: Person): Promise<Page<IntegrityCheckBody>> {
    return this.queryBus.execute(new ListIntegrityChecks(person, asked));
  }

  @Get('bundles/inspections/:id')
  @LooksAt('bundle', () => 'inspection')
  @BundleAnswer('A case and its recommendations as one file that verifies without this server.')
  async inspection(
    @IdParam('id') id: Uuid,
    @Query() { pinned }: BundleQuery,
    @CurrentPerson() person: Person,
  ): Promise<StreamableFile> {
    return asFile(`inspection-${id}`, await this.bundles.ofInspection(person, id, pinned));
  }

  @Get('bundles/units/:id')
  @LooksAt('bundle', () => 'unit')
  @BundleAnswer('A unit’s history, as far as the reader may see it, as one file that verifies without this server.')
  async unit(
    @IdParam('id') id: Uuid,
    @Query() { pinned }: BundleQuery,
    @CurrentPerson() person: Person,
  ): Promise<StreamableFile> {
    return asFile(`unit-${id}`, await this.bundles.ofUnit(person, id, pinned));
  }

  @Get('bundles/everything')
  @LooksAt('bundle', () => 'everything')
  @BundleAnswer('The whole log as one file that verifies without this server; for who may see everything.')
  async everything(@Query() { pinned }: BundleQuery, @CurrentPerson() person: Person): Promise<StreamableFile> {
    return asFile('everything', await this.bundles.ofEverything(person, pinned));
  }
}

function asFile(name: string, lines: Readable): StreamableFile {
  return new StreamableFile(lines, {
    type: bundleType,
    disposition: `attachment; filename="soat-${name}.ndjson"`,
  });
}
