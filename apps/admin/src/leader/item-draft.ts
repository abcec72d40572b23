import type { InspectionType, PlannedItem, ProgrammeBody, QuotaPeriod } from '@soat/domain';
import type { PickedUnit } from '../inspector/unit-picker.js';

/** Bodies as a plan names them: registered units, and the groups that are none. */
export interface BodiesDraft {
  readonly units: readonly PickedUnit[];
  /** One a line: `UBND các xã, phường`. */
  readonly others: string;
}

/** One item of a plan as it is being written. */
export interface ItemDraft {
  readonly itemId: string;
  readonly code: string;
  readonly text: string;
  readonly lead: BodiesDraft;
  readonly coordinating: BodiesDraft;
  readonly implementing: BodiesDraft;
  readonly time: string;
  readonly inspectionType: InspectionType;
  /** Empty where the plan names no checklist. */
  readonly checklistKind: string;
  readonly quota: number | null;
  readonly per: QuotaPeriod;
}

const noBodies: BodiesDraft = { units: [], others: '' };

/** `itemId`: made here, for life. */
export function newItem(itemId: string): ItemDraft {
  return {
    itemId,
    code: '',
    text: '',
    lead: noBodies,
    coordinating: noBodies,
    implementing: noBodies,
    time: '',
    inspectionType: 'unannounced',
    checklistKind: '',
    quota: null,
    per: 'quarter',
  };
}

/** An item as it stands, to be amended. */
export function draftFrom({ time, unannouncedQuota, checklistKind, ...item }: PlannedItem): ItemDraft {
  return {
    ...item,
    lead: bodiesFrom(item.lead),
    coordinating: bodiesFrom(item.coordinating),
    implementing: bodiesFrom(item.implementing),
    time: time.text,
    checklistKind: checklistKind ?? '',
    quota: unannouncedQuota?.count ?? null,
    per: unannouncedQuota?.per ?? 'quarter',
  };
}

/** The fields that are needed and empty. */
export function lackingIn({ code, text, lead, time }: ItemDraft): readonly ('code' | 'text' | 'lead' | 'time')[] {
  return [
    ...(code.trim() === '' ? (['code'] as const) : []),
    ...(text.trim() === '' ? (['text'] as const) : []),
    ...(bodiesOf(lead).length === 0 ? (['lead'] as const) : []),
    ...(time.trim() === '' ? (['time'] as const) : []),
  ];
}

/** What is sent of an item. */
export function bodyOfItem({ quota, per, checklistKind, ...item }: ItemDraft) {
  return {
    itemId: item.itemId,
    code: item.code.trim(),
    text: item.text.trim().normalize('NFC'),
    lead: bodiesOf(item.lead),
    coordinating: bodiesOf(item.coordinating),
    implementing: bodiesOf(item.implementing),
    time: item.time.trim().normalize('NFC'),
    inspectionType: item.inspectionType,
    ...(checklistKind !== '' && { checklistKind }),
    ...(item.inspectionType === 'unannounced' && quota !== null && { unannouncedQuota: { count: quota, per } }),
  };
}

function bodiesFrom(bodies: readonly ProgrammeBody[]): BodiesDraft {
  return {
    units: bodies.flatMap(({ name, unit }) => (unit ? [{ id: unit.id, name }] : [])),
    others: bodies
      .filter(({ unit }) => unit === null)
      .map(({ name }) => name)
      .join('\n'),
  };
}

function bodiesOf({ units, others }: BodiesDraft) {
  return [
    ...units.map(({ id, name }) => ({ name, unitId: id })),
    ...others
      .split('\n')
      .map((line) => ({ name: line.trim().normalize('NFC') }))
      .filter(({ name }) => name !== ''),
  ];
}
