import {
  type InspectionType,
  inspectionTypes,
  type Procedure,
  procedureFor,
  type Regime,
  regimeProfiles,
} from '@soat/domain';

/** By which rules an inspection is ordered, of which kind, over which period and until when. */
export interface OrderTerms {
  readonly regime: Regime;
  readonly type: InspectionType;
  readonly from: string | null;
  readonly to: string | null;
  readonly until: string | null;
}

export const usualTerms: OrderTerms = {
  regime: 'internal-check',
  type: 'unannounced',
  from: null,
  to: null,
  until: null,
};

/** The types a regime offers on a day; none where no profile of it is in force. */
export function typesOffered(regime: Regime, on: string | null): readonly InspectionType[] {
  if (on === null) return [];
  const profile = regimeProfiles.filter(
    (one) => one.regime === regime && one.validFrom <= on && (one.validTo === null || on <= one.validTo),
  );
  return inspectionTypes.filter((type) => profile.at(-1)?.paths[type] !== undefined);
}

/** What the order of these terms goes by; null where the regime has no such type on that day. */
export function procedureOf({ regime, type }: OrderTerms, on: string | null): Procedure | null {
  return on !== null && typesOffered(regime, on).includes(type) ? procedureFor({ regime, type, on }) : null;
}

/** Whether a period is told by one of its days only, or the wrong way round. */
export function isPeriodWrong({ from, to }: OrderTerms): boolean {
  return (from === null) !== (to === null) || (from !== null && to !== null && to < from);
}
