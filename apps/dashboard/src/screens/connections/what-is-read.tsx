import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Connector } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { asSentence } from '../../words/sentence.js';
import { CannotRead } from './cannot-read.js';
import type { RightsWished } from './rights-wished.js';
import { Rights } from './rights.js';
import css from './connections.module.css';

/** Before anything is connected: what would be read, with which rights, and what the tool asks of its owner. */
export function WhatIsRead({
  tool,
  rights,
  choose,
  next,
}: {
  tool: Connector;
  rights: RightsWished;
  choose: (rights: RightsWished) => void;
  next: () => void;
}) {
  const { id, mayDecide } = useOrganization();
  const { title, reads, no_read_only_right: warning, conditions } = tool;
  return (
    <Page title={words.whatTitle(title)} lead={`${words.steps(1, 2)}. ${words.whatLead}`}>
      <section className={css.section}>
        <dl className={css.reads}>
          {reads.map(({ capability, what }) => (
            <div key={capability}>
              <dt>{words.reads[capability] ?? capability}</dt>
              <dd>{asSentence(what)}</dd>
            </div>
          ))}
        </dl>
        <p className={css.soft}>{words.promise}</p>
      </section>
      {warning !== null && (
        <p className={css.aside}>
          <strong>{words.noReadOnly}:</strong> {warning}
        </p>
      )}
      <Rights tool={tool} rights={rights} choose={choose} />
      <CannotRead tool={tool} />
      <section className={css.section} aria-labelledby="conditions">
        <h2 id="conditions">{words.conditions(title)}</h2>
        <ul className={css.rows}>
          {conditions
            .filter(({ text }) => text !== warning)
            .map(({ text, source, seen }) => (
              <li key={text}>
                <p>
                  {text}{' '}
                  <span className={css.small}>
                    (
                    <a href={source} target="_blank" rel="noreferrer">
                      {words.source}
                    </a>
                    , {words.seen(seen)})
                  </span>
                </p>
              </li>
            ))}
        </ul>
      </section>
      <div className={css.buttons}>
        {mayDecide ? <Button onClick={next}>{words.toHow}</Button> : <p>{words.viewerOnly}</p>}
        <Link href={addressOf(id, 'connections')}>{words.back}</Link>
      </div>
    </Page>
  );
}
