import type { AsOf } from '../api/as-of.js';
import { type Instant, type LegalDate, type Severity, searchKey, type UnitOverviewRow } from '@soat/domain';

/** A unit's figures, as of now or of a past moment. */
export interface UnitFigures extends Omit<UnitOverviewRow, 'open' | 'untold'> {
  readonly asOf: AsOf;
  /** Not settled yet, whatever they wait for. */
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly awaitingVerification: number;
  readonly returned: number;
  readonly suspended: number;
  readonly extensionsAsked: number;
  readonly escalated: number;
  readonly nextDueOn: LegalDate | null;
}

/** What the tables and the cards show of a unit, or of all of them together. */
export interface Figures {
  readonly inspectionsStarted: number;
  readonly inspectionsEnded: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly found: number;
  readonly correctedOnSite: number;
  /** Implemented recommendations and findings corrected on site. */
  readonly fixed: number;
  readonly issued: number;
  readonly implemented: number;
  /** The unit's to do; neither awaiting verification nor verified. */
  readonly owing: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly returned: number;
  readonly awaitingVerification: number;
  /** Verified, but not closed yet. */
  readonly toClose: number;
  readonly verified: number;
  readonly verifiedOnTime: number;
  readonly verifiedOnTimeOriginally: number;
  readonly suspended: number;
  readonly extensionsAsked: number;
  readonly escalated: number;
  /** In đồng. */
  readonly amountToRecover: number;
  readonly amountRecovered: number;
}

export function figuresOf(unit: UnitFigures): Figures {
  // Only what was verified can be closed as implemented, so the difference is what waits for that.
  const toClose = unit.verified - unit.implemented;
  return {
    inspectionsStarted: unit.inspectionsStarted,
    inspectionsEnded: unit.inspectionsEnded,
    findings: unit.findings,
    found: unit.findings.minor + unit.findings.major + unit.findings.critical,
    correctedOnSite: unit.correctedOnSite,
    fixed: unit.implemented + unit.correctedOnSite,
    issued: unit.recommendationsIssued,
    implemented: unit.implemented,
    owing: unit.open - unit.awaitingVerification - unit.suspended - toClose,
    overdue: unit.overdue,
    dueSoon: unit.dueSoon,
    returned: unit.returned,
    awaitingVerification: unit.awaitingVerification,
    toClose,
    verified: unit.verified,
    verifiedOnTime: unit.verifiedOnTime,
    verifiedOnTimeOriginally: unit.verifiedOnTimeOriginally,
    suspended: unit.suspended,
    extensionsAsked: unit.extensionsAsked,
    escalated: unit.escalated,
    amountToRecover: unit.amountToRecover,
    amountRecovered: unit.amountRecovered,
  };
}

export function sumOf(units: readonly UnitFigures[]): Figures {
  const all = units.map(figuresOf);
  const sum = (count: (figures: Figures) => number) => all.reduce((total, figures) => total + count(figures), 0);
  return {
    inspectionsStarted: sum((figures) => figures.inspectionsStarted),
    inspectionsEnded: sum((figures) => figures.inspectionsEnded),
    findings: {
      minor: sum((figures) => figures.findings.minor),
      major: sum((figures) => figures.findings.major),
      critical: sum((figures) => figures.findings.critical),
    },
    found: sum((figures) => figures.found),
    correctedOnSite: sum((figures) => figures.correctedOnSite),
    fixed: sum((figures) => figures.fixed),
    issued: sum((figures) => figures.issued),
    implemented: sum((figures) => figures.implemented),
    owing: sum((figures) => figures.owing),
    overdue: sum((figures) => figures.overdue),
    dueSoon: sum((figures) => figures.dueSoon),
    returned: sum((figures) => figures.returned),
    awaitingVerification: sum((figures) => figures.awaitingVerification),
    toClose: sum((figures) => figures.toClose),
    verified: sum((figures) => figures.verified),
    verifiedOnTime: sum((figures) => figures.verifiedOnTime),
    verifiedOnTimeOriginally: sum((figures) => figures.verifiedOnTimeOriginally),
    suspended: sum((figures) => figures.suspended),
    extensionsAsked: sum((figures) => figures.extensionsAsked),
    escalated: sum((figures) => figures.escalated),
    amountToRecover: sum((figures) => figures.amountToRecover),
    amountRecovered: sum((figures) => figures.amountRecovered),
  };
}

/** Counts only: a rate of few cases ranks nobody. */
export const sortKeys = ['overdue', 'owing', 'found', 'lastInspected', 'name'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Most, or latest, first; names from A. What is equal stands by name. */
export function sorted(units: readonly UnitFigures[], key: SortKey, isReversed = false): readonly UnitFigures[] {
  const order = new Intl.Collator('vi');
  const weigh: Readonly<Record<SortKey, (one: UnitFigures, other: UnitFigures) => number>> = {
    overdue: (one, other) => other.overdue - one.overdue,
    owing: (one, other) => figuresOf(other).owing - figuresOf(one).owing,
    found: (one, other) => figuresOf(other).found - figuresOf(one).found,
    lastInspected: (one, other) => compareInstants(other.lastInspectedAt, one.lastInspectedAt),
    name: (one, other) => order.compare(one.name, other.name),
  };
  const sign = isReversed ? -1 : 1;
  return [...units].sort((one, other) => sign * weigh[key](one, other) || order.compare(one.name, other.name));
}

/** Every word somewhere in the name or the code, whatever its diacritics. */
export function found(units: readonly UnitFigures[], text: string): readonly UnitFigures[] {
  const words = searchKey(text).split(' ');
  return units.filter((unit) => {
    const key = searchKey(unit.name, unit.code);
    return words.every((word) => key.includes(word));
  });
}

function compareInstants(one: Instant | null, other: Instant | null): number {
  if (one === other) return 0;
  if (one === null) return -1;
  return other === null || one > other ? 1 : -1;
}
