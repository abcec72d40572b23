import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';

export interface ReasonSheetProps {
  readonly title: string;
  readonly note?: string;
  /** `/api/v1/...` that takes the reason. */
  readonly path: string;
  /** What goes with the reason, such as the item. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Named by decisions. */
  readonly expectedLength?: number;
  readonly confirm: string;
  readonly tone?: 'primary' | 'danger';
  /** Said once it is done. */
  readonly done: string;
  readonly onClose: () => void;
}

/** Whatever is undone, withdrawn or set aside says why. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, note, path, body, expectedLength, confirm, tone = 'primary', done, onClose } = props;
  const t = useT();
  const notice = useNotice();
  const command = useCommand(path);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);

  async function send(): Promise<void> {
    setChecked(true);
    if (reason.trim() === '') return focusFirstWrong();
    const options = expectedLength === undefined ? {} : { expectedLength };
    if (!(await command.send({ ...body, reason: reason.trim().normalize('NFC') }, options))) return;
    notice(done);
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone={tone} isBusy={command.isBusy} onClick={() => void send()}>
            {confirm}
          </Button>
        </SheetActions>
      }
    >
      {note && <p>{note}</p>}
      <TextArea
        label={t('inspector.reason')}
        value={reason}
        onChange={setReason}
        lengthMax={2000}
        error={
          isChecked && reason.trim() === '' ? t('inspector.reason.missing') : command.problem?.messageAt('/reason')
        }
      />
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}
