import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import { type Right, rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';

/** What Plumbline reads of a tool, which rights it asks for and why, and what the vendor sets as conditions. */
export function rightsGuide(connector: AnyVendorConnector): string {
  const { title, capabilities, conditions, cannotRead, revokeByHand } = connector;
  const reads = Object.values(capabilities).map((sheet) => `  - ${sheet.reads}`);
  const rights = rightsOf(connector).flatMap((right) => [
    `  ${right.scope}${markOf(right)}`,
    ...right.reasons.map((reason) => `      why: ${reason}`),
    ...(right.isOptional ? right.costs.map((cost) => `      without it: ${cost}`) : []),
  ]);
  return [
    `What Plumbline reads in ${title}. It changes nothing there.`,
    '',
    ...reads,
    ...(rights.length === 0 ? [] : ['', 'The rights it asks for, one by one', '', ...rights]),
    ...(cannotRead.length === 0
      ? []
      : [
          '',
          'What it can not see, and what you can do',
          '',
          ...cannotRead.flatMap(({ reason, step }) => [`  - ${reason}`, `    ${step}`]),
        ]),
    ...(conditions.length === 0
      ? []
      : [
          '',
          `What ${title} asks for`,
          '',
          ...conditions.flatMap(({ text, source, seen }) => [
            `  - ${text}`,
            `    (${source}, as of ${seen})`,
          ]),
        ]),
    '',
    `To take the login back in ${title} itself, at any time: ${revokeByHand}`,
  ].join('\n');
}

function markOf({ scope, isOptional, isOnlyIfChosen }: Right): string {
  if (isOnlyIfChosen) return `   (only if you switch it on: --with ${scope})`;
  return isOptional ? '   (optional)' : '';
}

/** The steps of one way, numbered, with what to paste where. */
export function wayGuide(way: WayToConnect, redirectUri: string): string {
  const steps = way.guide.flatMap(({ text, copy }, at) => {
    const number = `${at + 1}.`.padStart(4);
    return [
      `${number} ${text}`,
      ...(copy === undefined
        ? []
        : copy(redirectUri)
            .split('\n')
            .map((line) => `        ${line}`)),
    ];
  });
  return [way.title, '', ...steps].join('\n');
}
