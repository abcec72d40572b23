import type { Evidence } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDateTime, formatSize } from '../ui/format.js';
import { Icon } from '../ui/icon.js';

/** Declared files by name, with the beginning of their check code. */
export function EvidenceList({ evidence, label }: { readonly evidence: readonly Evidence[]; readonly label: string }) {
  const t = useT();
  const language = useLanguage();
  if (evidence.length === 0) return <p className="page-note">{t('unit.noEvidence')}</p>;
  return (
    <ul className="evidence evidence-read" aria-label={label}>
      {evidence.map((file) => (
        <li key={file.sha256}>
          <Icon name={file.kind === 'photo' ? 'camera' : 'file'} />
          <span className="evidence-name">{file.name}</span>
          <small title={`SHA-256 ${file.sha256}`}>
            {[
              formatSize(file.size, language),
              ...(file.capturedAt ? [formatDateTime(file.capturedAt, language)] : []),
              file.sha256.slice(0, 8),
            ].join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  );
}
