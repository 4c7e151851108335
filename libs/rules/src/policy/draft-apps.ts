import { isSignInOnly } from '../catalog/app/scopes.js';
import { sortedOnce } from '../catalog/wording.js';
import type { InventoryApp } from '../engine/inventory.js';
import { vendorOfApp } from '../vendors/known-vendor.js';
import type { DraftedSystem } from './draft-systems.js';
import { flowList, inComment, policyText, scalar } from './draft-text.js';

/** An app with a grant that reaches something, in one system. */
export interface DraftedApp {
  readonly system: string;
  readonly app: InventoryApp;
}

/** Apps that a policy has to name (E16): not those that are blocked, or only sign people in. */
export function draftedApps(systems: readonly DraftedSystem[]): readonly DraftedApp[] {
  return systems.flatMap(({ system, apps }) => apps.filter(hasReach).map((app) => ({ system, app })));
}

/** `apps:`, with the rights they have today. */
export function appLines(apps: readonly DraftedApp[], systems: readonly DraftedSystem[]): readonly string[] {
  const others = systems.flatMap(({ apps: all }) => all.filter((app) => !hasReach(app)));
  const quiet = sortedOnce(others.map(({ name }) => inComment(name)));
  return [
    'apps:',
    ...apps.flatMap(linesOf),
    ...(quiet.length === 0
      ? []
      : [`  ## Blocked, or only for signing in, so they need no entry: ${quiet.join(', ')}`]),
  ];
}

function linesOf({ system, app }: DraftedApp): readonly string[] {
  const name = policyText(app.name) ?? policyText(app.clientId ?? '');
  // An id is compared as it is: one that a policy can not hold exactly is left out, and the name has to do.
  const id = app.clientId !== null && policyText(app.clientId) === app.clientId ? app.clientId : null;
  if (name === null) return [`  ## An app in ${system} whose name can not be written in a policy`];
  const maker = vendorOfApp(name)?.name ?? null;
  const users =
    app.users === null ? '' : `${app.users === 1 ? '1 person uses' : `${app.users} people use`} it: `;
  return [
    `  - name: ${scalar(name)} # ${users}keep? why?`,
    ...(id === null ? [] : [`    client_id: ${scalar(id)}`]),
    ...(maker === null ? [] : [`    vendor: ${scalar(maker)}`]),
    `    systems: [${system}]`,
    ...scopeLines(app.scopes),
  ];
}

function scopeLines(scopes: readonly string[]): readonly string[] {
  const texts = scopes.flatMap((scope) => policyText(scope) ?? []);
  if (texts.length === 0 || texts.length < scopes.length) {
    return ['    ## The list does not say what it may reach. scopes: [] would allow signing in only.'];
  }
  return [`    scopes: ${flowList(texts)} # does it need all of this?`];
}

function hasReach({ access, scopes }: InventoryApp): boolean {
  return access !== 'blocked' && !isSignInOnly(scopes);
}
