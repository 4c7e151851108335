import { jsonAnswer } from '../../core/simulated-answer.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import type { EntityType } from '../entities/entity.js';
import { answerTime } from '../quickbooks-times.js';
import type { BookRoute } from './book-route.js';

/** One record by its id. What is not there is 400 with code 610, not 404. */
export function readRoutes(
  { clock, has }: VendorContext,
  entities: readonly EntityType[],
  bookRoute: BookRoute,
): readonly Route[] {
  return entities.map((entity) =>
    bookRoute('GET', `/${entity.name.toLowerCase()}/{id}`, ({ parameters, query }, errors) => {
      const id = parameters['id'] ?? '';
      if (!/^\d+$/u.test(id)) return errors.invalidId(id);
      const place = placeOf(entity, Number(id));
      if (place === null) return errors.objectNotFound();
      const isEnhanced = has('enhanced-custom-fields') && query.get('include') === 'enhancedAllCustomFields';
      const fields = isEnhanced ? (entity.enhancedFields?.(place) ?? []) : [];
      const record = { ...entity.at(place), ...(fields.length > 0 && { CustomField: fields }) };
      return jsonAnswer({ [entity.name]: record, time: answerTime(clock.date()) });
    }),
  );
}

/** Records stand in the order of their ids. */
function placeOf(entity: EntityType, id: number): number | null {
  let low = 0;
  let high = entity.count() - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const found = Number(entity.at(middle).Id);
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
