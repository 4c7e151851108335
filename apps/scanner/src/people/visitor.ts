import type { Secret } from '#connectors/kit/secret.js';

/** What is known of who asks before she has signed in. */
export interface Visitor {
  /** Network address. */
  readonly address: string;
  /** As the browser calls itself. */
  readonly browser: string;
  /** What the browser carries of an earlier session, and of having signed in before. */
  readonly session: Secret | null;
  readonly device: Secret | null;
}
