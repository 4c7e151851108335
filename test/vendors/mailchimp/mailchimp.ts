import type { BuildVendor, SimulatedRequest } from '../core/simulated-vendor.js';
import { accountRoutes } from './account/account-routes.js';
import { integrationRoutes } from './account/integration-routes.js';
import { LOWER_LEVELS } from './account/level.js';
import { apiRouteOf } from './answers/api-route.js';
import { mailchimpPages } from './answers/page.js';
import { accountChanges } from './audiences/account-changes.js';
import { accountAudiences } from './audiences/account-audiences.js';
import { audienceRoutes } from './audiences/audience-routes.js';
import { fieldRoutes } from './audiences/field-routes.js';
import { memberRoutes } from './audiences/member-routes.js';
import { MailchimpErrors } from './mailchimp-errors.js';
import { mailchimpOAuth } from './mailchimp-oauth.js';
import type { MailchimpSize } from './mailchimp-size.js';

/**
 * Mailchimp, as far as somebody who only reads sees it; `size`: larger than the bakery's. Conditions: the level of the
 * login where it is no owner's (`viewer`, `author`, `manager`, `admin`), `user-disabled`, `gdpr-fields` of the bakery's
 * own audience, `one-import`: every member changed in the same second.
 */
export function mailchimpVendor(size: Partial<MailchimpSize> = {}): BuildVendor {
  return (context) => {
    const errors = new MailchimpErrors(context);
    const audiences = accountAudiences(context, size);
    const route = apiRouteOf(context, errors);
    return {
      id: 'mailchimp',
      title: 'Mailchimp',
      hosts: ['login.mailchimp.com', 'us6.api.mailchimp.com'],
      routes: [
        ...accountRoutes(context, audiences, route),
        ...audienceRoutes(context, audiences, route, errors),
        ...memberRoutes(context, audiences, route, errors),
        ...fieldRoutes(audiences, route, errors),
        ...integrationRoutes(context, audiences, route, errors),
      ],
      oauth: mailchimpOAuth(),
      // None is published beside the number of connections.
      limits: [],
      concurrency: {
        atOnce: 10,
        appliesTo: ({ path }: SimulatedRequest) => path.startsWith('/3.0'),
        tooMany: () => errors.crowded(),
      },
      errors,
      pages: mailchimpPages,
      tokenOf: ({ headers }) => credentialOf(headers['authorization'] ?? ''),
      headers: () => ({ 'X-Request-Id': context.nextUuid() }),
      clientId: '702154410036',
      keyScopes: [],
      changes: accountChanges(context, audiences),
      conditions: [...LOWER_LEVELS, 'user-disabled', 'gdpr-fields', 'one-import'],
    };
  };
}

/** A key comes as the password of whatever name, a token as bearer, and as `OAuth` to the metadata. */
function credentialOf(authorization: string): string | null {
  const [scheme = '', value = ''] = authorization.split(' ');
  if (/^basic$/iu.test(scheme)) {
    const pair = Buffer.from(value, 'base64').toString('utf8');
    return pair.slice(pair.indexOf(':') + 1);
  }
  return /^(bearer|oauth)$/iu.test(scheme) && value !== '' ? value : null;
}
