import { channelLabel } from '../../collect/channel-label.js';
import { type ConditionWording, listInWords, tidy } from './condition-wording.js';
import type { InteractionFilter } from './interaction-filter.js';
import { numberTestInWords, valueInWords, valueTestInWords } from './test-in-words.js';

/** Which interactions are meant: "“Order Completed” through Store worth at least 50". */
export function filterInWords(filter: InteractionFilter, wording: ConditionWording): string {
  const { words } = wording;
  const { say } = words;
  const or = (parts: readonly string[]): string => listInWords(parts, 'or', words);
  const quoted = (names: readonly string[]): string => or(names.map((name) => valueInWords(name, words)));
  const kinds = filter.kinds?.map((kind) => say('understand.segment.kind', { kind }));
  const head =
    filter.names === undefined ? or(kinds ?? [say('understand.segment.kind', { kind: 'any' })]) : quoted(filter.names);
  const label = (of: string): string => say('understand.segment.label', { of: of.replaceAll('-', '_') });
  const qualifiers: readonly (readonly [of: string, list: string | undefined])[] = [
    ['kinds', filter.names === undefined || kinds === undefined ? undefined : or(kinds)],
    ['channels', filter.channels && or(filter.channels.map((channel) => channelLabel(channel, words)))],
    ['sources', filter.sources && or(filter.sources.map(wording.sourceName))],
    ['touchpoints', filter.touchpoints && quoted(filter.touchpoints)],
    ['locations', filter.locations && quoted(filter.locations)],
    ['reasons', filter.reasons && quoted(filter.reasons)],
    ['directions', filter.directions && or(filter.directions.map(label))],
    ['outcomes', filter.outcomes && or(filter.outcomes.map(label))],
    ['currencies', filter.currencies && or(filter.currencies)],
    ['value', filter.value && numberTestInWords(filter.value, words)],
    ...(filter.properties ?? []).map(
      ({ path, test }) =>
        [
          'properties',
          say('understand.segment.property', { test: valueTestInWords(test, words), property: path.join('.') }),
        ] as const,
    ),
  ];
  const told = qualifiers.flatMap(([of, list]) =>
    list === undefined ? [] : [say('understand.segment.qualifier', { of, list })],
  );
  return tidy([head, ...told].join(' '));
}
