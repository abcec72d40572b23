import type { InspectionStatus } from '@soat/domain';
import { type Page, useGet } from '../api/hooks.js';
import type { InspectionShown, RecommendationRow } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { CardList } from '../ui/layout.js';
import { ErrorPanel } from '../ui/states.js';
import { RecommendationCard } from './recommendation-card.js';

// Later on, what is open at the unit has come since.
const statuses: readonly InspectionStatus[] = ['ordered', 'in-fieldwork', 'suspended'];

/** What the unit was told before and has not settled: the first thing a team looks at, out of the way once it works. */
export function EarlierPart({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const isWanted = statuses.includes(shown.status);
  const unitId = shown.file.order.unit.id;
  const rows = useGet<Page<RecommendationRow>>(isWanted ? '/api/v1/recommendations' : null, { unitId, limit: 200 });
  const open = (rows.data?.data ?? []).filter((row) => row.settledAt === null && row.inspectionId !== shown.id);
  if (rows.error) return <ErrorPanel problem={rows.error} onRetry={() => void rows.refetch()} />;
  if (!isWanted || open.length === 0) return null;
  return (
    <details className="fold" open={!shown.file.isStarted}>
      <summary>
        <h2>
          {t('inspector.earlier.title')}
          <span className="count count-soon">{open.length}</span>
        </h2>
      </summary>
      <CardList>
        {open.map((row) => (
          <RecommendationCard key={row.id} row={row} />
        ))}
      </CardList>
    </details>
  );
}
