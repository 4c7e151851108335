import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { AccountMenu } from './account-menu.js';
import mark from './mark.svg';
import css from './outside.module.css';

/** What stands around a screen that belongs to no organization, or to all. */
export function Outside({ children }: { children: ReactNode }) {
  return (
    <div className={css.screen}>
      <header className={css.top}>
        <Link href="/" className={css.brand}>
          <img src={mark} alt="" width="28" height="28" /> Plumbline
        </Link>
        <div className={css.account}>
          <AccountMenu />
        </div>
      </header>
      <main>{children}</main>
    </div>
  );
}
