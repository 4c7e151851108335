import type { Gap } from './gap.js';
import { allColumnsStep, supplyStep } from './supply-step.js';
import { resourcesIn, systemsIn, together, type Unread } from './unread.js';
import { dayInWords, listed } from './words.js';

/** What was read in part for one reason: what that means, and how the rest is supplied. */
export function readInPart(group: readonly Unread[]): Gap {
  const reason = group[0]?.receipt.reason ?? 'no reason was given';
  const gap = KNOWN[reason]?.(group) ?? {
    what: `Read in part: ${placesOf(group)}, because ${reason}. What was seen was judged; what was not seen does not count as fixed.`,
    steps: [...new Set(group.flatMap(({ receipt }) => receipt.step ?? []))].toSorted(),
  };
  return { kind: 'partial', ...gap };
}

/** Reasons that connectors give in these very words. */
const KNOWN: Readonly<Record<string, (group: readonly Unread[]) => Omit<Gap, 'kind'>>> = {
  'chosen columns': (group) => ({
    what: `The lists from ${systemsIn(group)} show only the columns that somebody chose. Other columns may hold personal data too. To see them all:`,
    steps: stepsBySystem(group, ({ connector }) => allColumnsStep(connector)),
  }),
  stale: (group) => ({
    what: `Too old: ${placesOf(group)}${endOf(group)}. What happened since is not known, so ages and terms are judged as of then. For the latest:`,
    steps: stepsBySystem(group, ({ connector, receipt }) => supplyStep(connector, receipt.capability)),
  }),
  'a file beside it could not be read': (group) => ({
    what: `The file that could not be read may belong to ${systemsIn(group)}, so nothing that is missing there counts as fixed.`,
    steps: [],
  }),
};

function stepsBySystem(group: readonly Unread[], stepOf: (one: Unread) => string | null): readonly string[] {
  return together(group, (one) => [one.system, stepOf(one)]).flatMap(([one]) => {
    const step = one && stepOf(one);
    return one && step ? [`${one.system}: ${step}`] : [];
  });
}

function placesOf(group: readonly Unread[]): string {
  return listed(
    together(group, ({ system }) => [system]).map(
      (ofSystem) => `${resourcesIn(ofSystem)} in ${systemsIn(ofSystem)}`,
    ),
  );
}

function endOf(group: readonly Unread[]): string {
  const [end] = group.flatMap(({ receipt }) => (receipt.window ? [receipt.window.to] : [])).toSorted();
  return end === undefined ? '' : `, known up to ${dayInWords(end)}`;
}
