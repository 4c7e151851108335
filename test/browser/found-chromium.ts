import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The Chromium that PLUMBLINE_BROWSER names, else one that is installed on this computer; null where there is none. */
export function foundChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return process.env['PLUMBLINE_BROWSER'] ?? places.find((place) => existsSync(place)) ?? null;
}
