import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** A member of an answer, for the API's document. Lists, enums and shapes are named where reflection cannot see them. */
export function Shown(options: ApiPropertyOptions = {}): PropertyDecorator {
  return ApiProperty(options);
}

export class WarningBody {
  @ApiProperty({ description: 'JSON pointer into the body that was sent.' })
  readonly pointer: string;

  @ApiProperty({ example: 'look-alike-letter' })
  readonly code: string;

  @ApiProperty()
  readonly detail: string;
}

/** Promised before it is sealed: the answer says what the log will have to prove. */
export class CommandReceiptBody {
  @ApiProperty({
    description: 'Where the signed receipt is asked for; it waits until the events are sealed, within a second.',
  })
  readonly href: string;

  @ApiProperty({
    type: [String],
    description:
      'The leaf of each of its events, SHA-256 in base64, in the order of `eventIds`: kept, they are the first, unsigned receipt.',
  })
  readonly leafHashes: readonly string[];
}

/** What every command answers. */
export class CommandAnswerBody {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Length of the stream after the command; also its ETag.' })
  readonly length: number;

  @ApiProperty({ description: 'Position of its last event; give it to a read as `atLeast`.' })
  readonly position: number;

  @ApiProperty({ type: [String], description: 'Ids of its events; none where the command decided nothing.' })
  readonly eventIds: readonly string[];

  @ApiProperty({
    type: CommandReceiptBody,
    required: false,
    description: 'Left out where the command decided nothing.',
  })
  readonly receipt?: CommandReceiptBody;

  @ApiProperty({ type: [WarningBody], required: false, description: 'Kept as sent, and worth a second look.' })
  readonly warnings?: readonly WarningBody[];
}
