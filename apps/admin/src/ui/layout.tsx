import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { useT } from '../i18n/use-t.js';
import { classNames } from './class-names.js';
import { Icon, type IconName } from './icon.js';
import type { Tone } from './tag.js';

export interface PageHeaderProps {
  readonly title: string;
  /** Above the title: kind, number. */
  readonly kicker?: ReactNode;
  /** Below the title: unit, dates. */
  readonly note?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
  /** Where the way back leads. */
  readonly backTo?: string;
  readonly backLabel?: string;
}

/** The one h1 of a screen. */
export function PageHeader({ title, kicker, note, tags, actions, backTo, backLabel }: PageHeaderProps) {
  const t = useT();
  return (
    <header className="page-header">
      {/* React hoists it into the head: the tab tells which screen it holds. */}
      <title>{`${title} · Soát`}</title>
      {backTo && (
        <Link className="back" to={backTo}>
          <Icon name="back" />
          {backLabel ?? t('common.back')}
        </Link>
      )}
      <div className="page-header-row">
        <div className="page-header-words">
          {kicker && <p className="kicker">{kicker}</p>}
          <h1>{title}</h1>
          {note && <p className="page-note">{note}</p>}
          {tags && <div className="tags">{tags}</div>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
    </header>
  );
}

/** The body of a screen; `narrow` for forms and phone work, `wide` for tables and pictures. */
export function Page({
  children,
  width = 'narrow',
}: {
  readonly children: ReactNode;
  readonly width?: 'narrow' | 'wide';
}) {
  return <div className={`page page-${width}`}>{children}</div>;
}

export interface SectionProps {
  readonly title: string;
  /** The letter of a checklist's part, in its square. */
  readonly letter?: string;
  readonly count?: number;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, letter, count, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {letter && <span className="letter">{letter}</span>}
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {aside && <div className="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

export interface CardProps {
  readonly title?: ReactNode;
  readonly kicker?: ReactNode;
  readonly tags?: ReactNode;
  /** Makes the title a link that covers the card. */
  readonly to?: string;
  /** A bar at the left edge; the words must say the same. */
  readonly tone?: Tone;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Card({ title, kicker, tags, to, tone, actions, children }: CardProps) {
  return (
    <article className={classNames('card', tone && `card-${tone}`, to && 'card-link')}>
      {kicker && <p className="kicker">{kicker}</p>}
      {title && <h3>{to ? <Link to={to}>{title}</Link> : title}</h3>}
      {tags && <div className="tags">{tags}</div>}
      {children && <div className="card-body">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </article>
  );
}

/** Cards below each other, or side by side where there is room. */
export function CardList({ children, isGrid }: { readonly children: ReactNode; readonly isGrid?: boolean }) {
  return <div className={classNames('card-list', isGrid && 'card-grid')}>{children}</div>;
}

/** Names and values of one thing. */
export function Facts({ items }: { readonly items: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.name}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The main action, at the foot of the window on a phone. */
export function ActionBar({ children }: { readonly children: ReactNode }) {
  return <div className="action-bar">{children}</div>;
}

export interface StatCardProps {
  readonly label: string;
  readonly value: ReactNode;
  /** Numerator and denominator, the change, the cut-off. */
  readonly note?: ReactNode;
  readonly tone?: Tone;
  readonly to?: string;
}

export function StatCard({ label, value, note, tone, to }: StatCardProps) {
  return (
    <article className={classNames('stat', tone && `stat-${tone}`, to && 'card-link')}>
      <h3>{to ? <Link to={to}>{label}</Link> : label}</h3>
      <p className="stat-value">{value}</p>
      {note && <p className="stat-note">{note}</p>}
    </article>
  );
}

/** Stat cards in one ruled row that wraps. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <div className="stat-row">{children}</div>;
}

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: number;
  /** Whether the screen on view belongs to it. */
  readonly isCurrent: boolean;
}

/** The screens of an area: a bar at the foot of a phone, a line in the header elsewhere. */
export function AreaNav({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  return (
    <nav className="area-nav" aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.isCurrent ? 'page' : undefined}>
          <Icon name={item.icon} />
          <span>{item.label}</span>
          {item.count !== undefined && item.count > 0 && <span className="count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
