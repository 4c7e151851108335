import type { Policy } from '#rules/policy/policy.js';
import { cell, gaps, paragraph, table, type DocumentSection } from './document-part.js';
import { allOf, sentenceStart } from './policy-sections/policy-words.js';
import { whoWeAre } from './policy-sections/who-we-are.js';
import { paperOf, type PlainDocument } from './plain-document.js';
import { type ProcessingActivity, processingActivities } from './processing-record.js';

/** The record of processing for an authority or whoever asks (GDPR Art. 30(1)); it says itself what is missing (E37). */
export function processingRecordDocument(
  policy: Policy,
  { asOf, foot }: { readonly asOf: string; readonly foot: string },
): PlainDocument {
  const activities = processingActivities(policy);
  return {
    kind: 'Record of processing activities',
    organization: policy.organization,
    standing: [
      'What the law calls the record of processing activities (GDPR, Article 30), made from the Data Usage Policy.',
      asOf,
    ],
    sections: [
      whoWeAre(policy),
      ...activities.map(sectionOf),
      ...(activities.length === 0
        ? [
            {
              heading: 'Activities',
              parts: gaps(['The policy names no purpose and no data, so there is nothing to record.']),
            },
          ]
        : []),
    ],
    signatures: null,
    foot,
    isOnePage: false,
    paper: paperOf(policy.country),
  };
}

function sectionOf(activity: ProcessingActivity): DocumentSection {
  const rows: readonly (readonly [string, string])[] = [
    ['What allows it in law', sentenceStart(activity.basis)],
    ['Whose data', sentenceStart(activity.subjects)],
    ['Which data', allOf(activity.categories)],
    ['Sensitive data', activity.sensitive.length === 0 ? 'none' : allOf(activity.sensitive)],
    ['Where it is kept', allOf(activity.systems)],
    ['Who may see it', activity.access],
    ['Who else gets to see it', allOf(activity.recipients)],
    ['Transfers to other countries', activity.transfers],
    ['Deleted', activity.limits],
    ['How it is kept safe', sentenceStart(activity.security)],
  ];
  return {
    heading:
      activity.activity === ''
        ? 'Data kept for no purpose that the policy says'
        : sentenceStart(activity.purpose),
    parts: [
      ...table(
        ['', ''],
        rows.map(([what, words]) => [cell(what), cell(words === '' ? 'not said' : words)]),
      ),
      ...gaps([activity.missing.length === 0 ? null : `Missing here: ${activity.missing.join('; ')}.`]),
      ...paragraph([activity.activity === '' ? null : `In the policy: ${activity.activity}.`]),
    ],
  };
}
