import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.js';

/** What the last scan found, beside what the policy says. */
export const inventoryQuestions = {
  dataMap: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'data map'],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/inventory/data-map', {
            params: { path: { organization } },
          }),
        ),
    }),
  dataFlow: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'data flow'],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/inventory/flow', {
            params: { path: { organization } },
          }),
        ),
    }),
  access: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'access'],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/inventory/access', {
            params: { path: { organization } },
          }),
        ),
    }),
  apps: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'apps'],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/inventory/apps', {
            params: { path: { organization } },
          }),
        ),
    }),
  retention: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'retention'],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/organizations/{organization}/inventory/retention', {
            params: { path: { organization } },
          }),
        ),
    }),
};
