import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { QuickbooksErrors } from '../quickbooks-errors.js';
import { ACCOUNTING_SCOPE, REALM_ID } from '../quickbooks-ids.js';

/** Makes a route below the company, refused where the company is another one, or has not paid. */
export type BookRoute = (
  method: Route['method'],
  path: string,
  answer: (request: SimulatedRequest, errors: QuickbooksErrors) => SimulatedAnswer,
) => Route;

export function bookRouteOf({ has }: VendorContext, errors: QuickbooksErrors): BookRoute {
  return (method, path, answer) => ({
    method,
    path: `/v3/company/{realmId}${path}`,
    scopes: [[ACCOUNTING_SCOPE]],
    answer(request) {
      if (request.parameters['realmId'] !== REALM_ID) return errors.wrongCompany();
      if (has('subscription-ended')) return errors.subscriptionEnded();
      if (has('user-lost-access')) return errors.forbidden(request);
      return answer(request, errors);
    },
  });
}
