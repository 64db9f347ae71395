import type { Words } from '../../words/words.js';
import type { ConditionWording } from './condition-wording.js';
import type { Duration } from './duration.js';
import type { SegmentWindow } from './segment-window.js';

/** "in the last 90 days"; empty for all time. */
export function windowInWords(window: SegmentWindow | undefined, wording: ConditionWording): string {
  const { say } = wording.words;
  switch (window?.type) {
    case undefined:
      return '';
    case 'absolute': {
      const { from, until } = window;
      const ends = from === undefined ? 'until' : until === undefined ? 'from' : 'both';
      const end = (one: string | undefined): string => (one === undefined ? '' : endInWords(one, wording));
      return say('understand.segment.when.absolute', { ends, from: end(from), until: end(until) });
    }
    case 'rolling': {
      const { from, to } = window;
      return say('understand.segment.when.rolling', {
        ...{ hasTo: to === undefined ? 'no' : 'yes', from: durationInWords(from, wording.words) },
        to: to === undefined ? '' : durationInWords(to, wording.words),
      });
    }
    case 'calendar': {
      const { unit, ago, span } = window;
      if (span === 1 && ago < 2) return say(`understand.segment.when.${ago === 0 ? 'this' : 'last'}`, { unit });
      return say('understand.segment.when.calendar', { unit, span, ago });
    }
  }
}

export function durationInWords({ unit, count }: Duration, { say }: Words): string {
  return say('understand.segment.duration', { unit, count });
}

/** A day is a day wherever the reader is; an instant is told by her clock. */
function endInWords(end: string, { words: { language }, zone }: ConditionWording): string {
  const isDay = end.length === 10;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    ...(isDay ? { timeZone: 'UTC' } : { timeStyle: 'short', timeZone: zone }),
  }).format(Date.parse(end));
}
