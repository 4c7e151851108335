import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';

/** What the policy's screen asks the service. */
export const asked = {
  /** Null: there is none yet. */
  current: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'policy'],
      // What somebody else saves meanwhile must not run into what is being written here.
      refetchOnWindowFocus: false,
      queryFn: async () => {
        try {
          return await answerOf(
            api.GET('/api/v1/organizations/{organization}/policies/current', {
              params: { path: { organization } },
            }),
          );
        } catch (error) {
          if (asProblem(error).status === 404) return null;
          throw error;
        }
      },
    }),
  choices: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'policy', 'choices'],
      staleTime: Infinity,
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/policies/choices', {
            params: { path: { organization } },
          }),
        ),
    }),
  check: (organization: string, text: string) =>
    queryOptions({
      queryKey: [organization, 'policy', 'check', text],
      gcTime: 60_000,
      queryFn: async () =>
        (
          await answerOf(
            api.POST('/api/v1/organizations/{organization}/policies/check', {
              params: { path: { organization } },
              body: { text },
            }),
          )
        ).problems,
    }),
  effect: (organization: string, text: string) =>
    queryOptions({
      queryKey: [organization, 'policy', 'effect', text],
      gcTime: 60_000,
      queryFn: () =>
        answerOf(
          api.POST('/api/v1/organizations/{organization}/policies/effect', {
            params: { path: { organization } },
            body: { text },
          }),
        ),
    }),
  versions: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'policy', 'versions'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/policies', {
              params: { path: { organization }, query: { limit: 50 } },
            }),
          )
        ).items,
    }),
  differences: (organization: string, version: string, other: string) =>
    queryOptions({
      queryKey: [organization, 'policy', 'differences', version, other],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/policies/{version}/differences/{other}', {
              params: { path: { organization, version, other } },
            }),
          )
        ).lines,
    }),
};
