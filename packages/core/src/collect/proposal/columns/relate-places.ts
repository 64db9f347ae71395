import type { Meaning } from '../meaning.js';
import type { Adjustment } from './adjusted.js';
import type { Candidates } from './candidates.js';
import { evidence } from './evidence.js';
import { onePerOther } from './one-per-other.js';

/** Postcodes and their cities go together, as do the numbers and names of products. */
export function relatePlacesAndProducts(columns: readonly Candidates[]): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  const postcodes = likeliest(columns, 'postcode');
  const cities = likeliest(columns, 'city');
  for (const postcode of postcodes) {
    const areas = postcode.facts.values.map(areaOf);
    for (const city of cities) {
      const { repeats, share } = onePerOther(areas, city.facts.values);
      if (repeats < 8 || share < 0.75 || share < commonest(city) + 0.3) continue;
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

/** How often a guess at the commonest value would be right. */
function commonest({ facts }: Candidates): number {
  let most = 0;
  for (const count of facts.counts.values()) most = Math.max(most, count);
  return most / Math.max(1, facts.texts.length);
}

/** A few, because each is held against each. */
function likeliest(columns: readonly Candidates[], meaning: Meaning): readonly Candidates[] {
  const weight = (column: Candidates) => column.weights.get(meaning)?.weight ?? 0;
  return columns
    .filter((column) => weight(column) > 0)
    .sort((a, b) => weight(b) - weight(a) || a.facts.position - b.facts.position)
    .slice(0, 12);
}

/** The first two digits or the letters before the first digit: one city or few. */
function areaOf(postcode: string | null): string | null {
  return postcode === null ? null : (/^[A-Za-z]{1,2}(?=\d)|^\d\d(?=\d{2})/.exec(postcode)?.[0] ?? null);
}
