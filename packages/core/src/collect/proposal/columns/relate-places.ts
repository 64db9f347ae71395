import type { Adjustment } from './adjusted.js';
import type { Candidates } from './candidates.js';
import { evidence } from './evidence.js';
import { onePerOther } from './one-per-other.js';

/** Postcodes and their cities go together, as do the numbers and names of products. */
export function relatePlacesAndProducts(columns: readonly Candidates[]): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  const postcodes = columns.filter(({ weights }) => weights.has('postcode'));
  const cities = columns.filter(({ weights }) => weights.has('city'));
  for (const postcode of postcodes) {
    const areas = postcode.facts.values.map(areaOf);
    for (const city of cities) {
      const { repeats, share } = onePerOther(areas, city.facts.values);
      if (repeats < 8 || share < 0.75 || city.facts.counts.size < 4) continue;
      adjustments.push(
        {
          position: postcode.facts.position,
          meaning: 'postcode',
          add: 1.1,
          evidence: evidence.goesWith(city.facts.header),
        },
        {
          position: city.facts.position,
          meaning: 'city',
          add: 1.4,
          evidence: evidence.goesWith(postcode.facts.header),
        },
      );
    }
  }
  return adjustments;
}

/** The first two digits or the letters before the first digit: one city or few. */
function areaOf(postcode: string | null): string | null {
  return postcode === null ? null : (/^[A-Za-z]+|^\d\d/.exec(postcode)?.[0] ?? null);
}
