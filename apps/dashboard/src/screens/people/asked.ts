import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from '../../api/client.js';

export const asked = {
  invitations: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'invitations'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/invitations', {
              params: { path: { organization } },
            }),
          )
        ).items,
    }),
  tokens: (organization: string) =>
    queryOptions({
      queryKey: [organization, 'tokens'],
      queryFn: async () =>
        (
          await answerOf(
            api.GET('/api/v1/organizations/{organization}/tokens', { params: { path: { organization } } }),
          )
        ).items,
    }),
};
