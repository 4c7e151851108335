import { emptyAnswer, jsonAnswer, type SimulatedAnswer } from '../vendors/core/simulated-answer.js';
import type { SimulatedOAuth } from '../vendors/core/simulated-oauth.js';
import type {
  BuildVendor,
  PublishedLimit,
  VendorErrors,
  VendorId,
} from '../vendors/core/simulated-vendor.js';
import { PUNCHCARD } from './punchcard-sheet.js';

const MOST_CARDS_A_PAGE = 100;

/** Punchcard as somebody sees it who only reads, from the same bakery as all simulated vendors. */
export const buildPunchcard: BuildVendor = ({ bakery }) => ({
  id: PUNCHCARD as string as VendorId,
  title: 'Punchcard',
  hosts: ['punchcard.example', 'api.punchcard.example'],
  routes: [
    { method: 'GET', path: '/v1/shop', scopes: [], answer: () => jsonAnswer({ id: 'shop-7' }) },
    { method: 'GET', path: '/v1/fields', scopes: [['cards:read']], answer: () => jsonAnswer({ fields }) },
    {
      method: 'GET',
      path: '/v1/cards',
      scopes: [['cards:read']],
      answer({ query }) {
        const size = Math.min(Number(query.get('size') ?? 20), MOST_CARDS_A_PAGE);
        const from = Number(query.get('from') ?? 0);
        const to = Math.min(from + size, bakery.size);
        const places = Array.from({ length: to - from }, (_, at) => from + at);
        const cards = places.map((place) => cardOf(bakery.customer(place)));
        return jsonAnswer({ cards, next: to < bakery.size ? String(to) : null });
      },
    },
    { method: 'GET', path: '/v1/staff', scopes: [['staff:read']], answer: () => jsonAnswer({ staff }) },
  ],
  oauth: noSignIn,
  limits: [tenASecond],
  errors,
  pages: {
    parameter: 'from',
    nextOf: (body) => (body as { readonly next?: string | null } | null)?.next ?? null,
  },
  tokenOf: ({ headers }) => /^Bearer (.+)$/u.exec(headers['authorization'] ?? '')?.[1] ?? null,
  clientId: 'plumbline',
  keyScopes: ['cards:read', 'staff:read'],
  conditions: [],
});

const fields = [
  { key: 'pc_email', title: 'E-mail', kind: 'text' },
  { key: 'first_name', title: 'First name', kind: 'text' },
  { key: 'birthday', title: 'Birthday', kind: 'date' },
];

const staff = [
  { email: 'Maria@SweetCrumb.example', role: 'Manager', active: true },
  { email: 'sam@sweetcrumb.example', role: 'Counter', active: false },
];

interface CardHolder {
  readonly index: number;
  readonly firstName: string;
  readonly email: string | null;
}

function cardOf({ index, firstName, email }: CardHolder) {
  return { id: `card-${index}`, values: { pc_email: email, first_name: firstName, birthday: null } };
}

/** As published: ten requests in any second, for each key. */
const tenASecond: PublishedLimit = {
  id: 'ten-a-second',
  requests: 10,
  perMs: 1_000,
  window: 'rolling',
  appliesTo: () => true,
  key: ({ token }) => token?.text ?? '',
  tooMany: () => problem(429, 'slow_down'),
};

const errors: VendorErrors = {
  badToken: () => problem(401, 'bad_key'),
  missingScopes: () => problem(403, 'not_allowed'),
  notFound: () => problem(404, 'no_such_page'),
  tooMany: (seconds) => problem(429, 'slow_down', seconds === null ? {} : { 'Retry-After': String(seconds) }),
  forbidden: () => problem(403, 'not_allowed'),
  unavailable: () => problem(503, 'out_of_order'),
  oauth: () => problem(400, 'invalid_request'),
};

function problem(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): SimulatedAnswer {
  return jsonAnswer({ error }, { status, headers });
}

/** The example connects by a key; a vendor to sign in at plays this part too. */
const noSignIn: SimulatedOAuth = {
  authorizePaths: [],
  tokenPaths: [],
  introspectPaths: [],
  revokePaths: [],
  clientAuthentication: ['body'],
  pkce: true,
  codeMs: 0,
  accessTokenMs: null,
  refreshTokenMs: null,
  refreshTokenRotates: false,
  scopesOf: () => ({ required: [], optional: [] }),
  givesRefreshToken: () => false,
  takesRedirect: () => false,
  tokenText: (_, random) => `pk_${random}`,
  tokenAnswer: () => emptyAnswer(404),
  introspectAnswer: () => emptyAnswer(404),
  revokeAnswer: () => emptyAnswer(404),
};
