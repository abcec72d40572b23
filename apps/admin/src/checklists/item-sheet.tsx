import { type ChecklistItem, type ChecklistSection, evidenceKinds, type Severity, severities } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { CheckList, ChoiceRow } from '../ui/choices.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { MoneyField, NumberField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import {
  type AnswerKind,
  answerKinds,
  bodyOf,
  draftOf,
  type ItemDraft,
  isPercent,
  missingIn,
  newItem,
  partsOf,
  type RuleName,
  rulesOf,
} from './item-draft.js';

interface ItemSheetProps {
  readonly id: string;
  readonly length: number;
  /** Of the checklist: whose own targets it sets. */
  readonly title: string;
  readonly sections: readonly ChecklistSection[];
  readonly item: ChecklistItem | null;
  /** For a new one: where the last one was written. */
  readonly code: string;
  readonly section: string;
  readonly onClose: () => void;
}

/** One item, from its question to what shows that a failure was put right. */
export function ItemSheet({ id, length, title, sections, item, code, section, onClose }: ItemSheetProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(`/api/v1/checklists/${id}/items`);
  const [draft, setDraft] = useState<ItemDraft>(() => (item ? draftOf(item) : newItem(code, section)));
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...part }));
  const missing = missingIn(draft);
  const errorOf = (name: string) => (isChecked && missing.has(name) ? t('checklists.missing') : undefined);

  async function save(): Promise<void> {
    setChecked(true);
    if (missing.size > 0) return focusFirstWrong();
    if (!(await command.send({ item: bodyOf(draft, item, title) }, { expectedLength: length }))) return;
    notice(t('checklists.item.saved', { code: draft.code }));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={item ? t('checklists.item.editSpoken', { code: item.code }) : t('checklists.item.add')}
      footer={
        <>
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void save()}>
            {t('checklists.item.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {!item && (
        <TextField
          label={t('checklists.item.code')}
          value={draft.code}
          onChange={(text) => change({ code: text })}
          lengthMax={20}
          error={errorOf('code')}
        />
      )}
      <Select
        label={t('checklists.item.section')}
        options={sections.map((section) => ({ value: section.code, label: `${section.code}. ${section.title.vi}` }))}
        value={draft.section}
        onChange={(section) => change({ section })}
      />
      <TextArea
        label={t('checklists.item.question')}
        rows={2}
        value={draft.question}
        onChange={(question) => change({ question })}
        lengthMax={600}
        error={errorOf('question')}
      />
      <TextArea
        label={t('checklists.item.questionEn')}
        isOptional
        rows={2}
        value={draft.questionEn}
        onChange={(questionEn) => change({ questionEn })}
        lengthMax={600}
      />
      <AnswerFields draft={draft} change={change} errorOf={errorOf} />
      <TextField
        label={t('checklists.item.verifiedBy')}
        value={draft.verifiedBy}
        onChange={(verifiedBy) => change({ verifiedBy })}
        lengthMax={600}
        error={errorOf('verifiedBy')}
      />
      <ChoiceRow<Severity>
        label={t('checklists.item.severity')}
        options={severities.map((severity) => ({ value: severity, label: t(`inspector.severity.${severity}`) }))}
        value={draft.severity}
        onChange={(severity) => change({ severity })}
      />
      <CheckList
        label={t('checklists.item.evidence')}
        options={evidenceKinds.map((kind) => ({ value: kind, label: t(`inspector.evidence.kind.${kind}`) }))}
        value={draft.evidenceKinds}
        onChange={(kinds) => change({ evidenceKinds: kinds })}
        error={isChecked && missing.has('evidenceKinds') ? t('checklists.item.evidenceMissing') : undefined}
      />
      <ChoiceRow
        label={t('checklists.item.evidenceWhen')}
        options={(['failed', 'always'] as const).map((when) => ({
          value: when,
          label: t(`checklists.item.evidenceWhen.${when}`),
        }))}
        value={draft.evidenceWhen}
        onChange={(evidenceWhen) => change({ evidenceWhen })}
      />
      <TextArea
        label={t('checklists.item.phrases')}
        hint={t('checklists.item.lines')}
        isOptional
        rows={2}
        value={draft.phrases}
        onChange={(phrases) => change({ phrases })}
      />
      <TextArea
        label={t('checklists.item.remedy')}
        rows={2}
        value={draft.remedy}
        onChange={(remedy) => change({ remedy })}
        lengthMax={600}
        error={errorOf('remedy')}
      />
      <TextArea
        label={t('checklists.item.points')}
        hint={t('checklists.item.lines')}
        rows={2}
        value={draft.points}
        onChange={(points) => change({ points })}
        error={errorOf('points')}
      />
      <TextArea
        label={t('checklists.item.basis')}
        hint={t('checklists.item.basisHint')}
        isOptional
        rows={2}
        value={draft.basis}
        onChange={(basis) => change({ basis })}
      />
      <TextField
        label={t('checklists.item.indices')}
        hint={t('checklists.item.indicesHint')}
        isOptional
        value={draft.indices}
        onChange={(indices) => change({ indices })}
      />
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}

interface AnswerFieldsProps {
  readonly draft: ItemDraft;
  readonly change: (part: Partial<ItemDraft>) => void;
  readonly errorOf: (name: string) => string | undefined;
}

/** What is answered, and when that passes. */
function AnswerFields({ draft, change, errorOf }: AnswerFieldsProps) {
  const t = useT();
  const { kind, rule, threshold } = draft;
  const rules: readonly RuleName[] = rulesOf[kind];
  const isMoney = kind === 'money' || kind === 'reconciliation';
  const choose = (chosen: AnswerKind) =>
    change({ kind: chosen, rule: rulesOf[chosen][0] ?? rule, threshold: isPercent(chosen) ? 100 : 0 });
  const fact = { label: t(`checklists.pass.${rule}`), value: threshold, error: errorOf('threshold') };
  return (
    <>
      <Select
        label={t('checklists.item.answer')}
        options={answerKinds.map((each) => ({ value: each, label: t(`checklists.answer.${each}`) }))}
        value={kind}
        onChange={(chosen) => choose(answerKinds.find((each) => each === chosen) ?? 'yesNo')}
      />
      {partsOf[kind].map((name) => (
        <TextField
          key={name}
          label={t(`checklists.part.${name}`)}
          value={draft.parts[name] ?? ''}
          onChange={(text) => change({ parts: { ...draft.parts, [name]: text } })}
          lengthMax={200}
          error={errorOf(name)}
        />
      ))}
      {kind === 'yesNo' && (
        <ChoiceRow
          label={t('checklists.pass.when')}
          options={[
            { value: 'yes', label: t('inspector.answer.yes') },
            { value: 'no', label: t('inspector.answer.no') },
          ]}
          value={draft.yes ? 'yes' : 'no'}
          onChange={(answer) => change({ yes: answer === 'yes' })}
        />
      )}
      {rules.length > 1 && (
        <Select
          label={t('checklists.pass.rule')}
          options={rules.map((each) => ({ value: each, label: t(`checklists.pass.${each}`) }))}
          value={rule}
          onChange={(chosen) => change({ rule: rules.find((each) => each === chosen) ?? rule })}
        />
      )}
      {rules.length > 0 &&
        (isMoney ? (
          <MoneyField {...fact} onChange={(value) => change({ threshold: value })} />
        ) : (
          <NumberField
            {...fact}
            {...(isPercent(kind) && { suffix: '%', max: 100 })}
            onChange={(value) => change({ threshold: value })}
          />
        ))}
    </>
  );
}
