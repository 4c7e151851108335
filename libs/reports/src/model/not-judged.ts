import { ruleIds } from '#rules/engine/rule-id.js';

/** Why nothing was judged by parts of the policy (E36). */
export interface NotJudged {
  /** Parts that the policy does not have. */
  readonly notInPolicy: readonly PolicyPart[];
  /** Parts that the policy has and this version has no rule for: they must not look fulfilled. */
  readonly notYetBuilt: readonly PolicyPart[];
}

export interface PolicyPart {
  /** The word of the policy: "retention". */
  readonly section: string;
  /** "how long records are kept" */
  readonly decides: string;
}

/** What each part decides. Parts that only documents use are not here. */
const DECIDES: Readonly<Record<string, string>> = {
  people: 'who works for you',
  access: 'who may see what',
  apps: 'which apps may connect',
  purposes: 'what data may be used for',
  retention: 'how long records are kept',
  consent: 'whether people agreed to be written to',
  erasures: 'whether those who asked to be deleted are gone',
  vendors: 'whether the makers of your tools were checked',
  training: 'whether training is due',
  audit: 'whether an audit is due',
  review_every: 'whether the policy is due for a review',
  country: 'dates and phone numbers that differ by country',
  domains: 'which addresses are staff',
  time_zone: 'when a day begins, so it begins in UTC',
};

/** Parts that some rule must judge, by the beginning of its id. */
const JUDGED_BY: Readonly<Record<string, string>> = {
  retention: 'retention.',
  consent: 'consent.',
  erasures: 'retention.not-propagated',
};

export function notJudgedBy(missingSections: readonly string[]): NotJudged {
  const missing = new Set(missingSections);
  const withoutRule = Object.entries(JUDGED_BY)
    .filter(([section, prefix]) => !missing.has(section) && !ruleIds.some((id) => id.startsWith(prefix)))
    .map(([section]) => section);
  return { notInPolicy: partsOf(missingSections), notYetBuilt: partsOf(withoutRule) };
}

function partsOf(sections: readonly string[]): readonly PolicyPart[] {
  return sections.flatMap((section) => {
    const decides = DECIDES[section];
    return decides === undefined ? [] : [{ section, decides }];
  });
}
