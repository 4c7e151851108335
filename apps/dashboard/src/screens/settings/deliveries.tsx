import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Soft } from '../../parts/group.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { webhooksWords as words } from '../../words/webhooks.js';
import css from './webhooks.module.css';

type Message = AnswerTo<'listWebhookMessages'>['items'][number];

const MOST_SHOWN = 10;
const LOOK_EVERY_MS = 3_000;

const messages = (organization: string, webhook: string) =>
  queryOptions({
    queryKey: [organization, 'webhook messages', webhook],
    refetchInterval: ({ state }) =>
      state.data?.some((message) => message.state === 'waiting') === true ? LOOK_EVERY_MS : false,
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/organizations/{organization}/webhooks/{webhook}/messages', {
            params: { path: { organization, webhook } },
          }),
        )
      ).items.slice(0, MOST_SHOWN),
  });

/** What was last sent to a webhook, and whether it arrived. */
export function Deliveries({ webhook }: { webhook: string }) {
  const { id } = useOrganization();
  const query = useQuery(messages(id, webhook));
  return (
    <Loaded query={query}>
      {(items) =>
        items.length === 0 ? (
          <Soft>{words.nothingSent}</Soft>
        ) : (
          <ul className={css.messages} aria-label={words.deliveries}>
            {items.map((message) => (
              <Delivered key={message.id} message={message} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Delivered({ message }: { message: Message }) {
  const { kind, state, attempts, made_at: made, delivered_at: delivered, next_at: next, problem } = message;
  const when = [
    words.arrived(delivered ?? made),
    ...(state === 'delivered' ? [] : [words.tried(attempts)]),
    ...(next === null ? [] : [words.next(next)]),
  ];
  return (
    <li>
      <p className={css.state} data-bad={state === 'given_up' || problem !== null}>
        {words.kinds[kind]}: {words.states[state]}
      </p>
      <Soft>{when.join(' · ')}</Soft>
      {problem !== null && (
        <Soft>
          {problem.message} {problem.step}
        </Soft>
      )}
    </li>
  );
}
