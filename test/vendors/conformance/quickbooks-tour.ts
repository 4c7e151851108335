import { ACCOUNTING_SCOPE, REALM_ID } from '../quickbooks/quickbooks-ids.js';
import type { Vendors } from '../start-vendors.js';

const LISTS = [
  'Customer',
  'Invoice',
  'SalesReceipt',
  'CreditMemo',
  'RefundReceipt',
  'Payment',
  'Vendor',
  'Bill',
  'Purchase',
] as const;
const ENHANCED = 'minorversion=75&include=enhancedAllCustomFields';

/** Asks every endpoint that the simulated QuickBooks has. Gives the status of each answer. */
export async function tourOfQuickbooks(vendors: Vendors): Promise<readonly number[]> {
  const { quickbooks, clock } = vendors;
  quickbooks.setCondition('enhanced-custom-fields');
  const { access } = quickbooks.grant([ACCOUNTING_SCOPE, 'openid']);
  const headers = { authorization: `Bearer ${access.text}` };
  const statuses: number[] = [];
  const ask = async (address: string, init: RequestInit = {}): Promise<unknown> => {
    const answer = await fetch(quickbooks.origin + address, { headers, ...init });
    statuses.push(answer.status);
    return answer.json();
  };
  const company = `/v3/company/${REALM_ID}`;
  for (const list of LISTS) {
    const page = (await ask(
      `${company}/query?query=select * from ${list} orderby Id startposition 1 maxresults 1000`,
    )) as { readonly QueryResponse: Readonly<Record<string, readonly { readonly Id: string }[]>> };
    await ask(`${company}/query?query=select count(*) from ${list}`);
    await ask(`${company}/query?query=select * from ${list} startposition 100000`);
    const id = page.QueryResponse[list]?.at(-1)?.Id ?? '';
    await ask(`${company}/${list.toLowerCase()}/${id}?${ENHANCED}`);
  }
  await ask(`${company}/query`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/text' },
    body: 'select * from Customer where Active in (true, false) orderby Id',
  });
  const lately = new Date(clock.now() - 20 * 86_400_000).toISOString();
  await ask(`${company}/cdc?entities=Customer,Invoice&changedSince=${lately}`);
  await ask(`${company}/companyinfo/${REALM_ID}`);
  await ask(`${company}/preferences`);
  await ask('/v1/openid_connect/userinfo');
  return statuses;
}

/** Asks for each refusal that Intuit's own form is known of. Gives the status of each answer. */
export async function refusalsOfQuickbooks({ quickbooks }: Vendors): Promise<readonly number[]> {
  const { access } = quickbooks.grant([ACCOUNTING_SCOPE]);
  const statuses: number[] = [];
  const ask = async (address: string, token = access.text): Promise<void> => {
    const headers = { authorization: `Bearer ${token}` };
    statuses.push((await fetch(quickbooks.origin + address, { headers })).status);
  };
  const company = `/v3/company/${REALM_ID}`;
  await ask(`${company}/customer/999999`);
  await ask(`${company}/customer/1.5`);
  await ask(`${company}/preferences`, 'no-such-token');
  await ask('/v3/company/1/preferences');
  for (const condition of ['subscription-ended', 'user-lost-access']) {
    quickbooks.setCondition(condition);
    await ask(`${company}/preferences`);
    quickbooks.setCondition(condition, false);
  }
  return statuses;
}
