import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePast } from '../api/past.js';
import { useLanguage } from '../i18n/language.js';
import { addWords, type Translate, useT } from '../i18n/use-t.js';
import { trail } from '../i18n/words/trail.js';
import { usePerson } from '../session/session.js';
import { dayOf, formatDate, formatDateTime, formatNumber, type Language } from '../ui/format.js';
import { pictureOf, type Stamp, useStamp } from './stamp.js';
import { wordsOfPast } from './words-of-past.js';

addWords(trail);

const waitMsMax = 3_000;
const lookAgainMs = 50;

/** Opens the browser's print dialogue once the checkpoint stands below the screen; without one when none comes. */
export async function printScreen(): Promise<void> {
  const until = performance.now() + waitMsMax;
  while (!document.querySelector('.print-foot[data-ready]') && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  window.print();
}

/** What stands below every print and on none of the screens: the checkpoint, the day the figures are of, when it was printed. */
export function PrintFoot() {
  const t = useT();
  const language = useLanguage();
  const person = usePerson();
  const past = usePast();
  const stamp = useStamp();
  const at = useMomentOfPrinting();
  useFootOfEachSheet(stamp.data, t, language);
  return (
    <footer className="print-foot" data-ready={stamp.data || stamp.error ? '' : undefined}>
      {stamp.data && <img src={pictureOf(stamp.data)} alt="" />}
      <div>
        <p className="print-foot-title">{t('print.foot')}</p>
        <p>
          {t('print.asOf', { date: past ? wordsOfPast(past, t, language) : formatDate(dayOf(at)) })}
          {' · '}
          {t('print.at', { at: formatDateTime(at, language) })}
          {' · '}
          {t('print.by', { name: person.name })}
        </p>
        {stamp.data ? <StampWords stamp={stamp.data} t={t} language={language} /> : <p>{t('print.none')}</p>}
      </div>
    </footer>
  );
}

function StampWords({
  stamp,
  t,
  language,
}: {
  readonly stamp: Stamp;
  readonly t: Translate;
  readonly language: Language;
}) {
  return (
    <>
      <p>
        {t('trail.checkpoint')}: {t('trail.origin')} <code>{stamp.origin}</code>, {t('trail.size')}{' '}
        {formatNumber(stamp.size, language)}, {t('trail.sealedAt')} {formatDateTime(stamp.sealedAt, language)}
      </p>
      <p>
        {t('trail.root')}: <code>{stamp.root}</code>
      </p>
      <p>{t('print.keep')}</p>
    </>
  );
}

/** Now, until the browser prints: then the moment it began to. */
function useMomentOfPrinting(): string {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    // At once, for the browser takes its picture of the page as soon as this returns.
    const note = () => flushSync(() => setAt(new Date().toISOString()));
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, []);
  return at;
}

/** The checkpoint in short at the foot of each sheet, so that a sheet taken out of a print still names it. */
function useFootOfEachSheet(stamp: Stamp | undefined, t: Translate, language: Language): void {
  useEffect(() => {
    if (!stamp) return;
    const line = t('print.line', {
      origin: stamp.origin,
      size: formatNumber(stamp.size, language),
      root: stamp.root.slice(0, 12),
    });
    // A sheet made by script: the content security policy lets in no style element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(line)}; font-size: 8pt; color: #555b66; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [stamp, t, language]);
}
