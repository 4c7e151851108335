import { Checkbox } from '@mantine/core';
import type { Connector } from '../../api/shapes.js';
import { useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { asSentence } from '../../words/sentence.js';
import type { RightsWished } from './rights-wished.js';
import css from './connections.module.css';

type Right = Connector['rights'][number];

/** Every right with its reasons and what is lost without it; those that are not necessary can be left out. */
export function Rights({
  tool: { title, rights: all },
  rights,
  choose,
}: {
  tool: Connector;
  rights: RightsWished;
  choose: (rights: RightsWished) => void;
}) {
  return (
    <section className={css.section} aria-labelledby="rights">
      <div className={css.sectionHead}>
        <h2 id="rights">{words.rights}</h2>
        <p className={css.soft}>{all.length === 0 ? words.noRights(title) : words.rightsLead}</p>
      </div>
      {all.length > 0 && (
        <ul className={css.rows}>
          {all.map((right) => (
            <li key={right.scope} className={css.right}>
              <OneRight right={right} rights={rights} choose={choose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneRight({
  right: { scope, reasons, costs, optional: isOptional, only_if_chosen: isOnlyIfChosen },
  rights,
  choose,
}: {
  right: Right;
  rights: RightsWished;
  choose: (rights: RightsWished) => void;
}) {
  const { mayDecide } = useOrganization();
  const list = isOnlyIfChosen ? 'with' : 'without';
  const isListed = rights[list].includes(scope);
  const why = reasons.map(asSentence).join(' ');
  return (
    <>
      {isOptional ? (
        <Checkbox
          label={why}
          disabled={!mayDecide}
          checked={isOnlyIfChosen === isListed}
          onChange={() =>
            choose({
              ...rights,
              [list]: isListed ? rights[list].filter((one) => one !== scope) : [...rights[list], scope],
            })
          }
        />
      ) : (
        <p>
          <strong>{words.necessary}.</strong> {why}
        </p>
      )}
      <p className={css.small}>
        <code className={css.scope}>{scope}</code>
      </p>
      {isOptional && (
        <p className={css.small}>
          {words.without} {costs.map(asSentence).join(' ')}
        </p>
      )}
    </>
  );
}
