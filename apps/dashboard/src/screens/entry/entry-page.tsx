import type { ReactNode } from 'react';
import { useWindowTitle } from '../../parts/page.js';
import css from './entry.module.css';

/** One of the pages before a sign-in: what it is, a sentence, and what to do. */
export function EntryPage({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  useWindowTitle(title);
  return (
    <div className={css.page}>
      <h1>{title}</h1>
      {lead !== undefined && <p className={css.soft}>{lead}</p>}
      {children}
    </div>
  );
}
