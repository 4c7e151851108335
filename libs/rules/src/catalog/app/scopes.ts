/**
 * Scopes as tools name them: `drive.readonly`, a whole scope address, or (in lists that people download) the service
 * alone: "Drive". A service is told by its capital letter; how far it reaches into that service is not known.
 */

const SIGN_IN = /^(openid|email|profile|userinfo\..+|google sign-?in|sign-?in)$/u;

/** What an app needs for itself: a place of its own, a panel in the window, files that the user hands to it. */
const ITS_OWN =
  /^(drive\.(appdata|appfolder|file|install)|script\.(container\.ui|locale|scriptapp|external_request)|gmail\.addons\.execute)$/u;

const BROAD: readonly { readonly scopes: RegExp; readonly reach: string }[] = [
  { scopes: /^drive(\.readonly)?$/u, reach: 'every file in Drive' },
  { scopes: /^(mail\.google\.com|gmail\.(readonly|modify))$/u, reach: 'all mail' },
  { scopes: /^(contacts(\.readonly)?|contacts\.other\.readonly|feeds)$/u, reach: 'all contacts' },
  { scopes: /^admin\./u, reach: 'the administration of the whole account' },
];

/** What services are called in lists, and how the scopes of each begin. */
const SERVICES: readonly (readonly [service: RegExp, family: string])[] = [
  [/drive/iu, 'drive'],
  [/gmail|mail/iu, 'gmail'],
  [/contacts|people/iu, 'contacts'],
  [/calendar/iu, 'calendar'],
  [/admin/iu, 'admin'],
];

/** The short form: the last part of a scope address, lower case; services stay as they are. */
export function shortScope(scope: string): string {
  const trimmed = scope.trim();
  if (isService(trimmed)) return trimmed;
  return trimmed.replace(/\/+$/u, '').split('/').at(-1)?.toLowerCase() ?? '';
}

/** Whether the app only learns who signs in: inventory, never drift (E16). Without a list of scopes nobody can tell. */
export function isSignInOnly(scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => SIGN_IN.test(shortScope(scope).toLowerCase()));
}

/** Whether the app can reach what the business keeps; an app whose scopes the list does not give may. */
export function mayReachCustomerData(scopes: readonly string[]): boolean {
  return (
    scopes.length === 0 ||
    scopes.map(shortScope).some((scope) => !SIGN_IN.test(scope.toLowerCase()) && !ITS_OWN.test(scope))
  );
}

/** What broad scopes open, in words: "all mail". Empty if there is none. */
export function broadReach(scopes: readonly string[]): readonly string[] {
  const short = scopes.map(shortScope);
  return BROAD.filter(({ scopes: broad }) => short.some((scope) => broad.test(scope))).map(
    ({ reach }) => reach,
  );
}

/** The scopes that no declared one covers: `drive` covers `drive.readonly`; signing in needs no declaration. */
export function beyond(declared: readonly string[], found: readonly string[]): readonly string[] {
  const allowed = declared.map(shortScope).map((scope) => (isService(scope) ? familyOf(scope) : scope));
  return found.filter((scope) => {
    const short = shortScope(scope);
    if (SIGN_IN.test(short.toLowerCase())) return false;
    return !allowed.some((one) =>
      isService(short) ? sameFamily(one, familyOf(short)) : coversScope(one, short),
    );
  });
}

function coversScope(declared: string, found: string): boolean {
  return (
    declared === found ||
    found.startsWith(`${declared}.`) ||
    (declared === 'mail.google.com' && found.startsWith('gmail.'))
  );
}

function sameFamily(declared: string, family: string): boolean {
  return (
    declared === family ||
    declared.startsWith(`${family}.`) ||
    (family === 'gmail' && declared === 'mail.google.com')
  );
}

/** Whether it names a service only, as lists that people download do. */
export function isService(scope: string): boolean {
  return /^\p{Lu}/u.test(scope) && !scope.includes('/');
}

function familyOf(service: string): string {
  return SERVICES.find(([name]) => name.test(service))?.[1] ?? service.toLowerCase();
}
