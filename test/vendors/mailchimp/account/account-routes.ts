import { daysBefore } from '#scanner/example/calendar.js';
import { jsonAnswer } from '../../core/simulated-answer.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import type { ApiRoute } from '../answers/api-route.js';
import { linksTo } from '../answers/link.js';
import type { AccountAudience } from '../audiences/account-audiences.js';
import { ACCOUNT_ID, DATA_CENTRE, LOGIN_ID } from '../mailchimp-ids.js';
import { instantOf, timeText } from '../mailchimp-times.js';
import { levelOf } from './level.js';

const USERNAME = 'sweetcrumb';

/** What Mailchimp says of the account and of whoever connected; of nobody else. */
export function accountRoutes(
  context: VendorContext,
  audiences: readonly AccountAudience[],
  route: ApiRoute,
): readonly Route[] {
  const { bakery, has } = context;
  const { opening, today } = bakery.setting;
  return [
    route('', { needs: 'viewer', fields: ROOT_FIELDS }, ({ token }) => ({
      account_id: ACCOUNT_ID,
      login_id: LOGIN_ID,
      account_name: 'Sweet Crumb Bakery',
      email: token?.user ?? '',
      first_name: 'Maria',
      last_name: 'Crumb',
      username: USERNAME,
      avatar_url: '',
      role: levelOf(has),
      member_since: timeText(instantOf(`${daysBefore(opening, 1700)} 09:00:00`)),
      pricing_plan_type: 'monthly',
      first_payment: timeText(instantOf(`${daysBefore(opening, 1500)} 09:00:00`)),
      account_timezone: 'America/New_York',
      account_industry: 'Food & Beverage',
      contact: {
        company: 'Sweet Crumb Bakery',
        addr1: '4 Mill Lane',
        addr2: '',
        city: 'Beacon',
        state: 'NY',
        zip: '12508',
        country: 'US',
      },
      pro_enabled: false,
      last_login: timeText(instantOf(`${daysBefore(today, 1)} 09:12:00`)),
      total_subscribers: audiences.reduce((sum, { audience }) => sum + audience.count('subscribed'), 0),
      industry_stats: { open_rate: 0.31, bounce_rate: 0.006, click_rate: 0.02 },
      _links: linksTo('/', 'Root/Response.json'),
    })),
    route('/ping', { needs: 'viewer', fields: ['health_status'] }, () => ({
      health_status: "Everything's Chimpy!",
    })),
    metadataRoute(context),
  ];
}

/** In which data centre the account of a token lies: a token does not say so itself. */
function metadataRoute({ tokens, has }: VendorContext): Route {
  return {
    method: 'GET',
    path: '/oauth2/metadata',
    scopes: 'open',
    answer({ token, headers }) {
      const isAsked = /^OAuth /iu.test(headers['authorization'] ?? '');
      if (!isAsked || token === null || token.kind !== 'access' || !tokens.isGood(token)) {
        return jsonAnswer({ error: 'invalid_token' });
      }
      return jsonAnswer({
        dc: DATA_CENTRE,
        role: levelOf(has),
        accountname: 'Sweet Crumb Bakery',
        user_id: 35_108_215,
        login: {
          email: token.user,
          avatar: null,
          login_id: Number(LOGIN_ID),
          login_name: USERNAME,
          login_email: token.user,
        },
        login_url: 'https://login.mailchimp.com',
        api_endpoint: `https://${DATA_CENTRE}.api.mailchimp.com`,
      });
    },
  };
}

const ROOT_FIELDS: readonly string[] = [
  'account_id',
  'login_id',
  'account_name',
  'email',
  'first_name',
  'last_name',
  'username',
  'avatar_url',
  'role',
  'member_since',
  'pricing_plan_type',
  'first_payment',
  'account_timezone',
  'account_industry',
  ...['company', 'addr1', 'addr2', 'city', 'state', 'zip', 'country'].map((field) => `contact.${field}`),
  'pro_enabled',
  'last_login',
  'total_subscribers',
  ...['open_rate', 'bounce_rate', 'click_rate'].map((field) => `industry_stats.${field}`),
];
