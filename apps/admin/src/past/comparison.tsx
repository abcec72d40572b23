import { useGet } from '../api/hooks.js';
import type { AsOf } from '../api/as-of.js';
import type { Past } from '../api/past.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { wordsOfPast } from '../trail/words-of-past.js';
import { ErrorPanel, Loading } from '../ui/states.js';

/** GET /units/:id/changes and the like. */
interface Changes {
  readonly from: AsOf;
  readonly to: AsOf;
  readonly data: readonly { readonly field: string; readonly vi: string; readonly en: string }[];
  readonly events: number;
}

/** What is otherwise now, in words. */
export function Comparison({ path, past }: { readonly path: string; readonly past: Past }) {
  const t = useT();
  const language = useLanguage();
  const answer = useGet<Changes>(path, { from: past.asOf });
  const changes = answer.data;
  return (
    <section className="comparison" aria-label={t('past.compare')}>
      {!changes && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {changes && (
        <>
          <p>
            <strong>{t('past.compared', { when: wordsOfPast(past, t, language) })}</strong>
            {' · '}
            {t('past.comparedEvents', { count: changes.events })}
          </p>
          {changes.data.length === 0 ? (
            <p>{t('past.noChanges')}</p>
          ) : (
            <ul>
              {changes.data.map((change) => (
                <li key={change.field}>{change[language]}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
