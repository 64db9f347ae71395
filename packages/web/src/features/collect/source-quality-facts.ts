import type { SourceQuality } from '../../api/source-quality.js';
import type { Source } from '../../api/sources.js';
import { word } from '../../words/word.js';
import { durationText } from './duration-text.js';

type Fact = readonly [name: string, value: string];

/** What there is to say of how well a source tells: what was set aside, how late it is, its silences, and what is left out of figures. */
export function sourceQualityFacts(
  source: Source,
  quality: SourceQuality | undefined,
  days: number,
  percent: (shareOf1: number) => string,
): readonly Fact[] {
  const { usualDelayMs, slowDelayMs, longestGapMs } = quality ?? {
    usualDelayMs: null,
    slowDelayMs: null,
    longestGapMs: null,
  };
  return [
    [word('sources.errors'), errorsText(source, percent)],
    [
      word('sources.delay'),
      usualDelayMs === null || slowDelayMs === null
        ? word('sources.delay.none', { days })
        : word('sources.delay.text', { usual: durationText(usualDelayMs), slow: durationText(slowDelayMs) }),
    ],
    [
      word('sources.silence'),
      longestGapMs === null
        ? word('sources.silence.none')
        : word('sources.silence.text', { longest: durationText(longestGapMs) }),
    ],
    [word('sources.leftOut'), leftOutText(quality, days)],
  ];
}

function errorsText({ days }: Source, percent: (shareOf1: number) => string): string {
  const setAside = days.reduce((sum, day) => sum + day.setAside, 0);
  const count = days.reduce((sum, day) => sum + day.stored + day.duplicates, setAside);
  if (count === 0) return word('sources.errors.none', { days: days.length });
  return word('sources.errors.text', { share: percent(setAside / count), count, days: days.length });
}

function leftOutText(quality: SourceQuality | undefined, days: number): string {
  if (quality === undefined || quality.machines + quality.staff + quality.tests === 0)
    return word('sources.leftOut.none', { days });
  const { machines, staff, tests, interactions } = quality;
  return word('sources.leftOut.text', { machines, staff, tests, interactions }).replace(/^, /, '');
}
