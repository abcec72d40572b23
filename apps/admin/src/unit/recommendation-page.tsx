import { sightOf } from '@soat/domain';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { CaseTrail } from '../shell/case-trail.js';
import { Button } from '../ui/button.js';
import { AwaitedPage } from '../ui/awaited-page.js';
import { ActionBar, Page, PageHeader, Section } from '../ui/layout.js';
import { useMedia } from '../ui/use-media.js';
import { AskedSection } from './asked-section.js';
import { DeadlineCard } from './deadline-card.js';
import { EventTimeline } from './event-timeline.js';
import { ExtensionSection } from './extension-section.js';
import { FoundSection } from './found-section.js';
import { LadderSection } from './ladder-section.js';
import { DueTag, SeverityTag, StatusTag } from './marks.js';
import { MoneySection } from './money-section.js';
import { ProofsSection } from './proofs-section.js';
import { offersOf, type RecommendationFile } from './recommendation-file.js';
import { ClosingSection, DroppingSection } from './settling-section.js';
import { StandingNotice } from './standing-notice.js';
import { type Task, TasksSection } from './tasks-section.js';
import { isVerificationShown, VerificationSection } from './verification-section.js';
import './unit.css';

/** One recommendation: what was found, what is asked, what was done about it, and what this person may do next. */
export function RecommendationPage() {
  const t = useT();
  const { id = '' } = useParams();
  const answer = useGet<RecommendationFile>(`/api/v1/recommendations/${id}`);
  if (answer.data) return <Loaded key={id} file={answer.data} />;
  return <AwaitedPage title={t('nav.recommendations')} backTo="/viec-can-lam" answer={answer} />;
}

function Loaded({ file }: { readonly file: RecommendationFile }) {
  const t = useT();
  const person = usePerson();
  const isPhone = useMedia('(max-width: 719px)');
  const [opened, setOpened] = useState<Task | null>(null);
  const offers = offersOf(file, person);
  const { order, status, isOverdue, workingDaysLeft } = file;
  const isOfUnit = sightOf(person) === 'own-unit';
  return (
    <Page width="wide">
      <PageHeader
        backTo="/viec-can-lam"
        backLabel={t(isOfUnit ? 'nav.todo' : 'nav.recommendations')}
        kicker={
          <>
            {t('unit.kicker', { number: order.number })} ·{' '}
            <Link to={`/don-vi/${order.unit.id}`}>{order.unit.name}</Link>
          </>
        }
        title={order.findings[0]?.condition ?? order.text}
        tags={
          <>
            <StatusTag status={status} />
            <DueTag due={{ status, dueOn: file.deadline.dueOn, isOverdue, workingDaysLeft }} />
            <SeverityTag severity={order.severity} />
          </>
        }
      />
      <StandingNotice file={file} />
      <ClosingSection file={file} offers={offers} />
      <VerificationSection file={file} offers={offers} />
      <div className="case">
        <div className="case-main">
          <FoundSection file={file} />
          <AskedSection file={file} />
        </div>
        <div className="case-aside">
          <DeadlineCard file={file} />
          <ExtensionSection file={file} offers={offers} />
          <MoneySection file={file} offers={offers} />
          <TasksSection
            file={file}
            offers={offers}
            isOfUnit={isOfUnit}
            isProofBelow={isPhone}
            opened={opened}
            onOpen={setOpened}
          />
          <DroppingSection file={file} offers={offers} />
          <LadderSection file={file} />
        </div>
        <div className="case-rest">
          <ProofsSection file={file} isLatestAbove={isVerificationShown(file, offers)} />
          <Section title={t('unit.history')}>
            <EventTimeline unitId={order.unit.id} streamId={file.id} />
          </Section>
          <CaseTrail />
        </div>
      </div>
      {isPhone && offers.proof === 'may' && (
        <ActionBar>
          <Button tone="primary" onClick={() => setOpened('proof')}>
            {t('unit.do.proof')}
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}
