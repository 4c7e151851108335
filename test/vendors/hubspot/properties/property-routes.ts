import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { atEach, PATHS } from '../hubspot-versions.js';
import type { CrmObjectType } from '../objects/crm-object.js';
import type { PropertyDefinition } from './property.js';

const SENSITIVITIES: ReadonlySet<string> = new Set(['non_sensitive', 'sensitive', 'highly_sensitive']);

/** Property definitions: never paged, and only of the sensitivity that was asked for. */
export function propertyRoutes(types: readonly CrmObjectType[], errors: HubspotErrors): readonly Route[] {
  return types.flatMap((type) =>
    [type.name, type.typeId, type.singular].flatMap((name) => {
      const paths = PATHS.properties.map((path) => path.replace('{type}', name));
      const scopes = [[`crm.objects.${type.name}.read`], [`crm.schemas.${type.name}.read`]];
      return [
        ...atEach(paths, '', (path): Route => ({
          method: 'GET',
          path,
          scopes,
          answer: (request) => list(type, request, errors),
        })),
        ...atEach(paths, '/groups', (path): Route => ({
          method: 'GET',
          path,
          scopes,
          answer: () => groups(type),
        })),
        ...atEach(paths, '/{property}', (path): Route => ({
          method: 'GET',
          path,
          scopes,
          answer: (request) => one(type, request, errors),
        })),
      ];
    }),
  );
}

function list(type: CrmObjectType, { query }: SimulatedRequest, errors: HubspotErrors): SimulatedAnswer {
  const sensitivity = query.get('dataSensitivity') ?? 'non_sensitive';
  if (!SENSITIVITIES.has(sensitivity)) return errors.invalid('unknown sensitivity', 'dataSensitivity');
  const archived = query.get('archived') === 'true';
  return jsonAnswer({
    results: type.properties().filter((property) => isMeant(property, sensitivity, archived)),
  });
}

function one(
  type: CrmObjectType,
  { query, parameters }: SimulatedRequest,
  errors: HubspotErrors,
): SimulatedAnswer {
  const sensitivity = query.get('dataSensitivity') ?? 'non_sensitive';
  const archived = query.get('archived') === 'true';
  const found = type
    .properties()
    .find((property) => property.name === parameters['property'] && isMeant(property, sensitivity, archived));
  return found === undefined ? errors.objectNotFound() : jsonAnswer(found);
}

function isMeant(property: PropertyDefinition, sensitivity: string, archived: boolean): boolean {
  return property.dataSensitivity === sensitivity && property.archived === archived;
}

function groups(type: CrmObjectType): SimulatedAnswer {
  const names = [...new Set(type.properties().map(({ groupName }) => groupName))];
  return jsonAnswer({
    results: names.map((name, displayOrder) => ({ archived: false, name, displayOrder, label: name })),
  });
}
