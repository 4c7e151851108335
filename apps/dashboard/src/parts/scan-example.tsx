import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client.js';
import { addressOf } from '../shell/organization.js';
import { beginWords as words } from '../words/begin.js';
import { ProblemText } from './problem-text.js';

/** An organization of its own is made for the example; one looks on while it is scanned. */
export function ScanExample() {
  const answers = useQueryClient();
  const [, go] = useLocation();
  const making = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/organizations/example')),
    onSuccess: async ({ organization, scan }) => {
      await answers.invalidateQueries({ queryKey: ['organizations'] });
      go(addressOf(organization.id, 'scans', scan));
    },
  });
  return (
    <>
      <ProblemText error={making.error} />
      <Button loading={making.isPending} onClick={() => making.mutate()}>
        {words.exampleGo}
      </Button>
    </>
  );
}
