import type { Pages } from '../api/use-pages.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';

/** Fetches the next page of a list; nothing when there is none. */
export function MoreButton({ pages }: { readonly pages: Pages<unknown> }) {
  const t = useT();
  if (!pages.hasMore) return null;
  return (
    <Button isWide isBusy={pages.isReadingMore} onClick={pages.readMore}>
      {t('common.more')}
    </Button>
  );
}
