import { Shown } from '../platform/http/response.js';

const hash = { type: 'string', description: 'SHA-256 in base64.' } as const;

export class VerifierKeysBody {
  @Shown({
    type: [String],
    description:
      'What checkpoints are checked by (C2SP signed-note), the newest first; compare it with what you were given on paper.',
  })
  readonly data: readonly string[];
}

export class ConsistencyBody {
  @Shown({ type: 'integer' })
  readonly from: number;

  @Shown({ type: 'integer' })
  readonly to: number;

  @Shown({ type: 'array', items: hash, description: 'RFC 9162, 2.1.4.1; none between equal sizes.' })
  readonly proof: readonly string[];
}

export class ReceiptEventBody {
  @Shown({ type: String, format: 'uuid' })
  readonly eventId: string;

  @Shown({ type: 'integer', description: 'Its leaf has this number less one.' })
  readonly position: number;

  @Shown({ type: String, description: 'C2SP tlog-proof: it verifies by itself, against the log’s key.' })
  readonly proof: string;
}

export class ReceiptBody {
  @Shown({ type: String, format: 'uuid' })
  readonly commandId: string;

  @Shown({ type: [ReceiptEventBody], description: 'One for each event of the command, in their order.' })
  readonly events: readonly ReceiptEventBody[];
}
