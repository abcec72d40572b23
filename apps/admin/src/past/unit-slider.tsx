import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { addressAt, type Past, usePast } from '../api/past.js';
import { usePages } from '../api/use-pages.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { formatDateTime, formatNumber } from '../ui/format.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Section } from '../ui/layout.js';
import { ErrorPanel, Loading } from '../ui/states.js';
import { indexAt, type Moment, momentsOf, pastAt } from './moments.js';
import './past.css';

/** Beyond these the slider would be finer than a screen, and its list longer than worth fetching. */
const eventsMax = 3_000;
const restMs = 120;

/** Goes through a unit's history event by event; what the page shows follows. */
export function UnitSlider({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const past = usePast();
  const [isOpen, setOpen] = useState(past !== null);
  if (!isOpen)
    return (
      <div className="not-printed">
        <Button icon="clock" onClick={() => setOpen(true)}>
          {t('slider.open')}
        </Button>
      </div>
    );
  return <Opened unitId={unitId} past={past} />;
}

function Opened({ unitId, past }: { readonly unitId: string; readonly past: Past | null }) {
  const t = useT();
  const pages = usePages<Moment>('/api/v1/events', { unitId, limit: 200 });
  const { rows, problem, hasMore, isReadingMore, readMore, retry } = pages;
  const isWhole = rows !== undefined && (!hasMore || rows.length >= eventsMax);
  useEffect(() => {
    if (rows && !isWhole && !isReadingMore && !problem) readMore();
  }, [rows, isWhole, isReadingMore, problem, readMore]);
  return (
    <div className="not-printed">
      <Section title={t('slider.title')}>
        <div className="slider-place">
          {problem && <ErrorPanel problem={problem} onRetry={retry} />}
          {!isWhole && !problem && <Loading />}
          {isWhole && <Slider events={rows} past={past} />}
          {isWhole && hasMore && <p className="page-note">{t('slider.newestOnly', { count: rows.length })}</p>}
        </div>
      </Section>
    </div>
  );
}

function Slider({ events, past }: { readonly events: readonly Moment[]; readonly past: Past | null }) {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [basis, setBasis] = useState<Past['basis']>(past?.basis ?? 'recorded');
  const moments = momentsOf(events, basis);
  const last = moments.length;
  const asked = past ? indexAt(moments, past) : last;
  // Where the thumb is while it moves; the address follows when it rests.
  const [held, setHeld] = useState<number | null>(null);
  const index = held ?? asked;
  const moment = moments[index - 1];
  function show(next: number, by: Past['basis'] = basis): void {
    const chosen = next >= last ? null : pastAt(momentsOf(events, by)[Math.max(next, 1) - 1], by);
    void navigate(addressAt(pathname, search, chosen), { replace: true });
  }
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => {
      setHeld(null);
      if (held !== asked) show(held);
    }, restMs);
    return () => clearTimeout(timer);
  });
  if (!moment) return null;
  const at = formatDateTime(moment.at, language);
  const numbers = { index: formatNumber(index, language), count: formatNumber(last, language) };
  const step = (label: 'first' | 'previous' | 'next' | 'last', icon: IconName, to: number, isDouble = false) => (
    <button
      type="button"
      className="slider-step"
      aria-label={t(`slider.${label}`)}
      title={t(`slider.${label}`)}
      disabled={to === index || to < 1 || to > last}
      onClick={() => setHeld(to)}
    >
      <Icon name={icon} />
      {isDouble && <Icon name={icon} />}
    </button>
  );
  return (
    <>
      <div className="slider">
        <div className="slider-steps">
          {step('first', 'back', 1, true)}
          {step('previous', 'back', index - 1)}
          {step('next', 'forward', index + 1)}
          {step('last', 'forward', last, true)}
        </div>
        <input
          type="range"
          min={1}
          max={last}
          step={1}
          value={index}
          aria-label={t('slider.label')}
          aria-valuetext={t(index === last ? 'slider.valueNow' : 'slider.value', { ...numbers, at })}
          onChange={(event) => setHeld(Number(event.target.value))}
        />
        <p className="slider-words">
          <strong>{t('slider.shown', numbers)}</strong> {at}
        </p>
      </div>
      <p className="slider-sentence">{language === 'vi' ? moment.sentenceVi : moment.sentenceEn}</p>
      <div className="slider-basis">
        <ChoiceRow
          label={t('past.basis')}
          value={basis}
          options={(['recorded', 'occurred'] as const).map((value) => ({ value, label: t(`past.basis.${value}`) }))}
          onChange={(next) => {
            setBasis(next);
            // The same event, by the other clock.
            const there = momentsOf(events, next).findIndex(({ position }) => position === moment.position);
            show(there + 1, next);
          }}
        />
        <small>{t(basis === 'occurred' ? 'past.figuresRecorded' : 'slider.keys')}</small>
      </div>
    </>
  );
}
