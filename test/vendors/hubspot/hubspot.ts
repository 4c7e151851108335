import type { BuildVendor } from '../core/simulated-vendor.js';
import { accountRoutes } from './account/account-routes.js';
import { HubspotErrors } from './hubspot-errors.js';
import { hubspotLimits } from './hubspot-limits.js';
import { hubspotOAuth } from './hubspot-oauth.js';
import { HUBSPOT_ENTERPRISE_SCOPES, HUBSPOT_SCOPES } from './hubspot-scopes.js';
import type { HubspotSize } from './hubspot-size.js';
import { companies } from './objects/companies.js';
import { contacts } from './objects/contacts.js';
import { deals } from './objects/deals.js';
import { objectRoutes } from './objects/object-routes.js';
import { hubspotPages } from './paging.js';
import { HubspotStaff } from './people/hubspot-staff.js';
import { ownerRoutes } from './people/owner-routes.js';
import { userRoutes } from './people/user-routes.js';
import { propertyRoutes } from './properties/property-routes.js';

/** HubSpot, as far as somebody who only reads sees it. Conditions: the plan, `professional` or `enterprise`; else Starter. */
export function hubspotVendor(size: Partial<HubspotSize>): BuildVendor {
  return (context) => {
    const errors = new HubspotErrors(context);
    const staff = new HubspotStaff(context.bakery.setting);
    const types = [contacts(context, size), companies(context), deals(context)];
    return {
      id: 'hubspot',
      title: 'HubSpot',
      hosts: ['api.hubapi.com', 'app.hubspot.com', 'app-eu1.hubspot.com'],
      routes: [
        ...propertyRoutes(types, errors),
        ...objectRoutes(types, errors, context.clock),
        ...ownerRoutes(context, staff, errors),
        ...userRoutes(staff, errors),
        ...accountRoutes(context, errors),
      ],
      oauth: hubspotOAuth(context),
      limits: hubspotLimits(context, errors),
      errors,
      pages: hubspotPages,
      tokenOf: ({ headers }) => /^Bearer (.+)$/iu.exec(headers['authorization'] ?? '')?.[1] ?? null,
      headers: () => ({ 'X-HubSpot-Correlation-Id': context.nextUuid() }),
      clientId: '5f0c9a1e-7b42-4d6e-9c35-2a81d7f0b364',
      keyScopes: [...HUBSPOT_SCOPES, ...HUBSPOT_ENTERPRISE_SCOPES],
      changes: { 'agency-removed': () => staff.remove('jo@pixelpantry.example') },
      conditions: ['professional', 'enterprise'],
    };
  };
}
