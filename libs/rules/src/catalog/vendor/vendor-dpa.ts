import type { Rule } from '../../engine/rule.js';
import type { PolicyVendor } from '../../policy/policy.js';
import { dayInWords } from '../wording.js';
import { aboutVendor, vendorsInUse } from './vendors-in-use.js';

/** A vetted vendor in use without a data processing agreement that holds today (E33). */
export const vendorDpa: Rule = {
  id: 'vendor.dpa',
  title: 'Vendor without a valid data processing agreement',
  severity: 'medium',
  needs: [],
  *evaluate(input) {
    for (const vendor of vendorsInUse(input)) {
      // Without a vetting record vendor.unvetted speaks alone (E33).
      if (!vendor.entry || vendor.entry.vetted === null) continue;
      const state = agreementOn(input.inventory.asOf, vendor.entry);
      if (state === 'valid') continue;
      const about = aboutVendor(vendor);
      const { name } = vendor;
      const expires = vendor.entry.dpa?.expires ?? null;
      yield {
        ...about,
        title:
          state === 'expired'
            ? `The data processing agreement with ${name} ended on ${dayInWords(expires ?? '')}`
            : `There is no data processing agreement with ${name}`,
        message:
          "This contract binds the vendor to use your customers' data for your work only and to protect it. Without it you answer for what the vendor does.",
        remedy: `Sign the agreement of ${name} (most vendors offer one in the account settings or on their legal page) and write it in the policy's entry: dpa: { signed: the day, expires: the day if it has one }.`,
        evidence: { ...about.evidence, signed: vendor.entry.dpa?.signed ?? null, expires },
        content: { agreement: state },
      };
    }
  },
};

/** The day on which it expires still counts; an entry without a signature is no agreement. */
function agreementOn(day: string, { dpa }: PolicyVendor): 'valid' | 'none' | 'expired' {
  if (dpa === null || dpa.signed === null || dpa.signed > day) return 'none';
  return dpa.expires !== null && dpa.expires < day ? 'expired' : 'valid';
}
