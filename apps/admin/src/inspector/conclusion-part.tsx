import type { ReactNode } from 'react';
import type { InspectionShown } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList, Section } from '../ui/layout.js';
import { EmptyState } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';

interface Paper {
  readonly key: string;
  /** Its legal day, where it has one. */
  readonly on: string | null;
  readonly title: string;
  readonly tag?: { readonly tone: Tone; readonly text: ReactNode };
  readonly text?: ReactNode;
}

/** Every document of the long path as far as the reader may see it, in the order it is written in. */
export function ConclusionPart({ shown }: { readonly shown: InspectionShown }) {
  const t = useT();
  const { file, names, nextStage } = shown;
  const name = (id: string) => names[id] ?? id;
  const papers: readonly Paper[] = [
    ...(file.announcement
      ? [{ key: 'announcement', on: file.announcement.announcedOn, title: t('path.announcement') }]
      : []),
    ...file.extensions.map(({ number, signedOn, until, reason }) => ({
      key: number,
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
      key: number,
      on: signedOn,
      title: t('path.rectification', { number }),
      text: corrections.map(({ where, was, now }) => `${where}: “${was}” → “${now}”`).join('; '),
    })),
    ...(file.publication
      ? [
          {
            key: 'publication',
            on: file.publication.from,
            title: t('path.publication', {
              from: formatDate(file.publication.from),
              until: formatDate(file.publication.until),
            }),
            text: file.publication.channels.map(({ where }) => where).join('; '),
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
      text: resolution ? `${text} → ${resolution.text}` : text,
    })),
    ...file.reinspections.map(({ reinspectionId, number, signedOn, orderedBy }) => ({
      key: reinspectionId,
      on: signedOn,
      title: t('path.reinspection', { number }),
      text: orderedBy.name,
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
          >
            {text && <div className="card-note">{text}</div>}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
