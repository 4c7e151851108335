import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Group } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { reportsWords as words } from '../../words/reports.js';

/** Tries whether mail arrives. */
export function TestMail() {
  const { id } = useOrganization();
  const people = useQuery(questions.people(id));
  return (
    <Group title={words.test} lead={words.testLead}>
      <Loaded query={people}>{(members) => <Send to={members.map(({ email }) => email)} />}</Loaded>
    </Group>
  );
}

function Send({ to: all }: { to: readonly string[] }) {
  const { id: organization } = useOrganization();
  const [to, setTo] = useState(all[0] ?? '');
  const send = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/mails/test', {
          params: { path: { organization } },
          body: { to },
        }),
      ),
  });
  return (
    <Box onSubmit={() => send.mutate()}>
      <NativeSelect
        label={words.testTo}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        data={[...all]}
      />
      <ProblemText error={send.error} />
      {send.data !== undefined && <p role="status">{told(send.data)}</p>}
      <div>
        <Button type="submit" variant="default" loading={send.isPending}>
          {words.sendTest}
        </Button>
      </div>
    </Box>
  );
}

function told({ state, left_by: way, problem }: AnswerTo<'sendTestMail'>): string {
  if (state === 'sent') return words.tested.sent[way ?? 'smtp'];
  const why = problem === null ? '' : ` ${problem.message} ${problem.step}`;
  return `${words.tested[state]}${why}`;
}
