import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useOrganization } from '../../shell/organization.js';
import { policyWords as words } from '../../words/policy.js';
import css from './policy.module.css';

/** Has a policy written of what the last scan found. `replaces`: there is a text that it takes the place of. */
export function DraftButton({
  take,
  replaces,
}: {
  take: (draft: AnswerTo<'draftPolicy'>) => void;
  replaces: boolean;
}) {
  const { id: organization } = useOrganization();
  const [isAsking, setAsking] = useState(false);
  const drafting = useMutation({
    mutationFn: () =>
      answerOf(
        api.GET('/api/v1/organizations/{organization}/policies/draft', {
          params: { path: { organization } },
        }),
      ),
    onSuccess: (draft) => {
      setAsking(false);
      take(draft);
    },
  });
  const draft = (
    <Button loading={drafting.isPending} onClick={() => drafting.mutate()}>
      {words.draft}
    </Button>
  );
  if (!replaces)
    return (
      <>
        {draft}
        <ProblemText error={drafting.error} />
      </>
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.draft}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.draftTitle}>
        <div className={css.asking}>
          <p>{words.draftLead}</p>
          <ProblemText error={drafting.error} />
          <div className={css.actions}>
            {draft}
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
