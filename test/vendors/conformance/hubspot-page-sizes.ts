/**
 * How many HubSpot gives in one answer, by the end of the path. The table of endpoints does not have it.
 * https://developers.hubspot.com/docs/api-reference (seen 2026-11-23).
 */
export const HUBSPOT_PAGE_SIZES: readonly (readonly [path: RegExp, most: number])[] = [
  [/^\/crm\/objects\/[\w-]+\/[\w-]+$/u, 100],
  [/^\/crm\/objects\/[\w-]+\/[\w-]+\/search$/u, 200],
  [/^\/crm\/objects\/[\w-]+\/[\w-]+\/batch\/read$/u, 100],
  [/^\/crm\/owners\/[\w-]+$/u, 500],
  [/^\/settings\/users\/[\w-]+$/u, 100],
  [/^\/account-info\/[\w-]+\/activity\/\w+$/u, 200],
];
