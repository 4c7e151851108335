import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, answerOf } from '../api/client.js';
import { questions } from '../api/questions.js';
import type { AnswerTo } from '../api/shapes.js';
import { useOrganization } from '../shell/organization.js';
import { deletionWords as words } from '../words/deletion.js';
import css from './delete-organization.module.css';
import { Buttons, Soft } from './group.js';
import { ProblemText } from './problem-text.js';

type Login = AnswerTo<'deleteOrganization'>['connections'][number];

/** Asks whether the organization is to be deleted, and deletes it; what is left to do at its tools is said before one leaves. */
export function DeleteOrganization({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { id: organization, name, example } = useOrganization();
  const [typed, setTyped] = useState('');
  const leave = useLeave();
  const remove = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/v1/organizations/{organization}', {
          params: { path: { organization } },
          body: { name: typed.trim() },
        }),
      ),
    onSuccess: ({ connections }) => {
      if (connections.every(isOver)) leave();
    },
  });
  const left = remove.data?.connections.filter((login) => !isOver(login)) ?? [];
  if (remove.isSuccess && left.length > 0)
    return (
      <Modal opened onClose={leave} title={words.deleted}>
        <ByHand logins={left} leave={leave} />
      </Modal>
    );
  return (
    <Modal opened={isOpen} onClose={close} title={<bdi>{words.question(name)}</bdi>}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate();
        }}
      >
        {example && <p>{words.example}</p>}
        <p>{words.what}</p>
        {!example && <p>{words.tools}</p>}
        {!example && <Soft>{words.stays}</Soft>}
        <TextInput
          size="sm"
          label={words.type}
          description={<bdi className={css.name}>{name}</bdi>}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <ProblemText error={remove.error} />
        <Buttons>
          <Button type="submit" disabled={typed.trim() !== name.trim()} loading={remove.isPending}>
            {words.delete}
          </Button>
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
        </Buttons>
      </form>
    </Modal>
  );
}

const isOver = ({ revocation }: Login) => revocation === 'done';

function ByHand({ logins, leave }: { logins: readonly Login[]; leave: () => void }) {
  return (
    <div className={css.form}>
      <p>{words.byHandLead}</p>
      <ul>
        {logins.map(({ name, by_hand: how }) => (
          <li key={name}>
            <bdi>{words.byHand(name, how ?? words.noWay)}</bdi>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={leave}>{words.goOn}</Button>
      </div>
    </div>
  );
}

/** Goes to another organization, or to where one begins. */
function useLeave(): () => void {
  const { id } = useOrganization();
  const answers = useQueryClient();
  const [, go] = useLocation();
  return () => {
    const { queryKey } = questions.organizations();
    answers.setQueryData(queryKey, (all) => all?.filter((one) => one.id !== id));
    go('/', { replace: true });
    answers.removeQueries({ queryKey: [id] });
    answers.removeQueries({ queryKey: ['standings'] });
  };
}
