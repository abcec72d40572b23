import { type Instant, type LegalDate, legalDayOf } from '@soat/domain';
import { Clock } from '../clock.js';
import { EventStore } from '../event-store/event-store.js';
import { ReadQuery } from './at-least.js';
import { Field, type FieldOptions, OneOf } from './fields.js';
import { type FieldFacts, fieldWords } from './field-words.js';
import { dayReasons, type Kind, type Reason } from './kinds.js';
import { ListQuery } from './paging.js';
import { HttpProblem } from './problem.js';
import { Shown } from './response.js';
import { pointerTo } from './strict-json.js';

/** By which clock the past is taken: what was known then, or what had happened by then, whenever it was recorded. */
export const bases = ['recorded', 'occurred'] as const;
export type Basis = (typeof bases)[number];

/** Of which state an answer is. */
export interface AsOf {
  /** The last event that counts, 0 before the first; null where nothing was asked: then it is of now. */
  readonly position: number | null;
  /** The day taken for today. */
  readonly on: LegalDate;
  /** The instant asked for; where a position was asked, when its event was recorded. */
  readonly at: Instant | null;
  readonly basis: Basis;
}

/** A state that was asked for. */
export interface Past extends AsOf {
  readonly position: number;
  readonly at: Instant;
}

/** The day taken for today, and the position up to which events count; null is all of them. */
export class AsOfBody implements AsOf {
  @Shown({ type: Number, nullable: true, description: 'Of the last event that counts; null where nothing was asked.' })
  readonly position: number | null;

  @Shown({ type: String, format: 'date', description: 'The day taken for today, in Viet Nam.' })
  readonly on: string;

  @Shown({ type: String, format: 'date-time', nullable: true })
  readonly at: string | null;

  @Shown({ enum: [...bases], enumName: 'Basis' })
  readonly basis: Basis;
}

/** A past moment as it is asked for. */
export type Moment =
  | { readonly kind: 'day'; readonly on: LegalDate; readonly at: Instant }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'position'; readonly position: number };

const dayForm = /^[+-]?\d{4,6}-\d\d-\d\d$/;
// Z or an offset in either case, as RFC 3339 has it. A plus sign that was not escaped arrives as a blank, and no blank may
// stand there.
const instantForm =
  /^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+ -])((?:[01]\d|2[0-3]):[0-5]\d))$/;
const positionForm = /^[1-9]\d{0,15}$/;

/** The moment a text names, or why it names none. */
export function momentOf(text: string): Moment | readonly Reason[] {
  if (positionForm.test(text) && Number.isSafeInteger(Number(text)))
    return { kind: 'position', position: Number(text) };
  if (dayForm.test(text)) {
    const reasons = dayReasons(text, 'invalid-date');
    return reasons.length > 0 ? reasons : { kind: 'day', on: text, at: endOf(text) };
  }
  const [, day, time, fraction = '', sign, offset] = instantForm.exec(text) ?? [];
  if (day === undefined) return [{ code: 'invalid-as-of' }];
  const reasons = dayReasons(day, 'invalid-date');
  if (reasons.length > 0) return reasons;
  // The log's clock has milliseconds: what is finer is of the one that has begun.
  const local = `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const zone = sign === undefined ? 'Z' : `${sign === '-' ? '-' : '+'}${offset}`;
  return { kind: 'instant', at: new Date(`${local}${zone}`).toISOString() };
}

/** The last millisecond of a day in Viet Nam. */
export function endOf(on: LegalDate): Instant {
  return new Date(`${on}T23:59:59.999+07:00`).toISOString();
}

const moment: Kind = {
  schema: { type: 'string' },
  check: (value) => {
    if (typeof value !== 'string') return [{ code: 'wrong-type', facts: { wanted: 'string' } }];
    const found = momentOf(value);
    return 'kind' in found ? [] : found;
  },
};

/** A query parameter that names a past moment. */
export function MomentField(options: FieldOptions = {}): PropertyDecorator {
  return Field(moment, { example: '2026-06-30', ...options });
}

export function AsOfField(): PropertyDecorator {
  return MomentField({
    optional: true,
    description:
      'The answer as of a past moment: a date (its end in Viet Nam), an instant (RFC 3339, with Z or an offset), or a position.',
  });
}

export function BasisField(): PropertyDecorator {
  return OneOf(bases, {
    optional: true,
    name: 'Basis',
    description:
      'Beside asOf. `recorded`: what was known then; `occurred`: what had happened by then, whatever was recorded later.',
  });
}

/** A read that can be of a past moment. */
export class PastReadQuery extends ReadQuery {
  @AsOfField()
  readonly asOf?: string;
}

/** A list that can be of a past moment. */
export class PastListQuery extends ListQuery {
  @AsOfField()
  readonly asOf?: string;
}

/** A single file that can be of a past moment, by either clock. */
export class PastFileQuery extends PastReadQuery {
  @BasisField()
  readonly basis?: Basis;
}

/** Finds the position up to which events count as of a moment. */
export class PastMoments {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Null where nothing was asked. @throws HttpProblem for what is still to come */
  async resolve(asked: { readonly asOf?: string; readonly basis?: Basis }): Promise<Past | null> {
    if (asked.asOf !== undefined) return await this.at(asked.asOf, { basis: asked.basis ?? 'recorded' });
    if (asked.basis !== undefined) throw refused('basis', 'basis-without-as-of');
    return null;
  }

  /** For a moment in a parameter of another name. @throws HttpProblem for what is still to come */
  async at(
    text: string,
    { basis = 'recorded', parameter = 'asOf' }: { readonly basis?: Basis; readonly parameter?: string } = {},
  ): Promise<Past> {
    const asked = momentOf(text);
    if (!('kind' in asked)) throw refused(parameter, asked[0]?.code ?? 'invalid-as-of', asked[0]?.facts);
    if (asked.kind === 'position') return { ...(await this.positioned(asked.position, parameter)), basis };
    const now = this.clock.now();
    const on = asked.kind === 'day' ? asked.on : legalDayOf(asked.at);
    if (asked.kind === 'day' && asked.on > legalDayOf(now))
      throw refused(parameter, 'as-of-ahead', { last: legalDayOf(now) });
    if (asked.kind === 'instant' && asked.at > now) throw refused(parameter, 'as-of-ahead', { last: now });
    return { position: await this.store.lastUntil(asked.at), on, at: asked.at, basis };
  }

  /** What an answer says of itself. */
  asOf(past: Past | null): AsOf {
    return past ?? this.now();
  }

  /** What an answer says of itself when nothing was asked. */
  now(): AsOf {
    return { position: null, on: this.clock.today(), at: null, basis: 'recorded' };
  }

  private async positioned(position: number, parameter: string): Promise<Omit<Past, 'basis'>> {
    const event = await this.store.eventAt(position);
    if (event) return { position, on: legalDayOf(event.recordedAt), at: event.recordedAt };
    const head = await this.store.head();
    if (position > head) throw refused(parameter, 'as-of-position-ahead', { head });
    // Not every store numbers its events one by one.
    throw refused(parameter, 'as-of-no-event');
  }
}

/** What a view must have seen before it can answer; nothing in particular where nothing was asked. */
export function reachWanted(atLeast: number | undefined, past: Past | null): number | undefined {
  return past === null ? atLeast : Math.max(atLeast ?? 0, past.position);
}

function refused(parameter: string, code: string, facts?: FieldFacts): HttpProblem {
  return new HttpProblem('invalid-parameter', {
    errors: [{ pointer: pointerTo([parameter]), code, message: fieldWords(code, facts) }],
  });
}
