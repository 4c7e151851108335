import { comparableName } from '../../policy/comparable-name.js';
import type { Policy } from '../../policy/policy.js';
import { joiningAddress } from './email-address.js';

/** Tells the addresses of staff (E8) as they join (E9): the same answer as `isStaff`, made for millions of addresses. */
export function createStaffTest({ people, domains }: Policy): (address: string) => boolean {
  const addresses = new Set(
    people.flatMap(({ email, also }) => [email, ...also]).flatMap((name) => joiningAddress(name) ?? []),
  );
  const ours = new Set(domains.map(comparableName));
  return (address) => addresses.has(address) || ours.has(address.slice(address.lastIndexOf('@') + 1));
}
