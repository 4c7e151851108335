import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetUp } from '#scanner/people/set-up.js';
import type { StartedService } from './started-service.js';

export const HOST = '127.0.0.1:4750';
export const OWNER = {
  email: 'Anna@Bakery.example',
  name: 'Anna',
  password: 'tangerine quartz lantern mule',
};
export const ORGANIZATION = 'Sweet Crumb Bakery';

interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into answers of every shape
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A browser: keeps its cookies, and sends what our own pages send. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Every Set-Cookie line that it was sent. */
  readonly given: string[] = [];
  headers: Record<string, string> = { 'x-plumbline': 'web', origin: `http://${HOST}`, host: HOST };

  constructor(
    readonly service: Pick<StartedService, 'app'>,
    private readonly address = '192.0.2.1',
  ) {}

  get(url: string): Promise<Answer> {
    return this.ask('GET', url);
  }

  post(url: string, body: object = {}): Promise<Answer> {
    return this.ask('POST', url, body);
  }

  async ask(method: Method, url: string, body?: object): Promise<Answer> {
    const answer = await this.service.app.inject({
      method,
      url: url.startsWith('/') ? url : `/api/v1/${url}`,
      headers: { ...this.headers, cookie: this.cookieLine(), 'user-agent': 'Testfox' },
      remoteAddress: this.address,
      ...(body !== undefined && { payload: body }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.keep(line);
    const text = answer.body;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson(answer.headers['content-type']) ? (JSON.parse(text) as unknown) : text,
    };
  }

  /** A file as it is. */
  async put(url: string, content: Buffer, type = 'application/octet-stream'): Promise<Answer> {
    const answer = await this.service.app.inject({
      method: 'PUT',
      url: `/api/v1/${url}`,
      headers: { ...this.headers, cookie: this.cookieLine(), 'content-type': type },
      remoteAddress: this.address,
      payload: content,
    });
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as unknown };
  }

  signIn(
    { email, password }: { email: string; password: string },
    code: string | null = null,
  ): Promise<Answer> {
    return this.post('sign-in', { email, password, code });
  }

  private keep(line: string): void {
    this.given.push(line);
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.some((one) => /max-age=0|expires=thu, 01 jan 1970/iu.test(one))) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  private cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function isJson(type: unknown): boolean {
  return /^application\/(?:problem\+)?json\b/u.test(String(type));
}

export async function setUpLink(app: NestFastifyApplication): Promise<string> {
  const link = await app.get(SetUp).link();
  return link?.carried.reveal() ?? '';
}

/** A browser in which the first owner is signed in, and the path of her organization. */
export async function signedInOwner(
  service: Pick<StartedService, 'app'>,
  { organization = ORGANIZATION, browser = new Browser(service) } = {},
): Promise<{ readonly owner: Browser; readonly path: string }> {
  await browser.post('set-up', { link: await setUpLink(service.app), ...OWNER, organization });
  const { body } = await browser.get('organizations');
  return { owner: browser, path: `organizations/${body.items[0].id}` };
}

/** Somebody invited by the owner, signed in in a browser of her own. */
export async function invitedPerson(
  owner: Browser,
  path: string,
  { email, role }: { readonly email: string; readonly role: 'viewer' | 'admin' | 'owner' },
): Promise<Browser> {
  const { body } = await owner.post(`${path}/invitations`, { email, role });
  const browser = new Browser(owner.service, '192.0.2.2');
  const link = String(body.link).split('#')[1];
  await browser.post('invitations/accept', { link, name: email.split('@')[0], password: OWNER.password });
  return browser;
}
