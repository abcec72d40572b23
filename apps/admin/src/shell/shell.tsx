import { useEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { usePast } from '../api/past.js';
import { switchLanguage, useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { linksOf } from '../session/areas.js';
import { endSession, type Person, useSessionState } from '../session/session.js';
import { Icon } from '../ui/icon.js';
import { AreaNav } from '../ui/layout.js';
import { StatusLine } from '../ui/notice.js';
import { useMedia } from '../ui/use-media.js';
import { fetchedArea } from './fetched-area.js';
import { ScreenBoundary } from './screen-boundary.js';

const PastBar = fetchedArea(() => import('../past/past-bar.js'), null)('PastBar');
const printing = () => import('../trail/printing.js');
const PrintFoot = fetchedArea(() => printing().then(({ PrintFoot }) => ({ PrintFoot })), null)('PrintFoot');

/** What stands around every screen. */
export function Shell() {
  const t = useT();
  const { pathname } = useLocation();
  const { session } = useSessionState();
  const past = usePast();
  const content = useRef<HTMLElement>(null);
  // Whoever sits at a desk may print by the browser's own key; a phone fetches what stands below a print when it is asked to.
  const isDesk = useMedia('(min-width: 900px), print');
  const [isPrinted, setPrinted] = useState(false);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A new screen begins at its top, for the eyes and for screen readers.
    window.scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={session ? 'shell' : 'shell shell-open'}>
      <a className="skip" href="#content">
        {t('common.skip')}
      </a>
      <aside className="ribbon">{t('common.demo')}</aside>
      <header className="top">
        <div className="top-row">
          <Link className="brand" to="/">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12.5l4.5 4.5L19 7.5" />
            </svg>
            {t('common.product')}
          </Link>
          {session && <Areas person={session.person} />}
          <Who person={session?.person ?? null} />
          <div className="top-tools">
            <LanguageSwitch />
            {session && <PrintButton onPrint={() => setPrinted(true)} />}
            {session && (
              <button
                type="button"
                className="top-tool"
                aria-label={t('common.signOut')}
                title={t('common.signOut')}
                onClick={() => endSession('signedOut')}
              >
                <Icon name="exit" />
              </button>
            )}
          </div>
        </div>
      </header>
      <main className="content" id="content" ref={content} tabIndex={-1}>
        {session && (past || linksOf[session.person.role].some(({ to }) => to === '/tong-quan')) && <PastBar />}
        <ScreenBoundary key={pathname}>
          <Outlet />
        </ScreenBoundary>
      </main>
      {session && (isDesk || isPrinted) && <PrintFoot />}
      <StatusLine />
    </div>
  );
}

function Areas({ person }: { readonly person: Person }) {
  const t = useT();
  const { pathname } = useLocation();
  const links = linksOf[person.role];
  if (links.length === 0) return null;
  const items = links.map(({ to, label, icon, within }) => ({
    to,
    icon,
    label: t(label),
    isCurrent: within.some((start) => pathname.startsWith(start)),
  }));
  return <AreaNav label={t('nav.label')} items={items} />;
}

function Who({ person }: { readonly person: Person | null }) {
  const t = useT();
  return (
    <div className="who">
      {person && (
        <>
          <strong>{person.name}</strong>
          <span>{t(`role.${person.role}`)}</span>
        </>
      )}
    </div>
  );
}

function PrintButton({ onPrint }: { readonly onPrint: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      className="top-tool top-tool-print"
      aria-label={t('common.print')}
      title={t('common.print')}
      onClick={() => {
        onPrint();
        void printing().then(({ printScreen }) => printScreen());
      }}
    >
      <Icon name="print" />
    </button>
  );
}

/** The other language, named in itself. */
function LanguageSwitch() {
  const t = useT();
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button
      type="button"
      className="top-tool"
      lang={other}
      title={t('common.otherLanguage')}
      onClick={() => switchLanguage(other)}
    >
      <span>
        {other.toUpperCase()}
        <span className="visually-hidden"> {t('common.otherLanguage')}</span>
      </span>
    </button>
  );
}
