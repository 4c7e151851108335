import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.js';

/** What the screens ask the service, with the names under which the answers are kept. */
export const questions = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => answerOf(api.GET('/api/v1/me')) }),
  organizations: () =>
    queryOptions({
      queryKey: ['organizations'],
      queryFn: async () => (await answerOf(api.GET('/api/v1/organizations'))).items,
    }),
  ways: () => queryOptions({ queryKey: ['ways'], queryFn: () => answerOf(api.GET('/api/v1/sign-in')) }),
  overview: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'overview'],
      // A scan may have ended since it was asked.
      staleTime: 0,
      refetchInterval: ({ state }) => ((state.data?.scan_under_way ?? null) === null ? false : 5_000),
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/overview', { params: { path: { organization } } }),
        ),
    }),
  trend: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'trend'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/trend', {
              params: { path: { organization }, query: { limit: 60 } },
            }),
          )
        ).items,
    }),
  finding: (organization: string, finding: string) =>
    queryOptions({
      queryKey: [organization, 'finding', finding],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/findings/{finding}', {
            params: { path: { organization, finding } },
          }),
        ),
    }),
  connections: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'connections'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/connections', {
              params: { path: { organization } },
            }),
          )
        ).items,
    }),
  uploads: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'uploads'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/uploads', { params: { path: { organization } } }),
          )
        ).items,
    }),
  connectors: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'connectors'],
      // What is known of a tool before it is connected changes with an upgrade only.
      staleTime: Infinity,
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/connectors', {
              params: { path: { organization } },
            }),
          )
        ).items,
    }),
  people: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'people'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/people', { params: { path: { organization } } }),
          )
        ).items,
    }),
  scan: (organization: string, job: string) =>
    queryOptions({
      queryKey: [organization, 'scan', job],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/scans/{job}', {
            params: { path: { organization, job } },
          }),
        ),
    }),
};
