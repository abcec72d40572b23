import type { Severity } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { Tag, type Tone } from '../ui/tag.js';

const tones: Readonly<Record<Severity, Tone>> = { minor: 'neutral', major: 'soon', critical: 'overdue' };

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useT();
  return (
    <Tag tone={tones[severity]} icon={severity === 'critical' ? 'alert' : null}>
      {t(`inspector.severity.${severity}`)}
    </Tag>
  );
}
