import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename } from 'node:fs/promises';
import path from 'node:path';
import { bakeryIn, scanInProcess } from '../support/bakery-scan.js';

/** Puts the scanned example bakery into a folder. It is scanned for the first who asks, and copied for the others. */
export async function scannedBakeryIn(folder: string): Promise<void> {
  const shared = process.env['BROWSER_SUITES_FOLDER'];
  if (shared === undefined) {
    // Nobody shares it, such as where a bench opens one dashboard.
    await bakeryIn(folder);
    await scanInProcess(folder);
    return;
  }
  const scanned = path.join(shared, 'scanned');
  if (!existsSync(scanned)) {
    const own = await mkdtemp(path.join(shared, 'scanning-'));
    await bakeryIn(own);
    await scanInProcess(own);
    // Somebody may have been quicker.
    await rename(own, scanned).catch(() => undefined);
  }
  await cp(scanned, folder, { recursive: true });
}
