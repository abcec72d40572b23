import { type AnswerType, type AnswerValue, assess } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { ChoiceRow } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { MoneyField, NumberField, RatioField } from '../ui/number-fields.js';
import { Tag } from '../ui/tag.js';
import { TextArea } from '../ui/text-field.js';
import { type AnswerDraft, valueFrom } from './answer-draft.js';
import { worded } from './labels.js';

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
    case 'date':
      return (
        <div className="answer-pair">
          <DateField
            label={worded(answer.on, language)}
            value={draft.on}
            onChange={(on) => change({ on })}
            error={error}
          />
          <DateField
            label={worded(answer.dueOn, language)}
            value={draft.dueOn}
            onChange={(dueOn) => change({ dueOn })}
          />
        </div>
      );
    case 'text':
      return <TextArea label={label} rows={3} value={draft.text} onChange={(text) => change({ text })} error={error} />;
    case 'derived':
      return null;
  }
}

/** Says how the answer would be judged while it is being typed. */
export function Verdict({ answer, draft }: { readonly answer: AnswerType; readonly draft: AnswerDraft }) {
  const t = useT();
  const value = valueFrom(answer, draft);
  // Either way the words say it; a choice between pass and fail needs no echo.
  if (!value || answer.kind === 'yesNo') return null;
  const assessment = assess({ answer }, value);
  if ('code' in assessment) return <p className="field-error">{t(`inspector.invalid.${assessment.code}`)}</p>;
  return assessment.outcome === 'pass' ? (
    <Tag tone="done">{t('inspector.answer.wouldPass')}</Tag>
  ) : (
    <Tag tone="overdue">{t('inspector.answer.wouldFail')}</Tag>
  );
}

/** How a value is judged; null while it cannot be. */
export function outcomeOf(answer: AnswerType, value: AnswerValue): 'pass' | 'fail' | null {
  const assessment = assess({ answer }, value);
  return 'code' in assessment ? null : assessment.outcome;
}
