import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { Box, Fields, Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { now } from '../../service-clock.js';
import { useOrganization } from '../../shell/organization.js';
import { peopleWords as words } from '../../words/people.js';
import { asked } from './asked.js';

const SCOPES = ['read', 'act'] as const;
const DAY_MS = 86_400_000;

/** Tokens by which programs act here. */
export function Tokens() {
  const { id } = useOrganization();
  const tokens = useQuery(asked.tokens(id));
  const takeBack = useAct((token: string, organization) =>
    answerOf(
      api.DELETE('/api/v1/organizations/{organization}/tokens/{token}', {
        params: { path: { organization, token } },
      }),
    ),
  );
  return (
    <Group title={words.tokens} lead={words.tokensLead}>
      <ProblemText error={takeBack.error} />
      <Loaded query={tokens}>
        {(items) => (
          <Rows empty={words.noTokens}>
            {items.map(({ id: token, name, beginning, scope, ends_at: ends, used_at: used }) => (
              <Row
                key={token}
                actions={
                  <Button size="xs" variant="default" onClick={() => takeBack.mutate(token)}>
                    {words.takeBack}
                  </Button>
                }
              >
                <bdi>{name}</bdi>
                <Soft>
                  <code>{beginning}…</code> · {words.scopes[scope]} · {words.ends(ends)} ·{' '}
                  {used === null ? words.neverUsed : words.used(used)}
                </Soft>
              </Row>
            ))}
          </Rows>
        )}
      </Loaded>
      <MakeToken />
    </Group>
  );
}

function MakeToken() {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('read');
  const [days, setDays] = useState('90');
  const make = useAct((_: void, organization) =>
    answerOf(
      api.POST('/api/v1/organizations/{organization}/tokens', {
        params: { path: { organization } },
        // An hour less: the year is judged by the clock of the service.
        body: {
          name,
          scope,
          ends_at: new Date(now() + Number(days) * DAY_MS - 3_600_000).toISOString(),
        },
      }),
    ),
  );
  return (
    <>
      <Box onSubmit={() => make.mutate(undefined, { onSuccess: () => setName('') })}>
        <h3>{words.tokenTitle}</h3>
        <Fields>
          <TextInput
            size="sm"
            label={words.tokenName}
            value={name}
            maxLength={100}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label={words.tokenScope}
            value={scope}
            onChange={({ currentTarget }) => setScope(currentTarget.value as typeof scope)}
            data={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
          />
          <NativeSelect
            label={words.tokenDays}
            value={days}
            onChange={({ currentTarget }) => setDays(currentTarget.value)}
            data={Object.entries(words.days).map(([value, label]) => ({ value, label }))}
          />
        </Fields>
        <ProblemText error={make.error} />
        <div>
          <Button type="submit" variant="default" loading={make.isPending}>
            {words.makeToken}
          </Button>
        </div>
      </Box>
      {make.data !== undefined && <ShownOnce lead={words.madeToken} secret={make.data.token} />}
    </>
  );
}
