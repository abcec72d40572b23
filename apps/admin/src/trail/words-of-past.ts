import type { Past } from '../api/past.js';
import type { Translate } from '../i18n/use-t.js';
import { formatDate, formatDateTime, formatNumber, type Language } from '../ui/format.js';

/** `30/06/2026`, `17:00 20/11/2026`, `sự kiện 1.234`, and whether by the clock of what happened. */
export function wordsOfPast({ asOf, basis }: Past, t: Translate, language: Language): string {
  const words = /^\d+$/.test(asOf)
    ? t('past.event', { position: formatNumber(Number(asOf), language) })
    : /^\d{4}-\d\d-\d\d$/.test(asOf)
      ? formatDate(asOf)
      : Number.isNaN(Date.parse(asOf))
        ? asOf
        : formatDateTime(new Date(asOf).toISOString(), language);
  return basis === 'occurred' ? `${words} (${t('past.basis.occurred')})` : words;
}
