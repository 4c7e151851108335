import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { Box } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useAct } from '../../parts/use-act.js';
import { entryWords } from '../../words/entry.js';
import { peopleWords as words } from '../../words/people.js';

/** Changes the password of who looks at this; who signs in by a service only can choose one here. */
export function OwnPassword({ hasPassword }: { hasPassword: boolean }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const body = { current: hasPassword ? current : null, next };
  const change = useAct(() => answerOf(api.PUT('/api/v1/me/password', { body })));
  const forget = () => {
    setCurrent('');
    setNext('');
  };
  return (
    <Box onSubmit={() => change.mutate(undefined, { onSuccess: forget })}>
      {hasPassword && (
        <PasswordInput
          size="sm"
          label={words.currentPassword}
          autoComplete="current-password"
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          required
          withAsterisk={false}
        />
      )}
      <PasswordInput
        size="sm"
        label={words.nextPassword}
        description={entryWords.passwordHint}
        autoComplete="new-password"
        value={next}
        onChange={({ currentTarget }) => setNext(currentTarget.value)}
        required
        withAsterisk={false}
      />
      <ProblemText error={change.error} />
      {change.isSuccess && <p role="status">{words.passwordChanged}</p>}
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.changePassword}
        </Button>
      </div>
    </Box>
  );
}
