import type { Evidence } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatSize } from '../ui/format.js';
import { Icon } from '../ui/icon.js';

/** Declared files: name, size and the beginning of the digest that will prove them. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const t = useT();
  const language = useLanguage();
  if (evidence.length === 0) return null;
  return (
    <ul className="declared" aria-label={t('inspector.evidence')}>
      {evidence.map((piece) => (
        <li key={piece.sha256}>
          <Icon name={piece.kind === 'photo' ? 'camera' : 'file'} />
          <span>{piece.name}</span>
          <small className="declared-size">
            {formatSize(piece.size, language)} · <code>{piece.sha256.slice(0, 8)}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}
