import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { questions } from '../../api/questions.js';
import type { Connection, Connector } from '../../api/shapes.js';
import { FirstPage } from '../../parts/first-page.js';
import { firstTools } from '../../parts/first-policy.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { Loaded, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { HealthMark } from './health-mark.js';
import css from './connections.module.css';

/** What is connected and how it is, and what else can be. */
export function ConnectionList() {
  const { id, mayDecide } = useOrganization();
  const connections = useQuery(questions.connections(id));
  const connectors = useQuery(questions.connectors(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={connections}>
        {(made) => (
          <>
            {made.length === 0 ? (
              <Notice title={words.none}>{mayDecide ? words.noneStep : words.viewerOnly}</Notice>
            ) : (
              <section className={css.section} aria-labelledby="connected">
                <FirstOf made={made} />
                <h2 id="connected">{words.connected}</h2>
                <ul className={css.cards}>
                  {made.map((connection) => (
                    <li key={connection.name}>
                      <ConnectionCard connection={connection} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section className={css.section} aria-labelledby="tools">
              <div className={css.sectionHead}>
                <h2 id="tools">{words.canConnect}</h2>
                <p className={css.soft}>{mayDecide ? words.canConnectLead : words.viewerOnly}</p>
              </div>
              <Loaded query={connectors}>{(tools) => <Tools tools={tools} made={made} />}</Loaded>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What is connected is read under a policy: where there is none, it begins here. */
function FirstOf({ made }: { made: readonly Connection[] }) {
  const { mayDecide } = useOrganization();
  if (!mayDecide || made.some(({ systems }) => systems !== null)) return null;
  return <FirstPage likely={firstTools.filter((tool) => made.some(({ connector }) => connector === tool))} />;
}

function ConnectionCard({ connection }: { connection: Connection }) {
  const { id } = useOrganization();
  const { name, title, simulated, health, missing, last_used_at: lastUsed } = connection;
  return (
    <article className={css.card}>
      <header className={css.cardHead}>
        <h3>
          <Link href={addressOf(id, 'connections', name)}>{title}</Link>
          {simulated && <span className={css.small}> ({words.simulated})</span>}
        </h3>
        <p className={css.small}>
          <bdi>{words.readAs(connection)}</bdi>
        </p>
      </header>
      <p>
        <HealthMark state={health.state} />
      </p>
      {health.problem !== null && <p>{health.problem.message}</p>}
      <p className={css.small}>
        {words.lastRead(lastUsed)}
        {missing.length > 0 && ` · ${words.missingShort(missing.length)}`}
      </p>
    </article>
  );
}

function Tools({ tools, made }: { tools: readonly Connector[]; made: readonly Connection[] }) {
  const { id, mayDecide } = useOrganization();
  return (
    <ul className={css.cards}>
      {tools.map((tool) => (
        <li key={tool.id}>
          <article className={css.card}>
            <h3>{tool.title}</h3>
            <ul className={css.plain}>
              {tool.reads.map(({ capability }) => (
                <li key={capability}>{words.reads[capability] ?? capability}</li>
              ))}
            </ul>
            {mayDecide && (
              <div>
                {made.some(({ connector }) => connector === tool.id) ? (
                  <LinkButton
                    to={addressOf(id, 'connections', 'new', tool.id)}
                    variant="default"
                    aria-label={words.anotherNamed(tool.title)}
                  >
                    {words.another}
                  </LinkButton>
                ) : (
                  <LinkButton to={addressOf(id, 'connections', 'new', tool.id)} variant="default">
                    {words.connect(tool.title)}
                  </LinkButton>
                )}
              </div>
            )}
          </article>
        </li>
      ))}
    </ul>
  );
}
