import type { Change } from '@soat/domain';
import { Clock } from '../clock.js';
import { type AsOf, AsOfBody, MomentField, type Past, PastMoments } from './as-of.js';
import { fieldWords } from './field-words.js';
import { HttpProblem } from './problem.js';
import { Shown } from './response.js';

/** Between which two moments. */
export class ChangesQuery {
  @MomentField({ description: 'The earlier moment: a date (its end in Viet Nam), an instant, or a position.' })
  readonly from: string;

  @MomentField({ optional: true, description: 'The later moment; now when left out.' })
  readonly to?: string;
}

/** Two moments, the earlier one first. */
export interface Span {
  readonly from: Past;
  readonly to: Past;
}

export interface Changes {
  readonly from: AsOf;
  readonly to: AsOf;
  readonly data: readonly Change[];
  /** How many events the reader may know of lie between the two. */
  readonly events: number;
}

/** Resolves the two moments of a question for changes. */
export class Spans {
  constructor(
    private readonly moments: PastMoments,
    private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem for what is still to come, or the wrong way round */
  async resolve({ from: earlier, to: later }: ChangesQuery): Promise<Span> {
    const from = await this.moments.at(earlier, { parameter: 'from' });
    const now = this.clock.now();
    const to = await this.moments.at(later ?? now, { parameter: 'to' });
    // The end of today has not come yet: asked for as a day, it is now.
    const began = from.at < now ? from.at : now;
    if (from.position > to.position || began > to.at)
      throw new HttpProblem('invalid-parameter', {
        errors: [{ pointer: '/from', code: 'from-after-to', message: fieldWords('from-after-to') }],
      });
    return { from, to };
  }
}

/** Whether an event was recorded after the earlier moment, and by the later one. */
export function isWithin({ from, to }: Span, position: number): boolean {
  return position > from.position && position <= to.position;
}

class ChangeBody {
  @Shown({ type: String, example: 'open' })
  readonly field: string;

  @Shown({ type: String, example: 'Kiến nghị đang mở: 5 → 3' })
  readonly vi: string;

  @Shown({ type: String, example: 'Open recommendations: 5 → 3' })
  readonly en: string;

  @Shown({
    nullable: true,
    description: 'The value behind the words; null where there was nothing of it.',
    ...anyValue(),
  })
  readonly before: Change['before'];

  @Shown({ nullable: true, ...anyValue() })
  readonly after: Change['after'];
}

export class ChangesBody implements Changes {
  @Shown({ type: AsOfBody })
  readonly from: AsOf;

  @Shown({ type: AsOfBody })
  readonly to: AsOf;

  @Shown({ type: [ChangeBody] })
  readonly data: readonly ChangeBody[];

  @Shown({ type: 'integer', description: 'Events between the two moments that the reader may know of.' })
  readonly events: number;
}

function anyValue() {
  return {
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: { type: 'string' } },
      {
        type: 'object',
        required: ['numerator', 'denominator'],
        properties: { numerator: { type: 'integer' }, denominator: { type: 'integer' } },
      },
      { type: 'null' },
    ],
  };
}
