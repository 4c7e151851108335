import type { Rule } from '../../engine/rule.js';
import type { PolicyVendor } from '../../policy/policy.js';
import { aboutVendor, vendorsInUse } from './vendors-in-use.js';

type Answer = 'yes' | 'not answered' | 'opted out without a date';

/** A vetted vendor in use that trains shared AI on customer data, or has not answered (E33). */
export const vendorTrainsAi: Rule = {
  id: 'vendor.trains-ai',
  title: 'Vendor that may train shared AI on your data',
  severity: 'high',
  needs: [],
  *evaluate(input) {
    for (const vendor of vendorsInUse(input)) {
      // Without a vetting record this is one question of several: vendor.unvetted asks them all.
      if (!vendor.entry || vendor.entry.vetted === null) continue;
      const answer = troublingAnswer(vendor.entry.answers);
      if (!answer) continue;
      const about = aboutVendor(vendor);
      yield {
        ...about,
        ...TEXTS[answer](vendor.name),
        evidence: { ...about.evidence, trains_shared_ai: answer },
        content: { answer },
      };
    }
  },
};

/** Null where the vendor said no, or was told no on a day that is written down. */
function troublingAnswer({ trains_shared_ai, opted_out_on }: PolicyVendor['answers']): Answer | null {
  if (trains_shared_ai === true) return 'yes';
  if (trains_shared_ai === null) return 'not answered';
  return trains_shared_ai === 'opted_out' && opted_out_on === null ? 'opted out without a date' : null;
}

const WHY = "What an AI has learned from your customers' data cannot be taken back.";

const TEXTS: Readonly<
  Record<
    Answer,
    (name: string) => { readonly title: string; readonly message: string; readonly remedy: string }
  >
> = {
  yes: (name) => ({
    title: `${name} trains shared AI on your data`,
    message: `That is the answer in your policy. ${WHY}`,
    remedy: `Opt out in the settings of ${name} or in writing and record it: trains_shared_ai: opted_out with opted_out_on: the day. If that is not possible, look for another vendor.`,
  }),
  'not answered': (name) => ({
    title: `${name} has not answered whether it trains shared AI on your data`,
    message: `The policy has no answer to this question. ${WHY}`,
    remedy: `Look it up in the terms of ${name} or ask its support, then write the answer in the policy's entry under answers: trains_shared_ai: no (or yes, or opted_out).`,
  }),
  'opted out without a date': (name) => ({
    title: `The day on which you opted out of AI training at ${name} is missing`,
    message: `The policy says that you opted out, but not when, so nobody can show it. ${WHY}`,
    remedy: `Add opted_out_on: the day under answers: in the policy's entry for ${name}, and keep the confirmation.`,
  }),
};
