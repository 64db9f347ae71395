import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { complaintSpans, longestOpenMs } from '../complaints/open-complaints.js';
import { personStory, type StoryFacts } from './person-story.js';

const nothing: StoryFacts = { purchases: null, lastContact: null, openComplaint: null, lastTold: null };
const context = { words: wordsIn('en'), zone: 'Europe/Berlin', now: Date.parse('2026-06-01T12:00:00Z') };
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

test('a story says what is open first, then the last contact, what she buys, and what we told her', () => {
  const story = personStory(
    {
      openComplaint: { since: at('2026-05-03'), about: 'C-77', contactsSince: 2 },
      lastContact: {
        ...{ at: at('2026-05-14'), name: 'Called', channel: 'call_centre', about: 'order 8812' },
        ...{ reason: 'late delivery', outcome: 'badly' },
      },
      purchases: {
        ...{ count: 12, lastAt: at('2025-12-24'), channel: 'web' },
        sums: [{ currency: 'EUR', total: 1640.5 }],
      },
      lastTold: { at: at('2026-05-30'), name: 'Newsletter', channel: 'email' },
    },
    context,
  );
  expect(story).toEqual([
    'A complaint of 3 May is open (C-77), with 2 contacts since.',
    'Last contact on 14 May: Called (Call centre), about order 8812, because of late delivery; it went badly.',
    'Bought 12 times, mostly through Web, for 1,640.50 EUR; the last time on 24 December 2025.',
    'We last turned to them on 30 May: Newsletter (E-mail).',
  ]);
  expect(story.length).toBeLessThanOrEqual(4);
});

test('what is not known is left out, and one purchase is told as one', () => {
  expect(personStory(nothing, context)).toEqual([]);
  const once = { count: 1, lastAt: at('2026-05-14'), channel: 'store', sums: [] };
  expect(personStory({ ...nothing, purchases: once }, context)).toEqual(['Bought once, through Store, on 14 May.']);
});

test('a complaint is open until something of its case, or of no case, is solved, at most 60 days', () => {
  const spans = (closings: readonly { at: number; about: string }[]) =>
    complaintSpans({ complaints: [{ at: 1_000, about: 'A' }], closings });
  expect(spans([{ at: 2_000, about: 'A' }])).toEqual([{ at: 1_000, about: 'A', until: 2_000, isUnclosed: false }]);
  expect(spans([{ at: 2_000, about: '' }])[0]?.until).toBe(2_000);
  for (const closings of [[], [{ at: 2_000, about: 'B' }], [{ at: 500, about: 'A' }]])
    expect(spans(closings)[0]).toMatchObject({ until: 1_000 + longestOpenMs, isUnclosed: true });
});

test('in German amounts and days are written as in Germany', () => {
  const purchases = {
    count: 12,
    lastAt: at('2025-12-24'),
    channel: 'store',
    sums: [{ currency: 'EUR', total: 1640.5 }],
  };
  expect(personStory({ ...nothing, purchases }, { ...context, words: wordsIn('de') })).toEqual([
    '12 Käufe, meist Filiale, für 1.640,50 EUR; zuletzt am 24. Dezember 2025.',
  ]);
});
