import type { OAuthProblem } from './simulated-oauth.js';
import type { SimulatedAnswer } from './simulated-answer.js';
import type { VendorId } from './simulated-vendor.js';

/** What goes wrong. Fields are named by the end of their path without list positions: `email`, `paging.next`. */
export type Fault =
  /** A limit said to be reached, without saying for how long. */
  | '429'
  | '429-retry-after'
  | { readonly tooManyForSeconds: number }
  /** The access token is called expired, whatever it is; the next one may be taken. */
  | '401'
  /** The grant or key behind the request is revoked, and stays so. */
  | 'revoke'
  | '403'
  | '5xx'
  /** A page of HTML with status 200, as from a proxy or a sign-in page. */
  | 'html'
  | 'empty'
  /** JSON that ends in the middle, with a length that fits. */
  | 'truncated'
  /** Less is sent than was announced, then the connection ends. */
  | 'reset-midway'
  | 'reset'
  /** A fiftieth of the body every simulated second; where time stands still, only the first. */
  | 'slow-drip'
  /** Nothing ever comes. */
  | 'hang'
  /** The page before this one comes again, with its own link to what follows. */
  | 'repeat-page'
  /** The page after this one comes instead. */
  | 'skip-page'
  /** Something in the account changes before the answer is made: one of the vendor's `changes`. */
  | { readonly change: string }
  | { readonly dropField: string }
  | { readonly changeType: string }
  | { readonly setField: string; readonly to: unknown }
  /** The token loses the scope from this request on. */
  | { readonly loseScope: string }
  | { readonly oauth: OAuthProblem }
  | { readonly answer: SimulatedAnswer };

/** When it goes wrong: of the requests that match, counted from 1. Without any of them: always. */
export interface FaultRule {
  readonly vendor: VendorId;
  readonly method?: string;
  /** Tried on the path without query; absent: every path. */
  readonly path?: RegExp;
  /** Tried on each parameter of the query in turn: `query=select * from invoice`. */
  readonly query?: RegExp;
  readonly nth?: number;
  readonly every?: number;
  /** A share of them, by the seed. */
  readonly share?: number;
  /** At most so often. */
  readonly times?: number;
  readonly do: Fault;
}
