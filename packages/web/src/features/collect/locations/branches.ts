import type { Location } from '../../../api/locations.js';

export interface Branch {
  readonly place: Location;
  readonly below: readonly Branch[];
}

/** The places as a tree, in the order of their list; whatever hangs below a place that is not there stands at the top. */
export function branches(items: readonly Location[]): readonly Branch[] {
  const known = new Set(items.map(({ id }) => id));
  const byParent = new Map<string, Location[]>();
  for (const place of items) {
    const parent = place.parent !== null && known.has(place.parent) ? place.parent : '';
    byParent.set(parent, [...(byParent.get(parent) ?? []), place]);
  }
  const below = (parent: string): readonly Branch[] =>
    (byParent.get(parent) ?? []).map((place) => ({ place, below: below(place.id) }));
  return below('');
}

/** A place and all that hangs below it: where it cannot be hung itself. */
export function branchIds(all: readonly Branch[], id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (some: readonly Branch[], within: boolean): void => {
    for (const { place, below } of some) {
      const isIn = within || place.id === id;
      if (isIn) found.add(place.id);
      walk(below, isIn);
    }
  };
  walk(all, false);
  return found;
}
