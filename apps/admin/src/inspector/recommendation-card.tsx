import { isOwing } from '@soat/domain';
import type { RecommendationRow } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDate, formatDaysLeft } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import { Tag } from '../ui/tag.js';
import { toneOfRecommendation } from './labels.js';

/** A recommendation in the inspection's eyes: what, by when, how far. */
export function RecommendationCard({ row }: { readonly row: RecommendationRow }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Card
      to={`/kien-nghi/${row.id}`}
      kicker={`${row.number} · ${row.inspectionNumber ?? row.external?.documentNumber ?? ''}`}
      title={row.text}
      tone={row.isOverdue ? 'overdue' : toneOfRecommendation[row.status]}
      tags={
        <>
          <Tag tone={toneOfRecommendation[row.status]}>{t(`inspector.rec.status.${row.status}`)}</Tag>
          {row.isOverdue ? (
            <Tag tone="overdue">{formatDaysLeft(row.workingDaysLeft, language)}</Tag>
          ) : (
            // Time runs for the unit only while it owes something.
            isOwing(row.status) && <Tag>{formatDaysLeft(row.workingDaysLeft, language)}</Tag>
          )}
        </>
      }
    >
      <p className="page-note">{row.findings.map((finding) => finding.condition).join(' · ')}</p>
      <small>{t('inspector.earlier.due', { on: formatDate(row.dueOn) })}</small>
    </Card>
  );
}
