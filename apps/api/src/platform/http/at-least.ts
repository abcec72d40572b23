import { WholeNumber } from './fields.js';

/** What every read may be asked: to wait, bounded, until the view has seen the event at this position. */
export class ReadQuery {
  @WholeNumber({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'Position a command answered with; the answer waits, bounded, until the view has got there.',
  })
  readonly atLeast?: number;
}
