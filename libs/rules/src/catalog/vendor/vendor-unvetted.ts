import type { Rule } from '../../engine/rule.js';
import { listed } from '../wording.js';
import { aboutVendor, vendorsInUse, type VendorInUse } from './vendors-in-use.js';

/** A vendor in use that nobody has a vetting record of (E33); worse where it holds something now. */
export const vendorUnvetted: Rule = {
  id: 'vendor.unvetted',
  title: 'Vendor that nobody has checked',
  severity: 'medium',
  needs: [],
  *evaluate(input) {
    for (const vendor of vendorsInUse(input)) {
      if (vendor.entry && vendor.entry.vetted !== null) continue;
      const about = aboutVendor(vendor);
      yield {
        ...about,
        title: `Nobody has checked ${vendor.name} yet`,
        message: `${whereItIs(vendor)} Before a company holds your customers' data you should know what it does with it: whether the data stays yours, whether shared AI is trained on it, whether figures from it are passed on, and whether it is deleted when you ask.`,
        remedy: vendor.entry
          ? `Ask the four questions, write the answers under vendors: in the policy's entry for ${vendor.name}, and add vetted: with the day.`
          : `Ask the four questions and add an entry under vendors: in the policy: name: ${vendor.name}, vetted: the day, answers: what they said.`,
        ...(vendor.isLive ? { severity: 'high' as const } : {}),
        evidence: { ...about.evidence, has_live_grant: vendor.isLive, has_entry: vendor.entry !== null },
      };
    }
  },
};

function whereItIs({ name, systems, apps }: VendorInUse): string {
  const ownApps = apps.filter((app) => app !== name);
  const uses = [
    ...(systems.length > 0 ? [`runs ${listed(systems)}`] : []),
    ...(ownApps.length > 0 ? [`is behind the app ${listed(ownApps)}`] : []),
  ];
  if (uses.length === 0 && apps.length > 0) return `${name} is an app that may reach your tools.`;
  return uses.length > 0 ? `${name} ${uses.join(' and ')}.` : `The policy lists ${name} as a vendor.`;
}
