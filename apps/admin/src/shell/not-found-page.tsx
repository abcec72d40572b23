import { useT } from '../i18n/use-t.js';
import { ButtonLink } from '../ui/button.js';
import { Page, PageHeader } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';

export function NotFoundPage() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('common.notFound')} />
      <EmptyState title={t('common.notFoundDetail')} action={<ButtonLink to="/">{t('common.home')}</ButtonLink>} />
    </Page>
  );
}
