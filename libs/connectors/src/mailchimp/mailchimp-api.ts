import type ApiClient from '@mailchimp/mailchimp_marketing/src/ApiClient.js';
import type { z } from 'zod';
import type { VendorAccess, VendorAnswer } from '../contract/vendor-access.js';
import { Metadata } from './account.schema.js';
import { answerOf } from './sdk-answer.js';

/** One request. A list in the query is sent as one text with commas. */
export interface Asked {
  /** Below `/3.0`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What is read of Mailchimp. Throws a ReadRefusedError if it can not be read. */
export interface MailchimpApi {
  get<T>(shape: z.ZodType<T>, asked: Asked): Promise<T>;
}

const METADATA = 'https://login.mailchimp.com/oauth2/metadata';
/** The client fails without one, though nothing is sent. */
const SENT = 'application/json';
const TAKEN = ['application/json', 'application/problem+json'];

/**
 * Mailchimp through its client, of which only `callApi` is used: it gives the answer as it came. Each account has a client
 * of its own; the one that the module shares would mix up two accounts.
 */
export class MailchimpSdk implements MailchimpApi {
  private client: { readonly token: string; readonly sdk: ApiClient } | null = null;
  private centre: Promise<string> | null = null;

  constructor(private readonly vendor: VendorAccess) {}

  async get<T>(shape: z.ZodType<T>, { path, query = {} }: Asked): Promise<T> {
    this.centre ??= this.readCentre();
    const centre = await this.centre;
    return this.vendor.read(shape, async (token) => {
      const sdk = await this.sdkWith(token, centre);
      return answerOf(() =>
        sdk.callApi(path, 'GET', {}, flat(query), {}, {}, null, [], [SENT], TAKEN, 'Blob'),
      );
    });
  }

  /** A key carries its data centre; of a token the sign-in tells it. Asked once. */
  private async readCentre(): Promise<string> {
    const { dc } = await this.vendor.read(Metadata, async (token) => {
      const inKey = centreInKey(token);
      return inKey === null ? askMetadata(token) : given({ dc: inKey });
    });
    return dc;
  }

  /** A new token makes a new client. */
  private async sdkWith(token: string, server: string): Promise<ApiClient> {
    if (this.client?.token === token) return this.client.sdk;
    // Loaded when first asked: whoever reads exports only need not wait for it.
    const { default: Client } = await import('@mailchimp/mailchimp_marketing/src/ApiClient.js');
    const sdk = new Client();
    sdk.setConfig({ server, ...(centreInKey(token) === null ? { accessToken: token } : { apiKey: token }) });
    this.client = { token, sdk };
    return sdk;
  }
}

/** Of an API key its ending tells; null for a token. */
function centreInKey(token: string): string | null {
  return /-(us\d{1,2})$/u.exec(token)?.[1] ?? null;
}

/** What Mailchimp's client has no call for. */
async function askMetadata(token: string): Promise<VendorAnswer> {
  const headers = { authorization: `OAuth ${token}`, accept: 'application/json' };
  const response = await fetch(METADATA, { headers, redirect: 'error' });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function given(body: object): VendorAnswer {
  return { status: 200, headers: {}, body: JSON.stringify(body) };
}

function flat(query: NonNullable<Asked['query']>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'object' ? value.join(',') : value]),
  );
}
