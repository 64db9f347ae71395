import type { Location } from './location.js';

type Place = Pick<Location, 'id' | 'parent'>;

/** The places from this one up to the top, itself first. A parent that is not there ends the way. */
export function wayUp(id: string, places: ReadonlyMap<string, Place>): readonly string[] {
  const way: string[] = [];
  for (let at = places.get(id); at !== undefined && !way.includes(at.id); ) {
    way.push(at.id);
    at = at.parent === null ? undefined : places.get(at.parent);
  }
  return way;
}

/** Whether hanging a place below another would make a ring of the tree. */
export function wouldRing(id: string, parent: string, places: ReadonlyMap<string, Place>): boolean {
  return wayUp(parent, places).includes(id);
}
