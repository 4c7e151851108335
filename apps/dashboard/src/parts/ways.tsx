import type { ReactNode } from 'react';
import css from './ways.module.css';

/** Ways to begin, side by side where there is room. */
export function Ways({ children }: { children: ReactNode }) {
  return <ul className={css.ways}>{children}</ul>;
}

export function Way({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <li className={css.way}>
      <h2>{title}</h2>
      <p className={css.soft}>{lead}</p>
      <div>{children}</div>
    </li>
  );
}
