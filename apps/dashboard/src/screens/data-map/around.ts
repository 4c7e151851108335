import type { DataFlowAnswer } from '../../api/shapes.js';

/** Only what leads to a place, and where it leads to. */
export function around(flow: DataFlowAnswer, id: string): DataFlowAnswer {
  const kept = new Set([id, ...reached(flow, id, 'from', 'to'), ...reached(flow, id, 'to', 'from')]);
  const isKept = (place: { readonly id: string }) => kept.has(place.id);
  return {
    ...flow,
    purposes: flow.purposes.filter(isKept),
    categories: flow.categories.filter(isKept),
    systems: flow.systems.filter(isKept),
    apps: flow.apps.filter(isKept),
    links: flow.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}

type End = 'from' | 'to';

function reached({ links }: DataFlowAnswer, start: string, here: End, there: End): ReadonlySet<string> {
  const all = new Set<string>();
  let edge = [start];
  while (edge.length > 0) {
    const ends = new Set(edge);
    edge = links.filter((link) => ends.has(link[here]) && !all.has(link[there])).map((link) => link[there]);
    for (const place of edge) all.add(place);
  }
  return all;
}
