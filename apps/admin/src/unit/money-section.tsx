import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDate, formatMoney } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import { ProgressBar } from '../ui/states.js';
import { ActButton } from './act-button.js';
import type { Offers, RecommendationFile } from './recommendation-file.js';

/** How much is to be paid back, how much came in, by which documents. */
export function MoneySection({ file, offers }: { readonly file: RecommendationFile; readonly offers: Offers }) {
  const t = useT();
  const language = useLanguage();
  const { amountToRecover } = file.order;
  if (amountToRecover === null) return null;
  const state = t('course.money.state', {
    recovered: formatMoney(file.amountRecovered, language),
    all: formatMoney(amountToRecover, language),
  });
  return (
    <Card title={t('course.money')}>
      <ProgressBar label={t('course.money')} value={file.amountRecovered} max={amountToRecover} text={state} />
      {file.recoveries.length === 0 && <p>{t('course.money.none')}</p>}
      <ol className="log">
        {file.recoveries.map(({ amount, recoveredOn, document }) => (
          <li key={document}>
            {t('course.money.one', { amount: formatMoney(amount, language), date: formatDate(recoveredOn), document })}
          </li>
        ))}
      </ol>
      {offers.recover === 'may' && file.amountRecovered < amountToRecover && (
        <div className="decisions">
          <ActButton
            file={file}
            act="recoveries"
            isDecision={false}
            label={t('course.money.record')}
            doneLabel={t('course.money.done')}
            fields={[
              { name: 'amount', label: t('course.money.amount'), kind: 'money' },
              { name: 'recoveredOn', label: t('course.money.on'), kind: 'date' },
              { name: 'document', label: t('course.money.document'), kind: 'line' },
              { name: 'evidence', label: t('unit.field.files'), kind: 'files', isOptional: true },
            ]}
          />
        </div>
      )}
    </Card>
  );
}
