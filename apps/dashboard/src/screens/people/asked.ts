import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf } from '../../api/client.js';
import { useOrganization } from '../../shell/organization.js';

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

/** Does something for the organization, and looks again at what it changed. */
export function useAct<T, Given = void>(act: (given: Given, organization: string) => Promise<T>) {
  const { id } = useOrganization();
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(given, id),
    onSuccess: () =>
      Promise.all([
        answers.invalidateQueries({ queryKey: [id] }),
        answers.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}
