import type { Inventory } from '#rules/engine/inventory.js';
import { systemTitle } from './tool-words.js';
import { listed } from './words.js';

/** Said on every report of a scan that read a simulated vendor; null where all tools were the real ones. */
export function simulationNotice({ systems }: Inventory): string | null {
  const simulated = systems.filter((system) => system.simulated === true);
  if (simulated.length === 0) return null;
  const names = listed(simulated.map(({ system, connector }) => systemTitle(system, connector)));
  return `A trial, not your tools: ${names} ${simulated.length === 1 ? 'was' : 'were'} read from a simulated vendor on this computer.`;
}
