import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the vendors' own descriptions lie: see README, "For those who build it". Without it these checks are left out. */
export const SPEC_FOLDER =
  process.env['PLUMBLINE_VENDOR_APIS'] ?? path.resolve(import.meta.dirname, '../../../../shared/vendor-apis');

export const hasSpecs = existsSync(SPEC_FOLDER);
