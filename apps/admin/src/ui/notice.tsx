import { useEffect, useSyncExternalStore } from 'react';
import { classNames } from './class-names.js';
import { Icon } from './icon.js';

export interface Notice {
  readonly text: string;
  readonly tone: 'done' | 'info' | 'overdue';
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const shownMs = 10_000;
const listeners = new Set<() => void>();
let current: Notice | null = null;

/** `notify('Đã ghi')`: what just happened, said once at the foot of the window and to screen readers. */
export function useNotice(): (text: string, options?: Partial<Omit<Notice, 'text'>>) => void {
  return notify;
}

/** Stands once in the shell: a live region must be there before it speaks. */
export function StatusLine() {
  const notice = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => become(null), shownMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="status-line" role="status">
      {notice && (
        <div className={classNames('notice', `notice-${notice.tone}`)}>
          <Icon name={notice.tone === 'done' ? 'check' : notice.tone === 'info' ? 'info' : 'alert'} />
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              className="notice-action"
              onClick={() => {
                notice.action?.onClick();
                become(null);
              }}
            >
              {notice.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function notify(text: string, { tone = 'done', action }: Partial<Omit<Notice, 'text'>> = {}): void {
  become({ text, tone, ...(action && { action }) });
}

function become(next: Notice | null): void {
  current = next;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
