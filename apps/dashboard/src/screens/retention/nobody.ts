import type { SystemRead } from '../../api/shapes.js';
import { inFigures } from '../../words/dates.js';
import { retentionWords as words } from '../../words/retention.js';

type Read = SystemRead['read'];

/** How much of several systems together was read: what one of them kept back may be what is looked for. */
export function readTogether(systems: readonly SystemRead[]): Read {
  return systems.every(({ read }) => read === 'read') ? 'read' : 'partial';
}

/** How many people; nobody only where everything was read (law 2). */
export function peopleIn(count: number, ...read: readonly (Read | undefined)[]): string {
  if (count > 0) return inFigures(count);
  if (read.some((one) => one === undefined || one === 'not read')) return words.notKnownHere;
  return read.every((one) => one === 'read') ? words.none : words.nobodyInRead;
}
