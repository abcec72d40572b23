import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { addressAt, type Past, usePast } from '../api/past.js';
import { useAnsweredPast } from '../api/answered-past.js';
import { useLanguage } from '../i18n/language.js';
import { addWords, useT } from '../i18n/use-t.js';
import { trail } from '../i18n/words/trail.js';
import { Button } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { dayOf, formatNumber, formatTime } from '../ui/format.js';
import { Icon } from '../ui/icon.js';
import { TextField } from '../ui/text-field.js';
import { wordsOfPast } from '../trail/words-of-past.js';
import { Comparison } from './comparison.js';
import { comparedAt, hasOccurred, hasPast } from './screens.js';
import './past.css';

addWords(trail);

/** Which day the figures of this screen are of: now, until another is chosen; the address holds it. */
export function PastBar() {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const past = usePast();
  const answered = useAnsweredPast();
  const [isChoosing, setChoosing] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const comparedPath = comparedAt(pathname);
  const go = (next: Past | null) => {
    setChoosing(false);
    void navigate(addressAt(pathname, search, next));
  };
  if (!hasPast(pathname))
    return (
      past && <p className="past-bar past-elsewhere">{t('past.notHere', { when: wordsOfPast(past, t, language) })}</p>
    );
  return (
    <section
      className={classNames('past-bar', past && 'past-on', past && !isChoosing && !isComparing && 'past-stays')}
      aria-label={t('past.label')}
    >
      <div className="past-line">
        {past ? (
          <p className="past-words" role="status">
            <strong>
              <Icon name="clock" /> {t('past.banner')}
            </strong>
            <span>
              {t('past.bannerOf', { when: wordsOfPast(past, t, language) })}
              {answered && `, ${t('past.upTo', { position: formatNumber(answered.position, language) })}`}
            </span>
          </p>
        ) : (
          <p className="past-words">
            <span>
              {t('past.label')}: <strong>{t('past.today')}</strong>
            </span>
          </p>
        )}
        <div className="past-tools">
          <button
            type="button"
            className="past-tool"
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            {t(past ? 'past.change' : 'past.choose')}
          </button>
          {past && comparedPath && (
            <button
              type="button"
              className="past-tool"
              aria-expanded={isComparing}
              onClick={() => setComparing(!isComparing)}
            >
              {t(isComparing ? 'past.closeComparison' : 'past.compare')}
            </button>
          )}
          {past && (
            <button type="button" className="past-tool past-tool-back" onClick={() => go(null)}>
              {t('past.back')}
            </button>
          )}
        </div>
      </div>
      {past && comparedPath && isComparing && <Comparison path={comparedPath} past={past} />}
      {isChoosing && <Chooser past={past} isOccurredOffered={hasOccurred(pathname)} onChoose={go} />}
    </section>
  );
}

interface ChooserProps {
  readonly past: Past | null;
  readonly isOccurredOffered: boolean;
  readonly onChoose: (past: Past) => void;
}

function Chooser({ past, isOccurredOffered, onChoose }: ChooserProps) {
  const t = useT();
  const shown = past ? partsOf(past.asOf) : { day: null, time: '' };
  const [day, setDay] = useState(shown.day);
  const [time, setTime] = useState(shown.time);
  const [basis, setBasis] = useState<Past['basis']>(past?.basis ?? 'recorded');
  const [isTried, setTried] = useState(false);
  const clock = clockOf(time);
  const chosen = day && clock !== null ? asOfOf(day, clock) : null;
  const isAhead = chosen !== null && isToCome(chosen);
  return (
    <form
      className="past-chooser"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen && !isAhead) onChoose({ asOf: chosen, basis });
      }}
    >
      <DateField
        label={t('past.date')}
        value={day}
        onChange={setDay}
        error={isTried ? (day ? (isAhead ? t('past.tooLate') : undefined) : t('past.dateMissing')) : undefined}
      />
      <TextField
        label={t('past.time')}
        isOptional
        hint={t('past.timeHint')}
        value={time}
        onChange={setTime}
        error={isTried && clock === null ? t('past.timeUnread') : undefined}
      />
      {isOccurredOffered && (
        <ChoiceRow
          label={t('past.basis')}
          value={basis}
          onChange={setBasis}
          options={(['recorded', 'occurred'] as const).map((value) => ({ value, label: t(`past.basis.${value}`) }))}
        />
      )}
      <Button type="submit" tone="primary">
        {t('past.show')}
      </Button>
    </form>
  );
}

function partsOf(asOf: string): { readonly day: string | null; readonly time: string } {
  if (/^\d{4}-\d\d-\d\d$/.test(asOf)) return { day: asOf, time: '' };
  if (/^\d+$/.test(asOf) || Number.isNaN(Date.parse(asOf))) return { day: null, time: '' };
  const at = new Date(asOf).toISOString();
  return { day: dayOf(at), time: formatTime(at) };
}

/** `17:00` from what people type for it; empty for none, null where it cannot be read. */
function clockOf(typed: string): string | null {
  if (typed.trim() === '') return '';
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/i.exec(typed.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

function asOfOf(day: string, clock: string): string {
  return clock === '' ? day : `${day}T${clock}:00+07:00`;
}

function isToCome(asOf: string): boolean {
  const now = new Date().toISOString();
  return asOf.includes('T') ? Date.parse(asOf) > Date.parse(now) : asOf > dayOf(now);
}
