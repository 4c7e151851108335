import { markdown } from '../markdown.js';
import type { ConnectorOnPage, RightOnPage } from './connector-on-page.js';
import { codes, sentences, tableOf } from './markdown-parts.js';

/** Each right with its reason, and what is lost without it. */
export function rightsAsked({ title, rights, oauth: { baseScopes } }: ConnectorOnPage): readonly string[] {
  if (rights.length === 0) {
    return [
      `${markdown(title)} has no rights to choose from: a login opens everything that its person may see, and change. What keeps Plumbline from changing anything is its own guard, which lets nothing but reading through.`,
    ];
  }
  const rows = rights.map((right) => [nameOf(right), sentences(right.reasons), withoutIt(right)]);
  return [
    tableOf(['right', 'why', 'without it'], rows),
    ...(baseScopes.length === 0
      ? []
      : [`With every sign-in comes ${codes(baseScopes)}: it tells which account was connected.`]),
  ];
}

function nameOf({ scope, isOnlyIfChosen }: RightOnPage): string {
  return isOnlyIfChosen ? `\`${scope}\`<br>*only if you switch it on: \`--with ${scope}\`*` : `\`${scope}\``;
}

function withoutIt({ costs, isOptional }: RightOnPage): string {
  return isOptional ? sentences(costs) : `*Necessary.* ${sentences(costs)}`;
}
