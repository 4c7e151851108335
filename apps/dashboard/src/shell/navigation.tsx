import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Organization } from '../api/shapes.js';
import { shellWords } from '../words/shell.js';
import { AccountMenu } from './account-menu.js';
import mark from './mark.svg';
import { addressOf } from './organization.js';
import { OrganizationMenu } from './organization-menu.js';
import css from './navigation.module.css';

/** Every screen that has an address of its own, in groups by what an owner wants to know. */
const GROUPS = [
  {
    title: null,
    places: [
      ['overview', ''],
      ['findings', 'findings'],
      ['policy', 'policy'],
      ['reports', 'reports'],
    ],
  },
  {
    title: 'whatIsThere',
    places: [
      ['dataMap', 'data-map'],
      ['access', 'access'],
      ['retention', 'retention'],
    ],
  },
  {
    title: 'whatIsRead',
    places: [
      ['connections', 'connections'],
      ['exports', 'exports'],
      ['scans', 'scans'],
      ['schedule', 'schedule'],
    ],
  },
  {
    title: 'theOrganization',
    places: [
      ['people', 'people'],
      ['settings', 'settings'],
    ],
  },
] as const;

/** The way to every screen; on a phone behind a button, because there it would stand before what people came for. */
export function Navigation({ here, all }: { here: Organization; all: readonly Organization[] }) {
  const [isOpen, setOpen] = useState(false);
  const [location] = useLocation();
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [location]);
  const closeAtEscape = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (!isOpen || key !== 'Escape' || defaultPrevented) return;
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    // Keys are heard here for everything within; nothing here is pressed itself.
    <header className={css.side} onKeyDown={closeAtEscape}>
      <div className={css.top}>
        <Link href={addressOf(here.id)} className={css.brand}>
          <img src={mark} alt="" width="28" height="28" /> Plumbline
        </Link>
        <button
          ref={toggle}
          type="button"
          className={css.toggle}
          aria-expanded={isOpen}
          aria-controls="places"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? shellWords.closeMenu : shellWords.menu}
        </button>
      </div>
      <div id="places" className={css.places} data-open={isOpen}>
        <OrganizationMenu here={here} all={all} />
        <nav aria-label={shellWords.navigation}>
          {GROUPS.map(({ title, places }) => (
            <div key={title ?? 'first'} className={css.group}>
              {title !== null && <p id={title}>{shellWords[title]}</p>}
              <ul aria-labelledby={title ?? undefined}>
                {places.map(([name, path]) => (
                  <li key={name}>
                    <Place to={addressOf(here.id, ...(path === '' ? [] : [path]))} exact={path === ''}>
                      {shellWords[name]}
                    </Place>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <AccountMenu />
      </div>
    </header>
  );
}

function Place({ to, exact, children }: { to: string; exact: boolean; children: string }) {
  const [address] = useLocation();
  // Links in mails end in a slash.
  const location = address.replace(/\/$/u, '');
  const isHere = exact ? location === to : location === to || location.startsWith(`${to}/`);
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}
