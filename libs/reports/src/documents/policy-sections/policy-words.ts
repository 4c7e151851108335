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

/** The first letter as it begins a sentence. */
export function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
