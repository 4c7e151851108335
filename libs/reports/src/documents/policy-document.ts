import type { Policy } from '#rules/policy/policy.js';
import { dayInWords } from '../model/words.js';
import type { DocumentSection } from './document-part.js';
import { html, sectionAsHtml } from './html.js';
import { markdown, sectionAsMarkdown } from './markdown.js';
import { pageStyle } from './page-style.js';
import { howLong } from './policy-sections/how-long.js';
import { howWeKeepItTrue } from './policy-sections/how-we-keep-it-true.js';
import { whatPeopleCanAsk } from './policy-sections/what-people-can-ask.js';
import { whatWeKeep } from './policy-sections/what-we-keep.js';
import { whoMaySeeIt } from './policy-sections/who-may-see-it.js';
import { whoWeAre } from './policy-sections/who-we-are.js';
import { whomWeTrust } from './policy-sections/whom-we-trust.js';

/** The page that a business signs, before it has a format. */
export interface PolicyDocument {
  readonly organization: string;
  /** "Last reviewed on 30 September 2026", or that it was not. */
  readonly standing: string;
  readonly sections: readonly DocumentSection[];
  readonly pledge: string;
  /** One line for each: an address, or "" for a name to be written by hand. */
  readonly signatories: readonly string[];
}

const TITLE = 'Data Usage Policy';

/** The policy in sentences. It says what the policy says, and plainly what it leaves open (E37). */
export function policyDocument(policy: Policy): PolicyDocument {
  const people = policy.people.map(({ email }) => email);
  const signatories = [...new Set([...(policy.owner === null ? [] : [policy.owner]), ...people])];
  return {
    organization: policy.organization,
    standing:
      policy.reviewed === null ? 'Not reviewed yet' : `Last reviewed on ${dayInWords(policy.reviewed)}`,
    sections: [
      whoWeAre(policy),
      whatWeKeep(policy),
      whoMaySeeIt(policy),
      howLong(policy),
      whomWeTrust(policy),
      whatPeopleCanAsk(policy),
      howWeKeepItTrue(policy),
    ],
    pledge: 'I have read this page and work by it.',
    signatories: signatories.length === 0 ? ['', ''] : signatories,
  };
}

/** As Markdown (GitHub's, for its tables). */
export function policyAsMarkdown({
  organization,
  standing,
  sections,
  pledge,
  signatories,
}: PolicyDocument): string {
  const signatures = [
    `| ${pledge} | Signature | Date |`,
    '| --- | --- | --- |',
    ...signatories.map((name) => `| ${markdown(name) || '&nbsp;'} | | |`),
  ];
  return [
    `# ${TITLE}`,
    `**${markdown(organization)}**\\\n${standing}`,
    ...sections.map(sectionAsMarkdown),
    '## Signatures',
    signatures.join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** As one page of HTML for a browser and a printer, A4 or Letter; loads nothing and runs nothing. */
export function policyAsHtml({
  organization,
  standing,
  sections,
  pledge,
  signatories,
}: PolicyDocument): string {
  const signatures = signatories.map(
    (name) =>
      `<div class="signature"><div class="line"></div><p>${html(name) || 'Name'}<span>Date</span></p></div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE} · ${html(organization)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<header>
<p class="kind">${TITLE}</p>
<h1>${html(organization)}</h1>
<p class="standing">${html(standing)}</p>
</header>
${sections.map(sectionAsHtml).join('\n')}
<section class="signatures">
<h2>Signatures</h2>
<p>${html(pledge)}</p>
<div class="grid">
${signatures.join('\n')}
</div>
</section>
</main>
</body>
</html>
`;
}
