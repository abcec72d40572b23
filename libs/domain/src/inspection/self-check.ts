import { daysBetween, legalDayOf } from '../calendar/legal-day.js';
import type { AnswerValue, ChecklistItem } from '../checklists/checklist.js';
import type { Answer, InspectionFile } from './facts.js';
import type { InspectionListRow } from './inspection-list.view.js';

/** How what the unit said of an item lies to what the inspection found. */
export const selfCheckVerdicts = ['agreed', 'overstated', 'understated', 'applicability-differs'] as const;
export type SelfCheckVerdict = (typeof selfCheckVerdicts)[number];

/** A figure that both sides told: a count, an amount, a share's two numbers; of dates the days between. */
export interface ComparedFigure {
  /** Member of the answer's value: `numerator`, `amount`, `on`. */
  readonly part: string;
  readonly said: number | string;
  readonly verified: number | string;
  /** Verified less said; days for a date. */
  readonly difference: number;
}

export interface ComparedItem {
  readonly itemCode: string;
  readonly verdict: SelfCheckVerdict;
  readonly said: Answer;
  readonly verified: Answer;
  /** Those that differ; none where both told the same, or told no figures of one kind. */
  readonly figures: readonly ComparedFigure[];
}

/** A self-check (tự kiểm tra) beside the inspection that answered the same checklist. */
export interface SelfCheckComparison {
  /** In the checklist's order, and only where both have answered: nobody reads the unit's answer before giving one's own. */
  readonly items: readonly ComparedItem[];
  readonly counts: Readonly<Record<SelfCheckVerdict, number>>;
  /** Items that both answered; the share of agreement is `counts.agreed / compared`, and there is none while this is 0. */
  readonly compared: number;
  /** Items of the inspection that only one of the two has answered so far. */
  readonly notCompared: number;
}

/** Items are matched by their code, which stays from edition to edition; what the system answered nobody said. */
export function compareSelfCheck(
  selfCheck: Pick<InspectionFile, 'answers'>,
  { answers, order }: Pick<InspectionFile, 'answers' | 'order'>,
): SelfCheckComparison {
  const asked = order.checklist.items.filter(({ answer }) => answer.kind !== 'derived');
  const items = asked.flatMap(({ code }: ChecklistItem): readonly ComparedItem[] => {
    const said = selfCheck.answers[code];
    const verified = answers[code];
    if (!said || !verified) return [];
    return [{ itemCode: code, verdict: verdictOf(said, verified), said, verified, figures: figuresOf(said, verified) }];
  });
  const count = (verdict: SelfCheckVerdict) => items.filter((item) => item.verdict === verdict).length;
  return {
    items,
    counts: {
      agreed: count('agreed'),
      overstated: count('overstated'),
      understated: count('understated'),
      'applicability-differs': count('applicability-differs'),
    },
    compared: items.length,
    notCompared: asked.length - items.length,
  };
}

function verdictOf(said: Answer, verified: Answer): SelfCheckVerdict {
  if (said.status === 'not-applicable' || verified.status === 'not-applicable')
    return said.status === verified.status ? 'agreed' : 'applicability-differs';
  if (said.outcome === verified.outcome) return 'agreed';
  return said.outcome === 'pass' ? 'overstated' : 'understated';
}

function figuresOf(said: Answer, verified: Answer): readonly ComparedFigure[] {
  if (said.status !== 'answered' || verified.status !== 'answered' || said.value.kind !== verified.value.kind)
    return [];
  const others = new Map(partsOf(verified.value));
  return partsOf(said.value).flatMap(([part, one]) => {
    const other = others.get(part);
    if (other === undefined || other === one) return [];
    return [{ part, said: one, verified: other, difference: differenceOf(one, other) }];
  });
}

/** The figures and days of a value, by the name they have in it. */
function partsOf({ kind, ...parts }: AnswerValue): readonly (readonly [string, number | string])[] {
  if (kind === 'text') return [];
  return Object.entries(parts).filter(
    (part): part is [string, number | string] => typeof part[1] === 'number' || typeof part[1] === 'string',
  );
}

function differenceOf(said: number | string, verified: number | string): number {
  if (typeof said === 'string' && typeof verified === 'string') return daysBetween(said, verified);
  return Number(verified) - Number(said);
}

/** What the pairing of a self-check with an inspection is judged by. */
export type Paired = Pick<
  InspectionListRow,
  'id' | 'unitId' | 'regime' | 'checklistKind' | 'status' | 'startedAt' | 'endedAt'
>;

/** A self-check older than this says nothing about what an inspection found. */
export const selfCheckDaysMax = 365;

export function isSelfCheck({ regime }: Pick<InspectionListRow, 'regime'>): boolean {
  return regime === 'self-check';
}

/**
 * The self-check an inspection is laid beside: of the same unit by the same kind of checklist, the last one whose answers
 * were final before the inspection's were. Null while the inspection has not started: before that, nothing is laid beside
 * anything.
 */
export function selfCheckBeside<Row extends Paired>(inspection: Paired, candidates: readonly Row[]): Row | null {
  if (isSelfCheck(inspection) || inspection.startedAt === null || inspection.status === 'cancelled') return null;
  const { startedAt } = inspection;
  return latest(
    candidates.filter(
      (candidate) =>
        isSelfCheck(candidate) &&
        candidate.unitId === inspection.unitId &&
        candidate.checklistKind === inspection.checklistKind &&
        candidate.status !== 'cancelled' &&
        candidate.endedAt !== null &&
        (inspection.endedAt === null || candidate.endedAt <= inspection.endedAt) &&
        daysBetween(legalDayOf(candidate.endedAt), legalDayOf(startedAt)) <= selfCheckDaysMax,
    ),
  );
}

/** The other way round: of the inspections that a self-check stands beside, the one that started last. */
export function inspectionBeside<Row extends Paired>(selfCheck: Paired, rows: readonly Row[]): Row | null {
  return latest(rows.filter((row) => selfCheckBeside(row, [...rows, selfCheck])?.id === selfCheck.id));
}

function latest<Row extends Pick<Paired, 'id' | 'startedAt'>>(rows: readonly Row[]): Row | null {
  const at = ({ startedAt, id }: Row): string => `${startedAt ?? ''} ${id}`;
  return rows.reduce<Row | null>((last, row) => (last === null || at(row) > at(last) ? row : last), null);
}
