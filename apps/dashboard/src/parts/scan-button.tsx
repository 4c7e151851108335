import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client.js';
import { addressOf, useOrganization } from '../shell/organization.js';
import { overviewWords as words } from '../words/overview.js';
import { LinkButton } from './link-button.js';
import { ProblemText } from './problem-text.js';

/** Asks for a scan, and goes where one can watch it. While one is under way there is nothing to ask for. */
export function ScanButton({ underWay }: { underWay: string | null }) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const [, go] = useLocation();
  const asking = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/scans', { params: { path: { organization } } }),
      ),
    onSuccess: ({ id }) => {
      void answers.invalidateQueries({ queryKey: [organization] });
      go(addressOf(organization, 'scans', id));
    },
  });
  if (underWay !== null) {
    return (
      <LinkButton to={addressOf(organization, 'scans', underWay)} variant="default">
        {words.watch}
      </LinkButton>
    );
  }
  if (!mayDecide) return null;
  return (
    <>
      <ProblemText error={asking.error} />
      <Button loading={asking.isPending} onClick={() => asking.mutate()}>
        {words.scanNow}
      </Button>
    </>
  );
}
