import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatRate } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import { Tag } from '../ui/tag.js';
import { formatDay } from '../unit/marks.js';
import { figuresOf, type UnitFigures } from './overview.js';

/** A unit on a phone: what a row of the table says. */
export function UnitCard({ unit }: { readonly unit: UnitFigures }) {
  const t = useT();
  const language = useLanguage();
  const figures = figuresOf(unit);
  const rows = [
    { name: t('leader.column.found'), value: figures.found },
    { name: t('leader.column.fixed'), value: figures.fixed },
    { name: t('leader.column.owing'), value: figures.owing },
    {
      name: t('leader.column.overdue'),
      value: figures.overdue > 0 ? <Tag tone="overdue">{figures.overdue}</Tag> : figures.overdue,
    },
  ];
  return (
    <Card title={unit.name} to={`/don-vi/${unit.unitId}`} {...(figures.overdue > 0 && { tone: 'overdue' as const })}>
      <p className="card-facts">
        <span>
          {unit.lastInspectedAt
            ? t('leader.lastInspected', { date: formatDay(unit.lastInspectedAt) })
            : t('leader.notInspected')}
        </span>
      </p>
      <dl className="unit-figures">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {unit.verified > 0 && (
        <p className="card-facts">
          <span>
            {t('leader.onTime')}: {formatRate(unit.verifiedOnTime, unit.verified, language)}
          </span>
          <span>
            {t('leader.onTimeOriginally')}: {formatRate(unit.verifiedOnTimeOriginally, unit.verified, language)}
          </span>
        </p>
      )}
    </Card>
  );
}
