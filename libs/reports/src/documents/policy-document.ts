import type { Policy } from '#rules/policy/policy.js';
import { dayInWords } from '../model/words.js';
import { paperOf, type PlainDocument } from './plain-document.js';
import { howLong } from './policy-sections/how-long.js';
import { howWeKeepItTrue } from './policy-sections/how-we-keep-it-true.js';
import { whatPeopleCanAsk } from './policy-sections/what-people-can-ask.js';
import { whatWeKeep } from './policy-sections/what-we-keep.js';
import { whichAppsReachIt } from './policy-sections/which-apps-reach-it.js';
import { whoMaySeeIt } from './policy-sections/who-may-see-it.js';
import { whoWeAre } from './policy-sections/who-we-are.js';
import { whomWeTrust } from './policy-sections/whom-we-trust.js';

/** The page that a business signs. It says what the policy says, and plainly what it leaves open (E37). */
export function policyDocument(policy: Policy): PlainDocument {
  const people = policy.people.map(({ email }) => email);
  const signatories = [...new Set([...(policy.owner === null ? [] : [policy.owner]), ...people])];
  return {
    kind: 'Data Usage Policy',
    organization: policy.organization,
    standing: [
      policy.reviewed === null ? 'Not reviewed yet' : `Last reviewed on ${dayInWords(policy.reviewed)}`,
    ],
    sections: [
      whoWeAre(policy),
      whatWeKeep(policy),
      whoMaySeeIt(policy),
      howLong(policy),
      whichAppsReachIt(policy),
      whomWeTrust(policy),
      whatPeopleCanAsk(policy),
      howWeKeepItTrue(policy),
    ],
    signatures: {
      pledge: 'I have read this page and work by it.',
      signatories: signatories.length === 0 ? ['', ''] : signatories,
    },
    foot: `Data Usage Policy of ${policy.organization}`,
    isOnePage: true,
    paper: paperOf(policy.country),
  };
}
