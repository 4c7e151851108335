import { type ReactNode, useId } from 'react';
import css from './group.module.css';

/** A part of a screen under a title of its own, with why it is there. */
export function Group({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.group} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {lead !== undefined && <p className={css.soft}>{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** Things one below the other, each with what can be done with it. */
export function Rows({ children, empty }: { children: readonly ReactNode[]; empty: string }) {
  if (children.length === 0) return <p className={css.soft}>{empty}</p>;
  return <ul className={css.rows}>{children}</ul>;
}

export function Row({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <li className={css.row}>
      <div className={css.what}>{children}</div>
      {actions !== undefined && actions !== false && <div className={css.actions}>{actions}</div>}
    </li>
  );
}

/** What is filled in, in a box of its own. */
export function Box({ children, onSubmit }: { children: ReactNode; onSubmit?: () => void }) {
  if (onSubmit === undefined) return <div className={css.box}>{children}</div>;
  return (
    <form
      className={css.box}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Where hints stand in fields side by side: below, so that the fields are in one line. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** Fields side by side where there is room. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={css.fields}>{children}</div>;
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

export function Soft({ children }: { children: ReactNode }) {
  return <p className={css.soft}>{children}</p>;
}

/** A box to tick, with its words. */
export function Tick({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={css.tick}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
