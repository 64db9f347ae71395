import { type Clause, isDeed } from './clause.js';
import { clausesOf, type PlacedClause } from './clauses-of.js';
import { type Condition, deepestClause, longestCondition, mostClauses } from './condition.js';
import type { ConditionProblem } from './condition-problem.js';
import { durationMs } from './duration.js';
import { foldText } from './fold-text.js';
import type { InteractionFilter } from './interaction-filter.js';
import { nearestWord } from './nearest-word.js';
import { boundsOf, isNumberTest, type NumberTest } from './number-test.js';
import { segmentCircle } from './segment-circle.js';
import { windowBounds } from './window-bounds.js';

/** What the workspace has; words in any case. */
export interface KnownFields {
  readonly traits: readonly string[];
  readonly names: readonly string[];
  readonly channels: readonly string[];
  readonly touchpoints: readonly string[];
  readonly locations: readonly string[];
  readonly reasons: readonly string[];
  /** Public ids. */
  readonly sources: readonly string[];
  readonly segments: ReadonlyMap<string, Condition>;
}

/** Everything that keeps a condition from being used, in the order of the document. `self` is the segment that it will belong to. */
export function checkCondition(
  condition: Condition,
  known: KnownFields,
  at: { readonly momentMs: number; readonly self?: string },
): readonly ConditionProblem[] {
  const clauses = clausesOf(condition.where);
  if (clauses.length > mostClauses) return [{ path: 'where', type: 'too-many-clauses', most: mostClauses }];
  const tooDeep = clauses.find(({ depth }) => depth > deepestClause);
  if (JSON.stringify(condition).length > longestCondition)
    return [{ path: 'where', type: 'too-long', most: longestCondition }];
  if (tooDeep !== undefined) return [{ path: tooDeep.path, type: 'too-deep', most: deepestClause }];
  return clauses.flatMap((placed) => [
    ...fieldProblems(placed, known),
    ...sizeProblems(placed, at.momentMs),
    ...circleProblems(placed, known, at.self),
  ]);
}

const wordFields = {
  names: 'name',
  channels: 'channel',
  touchpoints: 'touchpoint',
  locations: 'location',
  reasons: 'reason',
  sources: 'source',
} as const;

function fieldProblems({ clause, path }: PlacedClause, known: KnownFields): readonly ConditionProblem[] {
  const unknown = (
    at: string,
    field: Extract<ConditionProblem, { type: 'unknown' }>['field'],
    value: string,
    names: readonly string[],
  ): readonly ConditionProblem[] => {
    const isKnown = names.some((name) => (field === 'trait' ? name === value : foldText(name) === foldText(value)));
    return isKnown ? [] : [{ path: at, type: 'unknown', field, value, nearest: nearestWord(value, names) }];
  };
  if (clause.type === 'trait') return unknown(`${path}.trait`, 'trait', clause.trait, known.traits);
  if (clause.type === 'member' && !known.segments.has(clause.segment))
    return [{ path: `${path}.segment`, type: 'unknown', field: 'segment', value: clause.segment, nearest: null }];
  return filtersOf(clause, path).flatMap(({ filter, path: at }) =>
    (Object.keys(wordFields) as (keyof typeof wordFields)[]).flatMap((list) =>
      (filter[list] ?? []).flatMap((value, index) =>
        unknown(`${at}.${list}[${index}]`, wordFields[list], value, known[list]),
      ),
    ),
  );
}

/** The filters of a clause, with their places. */
export function filtersOf(clause: Clause, path: string): readonly { filter: InteractionFilter; path: string }[] {
  if (!isDeed(clause)) return [];
  if (clause.type === 'sequence')
    return clause.steps.flatMap(({ what, without }, index) => [
      { filter: what, path: `${path}.steps[${index}].what` },
      ...(without === undefined ? [] : [{ filter: without, path: `${path}.steps[${index}].without` }]),
    ]);
  const was = 'was' in clause ? clause.was : undefined;
  return [
    { filter: clause.what, path: `${path}.what` },
    ...(was === undefined ? [] : [{ filter: was, path: `${path}.was` }]),
  ];
}

function sizeProblems({ clause, path }: PlacedClause, momentMs: number): readonly ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const number = (test: NumberTest | undefined, at: string, isAmount: boolean): void => {
    if (test?.is === 'between' && test.from > test.to) problems.push({ path: at, type: 'bounds-cross' });
    if (isAmount && test !== undefined && boundsOf(test).some((bound) => Math.abs(bound) >= 1e12))
      problems.push({ path: at, type: 'number-too-large' });
  };
  for (const { filter, path: at } of filtersOf(clause, path)) {
    number(filter.value, `${at}.value`, true);
    for (const [index, { test }] of (filter.properties ?? []).entries())
      if (isNumberTest(test)) number(test, `${at}.properties[${index}].test`, false);
  }
  if (clause.type === 'trait' && isNumberTest(clause.test)) number(clause.test, `${path}.test`, false);
  if (clause.type === 'did') number(clause.times, `${path}.times`, false);
  if (clause.type === 'sum') number(clause.test, `${path}.test`, true);
  return [...problems, ...timeProblems(clause, path, momentMs)];
}

function timeProblems(clause: Clause, path: string, momentMs: number): readonly ConditionProblem[] {
  if (clause.type === 'since') {
    const { atLeast, lessThan } = clause;
    if (atLeast === undefined && lessThan === undefined) return [{ path, type: 'since-open' }];
    const isNever = atLeast !== undefined && lessThan !== undefined && durationMs(atLeast) >= durationMs(lessThan);
    return isNever ? [{ path: `${path}.lessThan`, type: 'window-ends-first' }] : [];
  }
  const first = clause.type === 'sequence' ? clause.steps[0] : undefined;
  if (first?.within !== undefined || first?.without !== undefined)
    return [{ path: `${path}.steps[0]`, type: 'first-step' }];
  if (!isDeed(clause) || clause.in === undefined) return [];
  const at = `${path}.in`;
  if (clause.in.type === 'absolute' && clause.in.from === undefined && clause.in.until === undefined)
    return [{ path: at, type: 'window-open' }];
  const { from, to } = windowBounds(clause.in, { momentMs, zone: 'UTC', weekStartsOn: 1 });
  if (from !== null && to !== null && from >= to) return [{ path: at, type: 'window-ends-first' }];
  // Somewhere it is up to 14 hours later than in UTC.
  return from !== null && from > momentMs + 14 * 3_600_000 ? [{ path: at, type: 'window-lies-ahead' }] : [];
}

function circleProblems(
  { clause, path }: PlacedClause,
  { segments }: KnownFields,
  self: string | undefined,
): readonly ConditionProblem[] {
  if (clause.type !== 'member') return [];
  const circle = segmentCircle(clause.segment, segments, self);
  return circle === undefined ? [] : [{ path: `${path}.segment`, type: 'circle', segments: circle }];
}
