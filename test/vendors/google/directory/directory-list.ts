import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter } from '../answers/google-errors.js';
import { type PageProblem, pageOf, type PageRules, THREE_DAYS } from '../answers/page.js';
import { etagOf } from '../google-ids.js';
import type { Series } from '../series.js';

/** How Directory's lists page: more to a page than the most is refused. */
export function pagesOf(usual: number, most: number): PageRules {
  return {
    size: { parameter: 'maxResults', usual, most },
    tooMany: 'refused',
    tokenMs: THREE_DAYS,
    hasEmptyPages: false,
  };
}

/** A page of any of Directory's lists. */
export function listed<T>(
  kind: string,
  member: string,
  request: SimulatedRequest,
  series: Series<T>,
  show: (item: T) => unknown,
  rules: PageRules,
  now: number,
  keeps?: (item: T) => boolean,
): SimulatedAnswer {
  const page = pageOf(series, request, rules, now, keeps);
  if (typeof page === 'string') return badPage(request, page);
  const items = page.items.map((item) => show(item));
  return googleJson({
    kind: `admin#directory#${kind}`,
    etag: etagOf(kind, items),
    ...listMember(member, items),
    ...page.next,
  });
}

function badPage({ path }: SimulatedRequest, problem: PageProblem): SimulatedAnswer {
  return problem === 'bad-size'
    ? badParameter(path, 'maxResults', 'Invalid value for maxResults')
    : badParameter(path, 'pageToken', 'Invalid Input: pageToken');
}
