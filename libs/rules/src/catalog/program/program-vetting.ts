import type { Rule } from '../../engine/rule.js';
import { termInWords } from '../../policy/term.js';
import { vendorNamed } from '../../vendors/known-vendor.js';
import { aboutDuty, dueInWords, nextDue, stateOn } from './duty.js';

/** A vendor that was vetted has to be looked at again (E32, E33); one that never was is `vendor.unvetted`. */
export const programVetting: Rule = {
  id: 'program.vetting',
  title: 'A vendor is due for another look',
  severity: 'low',
  needs: [],
  *evaluate({ policy, inventory }) {
    for (const { name, vetted, vetEvery } of policy.vendors) {
      if (vetted === null || vetEvery === null) continue;
      const dueOn = nextDue(vetted, vetEvery);
      const state = dueOn === null ? 'not yet' : stateOn(inventory.asOf, dueOn);
      if (state === 'not yet') continue;
      yield {
        ...aboutDuty(vendorNamed(name).key, name, state),
        objectType: 'vendor',
        title: `Vetting ${name} again ${dueInWords(dueOn, state)}`,
        message: `You decided to look at this vendor every ${termInWords(vetEvery)}. Terms change, and so does what a vendor does with your customers' data.`,
        remedy: `Read the current terms, ask the four questions again, and set vetted: in the policy's entry for ${name} to the day.`,
        evidence: { last: vetted, due: dueOn, every: termInWords(vetEvery) },
      };
    }
  },
};
