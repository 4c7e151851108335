import type { VendorId } from '../core/simulated-vendor.js';
import type { Deviation } from './vendor-description.js';

/** A difference that was looked at and is meant. */
export interface OnPurpose {
  readonly vendor: VendorId;
  /** The endpoint, or how all of them end for which it holds. */
  readonly endpoint: RegExp;
  /** How the deviation begins. */
  readonly what: string;
  readonly reason: string;
}

/** Everything in which the simulation or our requests differ from what the vendors publish. Whoever adds a line gives the reason. */
export const ON_PURPOSE: readonly OnPurpose[] = [
  {
    vendor: 'hubspot',
    endpoint: /^(GET|POST) \/crm\/.*objects\//u,
    what: '/results/*/properties/',
    reason:
      'The documentation says that requested properties without a value come as null; the specification knows text only.',
  },
  {
    vendor: 'hubspot',
    endpoint: /^GET \/settings\/users\//u,
    what: '/results/*/superAdmin must be boolean',
    reason: 'An official example has this field as text, so a connector must bear both.',
  },
  {
    vendor: 'hubspot',
    endpoint: /^GET \/crm\/.*owners/u,
    what: '/results/*/userId must be integer',
    reason: 'An official example of an archived owner has null.',
  },
  {
    vendor: 'hubspot',
    endpoint: /^GET \/crm\/(objects|owners)\/2026-09/u,
    what: 'the simulation is content with other rights than are published',
    reason:
      'One route plays all versions. Of 2026-09 the table knows contacts only, and a shorter list of rights for owners. Our connector speaks 2026-03.',
  },
  ...['/members/*/timestamp_signup', '/timestamp_signup'].map((field) => ({
    vendor: 'mailchimp' as const,
    endpoint: /^GET \/lists\/\{list_id\}\/members/u,
    what: `${field} must match format "date-time"`,
    reason: 'What is unset is an empty text in a recorded member, an instant that nobody knows too.',
  })),
  ...['Customer', 'CreditMemo', 'RefundReceipt'].map((entity): OnPurpose => ({
    vendor: 'quickbooks',
    endpoint: /^GET \/v3\/company\//u,
    what: `${entity}.CustomField is of the desktop product only`,
    reason:
      'The schema is older than custom fields online: recorded invoices have them, and Intuit’s pages name them on customers and all sales forms.',
  })),
  {
    vendor: 'quickbooks',
    endpoint: /^POST \/v2\/oauth2\/tokens\/revoke$/u,
    what: 'the field token_type_hint is not published',
    reason:
      'Our client sends every vendor the hint of RFC 7009; by that standard a server ignores a hint that it does not know.',
  },
];

/** The deviations that no line stands for. */
export function unlisted(vendor: VendorId, deviations: readonly Deviation[]): readonly Deviation[] {
  return deviations.filter((deviation) => !ON_PURPOSE.some((line) => isMeant(line, vendor, deviation)));
}

/** The lines for a vendor that stand for nothing any more. */
export function unusedLines(vendor: VendorId, deviations: readonly Deviation[]): readonly OnPurpose[] {
  return ON_PURPOSE.filter(
    (line) => line.vendor === vendor && !deviations.some((deviation) => isMeant(line, vendor, deviation)),
  );
}

function isMeant(line: OnPurpose, vendor: VendorId, { endpoint, what }: Deviation): boolean {
  return line.vendor === vendor && line.endpoint.test(endpoint) && what.startsWith(line.what);
}
