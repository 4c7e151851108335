import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { Box, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useAct } from '../../parts/use-act.js';
import { entryWords } from '../../words/entry.js';
import { ownWords as words } from '../../words/own.js';

/** Another password for who looks at this; a first one for who has none. */
export function OwnPassword({ hasPassword }: { hasPassword: boolean }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAct(() =>
    answerOf(api.PUT('/api/v1/me/password', { body: { current: hasPassword ? current : null, next } })),
  );
  const forgetTyped = () => {
    setCurrent('');
    setNext('');
  };
  return (
    <Box onSubmit={() => change.mutate(undefined, { onSuccess: forgetTyped })}>
      <h3>{words.changePassword}</h3>
      <Soft>{words.changePasswordLead}</Soft>
      {hasPassword && (
        <PasswordInput
          size="sm"
          label={words.now}
          autoComplete="current-password"
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          required
          withAsterisk={false}
        />
      )}
      <PasswordInput
        size="sm"
        label={words.next}
        description={entryWords.passwordHint}
        autoComplete="new-password"
        value={next}
        onChange={({ currentTarget }) => setNext(currentTarget.value)}
        required
        withAsterisk={false}
      />
      <ProblemText error={change.error} />
      {change.isSuccess && <p role="status">{words.changed}</p>}
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.change}
        </Button>
      </div>
    </Box>
  );
}
