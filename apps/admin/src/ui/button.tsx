import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../i18n/use-t.js';
import { classNames } from './class-names.js';
import { Icon, type IconName } from './icon.js';

type Tone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** As wide as its place: the main action on a phone. */
  readonly isWide?: boolean;
  /** When the words alone do not tell which of many: `Không đạt, mục 7: …`. */
  readonly label?: string;
}

export interface ButtonProps extends Look {
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Sends at present: further presses do nothing, and the focus stays where it is. */
  readonly isBusy?: boolean;
}

export function Button({
  children,
  tone = 'secondary',
  icon,
  isWide,
  label,
  onClick,
  type,
  disabled,
  isBusy,
}: ButtonProps) {
  const t = useT();
  return (
    <button
      type={type ?? 'button'}
      className={classNames('button', `button-${tone}`, isWide && 'button-wide')}
      aria-label={label}
      aria-disabled={isBusy || undefined}
      disabled={disabled}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{isBusy ? t('common.busy') : children}</span>
    </button>
  );
}

/** Looks like a button and leads somewhere. */
export function ButtonLink({ to, children, tone = 'secondary', icon, isWide, label }: Look & { readonly to: string }) {
  return (
    <Link to={to} className={classNames('button', `button-${tone}`, isWide && 'button-wide')} aria-label={label}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
