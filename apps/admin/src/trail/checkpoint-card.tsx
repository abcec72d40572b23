import { saveFile } from '../api/files.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatDateTime, formatNumber } from '../ui/format.js';
import { Facts, Section } from '../ui/layout.js';
import { ErrorPanel, Loading } from '../ui/states.js';
import { noteOf, pictureOf, useStamp } from './stamp.js';

/** The newest checkpoint: what anybody may keep, on paper or as a file. */
export function CheckpointCard() {
  const t = useT();
  const language = useLanguage();
  const answer = useStamp();
  const stamp = answer.data;
  return (
    <Section title={t('trail.checkpoint')}>
      {!stamp && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {stamp && (
        <div className="card checkpoint">
          <img src={pictureOf(stamp)} alt={t('trail.qrAlt', { size: formatNumber(stamp.size, language) })} />
          <div className="checkpoint-words">
            <Facts
              items={[
                { name: t('trail.size'), value: formatNumber(stamp.size, language) },
                { name: t('trail.sealedAt'), value: formatDateTime(stamp.sealedAt, language) },
                { name: t('trail.origin'), value: <code>{stamp.origin}</code> },
                { name: t('trail.root'), value: <code>{stamp.root}</code> },
              ]}
            />
            <p className="page-note">{t('trail.qrNote')}</p>
            <div className="actions">
              <Button icon="file" onClick={() => saveFile(noteOf(stamp))}>
                {t('trail.saveCheckpoint')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Section>
  );
}
