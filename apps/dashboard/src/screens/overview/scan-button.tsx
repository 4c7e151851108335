import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useOrganization } from '../../shell/organization.js';
import { overviewWords as words } from '../../words/overview.js';

/** Asks for a scan; while one is under way there is nothing to ask for. */
export function ScanButton({ underWay }: { underWay: string | null }) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const asking = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/scans', { params: { path: { organization } } }),
      ),
    onSuccess: () => answers.invalidateQueries({ queryKey: [organization] }),
  });
  if (underWay !== null) return <p>{words.underWay}</p>;
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
