/** What a browser may do with these pages: post back to us, and nothing else. */
export const UNSUBSCRIBE_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Asks once more: what only looks at links, as mail programs do to check them, must not end anything. */
export const unsubscribeQuestion = page(
  'Stop these reports?',
  '<p>You then get no reports of this business from Plumbline any more. Whoever administers Plumbline there can switch them on again.</p><form method="post"><button>Stop them</button></form>',
);

/** The same whether there was something to stop or not: it tells nobody who gets what. */
export const unsubscribedAnswer = page(
  'You get no more of these reports',
  '<p>That is all. If you change your mind, ask whoever administers Plumbline in your business.</p>',
);

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#2b2822;background:#f4f1ea}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:4px;background:#7a3e12;color:#fff}@media(prefers-color-scheme:dark){body{color:#f1ece0;background:#191713}}</style></head>
<body><h1>${title}</h1>${body}</body>
</html>
`;
}
