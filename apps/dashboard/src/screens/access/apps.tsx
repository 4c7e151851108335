import type { AppsAnswer } from '../../api/shapes.js';
import { Card, Section } from '../../parts/section.js';
import { accessWords as words } from '../../words/access.js';
import { listed } from '../../words/counted.js';
import { type App, AppShown } from './app-shown.js';
import css from './access.module.css';

/** What reaches into the tools: what differs first, of that AI apps first. */
export function Apps({ apps: { items, systems } }: { apps: AppsAnswer }) {
  const differing = items.filter(({ standing }) => standing === 'differs').length;
  // Nothing is called fine that the policy says nothing of.
  const isJudged = items.some(({ standing }) => standing === 'differs' || standing === 'agrees');
  const unread = systems
    .filter(({ read }) => read === 'partial' || read === 'not read')
    .map(({ system }) => system);
  return (
    <Section title={isJudged ? words.appsDiffering(differing) : words.apps} lead={words.appsLead}>
      {unread.length > 0 && (
        <p className={css.unread}>
          <bdi>{words.appsUnread(listed(unread))}</bdi>
        </p>
      )}
      <Card>
        {items.length === 0 ? (
          <p className={css.none}>{words.noApps}</p>
        ) : (
          <ul className={css.apps}>
            {items
              .toSorted((one, other) => weightOf(other) - weightOf(one))
              .map((app) => (
                <li key={JSON.stringify([app.system, app.client_id, app.name])}>
                  <AppShown app={app} />
                </li>
              ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

function weightOf({ standing, ai }: App): number {
  const weight = standing === 'differs' ? 4 : standing === null ? 0 : 2;
  return weight + Number(ai !== null);
}
