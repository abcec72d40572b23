import { sightOf } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { areaOf } from '../session/areas.js';
import { usePerson } from '../session/session.js';
import { Page, PageHeader } from '../ui/layout.js';
import { CheckHere } from './check-here.js';
import { ChecksCard } from './checks-card.js';
import { CheckpointCard } from './checkpoint-card.js';
import { VerifierCard } from './verifier-card.js';
import './trail.css';

/** Whether the log is what was recorded: what anybody can keep, and what anybody can check. */
export function IntegrityPage() {
  const t = useT();
  const person = usePerson();
  // No content of any case: whoever keeps the service running may know it, too.
  const maySeeChecks = sightOf(person) === 'everything' || person.role === 'administrator';
  return (
    <Page>
      <PageHeader
        backTo={areaOf[person.role]}
        backLabel={t('common.back')}
        title={t('trail.title')}
        note={t('trail.note')}
      />
      <CheckpointCard />
      {sightOf(person) === 'everything' && <CheckHere scope={{ kind: 'everything' }} />}
      {maySeeChecks && <ChecksCard />}
      <VerifierCard />
    </Page>
  );
}
