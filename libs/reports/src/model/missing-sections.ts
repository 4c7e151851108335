/** What is not judged when a section of the policy is not there (E36). Sections that only documents use are not named. */
const NOT_JUDGED: Readonly<Record<string, string>> = {
  people: 'who works for you',
  access: 'who may see what',
  apps: 'which apps may connect',
  purposes: 'what data may be used for',
  retention: 'how long records are kept',
  consent: 'whether people agreed to mail',
  erasures: 'whether people who asked to be deleted are gone',
  vendors: 'whether the makers of your tools were checked',
  training: 'training',
  audit: 'audits',
  review_every: 'reviews of the policy',
  reviewed: 'reviews of the policy',
  country: 'dates and phone numbers that differ by country',
  domains: 'which addresses are staff',
  time_zone: 'your local date (the date in UTC is used)',
};

/** A part of the policy that is not there, and what was therefore not judged. */
export interface MissingSection {
  readonly section: string;
  readonly notJudged: string;
}

export function missingSectionsInWords(sections: readonly string[]): readonly MissingSection[] {
  return sections.flatMap((section) => {
    const notJudged = NOT_JUDGED[section];
    return notJudged === undefined ? [] : [{ section, notJudged }];
  });
}
