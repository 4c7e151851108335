import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';

/** Goes on from a page before a sign-in: what was answered to nobody, or to somebody else, is forgotten. */
export function useLeaveEntry(): (to: string) => void {
  const answers = useQueryClient();
  const [, go] = useLocation();
  return (to) => {
    answers.clear();
    go(to);
  };
}
