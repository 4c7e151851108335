import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ACCOUNTING_SCOPE, REALM_ID } from '../quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors } from '../start-vendors.js';
import { unlisted } from './on-purpose.js';
import { QuickbooksFacts } from './quickbooks-facts.js';
import { refusalsOfQuickbooks, tourOfQuickbooks } from './quickbooks-tour.js';
import { hasSpecs, SPEC_FOLDER } from './spec-folder.js';

const whereThereAreFacts = hasSpecs ? it : it.skip;
const facts = () => new QuickbooksFacts(path.join(SPEC_FOLDER, 'quickbooks'));
const books = (): Promise<Vendors> =>
  startVendors({
    size: 50,
    speed: 0,
    vendors: ['quickbooks'],
    recordAnswers: true,
    enforceLimits: false,
  });

describe('the simulated QuickBooks', () => {
  whereThereAreFacts(
    'answers every endpoint in the form that Intuit publishes or that was recorded',
    async () => {
      await using vendors = await books();
      expect(new Set(await tourOfQuickbooks(vendors))).toEqual(new Set([200]));
      expect(await refusalsOfQuickbooks(vendors)).toEqual([400, 400, 401, 403, 400, 401]);
      const known = facts();
      const deviations = vendors.exchanges.flatMap((exchange) => known.deviationsOf(exchange));
      expect(unlisted('quickbooks', deviations)).toEqual([]);
    },
  );

  whereThereAreFacts('is caught when a request or an answer is another one', async () => {
    await using vendors = await books();
    const { origin } = vendors.quickbooks;
    const { access } = vendors.quickbooks.grant([ACCOUNTING_SCOPE]);
    const company = `${origin}/v3/company/${REALM_ID}`;
    const ask = (below: string) =>
      fetch(company + below, { headers: { authorization: `Bearer ${access.text}` } });
    await ask('/preferences?nobody=knows');
    await ask('/query?query=select Id from Customer');
    await ask('/query?query=select * from Custmoer');
    await ask('/query?query=select * from Customer where Shoes = %2743%27 orderby Notes maxresults 1001');
    await ask('/estimates');
    const known = facts();
    const whats = () =>
      vendors.exchanges.flatMap((exchange) => known.deviationsOf(exchange)).map(({ what }) => what);
    expect(whats()).toEqual([
      'the query parameter nobody is not published',
      'the query is not in the published language',
      'the query asks for an entity that is not published',
      'Customer has no Shoes',
      'lists of Customer can not be chosen by Shoes',
      'lists of Customer can not be ordered by Notes',
      'more than 1000 are asked for at once',
      'no such endpoint is published',
    ]);
    vendors.clearExchanges();
    const broken = async (below: string, change: (record: Record<string, unknown>) => void) => {
      vendors.clearExchanges();
      await ask(below);
      const [exchange] = vendors.exchanges;
      if (exchange === undefined) throw new Error('Nothing was recorded.');
      const body = JSON.parse(exchange.answerBody ?? '') as {
        readonly QueryResponse: Readonly<Record<string, readonly Record<string, unknown>[]>>;
      };
      const [record] = Object.values(body.QueryResponse)[0] ?? [];
      if (record === undefined) throw new Error('There is no record.');
      change(record);
      const answerBody = JSON.stringify(body);
      return known.deviationsOf({ ...exchange, answerBody }).map(({ what }) => what);
    };
    expect(
      await broken('/query?query=select * from Customer maxresults 1', (customer) => {
        customer['Balance'] = '0';
        customer['Shoes'] = 43;
        customer['AcctNum'] = '7';
        customer['BillAddr'] = { Town: 'x' };
      }),
    ).toEqual([
      'Customer.BillAddr.Town is not in the schema',
      'Customer.Balance is not a xs:decimal',
      'Customer.Shoes is not in the schema',
      'Customer.AcctNum is of the desktop product only',
      'Customer.Balance was recorded as number, not string',
    ]);
    expect(
      await broken('/query?query=select * from Purchase maxresults 1', (purchase) => {
        purchase['TotalAmt'] = '12';
      }),
    ).toEqual(['Purchase.TotalAmt is not a xs:decimal']);
  });
});
