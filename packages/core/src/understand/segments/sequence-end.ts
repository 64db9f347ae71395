import { compareText } from '../../resolve/compare-text.js';
import type { SequenceClause } from './clause.js';
import { mostOfSequence } from './condition.js';
import { durationMs } from './duration.js';
import { matchesFilter } from './matches-filter.js';
import { daySlackMs, type PlacedInteraction } from './placed-interaction.js';

/*
 * Everything that is a step, or must not lie between two, in one line: by its place in time; at the same time in the order of the steps,
 * then by message. A step is reached at a place if the step before was reached earlier in the line, near enough, with nothing forbidden
 * strictly between their times. Of all places where the step before was reached, the latest is nearest and has the least between; only of a
 * day it is not known how near, so the latest instant and the latest day are looked at.
 */

/** Where the last step was reached last; undefined: nowhere. `interactions` are those in the window. */
export function sequenceEnd(
  steps: SequenceClause['steps'],
  interactions: readonly PlacedInteraction[],
): PlacedInteraction | undefined {
  const line = lineOf(steps, interactions);
  const [, ...following] = steps;
  let reached = line.map(({ isStep }) => isStep[0] === true);
  for (const [index, step] of following.entries()) reached = reachedAfter(reached, line, index + 1, step);
  return line[reached.lastIndexOf(true)]?.placed;
}

interface Place {
  readonly placed: PlacedInteraction;
  readonly isStep: readonly boolean[];
  /** Whether it must not lie between the step of this number and the one before. */
  readonly isForbidden: readonly boolean[];
}

function lineOf(steps: SequenceClause['steps'], interactions: readonly PlacedInteraction[]): readonly Place[] {
  const first = ({ isStep }: Place): number => (isStep.includes(true) ? isStep.indexOf(true) : steps.length);
  return interactions
    .map((placed) => ({
      placed,
      isStep: steps.map(({ what }) => matchesFilter(placed.one, what)),
      isForbidden: steps.map(({ without }) => without !== undefined && matchesFilter(placed.one, without)),
    }))
    .filter(({ isStep, isForbidden }) => isStep.includes(true) || isForbidden.includes(true))
    .sort(
      (a, b) =>
        a.placed.placedMs - b.placed.placedMs ||
        first(a) - first(b) ||
        compareText(a.placed.one.message, b.placed.one.message),
    )
    .slice(-mostOfSequence);
}

const never = Number.NEGATIVE_INFINITY;

function reachedAfter(
  before: readonly boolean[],
  line: readonly Place[],
  number: number,
  step: SequenceClause['steps'][number],
): boolean[] {
  const withinMs = step.within === undefined ? Number.POSITIVE_INFINITY : durationMs(step.within);
  let [lastInstant, lastDay] = [never, never];
  // The time of the last forbidden one, and of the last at an earlier time than that.
  let [forbidden, forbiddenEarlier] = [never, never];
  return line.map(({ placed, isStep, isForbidden }, at) => {
    const { placedMs, isDay } = placed;
    const between = forbidden === placedMs ? forbiddenEarlier : forbidden;
    const isNear = (since: number, slackMs: number): boolean =>
      since !== never && between <= since && placedMs - since - slackMs - (isDay ? daySlackMs : 0) <= withinMs;
    const isReached = isStep[number] === true && (isNear(lastInstant, 0) || isNear(lastDay, daySlackMs));
    if (before[at] === true) [lastInstant, lastDay] = isDay ? [lastInstant, placedMs] : [placedMs, lastDay];
    if (isForbidden[number] === true && placedMs !== forbidden) [forbidden, forbiddenEarlier] = [placedMs, forbidden];
    return isReached;
  });
}
