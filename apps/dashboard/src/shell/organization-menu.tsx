import { Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Organization } from '../api/shapes.js';
import { shellWords } from '../words/shell.js';
import { addressOf } from './organization.js';
import css from './menus.module.css';

/** Whose data this is; who belongs to several goes from one to another here. */
export function OrganizationMenu({ here, all }: { here: Organization; all: readonly Organization[] }) {
  const [, go] = useLocation();
  const words = (
    <>
      <bdi className={css.name}>{here.name}</bdi>
      <span className={css.small}>{shellWords.role[here.role]}</span>
    </>
  );
  // Who owns one can make another, on the page of all.
  if (all.length < 2 && here.role !== 'owner') return <div className={css.plain}>{words}</div>;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={css.button}>
          <span className={css.hidden}>{shellWords.organization}: </span>
          {words}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => go(addressOf(id))} aria-current={id === here.id || undefined}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => go('/organizations')}>{shellWords.allOrganizations}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
