import { type Page, useGet } from '../api/hooks.js';
import type { InspectionShown, RecommendationRow } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { Card, CardList, Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { findingsWithoutRecommendation } from './abilities.js';
import { RecommendationCard } from './recommendation-card.js';
import { SeverityTag } from './severity-tag.js';

/** What came of the findings, and which of them nobody has answered with a recommendation yet. */
export function RecommendationsPart({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const { id, file } = shown;
  const rows = useGet<Page<RecommendationRow>>('/api/v1/recommendations', { inspectionId: id, limit: 200 });
  // The list knows a new recommendation a moment before the file does.
  const answered = new Set(rows.data?.data.flatMap((row) => row.findings.map((finding) => finding.number)));
  const uncovered = file.minutes
    ? findingsWithoutRecommendation(file).filter((finding) => !answered.has(finding.number))
    : [];
  return (
    <>
      {uncovered.length > 0 && (
        <Section title={t('inspector.rec.uncovered')} count={uncovered.length}>
          <CardList>
            {uncovered.map((finding) => (
              <Card
                key={finding.findingId}
                tone="soon"
                kicker={finding.number}
                title={finding.condition}
                tags={<SeverityTag severity={finding.severity} />}
              />
            ))}
          </CardList>
        </Section>
      )}
      <ErrorPanel problem={rows.error} onRetry={() => void rows.refetch()} />
      {rows.isPending && <Loading />}
      {rows.data?.data.length === 0 && (
        <EmptyState title={t('inspector.rec.none')}>
          {t(file.minutes && uncovered.length === 0 ? 'inspector.rec.nothingLeft' : 'inspector.rec.noneDetail')}
        </EmptyState>
      )}
      {rows.data && rows.data.data.length > 0 && (
        <Section title={t('inspector.rec.issued')} count={rows.data.data.length}>
          <CardList>
            {rows.data.data.map((row) => (
              <RecommendationCard key={row.id} row={row} />
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}
