import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Nothing but words: no script, no style, nothing from elsewhere. */
export const PROBLEM_PAGE_POLICY =
  "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Whether a person's browser shows the answer as a page, such as that to a link to a document. */
export function isShownAsPage({ method, headers }: FastifyRequest): boolean {
  const goesTo = headers['sec-fetch-dest'];
  return method === 'GET' && (goesTo === 'document' || goesTo === 'iframe');
}

/** A problem for a person who followed a link. */
export function problemPage({ title, step, status }: Pick<Problem, 'title' | 'step' | 'status'>): string {
  const back = status === 401 ? '<a href="/sign-in">Sign in</a>' : '<a href="/">Back to Plumbline</a>';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      <p>${escaped(step ?? '')}</p>
      <p>${back}</p>
    </main>
  </body>
</html>
`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
