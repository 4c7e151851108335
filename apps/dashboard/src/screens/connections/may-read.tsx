import type { Connection, Connector } from '../../api/shapes.js';
import { connectionsWords as words } from '../../words/connections.js';
import { asSentence } from '../../words/sentence.js';
import { CannotRead } from './cannot-read.js';
import css from './connections.module.css';

/** What was granted, and what each right that was not costs. */
export function MayRead({ connection, tool }: { connection: Connection; tool: Connector | null }) {
  const { granted, missing, title } = connection;
  const warning = tool?.no_read_only_right ?? null;
  return (
    <>
      <section className={css.section} aria-labelledby="granted">
        <div className={css.sectionHead}>
          <h2 id="granted">{words.granted}</h2>
          {granted !== null && <p className={css.soft}>{words.grantedLead}</p>}
        </div>
        {warning !== null && <p className={css.aside}>{warning}</p>}
        {granted === null && warning === null && <p>{words.grantedUntold(title)}</p>}
        {granted !== null && granted.length > 0 && (
          <ul className={css.rows}>
            {granted.map((scope) => (
              <li key={scope}>
                {tool?.rights
                  .find((right) => right.scope === scope)
                  ?.reasons.map((reason) => (
                    <p key={reason}>{asSentence(reason)}</p>
                  ))}
                <code className={css.scope}>{scope}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
      {missing.length > 0 && (
        <section className={css.section} aria-labelledby="missing">
          <div className={css.sectionHead}>
            <h2 id="missing">{words.missing}</h2>
            <p className={css.soft}>
              {words.missingLead} {words.missingStep}
            </p>
          </div>
          <ul className={css.rows}>
            {missing.map(({ scope, costs }) => (
              <li key={scope}>
                {costs.map((cost) => (
                  <p key={cost}>{asSentence(cost)}</p>
                ))}
                <code className={css.scope}>{scope}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tool !== null && <CannotRead tool={tool} />}
    </>
  );
}
