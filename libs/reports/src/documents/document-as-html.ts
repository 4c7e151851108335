import { html, sectionAsHtml } from './html.js';
import { pageStyle } from './page-style.js';
import { blocksOf, type PlainDocument, type SectionBlock, type Signatures } from './plain-document.js';

/** As HTML for a browser and a printer; loads nothing and runs nothing. */
export function documentAsHtml(document: PlainDocument): string {
  const { kind, organization, standing, sections, signatures, foot, isOnePage } = document;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(kind)} · ${html(organization)}</title>
<style>${pageStyle}</style>
</head>
<body${isOnePage ? ' class="one-page"' : ''}>
<main>
<header>
<p class="kind">${html(kind)}</p>
<h1>${html(organization)}</h1>
${standing.map((line) => `<p class="standing">${html(line)}</p>`).join('\n')}
</header>
${blocksOf(sections).map(blockAsHtml).join('\n')}
${signatures === null ? '' : signaturesAsHtml(signatures)}
<footer>${html(foot)}</footer>
</main>
</body>
</html>
`;
}

function blockAsHtml(block: SectionBlock): string {
  if (block.kind === 'full') return sectionAsHtml(block.section);
  const columns = [block.left, block.right].map(
    (sections) => `<div>\n${sections.map(sectionAsHtml).join('\n')}\n</div>`,
  );
  return `<div class="columns">\n${columns.join('\n')}\n</div>`;
}

function signaturesAsHtml({ pledge, signatories }: Signatures): string {
  const lines = signatories.map(
    (name) =>
      `<div class="signature"><div class="line"></div><p>${html(name) || 'Name'}<span>Date</span></p></div>`,
  );
  return `<section class="signatures">
<h2>Signatures</h2>
<p>${html(pledge)}</p>
<div class="grid">
${lines.join('\n')}
</div>
</section>`;
}
