import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { browserInWords } from '../../words/browsers.js';
import { ownWords as words } from '../../words/own.js';

type Session = AnswerTo<'listSessions'>['items'][number];

const sessions = () =>
  queryOptions({
    queryKey: ['me', 'sessions'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/me/sessions'))).items,
  });

/** The browsers in which who looks at this is signed in. */
export function OwnBrowsers() {
  const query = useQuery(sessions());
  return (
    <Group title={words.browsers} lead={words.browsersLead}>
      <Loaded query={query}>{(items) => <Browsers items={items} />}</Loaded>
    </Group>
  );
}

function Browsers({ items }: { items: readonly Session[] }) {
  const end = useAct((session: string) =>
    answerOf(api.DELETE('/api/v1/me/sessions/{session}', { params: { path: { session } } })),
  );
  const endOthers = useAct(() => answerOf(api.POST('/api/v1/me/sessions/end-others')));
  return (
    <>
      <ProblemText error={end.error ?? endOthers.error} />
      <Rows empty="">
        {items.map(({ id, this_one: isThisOne, browser, begun_at: begun, used_at: used }) => (
          <Row
            key={id}
            actions={
              !isThisOne && (
                <Button size="xs" variant="default" onClick={() => end.mutate(id)}>
                  {words.signOut}
                </Button>
              )
            }
          >
            <p>
              <bdi>{browserInWords(browser)}</bdi>
              {isThisOne && ` (${words.thisOne})`}
            </p>
            <Soft>{words.used(begun, used)}</Soft>
          </Row>
        ))}
      </Rows>
      {items.length > 2 && (
        <div>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {words.signOutOthers}
          </Button>
        </div>
      )}
    </>
  );
}
