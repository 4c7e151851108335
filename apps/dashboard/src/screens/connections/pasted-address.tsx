import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Connection } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { typedIn } from './typed-in.js';
import css from './connections.module.css';

/** The end of a sign-in where the tool sends nobody back: she brings the address that she landed on. */
export function PastedAddress({
  title,
  address,
  connected,
}: {
  title: string;
  address: string;
  connected: (connection: Connection) => void;
}) {
  const { id: organization } = useOrganization();
  const finishing = useMutation({
    mutationFn: (landedOn: string) =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/connections/sign-in/finish', {
          params: { path: { organization } },
          body: { landed_on: landedOn },
        }),
      ),
    onSuccess: connected,
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        finishing.mutate(typedIn(new FormData(event.currentTarget), 'landed'));
      }}
    >
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {words.open(title)}
        </a>
      </p>
      <TextInput
        name="landed"
        required
        withAsterisk={false}
        autoComplete="off"
        label={words.landed}
        description={words.landedHint}
        maxLength={8_000}
      />
      <ProblemText error={finishing.error} />
      <div>
        <Button type="submit" loading={finishing.isPending}>
          {words.finish}
        </Button>
      </div>
    </form>
  );
}
