import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { type FieldMask, type KnownFields, maskedBy, readFieldMask, unknownField } from './field-mask.js';
import { apiOf, isOlderFamily } from './google-api.js';
import { apiNotEnabled, olderError, rpcError } from './google-errors.js';

/** One method of Google's, by the name that its reference gives it. */
export interface GoogleMethod {
  /** `directory.users.list`: stands in errors. */
  readonly id: string;
  readonly http?: 'GET' | 'POST';
  readonly path: string;
  readonly scopes: Route['scopes'];
  /** What `fields` may name; a name that is not here is refused. */
  readonly known: KnownFields;
  /** What comes back where `fields` says nothing; absent: everything. */
  readonly usualFields?: string;
  answer(request: SimulatedRequest): SimulatedAnswer;
}

/** A method as the core serves it: refused where its API was never enabled, and cut down to what `fields` asks for. */
export function routeOf(method: GoogleMethod, { has }: Pick<VendorContext, 'has'>): Route {
  const { http = 'GET', path, scopes, known, usualFields } = method;
  return {
    method: http,
    path,
    scopes,
    answer(request) {
      const api = apiOf(request.path);
      if (has(`${api}-api-not-enabled`)) return apiNotEnabled(api);
      const asked = request.query.get('fields') ?? usualFields;
      const mask = asked === undefined ? 'all' : readKnownMask(asked, known);
      if (mask instanceof UnreadableMask) return badMask(request.path, mask.field);
      const answer = method.answer(request);
      if (mask === 'all' || answer.status !== 200) return answer;
      return { ...answer, body: maskedBy(mask, answer.body) };
    },
  };
}

class UnreadableMask {
  readonly field: string;

  constructor(field: string) {
    this.field = field;
  }
}

function readKnownMask(text: string, known: KnownFields): FieldMask | UnreadableMask {
  const mask = readFieldMask(text);
  if (mask === null) return new UnreadableMask(text);
  const unknown = unknownField(mask, known);
  return unknown === null ? mask : new UnreadableMask(unknown);
}

function badMask(path: string, field: string): SimulatedAnswer {
  const message = `Invalid field selection ${field}`;
  return isOlderFamily(apiOf(path))
    ? olderError({
        status: 400,
        message,
        reason: 'invalidParameter',
        location: 'fields',
        locationType: 'parameter',
      })
    : rpcError({ status: 400, message, word: 'INVALID_ARGUMENT' });
}
