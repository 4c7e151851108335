import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { MailchimpErrors } from '../mailchimp-errors.js';
import { DATA_CENTRE } from '../mailchimp-ids.js';
import { isAtLeast, levelOf, type Level } from '../account/level.js';
import { type KnownFields, onlyFields, selectedBy, unknownFields, withoutFields } from './field-selection.js';

/** Makes a route of the interface; `answer` gives a body, of which the asked fields are sent, or a refusal. */
export type ApiRoute = (
  path: string,
  options: { readonly needs: Level; readonly fields: KnownFields },
  answer: (request: SimulatedRequest) => unknown,
) => Route;

export function apiRouteOf({ has }: VendorContext, errors: MailchimpErrors): ApiRoute {
  return (path, { needs, fields }, answer) => ({
    method: 'GET',
    path: `/3.0${path}`,
    scopes: [[]],
    answer(request) {
      const refusal = refusalOf(request, errors, has('user-disabled'));
      if (refusal !== null) return refusal;
      if (!isAtLeast(levelOf(has), needs)) return errors.notAllowed();
      const wanted = selectedBy(request.query, 'fields');
      const unwanted = selectedBy(request.query, 'exclude_fields');
      if (wanted.length > 0 && unwanted.length > 0)
        return errors.badRequest('Parameters fields and exclude_fields may not be used together.');
      const unknown = unknownFields(wanted, fields);
      if (unknown.length > 0)
        return errors.invalid(
          unknown.map((name) => ({ field: name, message: 'This field does not exist.' })),
        );
      const body = answer(request);
      if (isAnswer(body)) return body;
      if (wanted.length > 0) return jsonAnswer(onlyFields(body, wanted));
      // A name that does not exist is no error here, as somebody saw.
      return jsonAnswer(unwanted.length > 0 ? withoutFields(body, unwanted) : body);
    },
  });
}

function refusalOf(
  { headers, host }: SimulatedRequest,
  errors: MailchimpErrors,
  isDisabled: boolean,
): SimulatedAnswer | null {
  const centre = /^(us\d+)\.api\.mailchimp\.com/u.exec(host)?.[1];
  const isForMetadata = /^OAuth /iu.test(headers['authorization'] ?? '');
  if (isForMetadata || (centre !== undefined && centre !== DATA_CENTRE)) return errors.invalidKey();
  return isDisabled ? errors.userDisabled() : null;
}

function isAnswer(body: unknown): body is SimulatedAnswer {
  return typeof body === 'object' && body !== null && 'headers' in body && 'body' in body;
}
