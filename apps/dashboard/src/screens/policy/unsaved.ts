import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useOrganization } from '../../shell/organization.js';

interface Unsaved {
  readonly text: string;
  /** The version that was changed; null: there was none. */
  readonly of: string | null;
}

/**
 * What somebody changed and has not saved: kept while she looks at other screens, and gone when she signs out. A page that
 * changed meanwhile is not overwritten by it.
 */
export function useUnsaved(version: string | null): {
  readonly text: string | null;
  readonly keep: (text: string) => void;
  readonly forget: () => void;
} {
  const { id } = useOrganization();
  const answers = useQueryClient();
  const key = [id, 'policy that is not saved'];
  // Nobody asks for it while another screen is shown.
  answers.setQueryDefaults(key, { gcTime: Infinity });
  const kept = answers.getQueryData<Unsaved>(key);
  return {
    text: kept !== undefined && kept.of === version ? kept.text : null,
    keep: (text) => void answers.setQueryData<Unsaved>(key, { text, of: version }),
    forget: () => answers.removeQueries({ queryKey: key }),
  };
}

/** Has the browser ask before it closes or reloads the page. */
export function useAskBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
}
