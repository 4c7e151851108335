import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { AnswerTo, Connection } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import css from './connections.module.css';

/** Takes a login back, after asking once. */
export function DisconnectButton({
  connection: { name, title },
  ended,
}: {
  connection: Connection;
  ended: (how: AnswerTo<'disconnect'>) => void;
}) {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const disconnecting = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/v1/organizations/{organization}/connections/{name}', {
          params: { path: { organization, name } },
        }),
      ),
    onSuccess: (how) => {
      ended(how);
      return answers.invalidateQueries({ queryKey: [organization] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {words.disconnect}
      </Button>
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={words.disconnectTitle(title)}>
        <div className={css.form}>
          <p>{words.disconnectLead}</p>
          <ProblemText error={disconnecting.error} />
          <div className={css.buttons}>
            <Button
              variant="default"
              loading={disconnecting.isPending}
              onClick={() => disconnecting.mutate()}
            >
              {words.disconnect}
            </Button>
            <Button onClick={() => setAsked(false)}>{words.keep}</Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
