import type { Edit, Value } from '../text/value.js';

/** The policy as it stands in the text. */
export type Page = Readonly<Record<string, Value>>;

/** A change after which the policy would agree with what was found; without edits only where to look. */
export interface Proposal {
  /** The section that it is in. */
  readonly section: string;
  readonly sentence: string | null;
  readonly edits: readonly Edit[];
}
