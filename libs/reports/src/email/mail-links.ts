/** Where the dashboard is, for a reader who can reach it; a mail is complete without. */
export interface MailLinks {
  readonly overview: string;
  /** Before the id of a finding. */
  readonly findings: string;
}

/**
 * The pages of an organization. Null without a public address: a link to the computer that Plumbline runs on helps
 * nobody who reads the mail elsewhere.
 */
export function mailLinksOf(publicUrl: string | null, organizationId: string): MailLinks | null {
  if (publicUrl === null) return null;
  const home = new URL(`o/${encodeURIComponent(organizationId)}/`, withSlash(publicUrl));
  return { overview: home.href, findings: new URL('findings/', home).href };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
