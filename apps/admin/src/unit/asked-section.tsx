import type { UnitSnapshot } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { Card, Facts, Section } from '../ui/layout.js';
import { Tag } from '../ui/tag.js';
import type { RecommendationFile } from './recommendation-file.js';

/** What has to be done, what the proof must show, and by whom. */
export function AskedSection({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const { text, kind, verificationPoints } = file.order;
  const { bodies, isReassigned, metPoints } = file;
  return (
    <Section title={t('unit.asked')}>
      <Card title={text}>
        <div className="points">
          <h4>{t('unit.points')}</h4>
          <ol>
            {verificationPoints.map((point) => (
              <li key={point}>
                {point}
                {metPoints.includes(point) && <Tag tone="done">{t('course.partly.met')}</Tag>}
              </li>
            ))}
          </ol>
          <small>{t('unit.pointsHint')}</small>
        </div>
        {isReassigned && <p>{t('course.reassigned', { bodies: namesOf(bodies.implementing) })}</p>}
        <Facts
          items={[
            { name: t('unit.kindOf'), value: t(`unit.kind.${kind}`) },
            { name: t('unit.implementing'), value: namesOf(bodies.implementing) },
            { name: t('unit.lead'), value: bodies.lead.name },
            ...(bodies.coordinating.length > 0
              ? [{ name: t('unit.coordinating'), value: namesOf(bodies.coordinating) }]
              : []),
          ]}
        />
      </Card>
    </Section>
  );
}

function namesOf(units: readonly UnitSnapshot[]): string {
  return units.map((unit) => unit.name).join(', ');
}
