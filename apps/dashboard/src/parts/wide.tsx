import type { ReactNode } from 'react';
import css from './wide.module.css';

/** What may be wider than a small screen: it is scrolled by itself, by keyboard too, and never the page. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.wide} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
