import { type InspectionListRow, type InspectionStatus } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Card } from '../ui/layout.js';
import { Tag, type Tone } from '../ui/tag.js';
import { formatDay } from './marks.js';
import './unit.css';

const tones: Readonly<Record<InspectionStatus, Tone>> = {
  ordered: 'neutral',
  announced: 'info',
  'report-submitted': 'info',
  'conclusion-drafting': 'info',
  'conclusion-drafted': 'info',
  'awaiting-response': 'soon',
  'response-received': 'soon',
  'appraisal-returned': 'overdue',
  'conclusion-appraised': 'info',
  'referred-to-superior': 'soon',
  'conclusion-issued': 'info',
  'conclusion-published': 'info',
  'implementation-directed': 'info',
  'in-fieldwork': 'info',
  suspended: 'soon',
  'fieldwork-ended': 'info',
  'minutes-signed': 'info',
  'minutes-refused': 'soon',
  'under-follow-up': 'info',
  closed: 'done',
  cancelled: 'neutral',
};

/** One inspection in a list of a unit's. */
export function InspectionCard({ row }: { readonly row: InspectionListRow }) {
  const t = useT();
  const language = useLanguage();
  const marks = Object.values(row.marks);
  const applicable = marks.filter((mark) => mark !== 'not-applicable').length;
  const passed = marks.filter((mark) => mark === 'pass').length;
  return (
    <Card
      kicker={`${t('unit.decision', { number: row.number })} · ${formatDay(row.startedAt ?? row.orderedOn)}`}
      title={row.title[language]}
      to={`/kiem-tra/${row.id}`}
      tone={tones[row.status]}
      tags={<Tag tone={tones[row.status]}>{t(`unit.inspection.${row.status}`)}</Tag>}
    >
      <p className="card-facts">
        {applicable > 0 && <span>{t('unit.marks', { passed, applicable })}</span>}
        <span>{t('unit.findingsCount', { count: Object.keys(row.findings).length })}</span>
        {row.recommendations > 0 && (
          <span>{t('unit.settledOf', { settled: row.recommendationsSettled, all: row.recommendations })}</span>
        )}
      </p>
    </Card>
  );
}
