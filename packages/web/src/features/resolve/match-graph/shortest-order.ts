interface Line {
  readonly from: number;
  readonly to: number;
}

/**
 * An order of things on one column that keeps what is joined close together: the numbers of the things, top first. A thing stays among those
 * of its group, and groups stand in the order of their numbers. Things are moved one at a time for as long as a move makes the lines shorter
 * altogether, so the same things and lines always give the same order, and lines are never longer than in the order given.
 */
export function shortestOrder(groups: readonly number[], lines: readonly Line[]): readonly number[] {
  let order = groups.map((_, thing) => thing).sort((a, b) => (groups[a] ?? 0) - (groups[b] ?? 0) || a - b);
  let length = lengthOf(order, lines);
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (const thing of groups.keys()) {
      for (const moved of placesOf(thing, order, groups)) {
        const movedLength = lengthOf(moved, lines);
        if (movedLength >= length) continue;
        [order, length, isShorter] = [moved, movedLength, true];
      }
    }
  }
  return order;
}

/** Each order in which one thing stands elsewhere in its group. */
function* placesOf(thing: number, order: readonly number[], groups: readonly number[]): Generator<number[]> {
  const without = order.filter((other) => other !== thing);
  for (let place = 0; place <= without.length; place += 1) {
    const before = groups[without[place - 1] ?? thing] ?? 0;
    const after = groups[without[place] ?? thing] ?? 0;
    const group = groups[thing] ?? 0;
    if (before <= group && group <= after) yield [...without.slice(0, place), thing, ...without.slice(place)];
  }
}

function lengthOf(order: readonly number[], lines: readonly Line[]): number {
  const placeOf = new Map(order.map((thing, place) => [thing, place]));
  return lines.reduce((sum, { from, to }) => sum + Math.abs((placeOf.get(from) ?? 0) - (placeOf.get(to) ?? 0)), 0);
}
