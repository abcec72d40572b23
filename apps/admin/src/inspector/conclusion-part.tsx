import type { InspectionFile } from '@soat/domain';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useGet } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList, Section } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import { EvidenceList } from './evidence-list.js';
import { StepButtons } from './more-sheet.js';
import type { Step } from './step.js';
import { stepsAbout } from './steps.js';

interface Paper {
  readonly key: string;
  /** Its legal day, where it has one. */
  readonly on: string | null;
  readonly title: string;
  readonly tag?: { readonly tone: Tone; readonly text: ReactNode };
  readonly text?: ReactNode;
}

export interface ConclusionPartProps {
  readonly shown: InspectionShown;
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
}

/** Whether a file of the short path has any of these papers. */
export function hasPapers({ extensions, investigations }: InspectionFile): boolean {
  return extensions.length > 0 || investigations.length > 0;
}

/** Every document of the long path as far as the reader may see it, in the order it is written in. */
export function ConclusionPart({ shown, steps, onStep }: ConclusionPartProps) {
  const t = useT();
  const { file, names, nextStage } = shown;
  const name = (id: string) => names[id] ?? id;
  const papers: readonly Paper[] = [
    ...(file.announcement
      ? [{ key: 'announcement', on: file.announcement.announcedOn, title: t('path.announcement') }]
      : []),
    ...file.extensions.map(({ number, signedOn, until, reason }) => ({
      key: `extension ${number}`,
      on: signedOn,
      title: t('path.extension', { until: formatDate(until) }),
      text: reason,
    })),
    ...(file.report
      ? [
          {
            key: 'report',
            on: file.report.signedOn,
            title: t('path.report', { number: file.report.number }),
            text: file.report.summary,
          },
        ]
      : []),
    ...file.dissents.map(({ opinion, reservedBy }, index) => ({
      key: `dissent ${index}`,
      on: null,
      title: t('path.dissent', { name: name(reservedBy) }),
      text: opinion,
    })),
    ...(file.draftingOrder
      ? [
          {
            key: 'drafting',
            on: file.draftingOrder.orderedOn,
            title: t('path.draftingOrder', { on: formatDate(file.draftingOrder.dueOn) }),
          },
        ]
      : []),
    ...file.drafts.map(({ version, draftedOn, text }) => ({
      key: `draft ${version}`,
      on: draftedOn,
      title: t('path.draft', { version }),
      text,
    })),
    ...file.hearings.map(({ sentOn, dueOn, outcome, points, assessment }, index) => ({
      key: `hearing ${index}`,
      on: sentOn,
      title: t('path.hearing', { on: formatDate(dueOn) }),
      tag: { tone: outcome === 'open' ? ('soon' as const) : ('info' as const), text: t(`path.hearing.${outcome}`) },
      text: (
        <ul>
          {points.map((point) => {
            const judged = assessment.find(({ number }) => number === point.number);
            return (
              <li key={point.number}>
                {point.number}: {point.text}
                {judged && (
                  <>
                    <br />
                    {t(`path.outcome.${judged.outcome}`)}: {judged.reason}
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ),
    })),
    ...file.appraisals.map(({ version, outcome, opinion }, index) => ({
      key: `appraisal ${index}`,
      on: null,
      title: `${t('path.draft', { version })} · ${t(`path.appraisal.${outcome}`)}`,
      text: opinion,
    })),
    ...file.referrals.map(({ superior, referredOn, question, opinion }, index) => ({
      key: `referral ${index}`,
      on: referredOn,
      title: t('path.referral', { body: superior.name }),
      ...(opinion && { tag: { tone: 'info' as const, text: t(`path.superior.${opinion.outcome}`) } }),
      text: opinion ? `${question} → ${opinion.text}` : question,
    })),
    ...(file.conclusion
      ? [
          {
            key: 'conclusion',
            on: file.conclusion.signedOn,
            title: t('path.conclusion', { number: file.conclusion.number }),
            // A name stays as it is in every language.
            tag: { tone: 'done' as const, text: <span lang="vi">{file.conclusion.signer.name}</span> },
            text: file.conclusion.text,
          },
        ]
      : []),
    ...file.rectifications.map(({ number, signedOn, corrections }) => ({
      key: `rectification ${number}`,
      on: signedOn,
      title: t('path.rectification', { number }),
      text: corrections.map(({ where, was, now }) => `${where}: “${was}” → “${now}”`).join('; '),
    })),
    ...(file.redaction && !file.publication
      ? [
          {
            key: 'redaction',
            on: null,
            title: t('path.redaction', { name: name(file.redaction.redactedBy) }),
            text: <EvidenceList evidence={[file.redaction.redacted]} />,
          },
        ]
      : []),
    ...(file.publication
      ? [
          {
            key: 'publication',
            on: file.publication.from,
            title: t('path.publication', {
              from: formatDate(file.publication.from),
              until: formatDate(file.publication.until),
            }),
            ...(file.publication.endedOn && {
              tag: {
                tone: 'done' as const,
                text: t('path.publicationEnded', { on: formatDate(file.publication.endedOn) }),
              },
            }),
            text: (
              <>
                <ul>
                  {file.publication.channels.map(({ kind, where }) => (
                    <li key={kind}>
                      {t(`path.channel.${kind}`)}: {where} ·{' '}
                      {t(
                        file.publication?.proofs.some((proof) => proof.kind === kind) ? 'path.proven' : 'path.unproven',
                      )}
                    </li>
                  ))}
                </ul>
                <EvidenceList
                  evidence={[file.publication.redacted, ...file.publication.proofs.flatMap(({ evidence }) => evidence)]}
                />
              </>
            ),
          },
        ]
      : []),
    ...(file.directive
      ? [
          {
            key: 'directive',
            on: file.directive.signedOn,
            title: t('path.directive', { number: file.directive.number }),
            text: file.directive.text,
          },
        ]
      : []),
    ...file.complaints.map(({ complaintId, lodgedOn, complainant, text, resolution }) => ({
      key: complaintId,
      on: lodgedOn,
      title: t('path.complaint', { name: complainant }),
      tag: resolution
        ? { tone: 'info' as const, text: t(`path.complaint.${resolution.outcome}`) }
        : { tone: 'soon' as const, text: t('path.complaintOpen') },
      text: resolution
        ? `${text} → ${resolution.text} (${resolution.number}, ${formatDate(resolution.signedOn)})`
        : text,
    })),
    ...file.reinspections.map(({ reinspectionId, number, signedOn, orderedBy, ground, outcome }) => ({
      key: reinspectionId,
      on: signedOn,
      title: t('path.reinspection', { number }),
      tag: outcome
        ? { tone: 'info' as const, text: t(`path.reinspection.${outcome.outcome}`) }
        : { tone: 'soon' as const, text: t('path.reinspectionOpen') },
      text: (
        <>
          {orderedBy.name}. {t(`path.ground.${ground}`)}
          {outcome && ` → ${outcome.number}, ${formatDate(outcome.signedOn)}`}{' '}
          <ReinspectionLink shown={shown} reinspectionId={reinspectionId} />
        </>
      ),
    })),
    ...file.investigations.map(({ number, signedOn, agency, reason }) => ({
      key: `investigation ${number}`,
      on: signedOn,
      title: t('path.investigation', { number, agency }),
      text: reason,
    })),
  ];
  return (
    <Section title={t('inspector.part.conclusion')}>
      {nextStage && (
        <p className="banner banner-soon">{t(`path.next.${nextStage.stage}`, { on: formatDate(nextStage.dueOn) })}</p>
      )}
      {papers.length === 0 && <EmptyState title={t('path.nothing')} />}
      <CardList>
        {papers.map(({ key, on, title, tag, text }) => (
          <Card
            key={key}
            title={title}
            {...(on !== null && { kicker: formatDate(on) })}
            {...(tag && { tags: <Tag tone={tag.tone}>{tag.text}</Tag> })}
            {...(stepsAbout(steps, key).length > 0 && {
              actions: <StepButtons steps={stepsAbout(steps, key)} onStep={onStep} />,
            })}
          >
            {text && <div className="card-note">{text}</div>}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

interface ReinspectionLinkProps {
  readonly shown: InspectionShown;
  readonly reinspectionId: string;
}

/** To the new case once it is ordered, and until then to its order for whoever may give it. */
function ReinspectionLink({ shown, reinspectionId }: ReinspectionLinkProps) {
  const t = useT();
  const found = useGet<InspectionShown>(`/api/v1/inspections/${reinspectionId}`);
  if (found.data) return <Link to={`/kiem-tra/${reinspectionId}`}>{t('path.reinspectionFile')}</Link>;
  if (found.error?.status !== 404 || !shown.mayAsk.includes('OrderInspection')) return null;
  return (
    <Link to={`/kiem-tra/lenh-moi?kiem-tra-lai=${shown.id}&ma=${reinspectionId}`}>{t('path.reinspectionOrder')}</Link>
  );
}
