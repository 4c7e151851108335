import { dayInWords } from '../../model/words.js';
import { ANSWERS } from '../answer-words.js';
import { list, paragraph, type DocumentSection } from '../document-part.js';
import { paperOf, type PlainDocument } from '../plain-document.js';
import { accessStillLimited } from './access-still-limited.js';
import { changesOfQuarter } from './changes-of-quarter.js';
import { dutiesOfQuarter } from './duties-of-quarter.js';
import { exceptionsOfQuarter } from './exceptions-in-force.js';
import { isPolicyUpToDate } from './is-policy-up-to-date.js';
import { onlyWhatIsNeeded } from './only-what-is-needed.js';
import type { QuarterFacts } from './quarter-facts.js';
import { whatWasRead } from './what-was-read.js';
import { whichNewcomers } from './which-newcomers.js';

/** The quarterly audit pack: four questions, each answered from the evidence; what was not read comes first. */
export function auditDocument(
  facts: QuarterFacts,
  { asOf, foot }: { readonly asOf: string; readonly foot: string },
): PlainDocument {
  const { policy, from, day, scan } = facts;
  const questions = [
    isPolicyUpToDate(facts),
    whichNewcomers(facts),
    onlyWhatIsNeeded(facts),
    accessStillLimited(facts),
  ];
  return {
    kind: 'Audit pack',
    organization: policy.organization,
    standing: [`${dayInWords(from)} to ${dayInWords(day)}`, asOf],
    sections: [
      whatWasRead(facts),
      inShort(questions),
      ...questions,
      exceptionsOfQuarter(facts),
      changesOfQuarter(facts),
      dutiesOfQuarter(facts),
      {
        heading: 'How this pack was made',
        parts: paragraph([
          'Plumbline compared what it read with the Data Usage Policy. Counts and names of fields, staff and software are here; data of customers is not.',
          'The same scans, policy, decisions and time make the same pack, to the byte.',
          scan === null
            ? null
            : `Scan ${scan.id}, judged under policy ${scan.policyVersion.slice(0, 12)} by rules ${scan.rulesVersion}.`,
        ]),
      },
    ],
    signatures: {
      pledge: 'We have gone through this pack.',
      signatories: policy.owner === null ? ['', ''] : [policy.owner, ''],
    },
    foot,
    isOnePage: false,
    paper: paperOf(policy.country),
  };
}

/** The answers alone; why is said below each question. */
function inShort(questions: readonly DocumentSection[]): DocumentSection {
  const lines = questions.flatMap(({ heading, parts }) =>
    parts.flatMap((part) => (part.kind === 'answer' ? [`${heading} ${ANSWERS[part.answer]}`] : [])),
  );
  return { heading: 'In short', parts: list(lines) };
}
