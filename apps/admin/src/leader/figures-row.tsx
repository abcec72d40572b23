import { useId } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatNumber, formatRate, type Language } from '../ui/format.js';
import { StatCard, StatRow } from '../ui/layout.js';
import type { Figures } from './overview.js';

interface FiguresRowProps {
  readonly figures: Figures;
  /** How many units were inspected, of how many; left out where the figures are one unit's. */
  readonly units?: { readonly inspected: number; readonly all: number };
  /** The list behind a figure, with the same count. */
  readonly pathOf: (show: 'owing' | 'overdue' | 'awaiting-verification' | 'extension-asked' | 'escalated') => string;
}

/** Found, fixed, owing, overdue; every rate with its numerator and denominator, on time by both due dates. */
export function FiguresRow({ figures, units, pathOf }: FiguresRowProps) {
  const t = useT();
  const id = useId();
  const language = useLanguage();
  const { findings, owing, overdue, verified } = figures;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section className="figures" aria-labelledby={id}>
      <h2 className="visually-hidden" id={id}>
        {t('leader.figures')}
      </h2>
      <StatRow>
        {units && (
          <StatCard
            label={t('leader.units')}
            value={number(units.inspected)}
            note={t('leader.unitsNote', { all: units.all })}
          />
        )}
        <StatCard
          label={t('leader.inspections')}
          value={number(figures.inspectionsStarted)}
          note={t('leader.inspectionsNote', { ended: number(figures.inspectionsEnded) })}
        />
        <StatCard
          label={t('leader.findings')}
          value={number(figures.found)}
          note={t('leader.findingsNote', findings)}
        />
        <StatCard
          label={t('leader.owing')}
          value={number(owing)}
          note={t('leader.owingNote', { soon: figures.dueSoon, returned: figures.returned })}
          to={pathOf('owing')}
        />
        <StatCard
          label={t('leader.overdue')}
          value={number(overdue)}
          note={t('leader.overdueNote', { owing: number(owing) })}
          to={pathOf('overdue')}
          {...(overdue > 0 && { tone: 'overdue' as const })}
        />
        <StatCard
          label={t('leader.awaiting')}
          value={number(figures.awaitingVerification)}
          note={t('leader.awaitingNote', { verified: figures.toClose })}
          to={pathOf('awaiting-verification')}
        />
        <StatCard
          label={t('leader.toDecide')}
          value={number(figures.extensionsAsked)}
          note={t('leader.toDecideNote')}
          to={pathOf('extension-asked')}
        />
        <StatCard
          label={t('leader.escalated')}
          value={number(figures.escalated)}
          note={t('leader.escalatedNote')}
          to={pathOf('escalated')}
        />
      </StatRow>
      <StatRow>
        <StatCard
          label={t('leader.implemented')}
          value={share(figures.implemented, figures.issued, language)}
          note={t('leader.implementedNote', { count: figures.implemented, of: figures.issued })}
        />
        {figures.amountToRecover > 0 && (
          <StatCard
            label={t('leader.money')}
            value={share(figures.amountRecovered, figures.amountToRecover, language)}
            note={t('leader.moneyNote', {
              recovered: number(figures.amountRecovered),
              all: number(figures.amountToRecover),
            })}
          />
        )}
        <StatCard
          label={t('leader.onTime')}
          value={share(figures.verifiedOnTime, verified, language)}
          note={verified > 0 && t('leader.onTimeNote', { count: figures.verifiedOnTime, of: verified })}
        />
        <StatCard
          label={t('leader.onTimeOriginally')}
          value={share(figures.verifiedOnTimeOriginally, verified, language)}
          note={verified > 0 && t('leader.onTimeNote', { count: figures.verifiedOnTimeOriginally, of: verified })}
        />
      </StatRow>
    </section>
  );
}

/** The percentage without its fraction, which stands in the note; below ten cases the fraction. */
function share(count: number, of: number, language: Language): string {
  return formatRate(count, of, language).replace(/ \(.*/, '');
}
