import { type AnswerType, type AnswerValue, assess, type DueAfter, dueDayOf, vietnamCalendar } from '@soat/domain';
import { useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { formatDate } from '../ui/format.js';
import { MoneyField, NumberField, RatioField } from '../ui/number-fields.js';
import { Tag } from '../ui/tag.js';
import { TextArea } from '../ui/text-field.js';
import { type AnswerDraft, valueFrom } from './answer-draft.js';
import { differencesIn, latenessOf, worded } from './labels.js';

export interface AnswerFieldsProps {
  readonly answer: AnswerType;
  readonly label: string;
  /** Where the item stands right above. */
  readonly isLabelHidden?: boolean;
  readonly draft: AnswerDraft;
  readonly onChange: (draft: AnswerDraft) => void;
  readonly error?: string | undefined;
}

/** The fields an item's kind of answer needs, and what the answer would come to as it stands. */
export function AnswerFields({ answer, label, isLabelHidden, draft, onChange, error }: AnswerFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const change = (part: Partial<AnswerDraft>) => onChange({ ...draft, ...part });
  switch (answer.kind) {
    case 'yesNo':
      return (
        <ChoiceRow
          label={label}
          options={[
            { value: 'pass', label: t('inspector.answer.pass'), tone: 'done' },
            { value: 'fail', label: t('inspector.answer.fail'), tone: 'overdue' },
          ]}
          value={draft.yes === null ? null : draft.yes === answer.passWhen ? 'pass' : 'fail'}
          onChange={(choice) => change({ yes: (choice === 'pass') === answer.passWhen })}
          error={error}
        />
      );
    case 'number':
      return (
        <NumberField
          label={label}
          value={draft.value}
          onChange={(value) => change({ value })}
          suffix={worded(answer.unit, language)}
          error={error}
        />
      );
    case 'ratio':
      return (
        <RatioField
          label={label}
          {...(isLabelHidden && { isLabelHidden })}
          numeratorLabel={worded(answer.numerator, language)}
          denominatorLabel={worded(answer.denominator, language)}
          hint={`${worded(answer.numerator, language)} / ${worded(answer.denominator, language)}`}
          value={draft}
          onChange={change}
          error={error}
        />
      );
    case 'money':
      return (
        <div className="answer-pair">
          <MoneyField
            label={worded(answer.amount, language)}
            value={draft.amount}
            onChange={(amount) => change({ amount })}
            error={error}
          />
          <MoneyField
            label={worded(answer.reference, language)}
            value={draft.reference}
            onChange={(reference) => change({ reference })}
          />
        </div>
      );
    case 'reconciliation':
      return (
        <div className="answer-three">
          {(['first', 'second', 'third'] as const).map((source) => (
            <MoneyField
              key={source}
              label={worded(answer[source], language)}
              value={draft[source]}
              onChange={(sum) => change({ [source]: sum })}
              error={source === 'first' ? error : undefined}
            />
          ))}
        </div>
      );
    case 'date':
      return (
        <div className="answer-pair">
          <DateField
            label={worded(answer.on, language)}
            value={draft.on}
            onChange={(on) => change({ on })}
            error={error}
          />
          {answer.dueAfter ? (
            <CountedDueDay
              label={worded(answer.dueOn, language)}
              dueAfter={answer.dueAfter}
              dueOn={draft.dueOn}
              onChange={(dueOn) => change({ dueOn })}
            />
          ) : (
            <DateField
              label={worded(answer.dueOn, language)}
              value={draft.dueOn}
              onChange={(dueOn) => change({ dueOn })}
            />
          )}
        </div>
      );
    case 'text':
      return <TextArea label={label} rows={3} value={draft.text} onChange={(text) => change({ text })} error={error} />;
    case 'derived':
      return null;
  }
}

interface CountedDueDayProps {
  readonly label: string;
  readonly dueAfter: DueAfter;
  readonly dueOn: string | null;
  readonly onChange: (dueOn: string | null) => void;
}

/** The day the due day counts from, and the due day it leads to; nobody counts working days over a holiday in the head. */
function CountedDueDay({ label, dueAfter, dueOn, onChange }: CountedDueDayProps) {
  const t = useT();
  const language = useLanguage();
  const [from, setFrom] = useState<string | null>(null);
  const rule = t(`inspector.answer.after.${dueAfter.unit}`, { days: dueAfter.days });
  return (
    <DateField
      label={worded(dueAfter.from, language)}
      hint={dueOn ? `${label}: ${formatDate(dueOn)} (${rule})` : `${label}: ${rule}`}
      value={from}
      onChange={(day) => {
        setFrom(day);
        onChange(day && dueDayOf(dueAfter, day, vietnamCalendar));
      }}
    />
  );
}

/** Says how the answer would be judged while it is being typed. */
export function Verdict({ answer, draft }: { readonly answer: AnswerType; readonly draft: AnswerDraft }) {
  const t = useT();
  const language = useLanguage();
  const value = valueFrom(answer, draft);
  // Either way the words say it; a choice between pass and fail needs no echo.
  if (!value || answer.kind === 'yesNo') return null;
  const assessment = assess({ answer }, value);
  if ('code' in assessment) return <p className="field-error">{t(`inspector.invalid.${assessment.code}`)}</p>;
  const told =
    value.kind === 'date'
      ? [latenessOf(value, t)]
      : value.kind === 'reconciliation' && answer.kind === 'reconciliation'
        ? differencesIn(value, answer, t, language)
        : [];
  return (
    <div className="verdict">
      {assessment.outcome === 'pass' ? (
        <Tag tone="done">{t('inspector.answer.wouldPass')}</Tag>
      ) : (
        <Tag tone="overdue">{t('inspector.answer.wouldFail')}</Tag>
      )}
      {told.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}

/** How a value is judged; null while it cannot be. */
export function outcomeOf(answer: AnswerType, value: AnswerValue): 'pass' | 'fail' | null {
  const assessment = assess({ answer }, value);
  return 'code' in assessment ? null : assessment.outcome;
}
