import { simulationNotice } from '#reports/model/simulated.js';
import type { Inventory } from '#rules/engine/inventory.js';

/** Beside an output that has no place for it: what was read of simulated vendors is a trial. Nothing where all was real. */
export function saySimulated(inventory: Inventory): void {
  const notice = simulationNotice(inventory);
  if (notice !== null) process.stderr.write(`${notice}\n`);
}
