/** Where each API is answered, by version: v3, 2026-03, and 2026-09 where it is generally available. */
export const PATHS = {
  objects: ['/crm/v3/objects/{type}', '/crm/objects/{version:2026-03|2026-09}/{type}'],
  properties: ['/crm/v3/properties/{type}', '/crm/properties/{version:2026-03|2026-09}/{type}'],
  owners: ['/crm/v3/owners', '/crm/owners/{version:2026-03|2026-09}'],
  // The generally available 2026-09 has no users.
  users: ['/settings/v3/users', '/settings/users/v3', '/settings/users/{version:2026-03}'],
  account: ['/account-info/v3', '/account-info/{version:2026-03|2026-09}'],
} as const;

/** One route per version of a path. */
export function atEach<T>(paths: readonly string[], end: string, make: (path: string) => T): readonly T[] {
  return paths.map((path) => make(`${path}${end}`));
}
