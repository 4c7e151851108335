import { Button, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import type { Connection, Connector } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import type { RightsWished } from './rights-wished.js';
import { PastedAddress } from './pasted-address.js';
import { typedIn } from './typed-in.js';
import css from './connections.module.css';

type Way = Connector['ways'][number];

/** What is typed in for a way to connect; then the tool is asked, or her browser goes there to sign in. */
export function LoginForm({
  tool,
  way,
  rights,
  page,
  setPage,
}: {
  tool: Connector;
  way: Way;
  rights: RightsWished;
  page: string;
  setPage: (page: string) => void;
}) {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  const [, go] = useLocation();
  const [opened, setOpened] = useState<string | null>(null);
  const connected = ({ name }: Pick<Connection, 'name'>) => {
    void answers.invalidateQueries({ queryKey: [organization] });
    go(addressOf(organization, 'connections', name));
  };
  const sending = useMutation({
    mutationFn: async (typed: FormData) => {
      const body = bodyOf(typed, { tool, way, rights, page });
      const at = { params: { path: { organization } }, body };
      if (!isSignIn(way)) {
        connected(await answerOf(api.POST('/api/v1/organizations/{organization}/connections', at)));
        return;
      }
      const { address, comes_back: comesBack } = await answerOf(
        api.POST('/api/v1/organizations/{organization}/connections/sign-in', at),
      );
      if (comesBack) globalThis.location.assign(address);
      else setOpened(address);
    },
  });
  if (opened !== null) return <PastedAddress title={tool.title} address={opened} connected={connected} />;
  return (
    <form
      className={css.form}
      aria-labelledby="type"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(new FormData(event.currentTarget));
      }}
    >
      <h2 id="type">{words.type}</h2>
      {way.fields.map((field) => (
        <Answer key={field.name} {...field} isLong={way.id === 'service-account' && field.name === 'key'} />
      ))}
      {way.id === 'paste-back' && (
        <TextInput
          required
          type="url"
          pattern="https://.+"
          label={words.page}
          description={words.pageHint}
          value={page}
          onChange={({ currentTarget }) => setPage(currentTarget.value)}
          maxLength={500}
        />
      )}
      <TextInput
        name="name"
        label={words.name}
        description={words.nameHint}
        placeholder={tool.id}
        pattern="[a-z0-9][a-z0-9._\-]*"
        maxLength={40}
      />
      <ProblemText error={sending.error} />
      <div>
        <Button type="submit" loading={sending.isPending}>
          {way.id === 'oauth' ? words.signIn(tool.title) : isSignIn(way) ? words.begin : words.connectNow}
        </Button>
      </div>
    </form>
  );
}

const isSignIn = ({ id }: Way) => id === 'oauth' || id === 'paste-back';

function Answer({
  name,
  label,
  secret: isSecret,
  isLong,
}: {
  name: string;
  label: string;
  secret: boolean;
  isLong: boolean;
}) {
  const shared = {
    name,
    label,
    required: true,
    withAsterisk: false,
    autoComplete: 'off',
    ...(isSecret && { description: words.secretHint }),
  };
  if (isLong) return <Textarea {...shared} rows={5} spellCheck={false} />;
  return isSecret ? <PasswordInput {...shared} /> : <TextInput {...shared} />;
}

function bodyOf(
  typed: FormData,
  { tool, way, rights, page }: { tool: Connector; way: Way; rights: RightsWished; page: string },
) {
  const text = (name: string) => typedIn(typed, name);
  return {
    connector: tool.id,
    // The service names only ways that it takes.
    way: way.id as 'key' | 'oauth' | 'paste-back' | 'refresh-token' | 'service-account',
    name: text('name') === '' ? null : text('name'),
    answers: Object.fromEntries(way.fields.map(({ name }) => [name, text(name)])),
    without: [...rights.without],
    with: [...rights.with],
    redirect_uri: way.id === 'paste-back' ? page : null,
  };
}
