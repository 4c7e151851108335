const secret = globalThis.location.hash.slice(1);
// What stands behind the # must not stay in the history of the browser.
if (secret !== '') history.replaceState(null, '', globalThis.location.pathname);
// Another link to a page that is open already is no new page to the browser.
globalThis.addEventListener('hashchange', () => globalThis.location.reload());

/** What the link that opened this page carried; empty if it carried nothing. */
export const linkSecret = secret;
