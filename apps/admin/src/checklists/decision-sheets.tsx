import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { dayOf } from '../ui/format.js';
import { useNotice } from '../ui/notice.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';

interface DecisionProps {
  readonly id: string;
  readonly length: number;
  readonly onClose: () => void;
}

/** What is published is never changed, and that is said before. */
export function PublishSheet({
  edition,
  items,
  ...rest
}: DecisionProps & { readonly edition: number; readonly items: number }) {
  const t = useT();
  return (
    <DayAndWords
      {...rest}
      path="publication"
      title={t('checklists.publish', { edition })}
      note={t('checklists.publishNote', { items })}
      day={{ name: 'validFrom', label: t('checklists.validFrom') }}
      words={{ name: 'source', label: t('checklists.sourceOf') }}
      confirm={t('checklists.publishConfirm')}
      done={t('checklists.published', { edition })}
    />
  );
}

export function WithdrawSheet(props: DecisionProps) {
  const t = useT();
  return (
    <DayAndWords
      {...props}
      path="withdrawal"
      title={t('checklists.withdraw')}
      note={t('checklists.withdrawNote')}
      day={{ name: 'from', label: t('checklists.withdrawFrom') }}
      words={{ name: 'reason', label: t('checklists.reason') }}
      confirm={t('checklists.withdraw')}
      done={t('checklists.withdrawDone')}
    />
  );
}

interface Asked {
  readonly name: string;
  readonly label: string;
}

interface DayAndWordsProps extends DecisionProps {
  readonly path: string;
  readonly title: string;
  readonly note: string;
  readonly day: Asked;
  readonly words: Asked;
  readonly confirm: string;
  readonly done: string;
}

function DayAndWords({ id, length, path, title, note, day, words, confirm, done, onClose }: DayAndWordsProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(`/api/v1/checklists/${id}/${path}`);
  const [on, setOn] = useState<string | null>(dayOf(new Date().toISOString()));
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const missing = (isEmpty: boolean) => (isChecked && isEmpty ? t('checklists.missing') : undefined);

  async function send(): Promise<void> {
    setChecked(true);
    if (!on || text.trim() === '') return focusFirstWrong();
    const body = { [day.name]: on, [words.name]: text.trim().normalize('NFC') };
    if (!(await command.send(body, { expectedLength: length }))) return;
    notice(done);
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void send()}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{note}</p>
      <DateField label={day.label} value={on} onChange={setOn} error={missing(on === null)} />
      <TextArea
        label={words.label}
        rows={2}
        value={text}
        onChange={setText}
        lengthMax={1000}
        error={missing(text.trim() === '')}
      />
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}
