import type { ChecklistKindRow } from '../api/checklists.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';

/** `Ấn bản 1: 8 mục · từ 05/09/2023`. */
export function EditionLine({ edition }: { readonly edition: ChecklistKindRow['editions'][number] }) {
  const t = useT();
  const { validFrom, validTo } = edition;
  const days = { from: formatDate(validFrom), to: validTo === null ? '' : formatDate(validTo) };
  return (
    <p>
      {t('checklists.edition', { edition: edition.edition, items: edition.items })}
      {' · '}
      {validTo === null ? t('checklists.from', days) : t('checklists.fromTo', days)}
    </p>
  );
}
