import { useCommand } from '../api/hooks.js';
import { Button } from '../ui/button.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';

export interface ConfirmSheetProps {
  readonly title: string;
  readonly note: string;
  readonly path: string;
  readonly expectedLength: number;
  readonly confirm: string;
  readonly done: string;
  readonly onClose: () => void;
}

/** A decision that cannot be taken back says so before it is taken. */
export function ConfirmSheet({ title, note, path, expectedLength, confirm, done, onClose }: ConfirmSheetProps) {
  const notice = useNotice();
  const command = useCommand(path);

  async function send(): Promise<void> {
    if (!(await command.send({}, { expectedLength }))) return;
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
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void send()}>
            {confirm}
          </Button>
        </SheetActions>
      }
    >
      <p>{note}</p>
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}
