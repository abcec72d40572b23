import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Page, PageHeader } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';

/** Keeps a failed screen from taking the header and the way out with it; React reports the cause to the console. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, { readonly isFailed: boolean }> {
  override readonly state = { isFailed: false };

  static getDerivedStateFromError() {
    return { isFailed: true };
  }

  override render() {
    return this.state.isFailed ? <FailedScreen /> : this.props.children;
  }
}

function FailedScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('common.screenFailed')} />
      <EmptyState
        title={t('common.screenFailedDetail')}
        action={
          <Button tone="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        }
      />
    </Page>
  );
}
