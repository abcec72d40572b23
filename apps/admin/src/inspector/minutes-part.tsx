import type { PersonNamed } from '@soat/domain';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Card, Facts, Section } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';

/** The final document of the case, once there is one. */
export function MinutesPart({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const { minutes } = shown.file;
  if (!minutes) {
    const isDue = shown.status === 'fieldwork-ended';
    return <EmptyState title={t(isDue ? 'inspector.minutes.wait' : 'inspector.minutes.notYet')} />;
  }
  const said =
    minutes.kind === 'refused'
      ? [
          { name: t('inspector.minutes.reason'), value: minutes.reason },
          { name: t('inspector.minutes.witness'), value: named(minutes.witness) },
        ]
      : minutes.reservation
        ? [{ name: t('inspector.minutes.reservation'), value: minutes.reservation }]
        : [];
  return (
    <Section title={t('inspector.part.minutes')}>
      <Card title={t(`inspector.minutes.kind.${minutes.kind}`)} tone={minutes.kind === 'signed' ? 'done' : 'soon'}>
        <Facts
          items={[
            { name: t('inspector.minutes.number'), value: minutes.number ?? t('inspector.minutes.noNumber') },
            { name: t('inspector.minutes.signedOn'), value: formatDate(minutes.signedOn) },
            { name: t('inspector.minutes.lead'), value: named(minutes.lead) },
            { name: t('inspector.minutes.representative'), value: named(minutes.unitRepresentative) },
            ...said,
          ]}
        />
      </Card>
    </Section>
  );
}

function named({ name, title }: PersonNamed): string {
  return `${name}, ${title}`;
}
