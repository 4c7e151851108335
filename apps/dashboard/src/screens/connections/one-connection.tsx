import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import type { AnswerTo, Connection, Connector } from '../../api/shapes.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { DisconnectButton } from './disconnect-button.js';
import { HealthMark } from './health-mark.js';
import { MayRead } from './may-read.js';
import css from './connections.module.css';

type Disconnected = AnswerTo<'disconnect'>;

/** How one connection is, what it may read and what not, and what can be done about it. */
export function OneConnection({ name }: { name: string }) {
  const { id } = useOrganization();
  const connections = useQuery(questions.connections(id));
  const connectors = useQuery(questions.connectors(id));
  const [ended, setEnded] = useState<{ title: string; how: Disconnected } | null>(null);
  if (ended !== null) return <Ended title={ended.title} how={ended.how} />;
  return (
    <Loaded whole query={connections}>
      {(made) => {
        const connection = made.find((one) => one.name === name);
        if (connection === undefined) {
          return (
            <Notice whole title={words.gone} action={<Back />}>
              {null}
            </Notice>
          );
        }
        return (
          <Loaded whole query={connectors}>
            {(tools) => (
              <Shown
                connection={connection}
                tool={tools.find((tool) => tool.id === connection.connector) ?? null}
                ended={(how) => setEnded({ title: connection.title, how })}
              />
            )}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

function Shown({
  connection,
  tool,
  ended,
}: {
  connection: Connection;
  tool: Connector | null;
  ended: (how: Disconnected) => void;
}) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const { name, title, connector } = connection;
  const testing = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/connections/{name}/test', {
          params: { path: { organization, name } },
        }),
      ),
    onSuccess: () => answers.invalidateQueries({ queryKey: [organization, 'connections'] }),
  });
  return (
    <Page
      title={title}
      lead={<Named connection={connection} />}
      actions={
        mayDecide && (
          <>
            <Button loading={testing.isPending} onClick={() => testing.mutate()}>
              {words.test}
            </Button>
            <LinkButton to={addressOf(organization, 'connections', 'new', connector)} variant="default">
              {words.reconnect}
            </LinkButton>
            <DisconnectButton connection={connection} ended={ended} />
          </>
        )
      }
    >
      <ProblemText error={testing.error} />
      <Health connection={connection} isTested={testing.data?.health.state === 'works'} />
      <Read connection={connection} />
      <MayRead connection={connection} tool={tool} />
      <Back />
    </Page>
  );
}

function Named({ connection: { name, simulated } }: { connection: Connection }) {
  return (
    <>
      <bdi>{name}</bdi>
      {simulated && ` (${words.simulated})`}
    </>
  );
}

function Health({ connection, isTested }: { connection: Connection; isTested: boolean }) {
  const { health, account, connected_at: made, last_used_at: used, login_ends_at: ends } = connection;
  return (
    <section className={css.card} aria-live="polite">
      <p>
        <HealthMark state={health.state} />
      </p>
      {isTested && <p>{words.testedWell}</p>}
      {[...(health.problem === null ? [] : [health.problem]), ...health.notices].map(({ message, step }) => (
        <p key={message}>
          <strong>{message}</strong> {step}
        </p>
      ))}
      <dl className={css.facts}>
        <Fact name={words.account}>{account === null ? words.accountUnknown : <bdi>{account}</bdi>}</Fact>
        <Fact name={words.connectedAt}>{words.when(made)}</Fact>
        <Fact name={words.lastUsed}>{used === null ? words.neverUsed : words.when(used)}</Fact>
        {ends !== null && <Fact name={words.loginEnds}>{words.when(ends)}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A connection that no system of the policy names is one that nobody reads. */
function Read({ connection: { systems, connector, name } }: { connection: Connection }) {
  if (systems === null) return <p>{words.noPolicy}</p>;
  if (systems.length > 0) return <p>{words.read(systems)}</p>;
  return <Notice title={words.notRead}>{words.notReadStep(connector, name)}</Notice>;
}

function Ended({ title, how }: { title: string; how: Disconnected }) {
  return (
    <Page title={words.disconnected(title)}>
      <section className={css.card}>
        <p>{words.revocation[how.revocation]}</p>
        {how.revocation !== 'done' && how.by_hand !== null && <p>{how.by_hand}</p>}
      </section>
      <Back />
    </Page>
  );
}

function Back() {
  const { id } = useOrganization();
  return (
    <p>
      <Link href={addressOf(id, 'connections')}>{words.back}</Link>
    </p>
  );
}
