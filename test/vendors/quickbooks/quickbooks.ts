import type { BuildVendor, PageShape } from '../core/simulated-vendor.js';
import { BookNames } from './entities/book-names.js';
import { customers } from './entities/customers.js';
import { payees } from './entities/payees.js';
import { SalesBook } from './entities/sales-book.js';
import { salesDocuments } from './entities/sales-documents.js';
import { QuickbooksErrors } from './quickbooks-errors.js';
import { quickbooksLimits } from './quickbooks-limits.js';
import { quickbooksOAuth } from './quickbooks-oauth.js';
import type { QuickbooksSize } from './quickbooks-size.js';
import { bookRouteOf } from './routes/book-route.js';
import { changeRoutes } from './routes/change-routes.js';
import { companyRoutes } from './routes/company-routes.js';
import { queryRoutes } from './routes/query-routes.js';
import { readRoutes } from './routes/read-routes.js';
import { userRoute } from './routes/user-route.js';

/** Pages of a query are asked for inside of the statement: no parameter of its own. */
const pages: PageShape = { parameter: 'query', nextOf: () => null };

/**
 * QuickBooks Online, as far as somebody who only reads sees it. Conditions: `enhanced-custom-fields` (on customers too),
 * `subscription-ended`, `user-lost-access`.
 */
export function quickbooksVendor(size: Partial<QuickbooksSize>): BuildVendor {
  return (context) => {
    const errors = new QuickbooksErrors(context);
    const names = new BookNames(context.bakery);
    const book = new SalesBook(context.bakery, names, size);
    const entities = [customers(context, names), ...salesDocuments(context, names, book), ...payees(context)];
    const bookRoute = bookRouteOf(context, errors);
    return {
      id: 'quickbooks',
      title: 'QuickBooks',
      hosts: [
        'quickbooks.api.intuit.com',
        'appcenter.intuit.com',
        'oauth.platform.intuit.com',
        'developer.api.intuit.com',
        'accounts.platform.intuit.com',
      ],
      routes: [
        ...queryRoutes(context, entities, bookRoute),
        ...changeRoutes(context, entities, bookRoute),
        ...companyRoutes(context, bookRoute),
        ...readRoutes(context, entities, bookRoute),
        userRoute,
      ],
      oauth: quickbooksOAuth(),
      limits: quickbooksLimits(errors),
      errors,
      pages,
      tokenOf: ({ headers }) => /^Bearer (.+)$/iu.exec(headers['authorization'] ?? '')?.[1] ?? null,
      headers: () => ({ intuit_tid: `1-${context.nextUuid()}` }),
      clientId: 'ABq3f7c91e7b424d6e9c352a81d7f0b364ZkT9mWxPd0aLhU2Q',
      keyScopes: null,
      conditions: ['enhanced-custom-fields', 'subscription-ended', 'user-lost-access'],
    };
  };
}
