import type { DataFlowAnswer } from '../../api/shapes.js';
import { systemWords } from '../../words/systems.js';

export interface FlowPlace {
  readonly id: string;
  readonly title: string;
  readonly ai?: boolean;
}

/** The four columns of the picture, each in an order in which few lines cross. */
export function columnsOf({
  purposes,
  categories,
  systems,
  apps,
  links,
}: DataFlowAnswer): readonly FlowPlace[][] {
  const named = systems.map((system) => ({ ...system, title: systemWords.nameOf(system.title) }));
  const placed = new Map(named.map(({ id }, place) => [id, place]));
  const middleOf = (id: string) => {
    const places = links.flatMap(({ from, to }) => (from === id ? (placed.get(to) ?? []) : []));
    return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
  };
  const hasPurpose = (id: string) => links.some(({ from, to }) => to === id && from.startsWith('purpose:'));
  // What has no purpose stands last: nothing comes to it from the left.
  const ordered = categories.toSorted(
    (a, b) => Number(hasPurpose(b.id)) - Number(hasPurpose(a.id)) || middleOf(a.id) - middleOf(b.id),
  );
  return [purposes, ordered, named, apps];
}
