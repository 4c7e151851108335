import type { Policy } from '#rules/policy/policy.js';
import type { ReportMail } from '../../email/report-mail.js';
import { shortened, USUAL } from '../../email/shortened.js';
import { dayInWords } from '../../model/words.js';
import { Page } from '../../terminal/page.js';
import { html } from '../html.js';
import type { VendorQuestion } from './vendor-questions.js';
import type { VendorQuestionnaire } from './vendor-questionnaire.js';

const WIDTH = 72;

/** The mail to a vendor, ready to send; the business adds to whom. */
export function questionnaireMail(policy: Policy, questionnaire: VendorQuestionnaire): ReportMail {
  const letter = letterOf(policy, questionnaire);
  return {
    subject: shortened(
      `Questions about our customers' data in ${shortened(questionnaire.vendor, 60)}, from ${shortened(policy.organization, 60)}`,
      200,
    ),
    html: asHtml(letter),
    text: asText(letter),
    images: [],
    attachments: [],
  };
}

interface Letter {
  readonly opening: readonly string[];
  readonly questions: readonly { readonly question: string; readonly noted: string | null }[];
  readonly requests: readonly string[];
  readonly closing: readonly string[];
  readonly signature: readonly string[];
}

function letterOf(
  policy: Policy,
  { vendor, usedFor, questions, askedOn, requests }: VendorQuestionnaire,
): Letter {
  const { controller, owner } = policy;
  const name = shortened(vendor, USUAL.name);
  const address = controller?.email ?? owner;
  return {
    opening: [
      'Hello,',
      `we use ${name}${usedFor === '' ? '' : ` (${shortened(usedFor, USUAL.what)})`}, and data of our customers is in it. Before a company holds our customers' data we ask it the following, and write the answers down in our data policy. Please answer each by reply; a link to your terms is fine where it says the same.`,
    ],
    questions: questions.map((question) => ({
      question: question.question,
      noted: notedOf(question, askedOn),
    })),
    requests,
    closing: ['Thank you. As long as a question is open we have to treat it as answered against us.'],
    signature: [
      shortened(controller?.name ?? policy.organization, USUAL.name),
      ...(address === null ? [] : [shortened(address, USUAL.name)]),
    ],
  };
}

/** What was answered before is asked again, so that it can be put right. */
function notedOf({ known }: VendorQuestion, askedOn: string | null): string | null {
  if (known === null) return null;
  const said = askedOn === null || known.startsWith('we ') ? '' : ` (${dayInWords(askedOn)})`;
  return `We have noted: ${known}${said}. Is that still so?`;
}

function asText({ opening, questions, requests, closing, signature }: Letter): string {
  const page = new Page({ colors: false, width: WIDTH });
  const paragraph = (text: string) => {
    page.gap();
    page.text(text);
  };
  opening.forEach(paragraph);
  for (const [at, { question, noted }] of questions.entries()) {
    page.gap();
    page.text(question, { left: [{ text: `${at + 1}. ` }] });
    if (noted !== null) page.text(noted, { indent: 3 });
  }
  if (requests.length > 0) paragraph('And please:');
  for (const request of requests) page.text(request, { left: [{ text: '-  ' }] });
  closing.forEach(paragraph);
  page.gap();
  for (const line of signature) page.text(line);
  return `${page.toString()}\n`;
}

function asHtml({ opening, questions, requests, closing, signature }: Letter): string {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${html(text)}</p>`).join('\n');
  const items = questions.map(
    ({ question, noted }) =>
      `<li style="margin-bottom:10px">${html(question)}${noted === null ? '' : `<br><i>${html(noted)}</i>`}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Questions</title></head>
<body style="font-family:Arial,sans-serif;font-size:15px;line-height:1.5;max-width:640px">
${paragraphs(opening)}
<ol>
${items.join('\n')}
</ol>
${requests.length === 0 ? '' : `<p>And please:</p>\n<ul>\n${requests.map((request) => `<li>${html(request)}</li>`).join('\n')}\n</ul>`}
${paragraphs(closing)}
<p>${signature.map(html).join('<br>')}</p>
</body>
</html>
`;
}
