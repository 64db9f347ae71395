import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { contactsOf } from './contact.js';
import type { Moment } from './moment.js';
import { longRepeatWithinMs, repeatContacts, repeatWithinMs } from './repeat-contacts.js';
import { sendsByChannel } from './sends.js';
import { theirEyes } from './their-eyes.js';
import { theirEyesInWords, theirEyesOpening } from './their-eyes-in-words.js';
import { visitsByChannel } from './visits.js';
import { middleWait, waits } from './waits.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const now = Date.parse('2026-06-01T12:00:00Z');
const moment = (at: number, change: Partial<Moment> = {}): Moment => ({
  ...{ at, isDayOnly: false, kind: 'help', channel: 'email', place: 'email', caseKind: '', caseId: '', reason: '' },
  outcome: null,
  ...change,
});
const call = (at: number, change: Partial<Moment> = {}) => moment(at, { channel: 'call_centre', ...change });
const about = (caseId: string, caseKind = 'order') => ({ caseId, caseKind });
const repeated = (moments: readonly Moment[], until = now) => repeatContacts(contactsOf(moments), 0, until);

describe('a contact', () => {
  test('goes on where they ring again within half an hour of the last time, and takes what is named later', () => {
    const rung = [call(0), call(25 * minute, about('A')), call(50 * minute, { outcome: 'badly' })];
    expect(contactsOf(rung.toReversed())).toMatchObject([{ at: 0, endAt: 50 * minute, caseId: 'A', outcome: 'badly' }]);
  });

  test('is another one after half an hour, through another channel, or about another case', () => {
    expect(contactsOf([call(0), call(31 * minute)])).toHaveLength(2);
    expect(contactsOf([call(0), moment(5 * minute)])).toHaveLength(2);
    expect(contactsOf([call(0, about('A')), call(5 * minute, about('B'))])).toHaveLength(2);
  });
});

describe('turning to us again', () => {
  test('of three contacts in a row about one case the first two count', () => {
    const [a, b, c] = [0, 5, 10].map((days) => call(days * day, about('A')));
    expect(repeated([a, b, c].flatMap((one) => one ?? []))).toMatchObject({
      of: 3,
      again: { case: 2, reason: 0, any: 0 },
    });
  });

  test('counts through any channel, by the surest basis, and not about another case or for another reason', () => {
    expect(repeated([call(0, { reason: 'refund' }), moment(day, { reason: 'refund' })])).toMatchObject({
      again: { case: 0, reason: 1, any: 0 },
      elsewhere: 1,
    });
    expect(repeated([call(0, { reason: 'refund' }), moment(day, { reason: 'parcel' })]).again.reason).toBe(0);
    expect(repeated([call(0, about('A')), moment(day, about('B'))]).again).toEqual({ case: 0, reason: 0, any: 0 });
    expect(repeated([call(0), moment(day, { reason: 'parcel' })]).again.any).toBe(1);
  });

  test('is asked of contacts alone that are old enough to tell; claims take 30 days', () => {
    expect(repeated([call(now - repeatWithinMs + hour)])).toMatchObject({ of: 0, tooEarly: 1 });
    expect(repeated([call(now - repeatWithinMs)])).toMatchObject({ of: 1, tooEarly: 0 });
    const claim = about('S', 'claim');
    expect(repeated([call(now - 20 * day, claim)])).toMatchObject({ of: 0, tooEarly: 1 });
    expect(repeated([call(0, claim), call(longRepeatWithinMs, claim)]).again.case).toBe(1);
  });

  test('agrees with asking every pair, in whatever order the moments come', () => {
    const some = fc.record({
      at: fc.integer({ min: 0, max: 40 * 24 }).map((hours) => hours * hour),
      caseId: fc.constantFrom('', 'A', 'B'),
      reason: fc.constantFrom('', 'x', 'y'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { maxLength: 12, selector: ({ at }) => at }), (drawn) => {
        const moments = drawn.map(({ at, caseId, reason }) => call(at, { caseId, reason }));
        const until = 40 * day;
        const again = { case: 0, reason: 0, any: 0 };
        for (const a of moments) {
          if (a.at + repeatWithinMs > until) continue;
          const bases = moments
            .filter((b) => b.at > a.at && b.at <= a.at + repeatWithinMs)
            .map((b) => {
              if (a.caseId && b.caseId) return a.caseId === b.caseId ? 'case' : 'none';
              if (a.reason && b.reason) return a.reason === b.reason ? 'reason' : 'none';
              return 'any';
            });
          if (bases.includes('case')) again.case += 1;
          else if (bases.includes('reason')) again.reason += 1;
          else if (bases.includes('any')) again.any += 1;
        }
        expect(repeated(moments, until).again).toEqual(again);
        expect(repeated(moments.toReversed(), until)).toEqual(repeated(moments, until));
      }),
    );
  });
});

describe('waiting', () => {
  const waited = (moments: readonly Moment[]) => waits(contactsOf(moments), moments, now);
  const answer = (at: number, change: Partial<Moment> = {}) => moment(at, { kind: 'served', ...change });

  test('ends with the next answer, which may not be about another case', () => {
    const moments = [moment(now - 9 * day, about('A')), answer(now - 8 * day, about('B')), answer(now - 7 * day)];
    expect(waited(moments).answered).toEqual([{ ms: 2 * day, isDayOnly: false }]);
  });

  test('is not counted of calls that went well; one that went badly waits until it is solved', () => {
    const moments = [call(now - 9 * day, { outcome: 'well' }), call(now - 5 * day, { outcome: 'badly' })];
    const solved = moment(now - 4 * day, { kind: 'solved' });
    expect(waited([...moments, solved])).toEqual({ answered: [{ ms: day, isDayOnly: false }], open: [], atOnce: 1 });
    expect(waited(moments)).toEqual({ answered: [], open: [now - 5 * day], atOnce: 1 });
  });

  test('is known in whole days where only the day of either is known, and never below none', () => {
    const morning = Date.parse('2026-05-04T00:00:00Z');
    const moments = [moment(morning + 15 * hour), answer(morning, { isDayOnly: true })];
    expect(waited(moments).answered).toEqual([{ ms: 0, isDayOnly: true }]);
  });

  test('what nobody answered for 60 days is no longer open', () => {
    expect(waited([moment(now - 61 * day), moment(now - 59 * day)]).open).toEqual([now - 59 * day]);
  });

  test('half of all waits are no longer than the middle one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 1 }), (hours) => {
        const sorted = [...hours].sort((a, b) => a - b).map((ms) => ({ ms, isDayOnly: false }));
        const middle = middleWait(sorted)?.ms ?? -1;
        expect(hours.filter((ms) => ms <= middle).length * 2).toBeGreaterThanOrEqual(hours.length);
        expect(hours).toContain(middle);
      }),
    );
  });
});

test('a visit goes on at one touchpoint without a pause of more than half an hour', () => {
  const [web, till] = [
    { channel: 'web', place: 'shop' },
    { channel: 'store', place: 'till' },
  ];
  const visits = visitsByChannel(
    [
      moment(0, web),
      moment(30 * minute, web),
      moment(61 * minute, web),
      moment(62 * minute, till),
      moment(63 * minute, web),
    ].toReversed(),
  );
  expect([...visits]).toEqual([
    ['web', [0, 61 * minute, 63 * minute]],
    ['store', [62 * minute]],
  ]);
  const days = [0, 0, day].map((at) => moment(at, { ...till, isDayOnly: true }));
  expect(visitsByChannel(days).get('store')).toEqual([0, day]);
});

test('what became of a message is not counted beside it, and counts where nothing else is told', () => {
  const row = (name: string, channel: string, last90: number) => ({ name, channel, last30: 1, last90 });
  expect(
    sendsByChannel([
      row('E-mail sent', 'email', 9),
      row('E-mail delivered', 'email', 8),
      row('E-mail bounced', 'email', 1),
      row('SMS Delivered', 'sms', 5),
      row('SMS Failed', 'sms', 2),
    ]),
  ).toEqual([
    { channel: 'email', last30: 1, last90: 9 },
    { channel: 'sms', last30: 1, last90: 5 },
  ]);
});

describe('in words', () => {
  const wording = { words: wordsIn('en'), zone: 'Europe/Berlin', now };
  const given = {
    told: [{ name: 'E-mail sent', channel: 'email', last30: 2, last90: 14 }],
    dealings: [
      moment(now - 20 * day, { ...about('8812'), kind: 'complaint' }),
      call(now - 18 * day, about('8812')),
      moment(now - 19 * day, { ...about('8812'), kind: 'served' }),
    ],
    acts: [moment(now - day, { kind: 'buy', channel: 'store', place: 'till' }), moment(now - day, { kind: 'other' })],
    known: { sends: true, contacts: true, answers: true, allContacts: { from: 0, to: now } },
    until: now,
  } as const;

  test('each figure is said with what it counts', () => {
    const eyes = theirEyes(given);
    expect(theirEyesOpening(eyes, wording)).toBe(
      'We turned to them 14 times, they turned to us 2 times in the last 90 days.',
    );
    const facts = theirEyesInWords(eyes, wording);
    expect(facts.map(({ sentence }) => sentence)).toEqual([
      '14 messages in 90 days, 2 of them in the last 30.',
      'They turned to us 2 times in 90 days. They came by once.',
      'After 1 of 2 contacts in a year they had to turn to us again. About the same case: 1. Once they came back through another channel.',
      'The answer took 24 hours.',
    ]);
    expect(facts[1]?.rows.map(({ label, last90 }) => [label, last90])).toEqual([
      ['Contact: Call centre', 1],
      ['Contact: E-mail', 1],
      ['Visit: Store', 1],
    ]);
    expect(facts.every(({ definition }) => definition.length > 40)).toBe(true);
  });

  test('what no source tells of cannot be told, and is not called nothing', () => {
    const eyes = theirEyes({
      ...given,
      acts: undefined,
      known: { sends: false, contacts: false, answers: false, allContacts: undefined },
    });
    expect(theirEyesOpening(eyes, wording)).toMatch(/^How often we turned to them cannot be told, nor how often/);
    for (const { sentence, rows } of theirEyesInWords(eyes, wording)) {
      expect(sentence).toMatch(/[Cc]annot (tell|be told)/);
      expect(rows).toEqual([]);
    }
  });

  test('where the sources of contacts cover no time in common, how often again cannot be told', () => {
    const eyes = theirEyes({ ...given, known: { ...given.known, allContacts: undefined } });
    expect(theirEyesInWords(eyes, wording)[2]?.sentence).toMatch(/^Cannot tell: the sources .* no time in common/);
    expect(theirEyesInWords(eyes, wording)[1]?.rows).toHaveLength(3);
  });

  test('where the data end earlier, the opening says until when', () => {
    const until = now - 30 * day;
    expect(theirEyesOpening(theirEyes({ ...given, until }), wording)).toContain(
      'in the 90 days until 2 May, when the data end.',
    );
  });
});
