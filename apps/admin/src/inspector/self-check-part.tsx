import { type ComparedItem, type SelfCheckVerdict, selfCheckVerdicts } from '@soat/domain';
import { Link } from 'react-router';
import type { InspectionShown, SelfCheckShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDateTime, formatRate } from '../ui/format.js';
import { Card, Facts, Section } from '../ui/layout.js';
import { Tag, type Tone } from '../ui/tag.js';
import { answerText, numberOf, worded } from './labels.js';

const tones: Readonly<Record<SelfCheckVerdict, Tone>> = {
  agreed: 'done',
  overstated: 'overdue',
  understated: 'soon',
  'applicability-differs': 'soon',
};

/** What the unit said of itself beside what was found, item by item; those that differ first, for they are what one reads. */
export function SelfCheckPart({ shown, beside }: { readonly shown: InspectionShown; readonly beside: SelfCheckShown }) {
  const t = useT();
  const language = useLanguage();
  const { comparison, selfCheck, inspection } = beside;
  const other = shown.id === selfCheck.id ? inspection : selfCheck;
  const differing = comparison.items.filter(isDiffering);
  return (
    <Section title={t('inspector.selfCheck')}>
      <Card>
        <p>
          {t(shown.id === selfCheck.id ? 'inspector.selfCheck.ofCheck' : 'inspector.selfCheck.ofUnit', {
            number: other.number,
            at: formatDateTime(other.endedAt ?? other.startedAt ?? ''),
          })}{' '}
          <Link to={`/kiem-tra/${other.id}`}>{shown.id === selfCheck.id && t('inspector.selfCheck.open')}</Link>
        </p>
        <div className="tags">
          <Tag tone="info">
            {t('inspector.selfCheck.share', {
              rate: formatRate(comparison.counts.agreed, comparison.compared, language),
            })}
          </Tag>
          {selfCheckVerdicts
            .filter((verdict) => comparison.counts[verdict] > 0)
            .map((verdict) => (
              <Tag key={verdict} tone={tones[verdict]}>
                {t(`inspector.selfCheck.count.${verdict}`, { count: comparison.counts[verdict] })}
              </Tag>
            ))}
        </div>
        {comparison.notCompared > 0 && <p>{t('inspector.selfCheck.notCompared', { count: comparison.notCompared })}</p>}
      </Card>
      {differing.map((item) => (
        <ItemCard key={item.itemCode} shown={shown} item={item} />
      ))}
      {comparison.compared > 0 && differing.length === 0 && <p>{t('inspector.selfCheck.same')}</p>}
    </Section>
  );
}

function isDiffering({ verdict, figures }: ComparedItem): boolean {
  return verdict !== 'agreed' || figures.length > 0;
}

function ItemCard({ shown, item }: { readonly shown: InspectionShown; readonly item: ComparedItem }) {
  const t = useT();
  const language = useLanguage();
  const asked = shown.file.order.checklist.items.find(({ code }) => code === item.itemCode);
  const told = (answer: ComparedItem['said']) => {
    if (answer.status === 'not-applicable') return `${t('inspector.answer.notApplicable')}: ${answer.reason}`;
    const outcome = t(answer.outcome === 'pass' ? 'inspector.answer.pass' : 'inspector.answer.fail');
    return asked ? `${outcome}: ${answerText(answer.value, asked, t, language)}` : outcome;
  };
  return (
    <Card
      title={asked ? `${numberOf(item.itemCode)}. ${worded(asked.question, language)}` : item.itemCode}
      tags={
        <Tag tone={tones[item.verdict]}>
          {t(
            item.verdict === 'agreed'
              ? 'inspector.selfCheck.figuresDiffer'
              : `inspector.selfCheck.verdict.${item.verdict}`,
          )}
        </Tag>
      }
    >
      <Facts
        items={[
          { name: t('inspector.selfCheck.said'), value: told(item.said) },
          { name: t('inspector.selfCheck.verified'), value: told(item.verified) },
        ]}
      />
    </Card>
  );
}
