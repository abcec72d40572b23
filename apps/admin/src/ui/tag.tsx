import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type Tone = 'done' | 'soon' | 'overdue' | 'repeat' | 'neutral' | 'info';

// A shape beside the word, so that nothing depends on telling red from green.
const icons: Readonly<Record<Tone, IconName | null>> = {
  done: 'check',
  soon: 'clock',
  overdue: 'alert',
  repeat: 'repeat',
  neutral: null,
  info: 'info',
};

export interface TagProps {
  readonly tone?: Tone;
  /** Instead of the tone's own; null for none, where its shape would say something else. */
  readonly icon?: IconName | null;
  readonly children: ReactNode;
}

export function Tag({ tone = 'neutral', icon = icons[tone], children }: TagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** Several tags in a row that wraps. */
export function Tags({ children }: { readonly children: ReactNode }) {
  return <div className="tags">{children}</div>;
}
