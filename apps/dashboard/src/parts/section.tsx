import { type ReactNode, useId } from 'react';
import css from './section.module.css';

/** A part of a screen with a heading of its own. */
export function Section({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={css.section} aria-labelledby={heading}>
      <div className={css.head}>
        <div className={css.titles}>
          <h2 id={heading}>{title}</h2>
          {lead !== undefined && <p className={css.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** What is put on paper of its own. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={css.card}>{children}</div>;
}
