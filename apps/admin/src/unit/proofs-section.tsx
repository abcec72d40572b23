import { useT } from '../i18n/use-t.js';
import { Card, CardList, Section } from '../ui/layout.js';
import { Tag } from '../ui/tag.js';
import { EvidenceList } from './evidence-list.js';
import { formatDay, OnTimeTag } from './marks.js';
import type { RecommendationFile } from './recommendation-file.js';
import { ReasonList } from './standing-notice.js';

interface ProofsSectionProps {
  readonly file: RecommendationFile;
  /** The latest stands above already, to be verified. */
  readonly isLatestAbove: boolean;
}

/** Every proof with what became of it, the latest first. */
export function ProofsSection({ file, isLatestAbove }: ProofsSectionProps) {
  const t = useT();
  const proofs = isLatestAbove ? file.proofs.slice(0, -1) : file.proofs;
  if (proofs.length === 0) return null;
  const { dueOn, originalDueOn } = file.deadline;
  return (
    <Section title={t(isLatestAbove ? 'unit.earlierProofs' : 'unit.task.proof')} count={proofs.length}>
      <CardList>
        {[...proofs].reverse().map((proof) => {
          const returned = file.returns.find(({ round }) => round === proof.round);
          const isVerified = file.verification?.round === proof.round;
          return (
            <Card
              key={proof.round}
              kicker={`${t('unit.round', { round: proof.round })} · ${t('unit.submittedOn', { date: formatDay(proof.submittedOn) })} · ${file.names[proof.by] ?? proof.by}`}
              title={proof.note}
              tags={
                <>
                  <OnTimeTag submittedOn={proof.submittedOn} dueOn={dueOn} originalDueOn={originalDueOn} />
                  {returned && <Tag tone="overdue">{t('unit.status.returned')}</Tag>}
                  {isVerified && <Tag tone="done">{t('unit.status.verified')}</Tag>}
                </>
              }
            >
              <EvidenceList evidence={proof.evidence} label={t('unit.round', { round: proof.round })} />
              {returned && <ReasonList reasons={returned.reasons} />}
              {isVerified && file.verification?.note && <p>{file.verification.note}</p>}
            </Card>
          );
        })}
      </CardList>
    </Section>
  );
}
