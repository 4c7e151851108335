import type { QuickBooks } from 'node-quickbooks';
import { z } from 'zod';
import type { VendorAccess } from '../contract/vendor-access.js';
import { Company, CustomFieldHolder, Preferences, QueryTotal } from './company.schema.js';
import { answerOf, type SdkCallback } from './sdk-answer.js';

/** The lists of the books that are read, and how node-quickbooks asks for each. */
const LISTS = {
  Customer: { find: 'findCustomers', isNameList: true },
  Invoice: { find: 'findInvoices', isNameList: false },
  SalesReceipt: { find: 'findSalesReceipts', isNameList: false },
  CreditMemo: { find: 'findCreditMemos', isNameList: false },
  RefundReceipt: { find: 'findRefundReceipts', isNameList: false },
  Payment: { find: 'findPayments', isNameList: false },
  Vendor: { find: 'findVendors', isNameList: true },
  Bill: { find: 'findBills', isNameList: false },
  Purchase: { find: 'findPurchases', isNameList: false },
} as const;
export type ListName = keyof typeof LISTS;

type Criterion =
  { readonly field: string; readonly value: unknown; readonly operator?: string } | { readonly count: true };

export interface PageAsked {
  /** 1 is the first. */
  readonly start: number;
  /** 1,000 at most. */
  readonly size: number;
  /** The latest changes first; by id unless given. */
  readonly isLatestFirst?: true;
  /** Documents of that day and later only, YYYY-MM-DD. */
  readonly since?: string | null;
}

export const API_HOST = 'quickbooks.api.intuit.com';
const MINOR_VERSION = 75;

/** Its types name the class, and it is what the module itself is. */
interface SdkModule {
  readonly default: typeof QuickBooks;
}

/** Everything that is ever asked of QuickBooks. Each throws a ReadRefusedError if it can not be read. */
export class QuickbooksApi {
  private client: { readonly token: string; readonly sdk: QuickBooks } | null = null;

  /** `realm` is the company's id. */
  constructor(
    private readonly vendor: VendorAccess,
    private readonly realm: string,
  ) {}

  company = () => this.ask(Company, (sdk, callback) => sdk.getCompanyInfo(this.realm, callback));
  preferences = () => this.ask(Preferences, (sdk, callback) => sdk.getPreferences(callback));

  /** `since`: documents of that day and later only, YYYY-MM-DD. */
  async count(list: ListName, since: string | null = null): Promise<number> {
    // First, or the SDK drops what stands before it.
    const criteria: readonly Criterion[] = [{ count: true }, ...which(list, since)];
    const { QueryResponse } = await this.find(QueryTotal, list, criteria);
    return QueryResponse.totalCount;
  }

  /** Inactive ones too. Past the end it is empty. */
  async page<T>(list: ListName, shape: z.ZodType<T>, asked: PageAsked): Promise<readonly T[]> {
    const { start, size, isLatestFirst, since = null } = asked;
    const order = isLatestFirst
      ? { field: 'desc', value: 'MetaData.LastUpdatedTime' }
      : { field: 'asc', value: 'Id' };
    const criteria = [
      ...which(list, since),
      order,
      { field: 'limit', value: size },
      { field: 'offset', value: start },
    ];
    const { QueryResponse } = await this.find(pageShape(list, shape), list, criteria);
    return QueryResponse;
  }

  /** What node-quickbooks has no call for: custom fields come with one customer at a time. */
  enhancedFields(id: string): Promise<CustomFieldHolder> {
    const query = new URLSearchParams({
      minorversion: String(MINOR_VERSION),
      include: 'enhancedAllCustomFields',
    });
    const address = `https://${API_HOST}/v3/company/${this.realm}/customer/${encodeURIComponent(id)}?${query.toString()}`;
    return this.vendor.read(CustomFieldHolder, async (token) => {
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const response = await fetch(address, { headers, redirect: 'error' });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    });
  }

  private find<T>(shape: z.ZodType<T>, list: ListName, criteria: readonly Criterion[]): Promise<T> {
    const { find } = LISTS[list];
    return this.ask(shape, (sdk, callback) => {
      sdk[find](criteria as Parameters<QuickBooks[typeof find]>[0], callback);
    });
  }

  private ask<T>(shape: z.ZodType<T>, call: (sdk: QuickBooks, callback: SdkCallback) => void): Promise<T> {
    return this.vendor.read(shape, async (token) => {
      const sdk = await this.sdkWith(token);
      return answerOf((callback) => call(sdk, callback));
    });
  }

  /** A new token makes a new client. It is given neither client nor refresh token: renewing is not its business. */
  private async sdkWith(token: string): Promise<QuickBooks> {
    if (this.client?.token === token) return this.client.sdk;
    // Loaded when first needed: 33 MB of it are dates.
    const { default: Sdk } = (await import('node-quickbooks')) as unknown as SdkModule;
    const sdk = new Sdk(
      '',
      '',
      token,
      false,
      this.realm,
      false,
      false,
      String(MINOR_VERSION),
      '2.0',
      undefined,
    );
    sdk.endpoint = `https://${API_HOST}/v3/company/`;
    this.client = { token, sdk };
    return sdk;
  }
}

/** Lists of names hide inactive records unless they are asked for. */
function which(list: ListName, since: string | null): readonly Criterion[] {
  if (LISTS[list].isNameList) return [{ field: 'Active', value: [true, false], operator: 'IN' }];
  return since === null ? [] : [{ field: 'TxnDate', value: since, operator: '>=' }];
}

/** `{"QueryResponse":{}}` past the end. */
function pageShape<T>(list: ListName, shape: z.ZodType<T>): z.ZodType<{ QueryResponse: readonly T[] }> {
  const records = z.array(shape);
  return z.object({
    QueryResponse: z
      .object({ [list]: records.optional(), maxResults: z.number().optional() })
      // How many there are is told beside them: a list under another name is no end of the list.
      .refine((response) => (response['maxResults'] ?? 0) === 0 || response[list] !== undefined, {
        path: [list],
      })
      .transform((response): readonly T[] => (response[list] as readonly T[] | undefined) ?? []),
  });
}
