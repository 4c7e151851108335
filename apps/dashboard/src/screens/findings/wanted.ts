import { useSearchParams } from 'wouter';
import { severities } from '../../words/severity.js';
import { findingsWords } from '../../words/findings.js';
import type { Severity } from '../../api/shapes.js';

export type State = keyof typeof findingsWords.states;
export const states = Object.keys(findingsWords.states) as readonly State[];

/** Which findings somebody wants to see. It stands in the address, so that a list can be kept and sent. */
export interface Wanted {
  readonly state: State;
  readonly severity?: Severity;
  readonly system?: string;
  readonly assignee?: string;
  readonly text?: string;
}

const NAMES = ['state', 'severity', 'system', 'assignee', 'text'] as const;

/** What is wanted, and a way to want something else; an empty text takes a filter away. */
export function useWanted(): readonly [
  Wanted,
  (change: Partial<Record<(typeof NAMES)[number], string>>) => void,
  () => void,
] {
  const [asked, setAsked] = useSearchParams();
  const [system, assignee, text] = [asked.get('system'), asked.get('assignee'), asked.get('text')];
  const severity = severities.find((one) => one === asked.get('severity'));
  const wanted: Wanted = {
    state: states.find((one) => one === asked.get('state')) ?? 'drift',
    ...(severity && { severity }),
    ...(system && { system }),
    ...(assignee && { assignee }),
    ...(text && { text }),
  };
  const want = (change: Readonly<Record<string, string>>) =>
    setAsked(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change))
          if (value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [wanted, want, () => setAsked(new URLSearchParams(), { replace: true })];
}
