import { jsonAnswer } from '../../core/simulated-answer.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import type { BookRecord, EntityType } from '../entities/entity.js';
import { answerTime } from '../quickbooks-times.js';
import type { BookRoute } from './book-route.js';

const LOOKS_BACK_MS = 30 * 86_400_000;
/** Over all entities of one answer together, without pages. */
const MOST_CHANGES = 1000;

/** Change data capture: what changed since an instant, with whole records. */
export function changeRoutes(
  { clock }: VendorContext,
  entities: readonly EntityType[],
  bookRoute: BookRoute,
): readonly Route[] {
  return [
    bookRoute('GET', '/cdc', ({ query }, errors) => {
      const since = Date.parse(query.get('changedSince') ?? '');
      const names = (query.get('entities') ?? '').split(',').map((name) => name.trim().toLowerCase());
      const asked = names.map((name) => entities.find((entity) => entity.name.toLowerCase() === name));
      // A "+" that was not encoded arrives as a space, and is no instant any more.
      if (Number.isNaN(since) || since < clock.now() - LOOKS_BACK_MS || asked.includes(undefined)) {
        return errors.business({
          message: 'Invalid or missing changedSince or entities',
          detail: 'The changedSince parameter must be within the last 30 days',
          code: '4001',
        });
      }
      let room = MOST_CHANGES;
      const QueryResponse = asked.flatMap((entity) => {
        if (entity === undefined) return [];
        const changed = changedSince(entity, since).slice(0, room);
        room -= changed.length;
        return changed.length === 0
          ? [{}]
          : [{ [entity.name]: changed, startPosition: 1, maxResults: changed.length }];
      });
      return jsonAnswer({ CDCResponse: [{ QueryResponse }], time: answerTime(clock.date()) });
    }),
  ];
}

function changedSince(entity: EntityType, since: number): readonly BookRecord[] {
  return Array.from({ length: entity.count() }, (_, place) => entity.at(place)).filter(
    ({ MetaData }) => Date.parse(MetaData.LastUpdatedTime) >= since,
  );
}
