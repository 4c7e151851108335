import type { OAuthProblem } from '../core/simulated-oauth.js';
import { emptyAnswer, htmlAnswer, jsonAnswer, type SimulatedAnswer } from '../core/simulated-answer.js';
import type { VendorContext, VendorErrors } from '../core/simulated-vendor.js';

/** What is wrong with one parameter. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

const TYPE = 'https://mailchimp.com/developer/marketing/docs/errors/';
/** In one second; beyond that, answers come from something before the interface, which writes no JSON. */
const POLITE_REFUSALS = 20;

/** Mailchimp's problem documents, each with an instance of its own. */
export class MailchimpErrors implements VendorErrors {
  private readonly nextUuid: VendorContext['nextUuid'];
  private readonly clock: VendorContext['clock'];
  private second = 0;
  private refusals = 0;

  constructor({ nextUuid, clock }: Pick<VendorContext, 'nextUuid' | 'clock'>) {
    this.nextUuid = nextUuid;
    this.clock = clock;
  }

  readonly badToken: VendorErrors['badToken'] = ({ kind }) =>
    kind === 'absent'
      ? this.problem(401, 'API Key Missing', 'Your request did not include an API key.')
      : this.invalidKey();

  readonly missingScopes: VendorErrors['missingScopes'] = () => this.notAllowed();

  readonly notFound: VendorErrors['notFound'] = ({ method }) =>
    method === 'GET'
      ? this.noSuchResource()
      : this.problem(
          405,
          'Method Not Allowed',
          "The requested method and resource are not compatible. See the Allow header for this resource's available methods.",
        );

  readonly tooMany: VendorErrors['tooMany'] = (retryAfterSeconds) => {
    const answer = this.problem(
      429,
      'TooManyRequests',
      'You have exceeded the limit of 10 simultaneous connections.',
    );
    return retryAfterSeconds === null
      ? answer
      : { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfterSeconds) } };
  };

  readonly forbidden: VendorErrors['forbidden'] = () => this.notAllowed();

  /** By turns: the interface itself, and the network before it that gave up waiting. */
  readonly unavailable: VendorErrors['unavailable'] = (nth) =>
    nth % 2 === 1
      ? this.problem(
          500,
          'InternalServerError',
          'A deep internal error has occurred during the processing of your request. Please contact support.',
        )
      : htmlAnswer('<html><body><h1>502 Bad Gateway</h1></body></html>', 502);

  readonly oauth: VendorErrors['oauth'] = (problem) => OAUTH_ANSWERS[problem] ?? INVALID_GRANT;

  /** The eleventh request at once; who goes on like that is answered without JSON, by turns with 429 and 403. */
  crowded(): SimulatedAnswer {
    const second = Math.floor(this.clock.now() / 1000);
    this.refusals = second === this.second ? this.refusals + 1 : 1;
    this.second = second;
    if (this.refusals <= POLITE_REFUSALS) return this.tooMany(null, NOBODY);
    return bareRefusal(this.refusals % 2 === 1 ? 429 : 403);
  }

  /** Unknown, revoked, or of another data centre. */
  invalidKey(): SimulatedAnswer {
    return this.problem(
      401,
      'API Key Invalid',
      "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
    );
  }

  /** The level of the login is too low. */
  notAllowed(): SimulatedAnswer {
    return this.problem(403, 'Forbidden', "You don't have permission to access the requested resource.");
  }

  userDisabled(): SimulatedAnswer {
    return this.problem(403, 'User Disabled', 'This account has been deactivated.');
  }

  noSuchResource(): SimulatedAnswer {
    return this.problem(404, 'Resource Not Found', 'The requested resource could not be found.');
  }

  invalid(errors: readonly FieldProblem[]): SimulatedAnswer {
    return this.problem(
      400,
      'Invalid Resource',
      "The resource submitted could not be validated. For field-specific details, see the 'errors' array.",
      errors,
    );
  }

  /** Parameters that do not go together. */
  badRequest(detail: string): SimulatedAnswer {
    return this.problem(400, 'Invalid Resource', detail, []);
  }

  private problem(
    status: number,
    title: string,
    detail: string,
    errors?: readonly FieldProblem[],
  ): SimulatedAnswer {
    return jsonAnswer(
      {
        type: TYPE,
        title,
        status,
        detail,
        instance: this.nextUuid(),
        ...(errors !== undefined && { errors }),
      },
      { status, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } },
    );
  }
}

/** Overload, whatever the status seems to say: no body, no content type. */
export function bareRefusal(status: 403 | 429): SimulatedAnswer {
  return { ...emptyAnswer(status), body: '' };
}

const NOBODY = {
  method: 'GET',
  host: '',
  path: '',
  query: new URLSearchParams(),
  headers: {},
  body: '',
  parameters: {},
  token: null,
} as const;

const INVALID_GRANT = jsonAnswer(
  { error: 'invalid_grant', error_description: 'invalid code' },
  { status: 400 },
);
/** Wording from memory; that a wrong secret is 401 is documented. */
const INVALID_CLIENT = jsonAnswer({ error: 'invalid_client' }, { status: 401 });

const OAUTH_ANSWERS: Readonly<Partial<Record<OAuthProblem, SimulatedAnswer>>> = {
  'bad-client': INVALID_CLIENT,
  'bad-secret': INVALID_CLIENT,
  'bad-redirect': jsonAnswer({ error: 'redirect_uri_mismatch' }, { status: 400 }),
  'bad-grant-type': jsonAnswer({ error: 'unsupported_grant_type' }, { status: 400 }),
  'bad-content-type': jsonAnswer({ error: 'invalid_request' }, { status: 400 }),
};
