import { type ExtensionRequest, pendingExtension } from '@soat/domain';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import { Tag, type Tone } from '../ui/tag.js';
import { ActButton } from './act-button.js';
import type { Offers, RecommendationFile } from './recommendation-file.js';
import { NotYou } from './verification-section.js';

const tones: Readonly<Record<ExtensionRequest['outcome'], Tone>> = {
  asked: 'soon',
  granted: 'done',
  refused: 'overdue',
  lapsed: 'neutral',
};

/** Every request to move the due date with its answer; the unit asks here, and whoever may decide decides here. */
export function ExtensionSection({ file, offers }: { readonly file: RecommendationFile; readonly offers: Offers }) {
  const t = useT();
  const pending = pendingExtension(file);
  const mayAsk = offers.extension === 'may';
  if (file.extensions.length === 0 && !mayAsk) return null;
  return (
    <Card title={t('course.extension')} {...(pending && { tone: 'soon' as const })}>
      {file.extensions.length === 0 && <p>{t('course.extension.none')}</p>}
      <ol className="log">
        {[...file.extensions].reverse().map((asked) => (
          <li key={`${asked.askedOn} ${asked.dueOn} ${asked.outcome}`}>
            <Tag tone={tones[asked.outcome]}>{t(`course.extension.outcome.${asked.outcome}`)}</Tag>{' '}
            {t('course.extension.asked', {
              from: formatDate(asked.currentDueOn),
              date: formatDate(asked.dueOn),
              on: formatDate(asked.askedOn),
            })}
            <p className="task-text">
              {t('course.extension.askedBy', {
                name: file.names[asked.askedBy] ?? asked.askedBy,
                reason: asked.reason,
              })}
            </p>
            {asked.grantedOn && <p>{t('course.extension.grantedTo', { date: formatDate(asked.grantedOn) })}</p>}
            {asked.note && (
              <p className="task-text">
                {t('course.extension.askedBy', {
                  name: file.names[asked.decidedBy ?? ''] ?? asked.decidedBy ?? '',
                  reason: asked.note,
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
      {pending && offers.grant !== 'not-your-role' && offers.grant !== 'may' && (
        <NotYou title={t('course.notYou')} judgement={offers.grant} />
      )}
      <div className="decisions">
        {mayAsk && !pending && (
          <ActButton
            file={file}
            act="extension-requests"
            isDecision={false}
            label={t('course.extension.ask')}
            doneLabel={t('course.extension.sent')}
            detail={t('course.extension.askHint')}
            fields={[
              { name: 'dueOn', label: t('course.extension.dueOn'), kind: 'date' },
              { name: 'reason', label: t('course.extension.reason'), kind: 'area' },
            ]}
          />
        )}
        {pending && offers.grant === 'may' && (
          <>
            <ActButton
              file={file}
              act="extension-grant"
              tone="primary"
              label={t('course.extension.grant')}
              doneLabel={t('course.extension.granted')}
              fields={[
                { name: 'dueOn', label: t('course.extension.grantOn'), kind: 'date', isOptional: true },
                { name: 'note', label: t('course.extension.note'), kind: 'area' },
              ]}
            />
            <ActButton
              file={file}
              act="extension-refusal"
              tone="danger"
              label={t('course.extension.refuse')}
              doneLabel={t('course.extension.refused')}
              fields={[{ name: 'note', label: t('course.extension.note'), kind: 'area' }]}
            />
          </>
        )}
      </div>
    </Card>
  );
}
