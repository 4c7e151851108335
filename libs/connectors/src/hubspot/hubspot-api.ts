import type { Client } from '@hubspot/api-client';
import type { z } from 'zod';
import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorAccess, VendorAnswer } from '../contract/vendor-access.js';
import { missingScope } from './verdicts.js';

/** One request. A list in the query is sent as one parameter each. */
export interface Asked {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The right it needs, of those that would do: the one that the data sheet asks for. */
  readonly scope: string;
}

/** What is read of HubSpot, one request at a time. Both throw a ReadRefusedError if it can not be read. */
export interface HubspotApi {
  get<T>(shape: z.ZodType<T>, asked: Asked): Promise<T>;
  /** A request by POST that only reads: see READS_BY_POST. */
  readByPost<T>(shape: z.ZodType<T>, asked: Asked, body: object): Promise<T>;
}

/**
 * HubSpot through its SDK. Only `apiRequest` is used: it gives the answer as it came, where the SDK's typed methods drop
 * every field that their models do not list (dataSensitivity, seatNames).
 */
export class HubspotSdk implements HubspotApi {
  private client: { readonly token: string; readonly sdk: Client } | null = null;

  constructor(private readonly vendor: VendorAccess) {}

  get<T>(shape: z.ZodType<T>, asked: Asked): Promise<T> {
    return this.read(shape, asked, 'GET');
  }

  readByPost<T>(shape: z.ZodType<T>, asked: Asked, body: object): Promise<T> {
    return this.read(shape, asked, 'POST', body);
  }

  private async read<T>(shape: z.ZodType<T>, asked: Asked, method: string, body?: object): Promise<T> {
    try {
      return await this.vendor.read(shape, async (token) => this.ask(token, method, addressOf(asked), body));
    } catch (error) {
      const isScopeMissing = error instanceof ReadRefusedError && error.refusal.scope !== undefined;
      throw isScopeMissing ? refusedError(missingScope(asked.scope)) : error;
    }
  }

  private async ask(token: string, method: string, path: string, body?: object): Promise<VendorAnswer> {
    const sdk = await this.sdkWith(token);
    const response = await sdk.apiRequest({ method, path, ...(body && { body }) });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }

  /** A new token makes a new client: changing the one in use would change it under a request that is under way. */
  private async sdkWith(token: string): Promise<Client> {
    // Loaded when first asked: whoever reads exports only need not wait for it.
    const { Client } = await import('@hubspot/api-client');
    if (this.client?.token !== token) this.client = { token, sdk: new Client({ accessToken: token }) };
    return this.client.sdk;
  }
}

/** Lists as `properties=a&properties=b`, the form of the specification. */
function addressOf({ path, query = {} }: Asked): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'object' ? value : [String(value)]).map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

/** Ends a resource with this refusal. */
export function refusedError(refusal: Refusal): ReadRefusedError {
  return new ReadRefusedError({ message: 'A resource of HubSpot could not be read', refusal });
}
