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

export class StampBody {
  @Shown({ type: String, description: 'The log’s name.' })
  readonly origin: string;

  @Shown({ type: 'integer', description: 'How many events the checkpoint covers.' })
  readonly size: number;

  @Shown(hash)
  readonly root: string;

  @Shown({ type: String, format: 'date-time' })
  readonly sealedAt: string;

  @Shown({
    type: String,
    description: 'C2SP tlog-checkpoint: kept in a file, it is what the verifiers take as `--pinned`.',
  })
  readonly note: string;

  @Shown({ type: String, description: 'Origin, size and root in a line, for documents without pictures.' })
  readonly lineVi: string;

  @Shown({ type: String })
  readonly lineEn: string;

  @Shown({ type: String, description: 'The QR code of `qrText` as an SVG, to be printed 3.5 cm wide or more.' })
  readonly qrSvg: string;

  @Shown({ type: String, description: 'What is read off the QR code: the note with the newest key’s signature.' })
  readonly qrText: string;
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
