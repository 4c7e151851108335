import { sensitivityOf, titleOf } from '#connectors/contract/category.js';
import type { Policy } from '#rules/policy/policy.js';
import { CATEGORY_IN_NOTICE } from '../model/category-in-notice.js';
import { isVague, vagueInWords } from '../model/vague-purpose.js';
import { gaps, list, paragraph, text, type DocumentPart, type DocumentSection } from './document-part.js';
import { howLong } from './policy-sections/how-long.js';
import { allOf, sentenceStart } from './policy-sections/policy-words.js';
import { paperOf, type PlainDocument } from './plain-document.js';

/**
 * What the business tells its customers on its website: for each purpose which data is used for it, from the policy's
 * own words. A purpose that is vague gets no wording, but the sentence to make specific.
 */
export function privacyNotice(policy: Policy, foot: string): PlainDocument {
  return {
    kind: 'Wording for your privacy notice',
    organization: policy.organization,
    standing: ['Copy these sentences to your website. They say what your policy says, and nothing else.'],
    sections: [
      ...[...policy.purposes].map(([purpose, { why, basis }]) => forPurpose(policy, purpose, why, basis)),
      withoutPurpose(policy),
      whomItIsGivenTo(policy),
      untilWhen(policy),
      yourRights(policy),
    ].flatMap((section) => section ?? []),
    signatures: null,
    foot,
    isOnePage: false,
    paper: paperOf(policy.country),
  };
}

const BASES: Readonly<Record<string, string>> = {
  consent: 'You agreed to this, and can take it back at any time.',
  contract: 'We need it to do what you ordered from us.',
  legal_obligation: 'The law makes us do this.',
  legitimate_interests: 'We have a legitimate interest in this. You can object to it at any time.',
  public_task: 'We do this as a public task.',
  vital_interests: 'We do this to protect lives.',
};

function forPurpose(policy: Policy, purpose: string, why: string, basis: string | null): DocumentSection {
  return {
    heading: sentenceStart(isVague(why) ? purpose.replaceAll('_', ' ') : why),
    parts: isVague(why)
      ? gaps([vagueInWords(purpose, why)])
      : [...useOf(policy, purpose, why), ...paragraph([basisOf(basis)]), ...openOf(policy, purpose, basis)],
  };
}

function useOf(policy: Policy, purpose: string, why: string): DocumentPart[] {
  const used = policy.data.filter(({ purposes }) => purposes.includes(purpose));
  if (used.length === 0)
    return gaps([
      `The policy names no data for this purpose: add ${purpose} to for: of what you use, or remove the purpose.`,
    ]);
  const words = [...new Set(used.map(({ category }) => CATEGORY_IN_NOTICE[category]))];
  const reason = /^to\s/iu.test(why) ? why : `for this: ${why}`;
  return [text(`We use ${allOf(words)} ${reason}.`)];
}

function basisOf(basis: string | null): string | null {
  return basis === null ? null : (BASES[basis] ?? null);
}

function openOf({ data }: Policy, purpose: string, basis: string | null): DocumentPart[] {
  const sensitive = data.filter(
    ({ purposes, category }) => purposes.includes(purpose) && sensitivityOf(category) === 'sensitive',
  );
  return gaps([
    sensitive.length === 0
      ? null
      : `Sensitive: ${allOf(sensitive.map(({ category }) => titleOf(category).toLowerCase()))}. The law asks for a reason of its own to use it, such as explicit consent: say on your website which it is.`,
    basis === null
      ? `The policy does not say what allows this in law: add basis: under purposes: ${purpose}.`
      : null,
  ]);
}

function withoutPurpose({ data, purposes }: Policy): DocumentSection | null {
  const open = data.filter(({ purposes: named }) => named.length === 0);
  if (open.length === 0 && purposes.size > 0) return null;
  return {
    heading: 'Not said yet',
    parts: gaps([
      purposes.size === 0
        ? 'The policy has no purposes: say under purposes: why you keep customer data.'
        : null,
      open.length === 0
        ? null
        : `The policy does not say what you use these for: ${allOf(open.map(({ category }) => category))}. Add for: to each, or stop keeping it.`,
    ]),
  };
}

function whomItIsGivenTo({ vendors }: Policy): DocumentSection {
  const names = vendors.map(({ name }) => name);
  return {
    heading: 'Who works on it for us',
    parts:
      names.length === 0
        ? gaps(['The policy names no vendors, so the notice can not say who else gets to see the data.'])
        : [text(`These companies keep or process it for us: ${allOf(names)}.`), ...aboutTraining(vendors)],
  };
}

/** Only what every vendor answered may be promised. */
function aboutTraining(vendors: Policy['vendors']): DocumentPart[] {
  const open = vendors.filter(({ answers }) => answers.trains_shared_ai === null).map(({ name }) => name);
  const doTrain = vendors.filter(({ answers }) => answers.trains_shared_ai === true).map(({ name }) => name);
  if (open.length + doTrain.length === 0) return [text('None of them trains AI for others with it.')];
  return gaps([
    open.length === 0
      ? null
      : `${allOf(open)} ${open.length === 1 ? 'has' : 'have'} not said whether AI for others is trained with it.`,
    doTrain.length === 0
      ? null
      : `${allOf(doTrain)} ${doTrain.length === 1 ? 'trains' : 'train'} AI for others with it: opt out, or tell your customers.`,
  ]);
}

function untilWhen(policy: Policy): DocumentSection {
  const { parts } = howLong(policy);
  return { heading: 'How long we keep it', parts };
}

function yourRights({ controller, owner, consent }: Policy): DocumentSection {
  const address = controller?.email ?? owner;
  return {
    heading: 'What you can ask of us',
    parts: [
      ...list([
        'To see what we keep about you, and to get a copy.',
        'To have it corrected, or deleted, except what the law makes us keep.',
        consent.length === 0
          ? 'To be left alone by our marketing.'
          : 'To take back what you agreed to, as easily as you gave it.',
      ]),
      ...paragraph([address === null ? null : `Write to ${address}.`]),
      ...gaps([
        address === null
          ? 'The policy does not say where customers can write: add controller: email:.'
          : null,
      ]),
    ],
  };
}
