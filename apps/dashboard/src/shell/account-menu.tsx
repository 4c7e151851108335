import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client.js';
import { questions } from '../api/questions.js';
import { shellWords } from '../words/shell.js';
import css from './menus.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Who is signed in, how bright it is to be, and the way out. */
export function AccountMenu() {
  const { data: me } = useQuery(questions.me());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [, go] = useLocation();
  const answers = useQueryClient();
  const signOut = async () => {
    await answerOf(api.POST('/api/v1/sign-out'));
    answers.clear();
    go('/sign-in');
  };
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={css.button}>
          <span className={css.hidden}>{shellWords.account}: </span>
          <bdi className={css.name}>{me?.name ?? ' '}</bdi>
          <bdi className={css.small}>{me?.email ?? ' '}</bdi>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shellWords.scheme}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
        >
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {shellWords.schemes[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{shellWords.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
