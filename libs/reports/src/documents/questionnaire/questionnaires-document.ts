import type { Policy } from '#rules/policy/policy.js';
import { counted, dayInWords } from '../../model/words.js';
import { cell, gaps, list, paragraph, table, text, type DocumentSection } from '../document-part.js';
import { paperOf, type PlainDocument } from '../plain-document.js';
import { sentenceStart } from '../policy-sections/policy-words.js';
import type { VendorQuestionnaire } from './vendor-questionnaire.js';

/** All vendors at once, for the business itself: what is known of each, and what is still to be asked. */
export function questionnairesDocument(
  policy: Policy,
  questionnaires: readonly VendorQuestionnaire[],
  { asOf, foot }: { readonly asOf: string; readonly foot: string },
): PlainDocument {
  const complete = questionnaires.filter(({ missing }) => missing.length === 0).length;
  return {
    kind: 'Questions to our vendors',
    organization: policy.organization,
    standing: [
      `Answered everything: ${complete} of ${counted(questionnaires.length, 'vendor')}. A mail to each is ready to send.`,
      asOf,
    ],
    sections:
      questionnaires.length === 0
        ? [
            {
              heading: 'Vendors',
              parts: gaps(['The policy names no vendor, tool or app, so there is nobody to ask.']),
            },
          ]
        : questionnaires.map(sectionOf),
    signatures: null,
    foot,
    isOnePage: false,
    paper: paperOf(policy.country),
  };
}

function sectionOf({
  vendor,
  usedFor,
  questions,
  askedOn,
  againBy,
  requests,
  missing,
}: VendorQuestionnaire): DocumentSection {
  return {
    heading: vendor,
    parts: [
      ...paragraph([
        usedFor === '' ? null : `Used for: ${usedFor}.`,
        askedOn === null ? 'Nobody has checked it yet.' : `Last checked on ${dayInWords(askedOn)}.`,
        againBy === null ? null : `To be checked again by ${dayInWords(againBy)}.`,
      ]),
      ...table(
        ['About', 'Question', 'What we know'],
        questions.map(({ topic, question, known, isTroubling }) => [
          cell(topic),
          cell(question),
          cell(sentenceStart(known ?? 'not answered'), isTroubling ? 'not as it should be' : ''),
        ]),
      ),
      ...(requests.length === 0 ? [] : [text('Also to ask:'), ...list(requests)]),
      ...gaps([missing.length === 0 ? null : `Missing: ${missing.join('; ')}.`]),
    ],
  };
}
