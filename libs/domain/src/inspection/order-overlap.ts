import { addDays, legalDayOf } from '../calendar/legal-day.js';
import type { Text } from '../checklists/checklist.js';
import type { Instant, LegalDate, UnitId, Uuid } from '../kernel/recorded.js';
import type { InspectionStatus } from './facts.js';

/**
 * How near another team at the same unit counts as overlapping (chồng chéo, trùng lặp). Plans ask for no unit to be checked
 * twice over the same; how many days that means is ours, not the law's.
 */
export const overlapWindow = { days: 30, source: 'Quyết định nội bộ', confirmed: false } as const;

export const orderWarningCodes = [
  'decision-number-used',
  'unit-inspected-meanwhile',
  'programme-item-ordered',
] as const;

/** What an order that is about to be given says of itself. */
export interface OrderAsked {
  readonly id: Uuid | null;
  readonly number: string;
  readonly signedOn: LegalDate;
  readonly fieldworkUntil: LegalDate | null;
  readonly unitId: UnitId;
  readonly orderedById: UnitId | null;
  readonly programmeItemId: Uuid | null;
}

/** An inspection that was ordered before; a part of the list's row. */
export interface OrderKnown {
  readonly id: Uuid;
  readonly number: string;
  readonly status: InspectionStatus;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly orderedById: UnitId;
  readonly orderedBy: string;
  readonly orderedOn: LegalDate;
  readonly fieldworkUntil: LegalDate | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly programmeItemId: Uuid | null;
}

/** Worth a second look before the decision is signed; it stands all the same. */
export interface OrderWarning {
  readonly code: (typeof orderWarningCodes)[number];
  /** The field of the order it is about. */
  readonly field: 'number' | 'unitId' | 'fromProgramme';
  /** The inspection ordered before. */
  readonly inspectionId: Uuid;
  readonly detail: Text;
}

/** By number, then by unit, each oldest first. Two cases may well have one number: a register is kept on paper as well. */
export function orderWarnings(asked: OrderAsked, known: readonly OrderKnown[]): readonly OrderWarning[] {
  const others = known.filter(({ id }) => id !== asked.id);
  const standing = others.filter(({ status, unitId }) => status !== 'cancelled' && unitId === asked.unitId);
  const year = asked.signedOn.slice(0, 4);
  const sameItem = standing.filter(
    ({ programmeItemId }) => programmeItemId !== null && programmeItemId === asked.programmeItemId,
  );
  return [
    ...others
      .filter(
        (other) =>
          other.orderedById === asked.orderedById &&
          other.number.toLowerCase() === asked.number.toLowerCase() &&
          other.orderedOn.startsWith(year),
      )
      .map((other) =>
        warning('decision-number-used', 'number', other, {
          vi: `${other.orderedBy} đã dùng số ${other.number} trong năm ${year}, cho cuộc kiểm tra ${other.unitName}`,
          en: `${other.orderedBy} used number ${other.number} in ${year} already, for an inspection of ${other.unitName}`,
        }),
      ),
    ...sameItem.map((other) =>
      warning('programme-item-ordered', 'fromProgramme', other, {
        vi: `Mục này của chương trình đã có quyết định ${other.number} ngày ${shown(other.orderedOn)} cho đơn vị`,
        en: `Decision ${other.number} of ${shown(other.orderedOn)} was given by this item for the unit already`,
      }),
    ),
    ...standing
      .filter((other) => !sameItem.includes(other) && overlaps(asked, other))
      .map((other) =>
        warning('unit-inspected-meanwhile', 'unitId', other, {
          vi: `Trùng lặp: đơn vị có cuộc kiểm tra ${other.number} của ${other.orderedBy} cách không quá ${overlapWindow.days} ngày`,
          en: `Overlap: inspection ${other.number} by ${other.orderedBy} is within ${overlapWindow.days} days at the unit`,
        }),
      ),
  ];
}

function warning(
  code: OrderWarning['code'],
  field: OrderWarning['field'],
  { id }: OrderKnown,
  detail: Text,
): OrderWarning {
  return { code, field, inspectionId: id, detail };
}

/** From its start, or its order while it has not started, to its end, or to when it should end. */
function overlaps(asked: OrderAsked, other: OrderKnown): boolean {
  const from = other.startedAt === null ? other.orderedOn : legalDayOf(other.startedAt);
  const until = other.endedAt === null ? (other.fieldworkUntil ?? from) : legalDayOf(other.endedAt);
  const isAfter = addDays(until, overlapWindow.days) < asked.signedOn;
  const isBefore = from > addDays(asked.fieldworkUntil ?? asked.signedOn, overlapWindow.days);
  return !isAfter && !isBefore;
}

function shown(on: LegalDate): string {
  return on.split('-').reverse().join('/');
}
