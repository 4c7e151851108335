import type { PolicyVendor } from '#rules/policy/policy.js';
import { dayInWords } from '../../model/words.js';

/** What a vendor is asked, and what the policy knows of it already. */
export interface VendorQuestion {
  readonly topic: string;
  /** As the vendor is asked it; `name` stands for its own name. */
  readonly question: string;
  /** What the policy has; null: the answer is missing. */
  readonly known: string | null;
  /** The answer would be no reason to be glad. */
  readonly isTroubling: boolean;
}

/** The questions to a vendor: three about whose the data is, and one about its end. */
export function questionsTo(name: string, entry: PolicyVendor | null): readonly VendorQuestion[] {
  const answers = entry?.answers;
  const training = answers?.trains_shared_ai ?? null;
  const optedOutOn = answers?.opted_out_on ?? null;
  return [
    {
      topic: 'Whose data it is',
      question: `Does the data that we put into ${name} stay ours, and do you use it only to serve us?`,
      known: inWords(answers?.data_stays_ours ?? null),
      isTroubling: answers?.data_stays_ours === false,
    },
    {
      topic: 'AI training',
      question: `Do you, or anybody you pass it on to, use our data to train AI that others use too? If so, how do we opt out?`,
      known:
        training === 'opted_out'
          ? `we opted out${optedOutOn === null ? '' : ` on ${dayInWords(optedOutOn)}`}`
          : inWords(training),
      isTroubling: training === true,
    },
    {
      topic: 'Statistics',
      question: 'Do you pass on or sell figures made from our data, also in aggregated or anonymised form?',
      known: inWords(answers?.shares_aggregated_data ?? null),
      isTroubling: answers?.shares_aggregated_data === true,
    },
    {
      topic: 'Deletion',
      question:
        'Do you delete our data when we ask for it and when we leave, backups included, and how long does that take?',
      known: inWords(answers?.deletion_on_request ?? null),
      isTroubling: answers?.deletion_on_request === false,
    },
  ];
}

function inWords(answer: boolean | null): string | null {
  return answer === null ? null : answer ? 'yes' : 'no';
}
