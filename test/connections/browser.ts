import http from 'node:http';

export interface LandedPage {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

/**
 * A browser of one person: follows redirects on this machine and keeps cookies by host. `stopAt`: an address it is not
 * to open, but to show (a page elsewhere whose address is pasted).
 */
export async function browse(start: string, stopAt: string | null = null): Promise<LandedPage> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let hops = 0; hops < 10; hops += 1) {
    if (stopAt !== null && address.startsWith(stopAt)) return { address, status: 0, body: '' };
    const { host } = new URL(address);
    const { response, body } = await get(address, cookies.get(host) ?? '');
    const [cookie] = response.headers['set-cookie'] ?? [];
    if (cookie !== undefined) cookies.set(host, cookie.split(';')[0] ?? '');
    const { location } = response.headers;
    if (location === undefined) return { address, status: response.statusCode ?? 0, body };
    address = new URL(location, address).href;
  }
  throw new Error('The browser was sent around in circles.');
}

/** Its own agent: a browser is no part of the process that the guard watches. */
function get(address: string, cookie: string): Promise<{ response: http.IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    const agent = new http.Agent();
    const request = http.get(address, { agent, headers: { cookie, connection: 'close' } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ response, body }));
    });
    request.on('error', reject);
  });
}
