import { execFile } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const CHOKE_POINTS = new URL('../../dist/libs/connectors/src/kit/guard/choke-points.js', import.meta.url);

/** Tried in a process of its own, with the fetch that Node itself brings: in Jest's sandbox it is another one. */
async function triedAt(origin: string): Promise<unknown> {
  const script = `
    import http from 'node:http';
    import { installChokePoints } from ${JSON.stringify(CHOKE_POINTS.href)};
    const before = await fetch(${JSON.stringify(`${origin}/before`)}).then((answer) => answer.status);
    installChokePoints();
    const refusal = (error) => (error.cause ?? error).message;
    const byFetch = await fetch(${JSON.stringify(`${origin}/fetch`)}).then(() => 'sent', refusal);
    const byHttp = await new Promise((resolve) => {
      http.get(${JSON.stringify(`${origin}/http`)}, () => resolve('sent')).on('error', (error) => resolve(refusal(error)));
    });
    console.log(JSON.stringify({ before, byFetch, byHttp }));
    process.exit(0);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout);
}

describe('law 3: what is not a read of a vendor is not sent', () => {
  it('refuses requests outside of a guard, by Node’s own fetch and by node:http', async () => {
    const seen: string[] = [];
    const server = http.createServer(({ url = '' }, response) => {
      seen.push(url);
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const refused = 'A request outside of a guard was refused';
      expect(await triedAt(`http://127.0.0.1:${port}`)).toEqual({
        before: 200,
        byFetch: refused,
        byHttp: refused,
      });
      expect(seen).toEqual(['/before']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
