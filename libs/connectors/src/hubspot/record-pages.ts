import { pagesOf } from '../kit/pages.js';
import type { HubspotApi } from './hubspot-api.js';
import { inOrderAhead } from '../kit/in-order-ahead.js';
import type { CrmType } from './paths.js';
import { type CrmRecord, RecordBatch, RecordPage, RecordTotal } from './record.schema.js';
import { goesRound } from './whole-list.js';

/** HubSpot gives no more in one answer. */
export const PAGE_SIZE = 100;
/** More names do not fit into an address with certainty; then they are sent in the body of a second request. */
const MOST_NAMES_IN_ADDRESS = 100;
/** Batches under way; with the page of ids that is fetched ahead no more than four pages are held. */
const BATCHES_AHEAD = 2;
/** Given with every record: asked for where nothing else is. */
const ID_ONLY = ['hs_object_id'];

/**
 * The records of a type that are not archived, with the named properties, page by page. A record can come twice where
 * HubSpot repeats a page. Throws a ReadRefusedError.
 */
export async function* recordPages(
  api: HubspotApi,
  type: CrmType,
  names: readonly string[],
): AsyncGenerator<readonly CrmRecord[], void> {
  if (names.length <= MOST_NAMES_IN_ADDRESS) {
    yield* listPages(api, type, { names });
    return;
  }
  yield* inOrderAhead(listPages(api, type, { names: ID_ONLY }), BATCHES_AHEAD, async (page) => {
    if (page.length === 0) return [];
    const asked = { path: `${type.objectsPath}/batch/read`, scope: type.scope };
    const body = {
      inputs: page.map(({ id }) => ({ id })),
      properties: names,
      propertiesWithHistory: [],
    };
    // Whoever was deleted since is left out of the answer, which is no error.
    const { results } = await api.readByPost(RecordBatch, asked, body);
    return results;
  });
}

/** The pages of HubSpot's own list, with no more names than fit into an address. */
export function listPages(
  api: HubspotApi,
  { objectsPath: path, scope }: CrmType,
  {
    names,
    archived = false,
    limit = PAGE_SIZE,
  }: { readonly names: readonly string[]; readonly archived?: boolean; readonly limit?: number },
): AsyncGenerator<readonly CrmRecord[], void> {
  const properties = names.length === 0 ? ID_ONLY : names;
  return pagesOf<CrmRecord, string>(
    async (after) =>
      api.get(RecordPage, {
        path,
        scope,
        query: { limit, archived, properties, ...(after !== null && { after }) },
      }),
    goesRound,
  );
}

/** How many records HubSpot itself counts, without archived ones. */
export async function countRecords(api: HubspotApi, { objectsPath, scope }: CrmType): Promise<number> {
  const { total } = await api.readByPost(
    RecordTotal,
    { path: `${objectsPath}/search`, scope },
    { filterGroups: [], sorts: [], properties: ID_ONLY, limit: 1, after: '0' },
  );
  return total;
}
