/** HubSpot's ids of the types of records that are read. */
const TYPES: Readonly<Record<string, string>> = { contact: '0-1', company: '0-2', deal: '0-3' };

const DIGITS = /^\d{1,20}$/u;

/**
 * A record in HubSpot's own screens, as its address stands in a browser; HubSpot leads on to the data centre of the account.
 * The ids of the types: https://developers.hubspot.com/docs/api/crm/understanding-the-crm
 */
export function recordPage({
  account,
  object,
  id,
}: {
  readonly account: string;
  readonly object: string;
  readonly id: string;
}): string | null {
  const type = Object.hasOwn(TYPES, object) ? TYPES[object] : undefined;
  if (type === undefined || !DIGITS.test(account) || !DIGITS.test(id)) return null;
  return `https://app.hubspot.com/contacts/${account}/record/${type}/${id}`;
}
