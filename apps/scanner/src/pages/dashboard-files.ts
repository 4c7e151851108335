import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installationRoot } from '../installation-root.js';

/** Where the dashboard was built to (config/dashboard/build.js); handed in by tests. */
export const DASHBOARD_FOLDER = Symbol('DASHBOARD_FOLDER');

export const builtDashboard = (): string => path.join(installationRoot(), 'dist/dashboard');

const KINDS: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
};

/** As a build names what it makes: a name, a hash, and one of the kinds above. */
const ASSET = /^[\w.-]{1,100}-[\w-]{8}(?<kind>\.[a-z]{2,4})$/u;

/** A part of the dashboard, packed as the browser takes it. */
export interface DashboardFile {
  readonly content: Buffer;
  readonly kind: string;
  readonly encoding: 'br' | 'gzip' | null;
}

/** The page that every address of the dashboard is answered with; null if it was never built. */
export async function dashboardPage(folder: string): Promise<Buffer | null> {
  return contentOf(path.join(folder, 'index.html'));
}

/** A script, style, picture or font; null if the build made none of that name. `accepted`: Accept-Encoding. */
export async function dashboardAsset(
  folder: string,
  name: string,
  accepted: string,
): Promise<DashboardFile | null> {
  const kind = KINDS[ASSET.exec(name)?.groups?.['kind'] ?? ''];
  if (kind === undefined) return null;
  const file = path.join(folder, 'assets', name);
  const ways = [
    { encoding: 'br', end: '.br' },
    { encoding: 'gzip', end: '.gz' },
  ] as const;
  for (const { encoding, end } of ways) {
    if (!accepted.includes(encoding)) continue;
    const packed = await contentOf(`${file}${end}`);
    if (packed !== null) return { content: packed, kind, encoding };
  }
  const content = await contentOf(file);
  return content === null ? null : { content, kind, encoding: null };
}

async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
