import type { Policy } from '#rules/policy/policy.js';
import { systemTitle } from '../../model/tool-words.js';
import { listed } from '../../model/words.js';

/** Everything by name: a page that is signed counts nothing away. */
export function allOf(names: readonly string[]): string {
  return listed(names, Number.POSITIVE_INFINITY);
}

/** "crm (HubSpot), books (QuickBooks) and lists (files)": said once, after which names are enough. */
export function placesInWords({ systems }: Policy): string {
  return allOf(
    [...systems].map(([system, { connector }]) =>
      connector === 'exports' ? `${system} (files)` : systemTitle(system, connector),
    ),
  );
}

/** Why, as the policy says it to customers; a purpose goes by its name where it says nothing more. */
export function purposesInWords(policy: Policy, purposes: readonly string[]): string {
  return allOf(purposes.map((purpose) => policy.purposes.get(purpose)?.why ?? purpose));
}

const BASES: Readonly<Record<string, string>> = {
  consent: 'because people agreed to it',
  contract: 'because we owe it by contract',
  legal_obligation: 'because the law asks for it',
  legitimate_interests: 'because our interest in it outweighs theirs',
  public_task: 'as a public task',
  vital_interests: 'to protect lives',
};

/** What allows a use in law: "because we owe it by contract"; a basis that is none of the law's stays as it is. */
export function basisInWords(basis: string): string {
  return BASES[basis] ?? basis;
}

/** "maria" for maria@sweetcrumb.example where that is the business's only domain; the whole address of everybody else. */
export function personInWords({ domains }: Policy, email: string): string {
  const [domain, ...others] = domains;
  const end = `@${domain ?? ''}`;
  return domain !== undefined && others.length === 0 && email.endsWith(end)
    ? email.slice(0, -end.length)
    : email;
}

/** The first letter as it begins a sentence. */
export function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
