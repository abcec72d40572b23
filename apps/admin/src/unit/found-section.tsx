import type { AnsweredFinding, ChecklistItem, InspectionFile } from '@soat/domain';
import { Link } from 'react-router';
import { useGet } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Card, CardList, Facts, Section } from '../ui/layout.js';
import { EvidenceList } from './evidence-list.js';
import { formatDay, SeverityTag } from './marks.js';
import type { RecommendationFile } from './recommendation-file.js';

/** What the team found, and by which rule it is a shortcoming. */
export function FoundSection({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const { source, findings } = file.order;
  const { external } = source;
  // The item as it stood in the checklist of that inspection, for its legal basis.
  const inspection = useGet<{ readonly file: InspectionFile }>(
    source.inspectionId === null ? null : `/api/v1/inspections/${source.inspectionId}`,
  );
  const items = inspection.data?.file.order.checklist.items;
  const { kind, number, signedOn } = source.finalDocument;
  if (external)
    return (
      <Section title={t('course.external.title')}>
        <Card
          title={external.title}
          kicker={`${t('course.external', { name: external.issuerName })} · ${t('course.external.document', {
            number: external.document.number,
            date: formatDay(external.document.signedOn),
            title: t(`course.enter.issuer.${external.issuer}`),
          })}`}
          tags={<SeverityTag severity={file.order.severity} />}
        >
          <EvidenceList evidence={external.evidence} label={t('course.enter.files')} />
        </Card>
      </Section>
    );
  return (
    <Section title={t('unit.found')}>
      <CardList>
        {findings.map((finding) => (
          <FindingCard
            key={finding.findingId}
            finding={finding}
            item={items?.find((item) => item.code === finding.itemCode)}
            recordedBy={file.names[finding.recordedBy] ?? finding.recordedBy}
          />
        ))}
      </CardList>
      <p className="card-facts">
        <span>
          {t('unit.fromInspection')}:{' '}
          <Link to={`/kiem-tra/${source.inspectionId}`}>
            {t('unit.decision', { number: source.inspectionNumber ?? '' })}
          </Link>
        </span>
        <span>
          {kind === 'conclusion'
            ? t('unit.conclusion', { number: number ?? '', date: formatDay(signedOn) })
            : number
              ? t('unit.minutes', { number, date: formatDay(signedOn) })
              : t('unit.minutesNoNumber', { date: formatDay(signedOn) })}
        </span>
      </p>
    </Section>
  );
}

interface FindingCardProps {
  readonly finding: AnsweredFinding;
  readonly item: ChecklistItem | undefined;
  readonly recordedBy: string;
}

function FindingCard({ finding, item, recordedBy }: FindingCardProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Card
      kicker={`${finding.number} · ${finding.itemCode ? t('unit.item', { code: finding.itemCode }) : t('unit.outsideChecklist')}`}
      title={finding.condition}
      tags={<SeverityTag severity={finding.severity} />}
    >
      <Facts
        items={[
          { name: t('unit.criteria'), value: finding.criteria[language] },
          ...(item ? [{ name: t('unit.basis'), value: <BasisList basis={item.basis} /> }] : []),
          ...(finding.place ? [{ name: t('unit.place'), value: finding.place }] : []),
          { name: t('unit.recordedBy'), value: recordedBy },
        ]}
      />
      <h4 className="evidence-title">{t('unit.evidence')}</h4>
      <EvidenceList evidence={finding.evidence} label={t('unit.evidence')} />
    </Card>
  );
}

function BasisList({ basis }: { readonly basis: ChecklistItem['basis'] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="basis">
      {basis.map(({ text, source, confirmed }) => (
        <li key={`${source} ${text.vi}`}>
          {text[language]}
          <small>
            {source}
            {!confirmed && ` (${t('unit.basisUnread')})`}
          </small>
        </li>
      ))}
    </ul>
  );
}
