import { wayUp } from '../../collect/locations/branch-of.js';
import type { Location } from '../../collect/locations/location.js';

/** How often sources named a place by a code. */
export interface CodeUse {
  readonly code: string;
  readonly interactions: number;
  /** Counts without persons. */
  readonly numbers: number;
  readonly happenings: number;
}

type Sums = Omit<CodeUse, 'code'>;

export interface PlaceSums {
  readonly id: string;
  readonly here: Sums;
  /** Here and everywhere below. */
  readonly branch: Sums;
}

const none: Sums = { interactions: 0, numbers: 0, happenings: 0 };

/** Adds up the tree what was named by code. A code that belongs to no place is not guessed: it is among `notPlaced`, the commonest first. */
export function placeSums(
  locations: readonly Location[],
  uses: readonly CodeUse[],
): { readonly places: readonly PlaceSums[]; readonly notPlaced: readonly CodeUse[] } {
  const places = new Map(locations.map((one) => [one.id, one]));
  const placeOfCode = new Map(locations.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)));
  const here = new Map<string, Sums>();
  const branch = new Map<string, Sums>();
  const notPlaced: CodeUse[] = [];
  for (const use of uses) {
    const id = placeOfCode.get(use.code);
    if (id === undefined) {
      notPlaced.push(use);
      continue;
    }
    add(here, id, use);
    for (const above of wayUp(id, places)) add(branch, above, use);
  }
  return {
    places: locations.map(({ id }) => ({ id, here: here.get(id) ?? none, branch: branch.get(id) ?? none })),
    notPlaced: notPlaced.sort((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1)),
  };
}

function add(sums: Map<string, Sums>, id: string, use: Sums): void {
  const known = sums.get(id) ?? none;
  sums.set(id, {
    interactions: known.interactions + use.interactions,
    numbers: known.numbers + use.numbers,
    happenings: known.happenings + use.happenings,
  });
}

function weight({ interactions, numbers, happenings }: Sums): number {
  return interactions + numbers + happenings;
}
