import type { ConsentRequest } from './simulated-oauth.js';
import { type SimulatedAnswer, htmlAnswer } from './simulated-answer.js';

/** The page on which a person allows or denies: plain HTML, one form, sent to the address it came from. */
export function consentPage(
  vendorTitle: string,
  action: string,
  consentId: string,
  { client, required, optional }: ConsentRequest,
): SimulatedAnswer {
  const rows = [
    ...required.map((scope) => `<li>${escaped(scope)}</li>`),
    ...optional.map(
      (scope) =>
        `<li><label><input type="checkbox" name="scope" value="${escaped(scope)}" checked> ${escaped(scope)}</label></li>`,
    ),
  ];
  return htmlAnswer(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(vendorTitle)} (simulated)</title>
<h1>${escaped(client.name)} wants to read your ${escaped(vendorTitle)} account</h1>
<p>This is a simulation on your own computer. No real account is touched.</p>
<form method="post" action="${escaped(action)}">
<input type="hidden" name="consent" value="${escaped(consentId)}">
<ul>
${rows.join('\n')}
</ul>
<button name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Deny</button>
</form>
</html>
`);
}

/** What a vendor shows instead of a consent page when the app itself is wrong: nobody is sent back. */
export function refusedPage(vendorTitle: string, reason: string): SimulatedAnswer {
  return htmlAnswer(
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(vendorTitle)} (simulated)</title>
<h1>This app cannot be connected</h1>
<p>${escaped(reason)}</p>
</html>
`,
    400,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
