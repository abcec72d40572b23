import { type ReactNode, useEffect, useRef } from 'react';
import type { CommandAnswer } from '../api/hooks.js';
import type { ProblemError } from '../api/problem-error.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { formatNumber } from '../ui/format.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';

export interface FormSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly sendLabel: string;
  readonly onSend: () => void;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly tone?: 'primary' | 'danger';
  readonly children: ReactNode;
}

/** A form in a sheet. What was typed belongs to the caller, so neither a refusal nor closing the sheet loses it. */
export function FormSheet({
  isOpen,
  onClose,
  title,
  sendLabel,
  onSend,
  isBusy,
  problem,
  tone,
  children,
}: FormSheetProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) end.current?.scrollIntoView({ block: 'end' });
  }, [problem]);
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone={tone ?? 'primary'} isBusy={isBusy} onClick={onSend}>
            {sendLabel}
          </Button>
        </SheetActions>
      }
    >
      {children}
      <div ref={end}>
        <ErrorPanel problem={problem} />
      </div>
    </Sheet>
  );
}

/** Says what was received, with the event's number: the receipt. */
export function useReceipt(): (what: string, answer: CommandAnswer) => void {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  return (what, { position }) => notice(t('unit.receipt', { what, position: formatNumber(position, language) }));
}
