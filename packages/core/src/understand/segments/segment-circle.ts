import { clausesOf } from './clauses-of.js';
import type { Condition } from './condition.js';

/** The way from a segment through what it refers to back to `self`, or to any segment on the way; undefined if there is none. */
export function segmentCircle(
  from: string,
  segments: ReadonlyMap<string, Condition>,
  self: string | undefined,
): readonly string[] | undefined {
  const harmless = new Set<string>();
  const walk = (segment: string, way: readonly string[]): readonly string[] | undefined => {
    const again = way.indexOf(segment);
    if (again >= 0) return [...way.slice(again), segment];
    if (harmless.has(segment)) return undefined;
    for (const next of segmentsIn(segments.get(segment))) {
      const circle = walk(next, [...way, segment]);
      if (circle !== undefined) return circle;
    }
    harmless.add(segment);
    return undefined;
  };
  return walk(from, self === undefined ? [] : [self]);
}

/** Ids of the segments that a condition refers to. */
export function segmentsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  return clausesOf(condition.where).flatMap(({ clause }) => (clause.type === 'member' ? [clause.segment] : []));
}
