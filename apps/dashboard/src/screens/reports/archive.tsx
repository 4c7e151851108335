import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { reportsWords as words } from '../../words/reports.js';
import { Preview } from './preview.js';
import css from './reports.module.css';

type Mail = AnswerTo<'listMails'>['items'][number];

const BAD = new Set<Mail['state']>(['refused', 'given_up', 'unconfirmed']);

/** Every mail, with what came of it. */
export function Archive() {
  const { id: organization } = useOrganization();
  const mails = useInfiniteQuery({
    queryKey: [organization, 'mails'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organizations/{organization}/mails', {
          params: {
            path: { organization },
            query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Group title={words.archive} lead={words.archiveLead}>
      <Loaded query={mails}>
        {({ pages }) => (
          <Rows empty={words.none}>
            {pages
              .flatMap(({ items }) => items)
              .map((mail) => (
                <MailRow key={mail.id} mail={mail} />
              ))}
          </Rows>
        )}
      </Loaded>
      {mails.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={mails.isFetchingNextPage}
            onClick={() => void mails.fetchNextPage()}
          >
            {words.older}
          </Button>
        </div>
      )}
    </Group>
  );
}

/** What a notice to one person said is not in the archive: it has no subject, and can not be shown. */
function MailRow({ mail }: { mail: Mail }) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const [isShown, setShown] = useState(false);
  const {
    id,
    kind,
    subject,
    recipient,
    state,
    left_by: way,
    created_at: made,
    sent_at: sent,
    next_at: next,
  } = mail;
  const resend = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/mails/{mail}/resend', {
          params: { path: { organization, mail: id } },
        }),
      ),
    onSuccess: () => answers.invalidateQueries({ queryKey: [organization, 'mails'] }),
  });
  return (
    <Row
      actions={
        <>
          {mayDecide && (
            <Button size="xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
              {words.resend}
            </Button>
          )}
          {subject !== '' && (
            <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? words.hide : words.show}
            </Button>
          )}
        </>
      }
    >
      <strong>
        <bdi>{subject === '' ? words.kinds[kind] : subject}</bdi>
      </strong>
      <Soft>
        {words.kinds[kind]} · <bdi>{recipient}</bdi> · {words.at(sent ?? made)}
      </Soft>
      <p className={css.state} data-bad={BAD.has(state)}>
        {words.states[state]}
        {way === 'file' && ` (${words.file})`}
        {next !== null && `; ${words.tryAgain(next)}`}
      </p>
      {mail.problem !== null && (
        <Soft>
          {mail.problem.message} {mail.problem.step}
        </Soft>
      )}
      <ProblemText error={resend.error} />
      {resend.isSuccess && <p role="status">{words.resent}</p>}
      {isShown && (
        <Preview address={`/api/v1/organizations/${organization}/mails/${id}/html`} title={subject} />
      )}
    </Row>
  );
}
