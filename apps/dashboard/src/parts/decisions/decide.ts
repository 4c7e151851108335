import { type Query, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { paths } from '../../api/openapi-types.js';
import { useOrganization } from '../../shell/organization.js';

/** What can be decided of findings. */
export type Decision =
  paths['/api/v1/organizations/{organization}/findings/decisions']['post']['requestBody']['content']['application/json']['decision'];

interface Asked {
  readonly findings: readonly string[];
  readonly decision: Decision;
}

/** As many as one request may name. */
const MOST = 500;

/** Decides of findings, and lets everything that shows them be asked for anew. */
export function useDecide(onDone?: () => void) {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  return useMutation({
    mutationFn: async ({ findings, decision }: Asked) => {
      for (let start = 0; start < findings.length; start += MOST) {
        const some = findings.slice(start, start + MOST);
        await answerOf(
          api.POST('/api/v1/organizations/{organization}/findings/decisions', {
            params: { path: { organization } },
            body: { findings: some, decision },
          }),
        );
      }
    },
    onSuccess: () => onDone?.(),
    onSettled: async () => {
      // A list that somebody read on for long begins anew, rather than asking for all of its pages at once.
      const long = { queryKey: [organization, 'findings'], predicate: isLong };
      void answers.resetQueries(long);
      await answers.invalidateQueries({ queryKey: [organization], predicate: (query) => !isLong(query) });
    },
  });
}

const MANY_PAGES = 5;

function isLong({ state: { data } }: Query): boolean {
  const pages = typeof data === 'object' && data !== null && 'pages' in data ? data.pages : null;
  return Array.isArray(pages) && pages.length > MANY_PAGES;
}
