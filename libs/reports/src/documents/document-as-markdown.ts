import { markdown, sectionAsMarkdown } from './markdown.js';
import type { PlainDocument, Signatures } from './plain-document.js';

/** As Markdown (GitHub's, for its tables). */
export function documentAsMarkdown(document: PlainDocument): string {
  const { kind, organization, standing, sections, signatures } = document;
  const blocks = [
    `# ${markdown(kind)}`,
    [`**${markdown(organization)}**`, ...standing.map(markdown)].join('\\\n'),
    ...sections.map(sectionAsMarkdown),
    ...(signatures === null ? [] : ['## Signatures', signaturesAsMarkdown(signatures)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function signaturesAsMarkdown({ pledge, signatories }: Signatures): string {
  return [
    `| ${markdown(pledge)} | Signature | Date |`,
    '| --- | --- | --- |',
    ...signatories.map((name) => `| ${markdown(name) || '&nbsp;'} | | |`),
  ].join('\n');
}
