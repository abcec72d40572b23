import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatMoney } from '../ui/format.js';
import { Card } from '../ui/layout.js';
import { Tag, type Tone } from '../ui/tag.js';
import { DueTag, dueTone, formatDay, OnTimeTag, owes, SeverityTag, StatusTag } from './marks.js';
import type { BoardRow } from './recommendation-file.js';
import './unit.css';

export interface RecommendationCardProps {
  readonly row: BoardRow;
  /** Whose it is, where several units stand in one list. */
  readonly isUnitShown?: boolean;
}

/** One recommendation in a list: what was found, by when, how far it is. */
export function RecommendationCard({ row, isUnitShown }: RecommendationCardProps) {
  const t = useT();
  const language = useLanguage();
  const [first] = row.findings;
  const item = first?.itemCode;
  return (
    <Card
      kicker={isUnitShown ? `${row.unitName} · ${row.number}` : row.number}
      title={first?.condition ?? row.text}
      to={`/kien-nghi/${row.id}`}
      tone={toneOf(row)}
      tags={
        <>
          <DueTag due={row} />
          {(!owes(row.status) || (row.status !== 'issued' && row.status !== 'planned')) && (
            <StatusTag status={row.status} />
          )}
          {row.submittedOn && (
            <OnTimeTag submittedOn={row.submittedOn} dueOn={row.dueOn} originalDueOn={row.originalDueOn} />
          )}
          <SeverityTag severity={row.severity} />
          {row.extensionAsked && (
            <Tag tone="soon">{t('course.extensionTag', { date: formatDay(row.extensionAsked.dueOn) })}</Tag>
          )}
          {row.escalatedTo && owes(row.status) && <Tag tone="overdue">{t(`course.escalated.${row.escalatedTo}`)}</Tag>}
          {row.ladderStep && owes(row.status) && !row.escalatedTo && (
            <Tag>{t('course.ladder.tag', { step: row.ladderStep.step })}</Tag>
          )}
          {row.findings.length > 1 && <Tag>{t('unit.findingsCount', { count: row.findings.length })}</Tag>}
        </>
      }
    >
      <p>{row.text}</p>
      <p className="card-facts">
        <span>
          {row.external ? row.external.issuerName : item ? t('unit.item', { code: item }) : t('unit.outsideChecklist')}
        </span>
        <span>{t('unit.due', { date: formatDay(row.dueOn) })}</span>
        {row.percent !== null && owes(row.status) && <span>{t('unit.progress', { percent: row.percent })}</span>}
        {row.amountToRecover !== null && (
          <span>
            {t('course.money.state', {
              recovered: formatMoney(row.amountRecovered, language),
              all: formatMoney(row.amountToRecover, language),
            })}
          </span>
        )}
        {row.submittedOn && <span>{t('unit.submittedOn', { date: formatDay(row.submittedOn) })}</span>}
        {row.settledAt && <span>{t('unit.settledOn', { date: formatDay(row.settledAt) })}</span>}
      </p>
    </Card>
  );
}

function toneOf(row: BoardRow): Tone {
  if (!owes(row.status)) return row.status === 'implemented' || row.status === 'verified' ? 'done' : 'neutral';
  return row.status === 'returned' ? 'overdue' : dueTone(row);
}
