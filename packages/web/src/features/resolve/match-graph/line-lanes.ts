interface Line {
  readonly from: number;
  readonly to: number;
}

/**
 * How far out each line is drawn, from 0: lines that pass the same rows have different lanes, and one that encloses another lies further out, so
 * that no two are drawn over each other. Lines that merely meet at a row may share a lane.
 */
export function lineLanes(lines: readonly Line[]): readonly number[] {
  const shortestFirst = [...lines.keys()].sort((a, b) => {
    const [one, other] = [lines[a], lines[b]];
    if (one === undefined || other === undefined) return 0;
    return one.to - one.from - (other.to - other.from) || one.from - other.from || a - b;
  });
  const lanes = new Map<number, number>();
  for (const line of shortestFirst) {
    const taken = new Set([...lanes].filter(([other]) => pass(lines[line], lines[other])).map(([, lane]) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    lanes.set(line, lane);
  }
  return lines.map((_, line) => lanes.get(line) ?? 0);
}

function pass(a: Line | undefined, b: Line | undefined): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}
