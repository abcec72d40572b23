import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Uuid } from '@soat/domain';
import { Public } from '../platform/access/person.guard.js';
import { WholeNumber } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/id-param.js';
import { Offers } from '../platform/http/request.guard.js';
import { TrailQueries } from './trail.queries.js';
import { ConsistencyBody, ReceiptBody, VerifierKeysBody } from './trail.responses.js';

const plainText = 'text/plain; charset=utf-8';

export class ConsistencyQuery {
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Size of an earlier checkpoint.' })
  readonly from: number;

  @WholeNumber({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    description: 'Size of a later one; no greater than the newest.',
  })
  readonly to: number;
}

/** Proof that history was not altered: for everybody, as open formats, and nothing of any case in it. */
@ApiTags('trail')
@Controller('trail')
export class TrailController {
  constructor(private readonly queries: TrailQueries) {}

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
  consistency(@Query() { from, to }: ConsistencyQuery): Promise<ConsistencyBody> {
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
}
