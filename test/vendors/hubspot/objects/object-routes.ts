import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedClock } from '../../core/simulated-clock.js';
import type { Route, SimulatedRequest } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { atEach, PATHS } from '../hubspot-versions.js';
import { limitOf, pageOf } from '../paging.js';
import type { CrmObjectType } from './crm-object.js';
import { givenNames, objectBody, readableProperties } from './object-body.js';
import { ObjectSearch } from './search.js';

const USUAL_PAGE = 10;
const LARGEST_PAGE = 100;
const LARGEST_BATCH = 100;

/** Lists, single records, batches and searches of contacts, companies and deals. */
export function objectRoutes(
  types: readonly CrmObjectType[],
  errors: HubspotErrors,
  clock: SimulatedClock,
): readonly Route[] {
  return types.flatMap((type) => {
    const search = new ObjectSearch(type, errors);
    const scopes = [[`crm.objects.${type.name}.read`]];
    return [type.name, type.typeId].flatMap((name) => {
      const paths = PATHS.objects.map((path) => path.replace('{type}', name));
      return [
        ...atEach(paths, '', (path): Route => ({
          method: 'GET',
          path,
          scopes,
          answer: (request) => list(type, request, errors),
        })),
        ...atEach(paths, '/search', (path): Route => ({
          method: 'POST',
          path,
          scopes,
          answer: (request) => search.answer(request),
        })),
        ...atEach(paths, '/batch/read', (path): Route => ({
          method: 'POST',
          path,
          scopes,
          answer: (request) => batch(type, request, errors, clock),
        })),
        ...atEach(paths, '/{id}', (path): Route => ({
          method: 'GET',
          path,
          scopes,
          answer: (request) => one(type, request, errors),
        })),
      ];
    });
  });
}

function list(type: CrmObjectType, request: SimulatedRequest, errors: HubspotErrors): SimulatedAnswer {
  const { query } = request;
  const limit = limitOf(query, USUAL_PAGE, LARGEST_PAGE);
  if (limit === null) return errors.invalid(`limit must be between 1 and ${LARGEST_PAGE}`, 'limit');
  const after = query.get('after');
  if (after !== null && !/^\d+$/u.test(after)) return errors.invalid('after is no number', 'after');
  const archived = query.get('archived') === 'true';
  const start = after === null ? 0 : type.placeOf(after, archived);
  const end = Math.min(start + limit, type.count(archived));
  const names = namesAsked(type, request);
  const results = Array.from({ length: Math.max(0, end - start) }, (_, index) =>
    objectBody(type.record(start + index, archived), names),
  );
  const isLast = end >= type.count(archived);
  const lastId = results.at(-1)?.id;
  return jsonAnswer(
    // The cursor is the id after the last one: a number that no record need have.
    pageOf(results, isLast || lastId === undefined ? null : String(Number(lastId) + 1), request),
  );
}

/** Repeated `properties=a&properties=b`, or `properties=a,b`, or both. */
function namesAsked(type: CrmObjectType, { query, token }: SimulatedRequest): readonly string[] {
  const asked = query
    .getAll('properties')
    .flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return givenNames(type, asked, readableProperties(type, token?.scopes ?? []));
}

function one(type: CrmObjectType, request: SimulatedRequest, errors: HubspotErrors): SimulatedAnswer {
  const archived = request.query.get('archived') === 'true';
  const record = recordOf(type, request.parameters['id'] ?? '', archived);
  return record === null
    ? errors.objectNotFound()
    : jsonAnswer(objectBody(record, namesAsked(type, request)));
}

function recordOf(
  type: CrmObjectType,
  id: string,
  archived: boolean,
): ReturnType<CrmObjectType['record']> | null {
  if (!/^\d+$/u.test(id)) return null;
  const place = type.placeOf(id, archived);
  if (place >= type.count(archived)) return null;
  const record = type.record(place, archived);
  return record.id === id ? record : null;
}

interface BatchInput {
  readonly inputs: readonly { readonly id: string }[];
  readonly properties?: readonly string[];
  readonly idProperty?: string;
}

function batch(
  type: CrmObjectType,
  request: SimulatedRequest,
  errors: HubspotErrors,
  clock: SimulatedClock,
): SimulatedAnswer {
  const input = batchInput(request.body);
  if (input === null) return errors.invalid('inputs expected', 'inputs');
  if (input.inputs.length > LARGEST_BATCH) return errors.invalid(`at most ${LARGEST_BATCH} inputs`, 'inputs');
  if (input.idProperty !== undefined && input.idProperty !== 'hs_object_id') {
    return errors.invalid('this simulation finds records by their id only', 'idProperty');
  }
  const archived = request.query.get('archived') === 'true';
  const names = givenNames(
    type,
    input.properties ?? [],
    readableProperties(type, request.token?.scopes ?? []),
  );
  const startedAt = clock.date().toISOString();
  const found = input.inputs.map(({ id }) => ({ id, record: recordOf(type, id, archived) }));
  const missing = found.filter(({ record }) => record === null).map(({ id }) => id);
  return jsonAnswer(
    {
      status: 'COMPLETE',
      results: found.flatMap(({ record }) => (record === null ? [] : [objectBody(record, names)])),
      ...(missing.length === 0
        ? {}
        : {
            numErrors: 1,
            errors: [
              {
                status: 'error',
                category: 'OBJECT_NOT_FOUND',
                message: `Could not get some ${type.name.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
                context: { ids: missing },
              },
            ],
          }),
      startedAt,
      completedAt: clock.date().toISOString(),
    },
    { status: missing.length === 0 ? 200 : 207 },
  );
}

function batchInput(body: string): BatchInput | null {
  try {
    const parsed = JSON.parse(body) as Partial<BatchInput> | null;
    return Array.isArray(parsed?.inputs) ? (parsed as BatchInput) : null;
  } catch {
    return null;
  }
}
