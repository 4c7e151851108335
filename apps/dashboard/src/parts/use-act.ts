import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '../shell/organization.js';

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
