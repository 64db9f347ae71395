import type { SequenceClause } from '@throughline/core/understand/segments/clause';
import { mostOfSequence } from '@throughline/core/understand/segments/condition';
import { durationMs } from '@throughline/core/understand/segments/duration';
import type { InteractionFilter } from '@throughline/core/understand/segments/interaction-filter';
import { daySlackMs } from '@throughline/core/understand/segments/placed-interaction';

/*
 * `sequenceEnd` as one walk along the line of a person, by what was seen so far:
 *
 *   acc.1          whether the last step was reached
 *   then for each step but the last     the latest instant, and the latest day, at which it was reached (0: never)
 *   then for each step but the first    the time of the last forbidden one, and of the last at an earlier time
 *
 * A place of the line is (time, its first step, message, is a day, steps as bits, forbidden as bits). All parts of `acc` are told anew from
 * the old ones, so no place is two steps of one way.
 */
export function sequenceSql(
  steps: SequenceClause['steps'],
  meant: (filter: InteractionFilter) => string,
  within: string,
  placed: string,
): string {
  const isStep = (): readonly string[] => steps.map(({ what }) => meant(what));
  const isForbidden = (): readonly string[] =>
    steps.map(({ without }) => (without === undefined ? '0' : meant(without)));
  const bits = (tests: readonly string[]): string => tests.map((test, bit) => `${test} * ${2 ** bit}`).join(' + ');
  const first = `multiIf(${isStep()
    .map((test, index) => `${test}, ${index}`)
    .join(', ')}, ${steps.length})`;
  const place = `(${placed}, ${first}, UUIDToNum(message), precision = 2, toUInt32(${bits(isStep())}), toUInt32(${bits(isForbidden())}))`;
  const bears = `(${[...isStep(), ...isForbidden()].join(' or ')}) and ${within}`;
  const line = `arraySlice(arraySort(groupArrayIf(${place}, ${bears})), -${mostOfSequence})`;
  const start = ['toUInt8(0)', ...Array.from({ length: 4 * (steps.length - 1) }, () => 'toInt64(0)')];
  return `(arrayFold((acc, e) -> tuple(${afterPlace(steps).join(', ')}), ${line}, tuple(${start.join(', ')})).1 = 1)`;
}

function afterPlace(steps: SequenceClause['steps']): readonly string[] {
  const gaps = steps.length - 1;
  const instantOf = (step: number): string => `acc.${2 + 2 * step}`;
  const dayOf = (step: number): string => `acc.${3 + 2 * step}`;
  const forbiddenOf = (step: number): string => `acc.${2 * gaps + 2 * step}`;
  const earlierOf = (step: number): string => `acc.${2 * gaps + 2 * step + 1}`;
  const isBit = (part: string, bit: number): string => `bitTest(${part}, ${bit})`;
  const isReached = (step: number): string => {
    if (step === 0) return isBit('e.5', 0);
    const between = `if(${forbiddenOf(step)} = e.1, ${earlierOf(step)}, ${forbiddenOf(step)})`;
    const withinStep = steps[step]?.within;
    const isNear = (since: string, slackMs: number): string =>
      `(${since} > 0 and ${between} <= ${since}${
        withinStep === undefined
          ? ''
          : ` and e.1 - ${since} - ${slackMs} - if(e.4, ${daySlackMs}, 0) <= ${durationMs(withinStep)}`
      })`;
    return `(${isBit('e.5', step)} and (${isNear(instantOf(step - 1), 0)} or ${isNear(dayOf(step - 1), daySlackMs)}))`;
  };
  const kept = Array.from({ length: gaps }, (_, step) => [
    `if(${isReached(step)} and not e.4, e.1, ${instantOf(step)})`,
    `if(${isReached(step)} and e.4, e.1, ${dayOf(step)})`,
  ]);
  const forbidden = Array.from({ length: gaps }, (_, gap) => {
    const step = gap + 1;
    const isNew = `${isBit('e.6', step)} and ${forbiddenOf(step)} <> e.1`;
    return [`if(${isNew}, e.1, ${forbiddenOf(step)})`, `if(${isNew}, ${forbiddenOf(step)}, ${earlierOf(step)})`];
  });
  return [`toUInt8(acc.1 or ${isReached(gaps)})`, ...kept.flat(), ...forbidden.flat()];
}
