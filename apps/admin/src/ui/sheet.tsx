import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useT } from '../i18n/use-t.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

export interface SheetProps {
  readonly isOpen: boolean;
  /** Asked for by the cross or Escape; the sheet closes when `isOpen` does. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The actions, always in sight. */
  readonly footer?: ReactNode;
}

/** A dialog: as high as the window on a phone, a panel elsewhere. Its content is made anew each time it opens. */
export function Sheet({ isOpen, onClose, title, children, footer }: SheetProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the element leaves the document: only then does the focus go back to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!isOpen || !element) return;
    element.showModal();
    return () => element.close();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="button button-quiet button-square"
          aria-label={t('common.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
      {footer && <div className="sheet-foot">{footer}</div>}
    </dialog>
  );
}

/** The foot of every sheet: the way out first, what it is there for last, where the thumb is. */
export function SheetActions({ onCancel, children }: { readonly onCancel: () => void; readonly children: ReactNode }) {
  const t = useT();
  return (
    <>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
      {children}
    </>
  );
}
