import { inspectionRegimes } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { Card, Section } from '../ui/layout.js';
import { Select } from '../ui/select.js';
import { isPeriodWrong, type OrderTerms, procedureOf, typesOffered } from './order-terms.js';

interface OrderRegimeProps {
  readonly terms: OrderTerms;
  readonly on: string | null;
  readonly isChecked: boolean;
  readonly onChange: (terms: OrderTerms) => void;
}

/** By which rules, of which kind, over which period and until when. */
export function OrderRegime({ terms, on, isChecked, onChange }: OrderRegimeProps) {
  const t = useT();
  const { regime, type, from, to, until } = terms;
  const procedure = procedureOf(terms, on);
  const change = (part: Partial<OrderTerms>) => onChange({ ...terms, ...part });
  const types = typesOffered(regime, on);
  return (
    <Section title={t('order.rules')}>
      <Card>
        <Select
          label={t('order.regime')}
          // A self-check is the unit's own, ordered by its head.
          options={inspectionRegimes
            .filter((offered) => offered !== 'self-check')
            .map((value) => ({ value, label: t(`inspector.regime.${value}`) }))}
          value={regime}
          onChange={(value) => {
            const chosen = inspectionRegimes.find((one) => one === value) ?? regime;
            const offered = typesOffered(chosen, on);
            change({ regime: chosen, ...(!offered.includes(type) && offered[0] && { type: offered[0] }) });
          }}
        />
        <ChoiceRow
          label={t('order.type')}
          options={types.map((value) => ({ value, label: t(`inspector.type.${value}`) }))}
          value={type}
          onChange={(value) => change({ type: value })}
          error={types.length === 0 ? t('order.regimeNotInForce') : undefined}
        />
        {procedure && (
          <p className="field-hint" role="status">
            {t(`order.path.${procedure.path}`)} {t(procedure.isAnnounced ? 'order.announced' : 'order.notAnnounced')}
          </p>
        )}
        <div className="form-pair">
          <DateField label={t('order.periodFrom')} isOptional value={from} onChange={(day) => change({ from: day })} />
          <DateField
            label={t('order.periodTo')}
            isOptional
            value={to}
            onChange={(day) => change({ to: day })}
            error={isChecked && isPeriodWrong(terms) ? t('order.periodWrong') : undefined}
          />
        </div>
        <DateField
          label={t('order.until')}
          isOptional
          value={until}
          onChange={(day) => change({ until: day })}
          error={isChecked && until !== null && on !== null && until < on ? t('order.untilWrong') : undefined}
        />
      </Card>
    </Section>
  );
}
