import type { PolicyRetention, Term } from './policy.js';

/** The term of a retention entry in a system: `longer` replaces it there (E12). */
export function keepIn({ keep, longer }: PolicyRetention, system: string): Term {
  return longer.find((exception) => exception.system === system)?.keep ?? keep;
}
