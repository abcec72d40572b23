import { Link } from 'react-router';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatNumber } from '../ui/format.js';
import { TimelineList } from '../ui/lists.js';
import { byWhom, clocksOf, type EventRow, sentenceOf } from './events.js';

/** Events as sentences under the day the server recorded them on; each leads to all that is known of it. */
export function EventList({ rows, label }: { readonly rows: readonly EventRow[]; readonly label: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <TimelineList
      label={label}
      items={rows.map((row) => {
        const clocks = clocksOf(row, t, language);
        return {
          id: row.eventId,
          at: row.recordedAt,
          title: (
            <>
              {row.caseNumber && <span className="event-case">{row.caseNumber}</span>}
              <Link to={`/nhat-ky/${row.eventId}`}>{sentenceOf(row, language)}</Link>
            </>
          ),
          by: (
            <span className="event-by">
              <span>{byWhom(row, t)}</span>
              {row.unitName && <Link to={`/don-vi/${row.unitId}`}>{row.unitName}</Link>}
              <span className="event-number">
                {t('leader.event', { position: formatNumber(row.position, language) })}
              </span>
              {row.isSimulated && <span>{t('event.simulated')}</span>}
            </span>
          ),
          ...(clocks && { detail: <small>{clocks}</small> }),
        };
      })}
    />
  );
}
