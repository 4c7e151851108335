import type { Gap } from './gap.js';
import { appsScreen, supplyStep } from './supply-step.js';
import { resourcesIn, systemsIn, together, type Unread } from './unread.js';
import { listed } from './words.js';

/** What nobody put into the folder: what can be downloaded, and what the tools have no list of. */
export function notSupplied(unread: readonly Unread[]): readonly Gap[] {
  const missing = unread.filter(isOffered);
  // Files of any origin have no apps that reach them, so nothing is missing there.
  const notOffered = unread.filter((one) => !isOffered(one) && appsScreen(one.connector) !== null);
  return [
    ...(missing.length === 0 ? [] : [canBeSupplied(missing)]),
    ...(notOffered.length === 0 ? [] : [cannotBeSupplied(notOffered)]),
  ];
}

function isOffered({ connector, receipt }: Unread): boolean {
  return supplyStep(connector, receipt.capability) !== null;
}

function canBeSupplied(unread: readonly Unread[]): Gap {
  const exports = together(unread, ({ system, connector, receipt }) => [
    system,
    supplyStep(connector, receipt.capability),
  ]);
  return {
    kind: 'not_supplied',
    what: 'Not supplied, so not looked at, which is neither good nor bad:',
    steps: exports.flatMap((group) => {
      const [one] = group;
      const step = one && supplyStep(one.connector, one.receipt.capability);
      if (!one || !step) return [];
      return [`${one.system}, ${resourcesIn(group)}: ${step}`];
    }),
  };
}

function cannotBeSupplied(unread: readonly Unread[]): Gap {
  const screens = unread.flatMap(({ connector }) => appsScreen(connector) ?? []);
  return {
    kind: 'unsupported',
    what: `Which apps may reach ${systemsIn(unread)} is not known: there is no such list to download.`,
    steps: [`Look through them yourself ${listed([...new Set(screens)])}.`],
  };
}
