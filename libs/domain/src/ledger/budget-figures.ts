import { assess, type ChecklistItem, differencesOf, moneyMax } from '../checklists/checklist.js';
import { refusal } from '../refusals.js';
import { type AnswerProposal, dong } from './ledger-proposals.js';

/** One line of the commune's budget, as disclosed, as the Council resolved it, as the Treasury has it. Whole đồng. */
export interface BudgetLine {
  /** `I.2`: what the form calls it, once in the list. */
  readonly code: string;
  readonly name: string;
  readonly published: number;
  readonly resolved: number;
  readonly treasury: number;
}

/** @throws Rejection for no lines, a code twice, or an amount that is none. */
export function assertBudgetLines(lines: readonly BudgetLine[]): void {
  if (lines.length === 0) throw refusal('budget-figures.empty');
  const codes = new Set<string>();
  for (const { code, published, resolved, treasury } of lines) {
    if (codes.has(code)) throw refusal('budget-figures.line-twice', { line: code });
    codes.add(code);
    if ([published, resolved, treasury].some((sum) => !Number.isInteger(sum) || sum < 0 || sum > moneyMax))
      throw refusal('budget-figures.amount-malformed', { line: code });
  }
}

/** The lines on which the three sources do not agree to the đồng, the furthest apart first. */
export function differingLines(lines: readonly BudgetLine[]): readonly (BudgetLine & { readonly apart: number })[] {
  return lines
    .map((line) => ({ ...line, apart: apartOn(line) }))
    .filter(({ apart }) => apart > 0)
    .sort((one, other) => other.apart - one.apart);
}

/**
 * What the figures propose for the three-way match. Totals may agree while two lines cancel out, so the line furthest apart
 * is the one that is answered with; the totals only where every line agrees.
 */
export function budgetProposals(
  lines: readonly BudgetLine[],
  items: readonly Pick<ChecklistItem, 'code' | 'answer'>[],
): readonly AnswerProposal[] {
  const item = items.find(({ code }) => code === 'CBD-15');
  if (!item) return [];
  const differing = differingLines(lines);
  const total = (amountOf: (line: BudgetLine) => number) => lines.reduce((sum, line) => sum + amountOf(line), 0);
  const shown = differing[0] ?? {
    published: total(({ published }) => published),
    resolved: total(({ resolved }) => resolved),
    treasury: total(({ treasury }) => treasury),
  };
  const value = {
    kind: 'reconciliation',
    first: shown.published,
    second: shown.resolved,
    third: shown.treasury,
  } as const;
  const assessment = assess(item, value);
  if ('code' in assessment) return [];
  const told = differing
    .slice(0, 5)
    .map(
      ({ code, name, published, resolved, treasury }) =>
        `${code} ${name}: công khai ${dong(published)}, nghị quyết ${dong(resolved)}, Kho bạc ${dong(treasury)}`,
    );
  return [
    {
      itemCode: item.code,
      value,
      outcome: assessment.outcome,
      condition:
        assessment.outcome === 'fail'
          ? `${differing.length} chỉ tiêu không khớp giữa ba nguồn. ${told.join('; ')}`
          : null,
      amountAtRisk: assessment.outcome === 'fail' ? (differing[0]?.apart ?? null) : null,
      lines: { count: 0, first: [] },
    },
  ];
}

function apartOn({ published, resolved, treasury }: BudgetLine): number {
  return differencesOf({ first: published, second: resolved, third: treasury }).apart;
}
