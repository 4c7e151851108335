import type { ConnectionMeans } from '../connections/means.js';

/** Said on every screen where a vendor is only played; empty otherwise. */
export function simulationNotice({ simulation, connectors }: ConnectionMeans): string {
  const played = simulation.connectors.map((id) => connectors.find((one) => one.id === id)?.title ?? id);
  if (played.length === 0) return '';
  return `SIMULATED: ${played.join(', ')}. A setting of this process (PLUMBLINE_SIMULATE_...) has a simulated vendor on this computer answer instead of the real one.`;
}
