import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { type Credential, Guard } from '#connectors/kit/guard/guard.js';
import type { Pace } from '#connectors/kit/guard/waiting.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import { startVendors, type Vendors, type VendorsOptions } from '../vendors/start-vendors.js';

/** A simulated Mailchimp whose time stands still but for pauses, and a session that reads it through the real guard. */
export interface MailchimpAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  /** A new scan: a guard of its own, a minute after the one before. Without a credential: an owner's key. */
  session(settings?: ScanSettings): VendorSession;
  /** What the last scan left for the next one. */
  readonly kept: { memory: unknown };
}

interface ScanSettings {
  readonly credential?: Credential;
  readonly signal?: AbortSignal;
  readonly alsoRead?: readonly string[];
  readonly before?: unknown;
}

export async function mailchimpAccount(options: VendorsOptions = {}): Promise<MailchimpAccount> {
  const vendors = await startVendors({ size: 120, speed: 0, vendors: ['mailchimp'], ...options });
  const guards: Guard[] = [];
  const kept: { memory: unknown } = { memory: null };
  const pace: Pace = {
    speed: 1,
    now: () => vendors.clock.now(),
    random: () => 1,
    wait: (ms) => {
      vendors.clock.advance(ms);
      return Promise.resolve();
    },
  };
  return {
    vendors,
    kept,
    session({ credential, signal = new AbortController().signal, alsoRead = [], before = null } = {}) {
      vendors.clock.advance(60_000);
      const guard = new Guard(mailchimpConnector, {
        credential: credential ?? unrenewable(vendors.mailchimp.key),
        simulatedOrigin: vendors.mailchimp.origin,
        signal,
        pace,
      });
      guards.push(guard);
      return {
        signal,
        system: 'newsletter',
        vendor: guard,
        granted: null,
        alsoRead,
        ownDomains: ['sweetcrumb.example'],
        memory: { before, keep: (next) => (kept.memory = next) },
        now: () => vendors.clock.date(),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const guard of guards) guard.close();
      await vendors[Symbol.asyncDispose]();
    },
  };
}

/** A key or token that can not be renewed: no other exists at Mailchimp. */
export function unrenewable(token: string): Credential {
  return { token: () => Promise.resolve(token), renewed: () => Promise.resolve(token) };
}
