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

/** What every command answers. */
export class CommandAnswerBody {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Length of the stream after the command; also its ETag.' })
  readonly length: number;

  @ApiProperty({ description: 'Position of its last event; give it to a read as `atLeast`.' })
  readonly position: number;

  @ApiProperty({ type: [String], description: 'Ids of its events; none where the command was a repeat.' })
  readonly eventIds: readonly string[];

  @ApiProperty({ type: [WarningBody], required: false, description: 'Kept as sent, and worth a second look.' })
  readonly warnings?: readonly WarningBody[];
}
