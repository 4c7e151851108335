import type { Policy, PolicyApp } from '#rules/policy/policy.js';
import { cell, gaps, paragraph, table, type Cell, type DocumentSection } from '../document-part.js';
import { allOf } from './policy-words.js';

/** The apps that may reach the tools, and how far. */
export function whichAppsReachIt({ apps, missingSections }: Policy): DocumentSection {
  const isSaid = !missingSections.includes('apps');
  return {
    heading: 'Which apps may reach it',
    column: 'right',
    parts: [
      ...table(['App', 'Reaches', 'Rights'], apps.map(rowOf)),
      ...paragraph([isSaid ? `No ${apps.length === 0 ? '' : 'other '}app may reach our tools.` : null]),
      ...gaps([isSaid ? null : 'This policy does not say which apps may reach our tools.']),
    ],
  };
}

function rowOf({ name, vendor, systems, scopes }: PolicyApp): Cell[] {
  const rights = scopes === null ? 'not said' : scopes.length === 0 ? 'signing in only' : allOf(scopes);
  return [
    cell(name, vendor === null || vendor === name ? '' : `by ${vendor}`),
    cell(allOf(systems) || 'not said'),
    cell(rights),
  ];
}
