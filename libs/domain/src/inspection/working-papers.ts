import { assertEvidence } from '../evidence/evidence.js';
import { same } from '../kernel/same.js';
import { analyseLedger } from '../ledger/contribution-ledger.js';
import { assertBudgetLines } from '../ledger/budget-figures.js';
import { refusal } from '../refusals.js';
import { drawSample, samplingMethod } from '../sampling/sample.js';
import type { InspectionCommands, InspectionFile } from './facts.js';
import { fileInFieldwork, itemOf } from './guards.js';
import { type InspectionRules, withFile } from './rules.js';

/** What the team works with before it answers (giấy tờ làm việc): samples drawn, the ledger read, figures laid side by side. */
export const workingPapers = {
  decide: {
    DrawSample(state, { by, sampleId, itemCode, name, members, sha256, seed, size }) {
      const file = fileInFieldwork(state, by);
      itemOf(file, itemCode);
      const listed = listedOnce(members);
      const drawn = drawSample(listed.length, size, seed).map((number) => ({
        number,
        member: listed[number - 1] ?? '',
      }));
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw refusal('evidence.digest-malformed', { sha256 });
      const population = { name, sha256, size: listed.length };
      const facts = { sampleId, itemCode, population, seed, method: samplingMethod, drawn, drawnBy: by.id };
      const known = file.samples.find((sample) => sample.sampleId === sampleId);
      if (known) {
        if (same(known, { ...facts, number: known.number })) return [];
        throw refusal('sample.id-taken', { number: known.number });
      }
      return [{ type: 'SampleDrawn', data: { ...facts, number: nextNumber(file) } }];
    },
    ImportContributionLedger(state, { by, ledgerId, file: handedIn, rows, asOf, bankTotal }) {
      const file = fileInFieldwork(state, by);
      assertOfKind(file, 'contributions-audit');
      assertEvidence([handedIn]);
      const analysis = analyseLedger(rows, { asOf, bankTotal });
      const ledger = { ledgerId, file: handedIn, asOf, bankTotal, analysis, importedBy: by.id };
      return same(file.ledger, ledger) ? [] : [{ type: 'ContributionLedgerImported', data: ledger }];
    },
    RecordBudgetFigures(state, { by, period, lines }) {
      const file = fileInFieldwork(state, by);
      assertOfKind(file, 'budget-disclosure-check');
      assertBudgetLines(lines);
      const figures = { period, lines, recordedBy: by.id };
      return same(file.budgetFigures, figures) ? [] : [{ type: 'BudgetFiguresRecorded', data: figures }];
    },
  },
  evolve: {
    SampleDrawn: (state, sample) => withFile(state, ({ samples }) => ({ samples: [...samples, sample] })),
    ContributionLedgerImported: (state, ledger) => withFile(state, () => ({ ledger })),
    BudgetFiguresRecorded: (state, budgetFigures) => withFile(state, () => ({ budgetFigures })),
  },
} satisfies InspectionRules<
  'DrawSample' | 'ImportContributionLedger' | 'RecordBudgetFigures',
  'SampleDrawn' | 'ContributionLedgerImported' | 'BudgetFiguresRecorded'
>;

function nextNumber({ samples }: InspectionFile): string {
  return `M-${String(samples.length + 1).padStart(2, '0')}`;
}

/** Somebody listed twice would be drawn twice as often. */
function listedOnce(members: InspectionCommands['DrawSample']['members']): readonly string[] {
  const seen = new Set<string>();
  for (const member of members) {
    if (seen.has(member)) throw refusal('sample.member-twice', { member });
    seen.add(member);
  }
  return members;
}

function assertOfKind({ order: { checklist } }: InspectionFile, kind: string): void {
  if (checklist.kind !== kind) throw refusal('inspection.paper-of-other-checklist', { kind: checklist.kind });
}
