import { differingLines, type ImportedLedger, type Sample } from '@soat/domain';
import { useState } from 'react';
import type { InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatMoney, formatNumber } from '../ui/format.js';
import { Card, Facts, Section } from '../ui/layout.js';
import { FiguresSheet } from './figures-sheet.js';
import { numberOf } from './labels.js';
import { LedgerSheet } from './ledger-sheet.js';
import { SampleSheet } from './sample-sheet.js';

type Opened = 'ledger' | 'figures' | 'sample';

/** Whether the papers come before the items: they do where there are any, or the items are answered from them. */
export function isLedByPapers({ file }: InspectionShown): boolean {
  const { kind } = file.order.checklist;
  return papersOf(kind).length > 1 || file.samples.length > 0;
}

function papersOf(kind: string): readonly Opened[] {
  if (kind === 'contributions-audit') return ['ledger', 'sample'];
  return kind === 'budget-disclosure-check' ? ['figures', 'sample'] : ['sample'];
}

/** What the team works with before it answers: the ledger it was handed, the figures laid side by side, the samples drawn. */
export function PapersPart({ shown, isOpen }: { readonly shown: InspectionShown; readonly isOpen: boolean }) {
  const t = useT();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { file, id } = shown;
  const { ledger, budgetFigures, samples } = file;
  const { kind, items } = file.order.checklist;
  const close = () => setOpened(null);
  if (!isOpen && !ledger && !budgetFigures && samples.length === 0) return null;
  return (
    <Section title={t('inspector.papers')}>
      {ledger && <LedgerCard ledger={ledger} />}
      {budgetFigures && (
        <Card>
          <p>
            {t('inspector.papers.figuresTold', {
              period: budgetFigures.period,
              lines: budgetFigures.lines.length,
              differing: differingLines(budgetFigures.lines).length,
            })}
          </p>
        </Card>
      )}
      {samples.map((sample) => (
        <SampleCard key={sample.sampleId} sample={sample} />
      ))}
      {isOpen && (
        <div className="papers-actions">
          {papersOf(kind).map((paper) => (
            <Button key={paper} onClick={() => setOpened(paper)}>
              {t(`inspector.papers.${paper}`)}
            </Button>
          ))}
        </div>
      )}
      {opened === 'ledger' && <LedgerSheet inspectionId={id} read={ledger} onClose={close} />}
      {opened === 'figures' && <FiguresSheet inspectionId={id} onClose={close} />}
      {opened === 'sample' && <SampleSheet inspectionId={id} items={items} onClose={close} />}
    </Section>
  );
}

function LedgerCard({ ledger }: { readonly ledger: ImportedLedger }) {
  const t = useT();
  const language = useLanguage();
  const { totals, receipts, duplicates, identical, deposits, inKind, rows, households } = ledger.analysis;
  const money = (amount: number) => formatMoney(amount, language);
  const count = (number: number) => formatNumber(number, language);
  return (
    <Card
      title={t('inspector.papers.ledgerTold', {
        name: ledger.file.name,
        rows: count(rows),
        households: count(households),
      })}
    >
      <Facts
        items={[
          { name: t('inspector.papers.receipts'), value: money(totals.receipts) },
          { name: t('inspector.papers.booked'), value: money(totals.ledger) },
          { name: t('inspector.papers.bank'), value: money(totals.bank) },
          { name: t('inspector.papers.missing'), value: count(receipts.missing) },
          { name: t('inspector.papers.without'), value: count(receipts.without.count) },
          { name: t('inspector.papers.duplicates'), value: count(duplicates.count) },
          {
            name: t('inspector.papers.identical'),
            value: t('inspector.papers.identicalTold', {
              count: count(identical.count),
              of: count(identical.of),
              amount: money(identical.amount),
            }),
          },
          {
            name: t('inspector.papers.longest'),
            value: deposits.longestDays === null ? '–' : count(deposits.longestDays),
          },
          { name: t('inspector.papers.pending'), value: count(deposits.pending.count) },
          { name: t('inspector.papers.inKind'), value: money(inKind.booked) },
        ]}
      />
    </Card>
  );
}

function SampleCard({ sample }: { readonly sample: Sample }) {
  const t = useT();
  const { number, itemCode, drawn, population, seed } = sample;
  return (
    <Card
      title={t('inspector.papers.sampleTold', {
        number,
        item: numberOf(itemCode),
        size: drawn.length,
        population: population.size,
        name: population.name,
      })}
    >
      <ol className="sample-members">
        {drawn.map((one) => (
          <li key={one.number} value={one.number}>
            {one.member}
          </li>
        ))}
      </ol>
      <small>{t('inspector.papers.sampleProof', { seed, digest: population.sha256.slice(0, 16) })}</small>
    </Card>
  );
}
