import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Wanted } from './wanted.js';

const A_PAGE = 100;

/** The findings that are wanted, page by page as somebody reads on. */
export function useFound(organization: string, wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [organization, 'findings', wanted],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/organizations/{organization}/findings', {
          params: {
            path: { organization },
            query: { ...wanted, limit: A_PAGE, ...(pageParam !== null && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}
