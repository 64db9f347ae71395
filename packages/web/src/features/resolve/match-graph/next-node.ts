import type { MatchGraph } from './match-graph.js';

/**
 * Where a key leads from a node: up, down and to either end by place, left and right along a line to the nearest node above or below.
 * Undefined for keys that lead nowhere.
 */
export function nextNode(
  { nodes, lines }: Pick<MatchGraph, 'nodes' | 'lines'>,
  from: number,
  key: string,
): number | undefined {
  const joined = lines.flatMap((line) => (line.from === from ? [line.to] : line.to === from ? [line.from] : []));
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, nodes.length - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return nodes.length - 1;
    case 'ArrowLeft':
      return joined.filter((node) => node < from).sort((a, b) => b - a)[0];
    case 'ArrowRight':
      return joined.filter((node) => node > from).sort((a, b) => a - b)[0];
    default:
      return undefined;
  }
}
