import type { Past } from '../api/past.js';

/** An event as the slider needs it. */
export interface Moment {
  readonly position: number;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly sentenceVi: string;
  readonly sentenceEn: string;
}

export interface OrderedMoment extends Moment {
  /** By the clock that orders. */
  readonly at: string;
}

/** The earliest first, by the server's clock or by that of what happened; what is equal goes by its place in the log. */
export function momentsOf(events: readonly Moment[], basis: Past['basis']): readonly OrderedMoment[] {
  return events
    .map((event) => ({ ...event, at: basis === 'occurred' ? event.occurredAt : event.recordedAt }))
    .sort((one, other) =>
      basis === 'recorded' || one.at === other.at
        ? one.position - other.position
        : Date.parse(one.at) - Date.parse(other.at),
    );
}

/** The past right after an event: its position in the log, or the instant it happened at. */
export function pastAt(moment: OrderedMoment | undefined, basis: Past['basis']): Past | null {
  if (!moment) return null;
  return { asOf: basis === 'occurred' ? moment.at : String(moment.position), basis };
}

/** Which event, from 1, is the last one of a past; the first one where all came later. */
export function indexAt(moments: readonly OrderedMoment[], { asOf, basis }: Past): number {
  const isPosition = /^\d+$/.test(asOf);
  const until = isPosition ? Number(asOf) : Date.parse(/T/.test(asOf) ? asOf : `${asOf}T23:59:59.999+07:00`);
  const isBy = ({ position, at, recordedAt }: OrderedMoment) =>
    isPosition ? position <= until : Date.parse(basis === 'occurred' ? at : recordedAt) <= until;
  return Math.max(moments.filter(isBy).length, 1);
}
