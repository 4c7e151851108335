import type { Random } from '#scanner/example/random.js';
import type { Fault, FaultRule } from '../vendors/core/fault.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import type { Endpoint } from './asked-endpoints.js';

/** A vendor and where it can be struck. */
export interface Struck {
  readonly vendor: VendorId;
  readonly endpoints: readonly (Endpoint & { readonly fields: readonly string[] })[];
  readonly scopes: readonly string[];
}

/** Every kind but those that are an answer of the vendor's own: a member left out, or another value, is one. */
const KINDS: readonly (Fault | 'changeType' | 'loseScope' | 'renewal')[] = [
  '429',
  '429-retry-after',
  { tooManyForSeconds: 7200 },
  '401',
  'revoke',
  '403',
  '5xx',
  'html',
  'empty',
  'truncated',
  'reset-midway',
  'reset',
  'slow-drip',
  'hang',
  'repeat-page',
  'skip-page',
  'changeType',
  'loseScope',
  'renewal',
];

/** One to three things that go wrong in one scan, anywhere, once, now and then, or always. */
export function randomFaults(random: Random, struck: readonly Struck[]): readonly FaultRule[] {
  return Array.from({ length: random.integer(1, 3) }, () => randomFault(random, struck)).flat();
}

/** What comes late or never: given up sooner than usual, so that a night is no night. */
export function isSlow({ do: fault }: FaultRule): boolean {
  return fault === 'slow-drip' || fault === 'hang';
}

/** After it somebody must sign in again. */
export function isLoginLost({ do: fault }: FaultRule): boolean {
  return fault === 'revoke' || (typeof fault === 'object' && ('loseScope' in fault || 'oauth' in fault));
}

function randomFault(random: Random, struck: readonly Struck[]): readonly FaultRule[] {
  const { vendor, endpoints, scopes } = oneOf(random, struck);
  const { path, query, fields } = oneOf(random, endpoints);
  const where = { vendor, path, ...(query && { query }) };
  const kind = oneOf(random, KINDS);
  if (kind === 'renewal') {
    // The token is called expired, and the next one is not given.
    return [
      { ...where, do: '401', times: 1 },
      { vendor, path: /token/u, do: { oauth: 'refresh-token-revoked' } },
    ];
  }
  const fault = faultOf(random, kind, { fields, scopes });
  const rule = { ...where, do: fault, ...randomMoment(random) };
  return [isSlow(rule) ? { ...rule, times: random.integer(1, 3) } : rule];
}

function faultOf(
  random: Random,
  kind: Exclude<(typeof KINDS)[number], 'renewal'>,
  { fields, scopes }: { readonly fields: readonly string[]; readonly scopes: readonly string[] },
): Fault {
  if (kind === 'changeType') return fields.length === 0 ? 'empty' : { changeType: oneOf(random, fields) };
  // Not every vendor has rights to lose.
  if (kind === 'loseScope') return scopes.length === 0 ? '403' : { loseScope: oneOf(random, scopes) };
  return kind;
}

function randomMoment(random: Random): Partial<FaultRule> {
  const moments: readonly Partial<FaultRule>[] = [
    {},
    { nth: random.integer(1, 4) },
    { every: random.integer(2, 4) },
    { share: 0.3 },
    { times: random.integer(1, 3) },
  ];
  return oneOf(random, moments);
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  const one = list[random.integer(0, list.length - 1)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}
