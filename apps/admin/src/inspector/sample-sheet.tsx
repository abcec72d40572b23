import type { ChecklistItem } from '@soat/domain';
import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { NumberField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { numberOf, worded } from './labels.js';

export interface SampleSheetProps {
  readonly inspectionId: string;
  readonly items: readonly ChecklistItem[];
  readonly onClose: () => void;
}

/** A list, one member a line, and how many to draw of it. */
export function SampleSheet({ inspectionId, items, onClose }: SampleSheetProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  // A share with a least number of cases is what samples are drawn for.
  const sampled = items.filter(({ answer }) => answer.kind === 'ratio');
  const offered = sampled.length > 0 ? sampled : items.filter(({ answer }) => answer.kind !== 'derived');
  const wanted = offered.find(({ answer }) => answer.kind === 'ratio' && answer.sampleMin !== null) ?? offered[0];
  const [sampleId] = useState(newCommandKey);
  const [itemCode, setItemCode] = useState(wanted?.code ?? '');
  const [name, setName] = useState('');
  const [list, setList] = useState('');
  const [size, setSize] = useState<number | null>(10);
  const [isChecked, setChecked] = useState(false);
  const draw = useCommand(`/api/v1/inspections/${inspectionId}/samples`);
  const members = membersOf(list);
  const isListed = members.length > 0 && members.length <= 5000 && new Set(members).size === members.length;
  const isSized = size !== null && size >= 1 && size <= members.length;

  async function save(): Promise<void> {
    setChecked(true);
    if (name.trim() === '' || !isListed || !isSized) return focusFirstWrong();
    if (!(await draw.send({ sampleId, itemCode, name: name.trim().normalize('NFC'), members, size }))) return;
    notice(t('inspector.papers.sampleDone'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.papers.sample')}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={draw.isBusy} onClick={() => void save()}>
            {t('inspector.papers.sample')}
          </Button>
        </SheetActions>
      }
    >
      <p className="field-hint">{t('inspector.papers.sampleNote')}</p>
      <Select
        label={t('inspector.papers.sampleItem')}
        options={offered.map((item) => ({
          value: item.code,
          label: `${numberOf(item.code)}. ${worded(item.question, language)}`,
        }))}
        value={itemCode}
        onChange={setItemCode}
      />
      <TextField
        label={t('inspector.papers.sampleName')}
        value={name}
        onChange={setName}
        lengthMax={200}
        error={isChecked && name.trim() === '' ? t('inspector.minutes.missing') : undefined}
      />
      <TextArea
        label={t('inspector.papers.sampleMembers')}
        rows={6}
        value={list}
        onChange={setList}
        error={isChecked && !isListed ? t('inspector.papers.sampleMembersMissing') : undefined}
      />
      <NumberField
        label={t('inspector.papers.sampleSize')}
        min={1}
        max={5000}
        value={size}
        onChange={setSize}
        error={isChecked && !isSized ? t('inspector.papers.sampleSizeWrong', { count: members.length }) : undefined}
      />
      <ErrorPanel problem={draw.problem} />
    </Sheet>
  );
}

function membersOf(list: string): readonly string[] {
  return list
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
