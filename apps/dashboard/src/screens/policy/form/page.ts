import { createContext, useContext } from 'react';
import type { AnswerTo } from '../../../api/shapes.js';
import { choiceWords } from '../../../words/policy.js';
import type { Edit, Path, Value } from '../text/value.js';
import type { Choices } from './sections.js';

/** The policy as the form has it, and how it is changed. */
export interface PolicyOnPage {
  readonly value: Readonly<Record<string, Value>>;
  readonly choices: AnswerTo<'listPolicyChoices'>;
  readonly mayChange: boolean;
  readonly change: (edits: readonly Edit[]) => void;
}

const OnPage = createContext<PolicyOnPage | null>(null);
export const PolicyProvider = OnPage.Provider;

export function usePolicyOnPage(): PolicyOnPage {
  const page = useContext(OnPage);
  if (page === null) throw new Error('A part of the form stands outside of it.');
  return page;
}

export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((inner, key) => {
    if (inner === undefined || typeof inner === 'string') return undefined;
    return (inner as Readonly<Record<string | number, Value>>)[key];
  }, value);
}

export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

export function textsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function namesIn(value: Value | undefined): readonly string[] {
  return typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
}

/** What there is to choose from, with its words. */
export function optionsOf(
  { value, choices }: Pick<PolicyOnPage, 'value' | 'choices'>,
  from: Choices,
): readonly { readonly value: string; readonly label: string }[] {
  if (from === 'categories')
    return choices.categories.map(({ key, title }) => ({ value: key, label: title }));
  if (from === 'connectors')
    return choices.connectors.map(({ key, title }) => ({ value: key, label: title }));
  const names = typeof from === 'string' ? NAMES[from](value) : from;
  return names.map((name) => ({
    value: name,
    label: typeof from === 'string' ? name : (choiceWords[name] ?? name),
  }));
}

const NAMES = {
  systems: (value: PolicyOnPage['value']) => namesIn(value['systems']),
  purposes: (value: PolicyOnPage['value']) => namesIn(value['purposes']),
  roles: ({ access }: PolicyOnPage['value']) =>
    Array.isArray(access)
      ? [...new Set((access as readonly Value[]).map((one) => textOf(valueAt(one, ['role']))))].filter(
          (role) => role !== '' && role !== 'everyone',
        )
      : [],
};
