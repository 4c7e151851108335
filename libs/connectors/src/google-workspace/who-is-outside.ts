import { ReadRefusedError } from '../contract/error.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { Domains } from './directory.schema.js';
import { googleCalls } from './google-calls.js';
import type { GoogleMemory } from './google-memory.js';
import { readGoogle } from './google-read.js';
import { rights } from './google-rights.js';

/** Tells the business' own addresses from those of others. */
export interface OwnPlace {
  isOwnDomain(domain: string): boolean;
  isOwnAddress(address: string): boolean;
}

/** By the domains and people that the policy names, and the domains that the Workspace has proven to be its own. */
export async function ownPlace(session: VendorSession, memory: GoogleMemory): Promise<OwnPlace> {
  const verified = (await verifiedDomains(session)) ?? memory.ownDomains;
  memory.learn({ domains: [...verified] });
  const own = new Set([...session.ownDomains, ...verified].map(plainName));
  const isOwnDomain = (domain: string) => own.has(plainName(domain));
  const people = new Set(session.ownAddresses);
  const isOwnAddress = (address: string) => people.has(plainName(address)) || isOwnDomain(domainOf(address));
  return { isOwnDomain, isOwnAddress };
}

/** Lower case; '' for what is no address. */
export function domainOf(address: string): string {
  return address.includes('@') ? plainName(address.slice(address.lastIndexOf('@') + 1)) : '';
}

/** Null if this login may not see them. */
async function verifiedDomains(session: VendorSession): Promise<readonly string[] | null> {
  const fields = 'domains(domainName,verified,domainAliases(domainAliasName,verified))';
  try {
    const { domains } = await readGoogle(session, rights.domains, Domains, googleCalls.domains({ fields }));
    return domains
      .flatMap(({ domainName, verified, domainAliases = [] }) => [
        { name: domainName, verified },
        ...domainAliases.map((alias) => ({ name: alias.domainAliasName, verified: alias.verified })),
      ])
      .filter(({ verified }) => verified === true)
      .map(({ name }) => name);
  } catch (error) {
    // Whoever may not see the domains is left with those of before. Out of order is another matter: colleagues would be strangers.
    if (error instanceof ReadRefusedError && error.refusal.status !== 'failed') return null;
    throw error;
  }
}

function plainName(domain: string): string {
  return domain.trim().toLowerCase();
}
