const PREFIX = 'https://www.googleapis.com/auth/';

/** Rights by their short names, spelled out as Google takes them: `drive.readonly` is `https://www.googleapis.com/auth/drive.readonly`. */
export function googleScope(name: string): string {
  return signInScopes.has(name) ? name : PREFIX + name;
}

/** Any one of these is enough, as Google's own list per method says. */
export function anyOf(...names: readonly string[]): readonly (readonly string[])[] {
  return names.map((name) => [googleScope(name)]);
}

const signInScopes: ReadonlySet<string> = new Set(['openid', 'email', 'profile']);

/** They only tell who somebody is, and cannot be unticked. */
export function isSignIn(scope: string): boolean {
  return signInScopes.has(scope) || scope.startsWith(`${PREFIX}userinfo.`);
}

/** Whether Google knows a right of this name: only the form is looked at. */
export function isKnownScope(scope: string): boolean {
  return signInScopes.has(scope) || scope.startsWith(PREFIX) || scope === 'https://mail.google.com/';
}
