import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { contactAfterOrder, dayMs } from './contact-after-order.js';
import { countedFinding } from './counted-finding.js';
import { findingInWords, findingsOpening, uncertaintyInWords } from './finding-in-words.js';
import { nextToAdd } from './next-to-add.js';
import { silent } from './silent.js';
import { slowOrders, slowPurchases } from './slow-counts.generated-cases.js';

const words = wordsIn('en');

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Times of a Poisson process of so many events in so many days; people's rates differ widely. */
function timesOf(random: () => number, perYear: number, days: number): number[] {
  const times: number[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(1 - random()) * 365) / perYear;
    if (at > days) return times;
    times.push(at * dayMs);
  }
}

const days = 360;
const period = { from: 7 * dayMs, to: (days - 9) * dayMs };

test('where calls have nothing to do with orders, in at most 8 % of worlds somebody is said to have called after ordering', () => {
  const random = randomOf(7);
  let found = 0;
  const worlds = 300;
  for (let world = 0; world < worlds; world += 1) {
    const people = Array.from({ length: 150 }, () => {
      const [orders, contacts] = [
        timesOf(random, 1 + 30 * random() ** 3, days),
        timesOf(random, 40 * random() ** 4 + 0.1, days),
      ];
      return slowOrders(orders, contacts, period);
    });
    if (contactAfterOrder(people).state === 'found') found += 1;
  }
  expect(found / worlds).toBeLessThanOrEqual(0.08);
});

test('where one in five orders is followed by a call, it is found, with what is ordinary', () => {
  const random = randomOf(8);
  const people = Array.from({ length: 300 }, () => {
    const orders = timesOf(random, 6, days);
    const contacts = orders.filter(() => random() < 0.2).map((at) => at + random() * dayMs);
    return slowOrders(orders, [...contacts, ...timesOf(random, 1, days)], period);
  });
  const finding = contactAfterOrder(people, 20);
  expect(finding.state).toBe('found');
  expect(findingInWords(finding, words)).toMatch(
    /^\d+ customers of \d+ ordered and then contacted us within two days\.$/,
  );
  expect(uncertaintyInWords(finding, words)).toMatch(
    /^A week before or after, at most \d+ did\. That is \d+ of 100, and with what was seen so far between \d+ and \d+\. 20 more customers who ordered are left out/,
  );
});

test('where everybody goes on buying as before, in at most 8 % of worlds customers are said to have fallen silent', () => {
  const random = randomOf(9);
  let found = 0;
  const worlds = 120;
  for (let world = 0; world < worlds; world += 1) {
    const people = Array.from({ length: 200 }, () =>
      timesOf(random, 4 + 20 * random() ** 2, 720).map((at) => Math.floor(at / dayMs)),
    );
    const gaps = people.flatMap((bought) =>
      [...new Set(bought)].map((day, n, all) => day - (all[n - 1] ?? day)).slice(1),
    );
    const limit = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)] ?? 0;
    const rows = people.filter((bought) => new Set(bought).size > 1).map((bought) => slowPurchases(bought, 720, limit));
    if (silent(rows, limit).state === 'found') found += 1;
  }
  expect(found / worlds).toBeLessThanOrEqual(0.08);
});

test('where a third stopped buying half a year ago, it is found', () => {
  const random = randomOf(10);
  const rows = Array.from({ length: 300 }, (_, n) => {
    const bought = timesOf(random, 12, n % 3 === 0 ? 540 : 720).map((at) => Math.floor(at / dayMs));
    return slowPurchases(bought, 720, 70);
  });
  const finding = silent(rows, 70);
  expect(finding.state).toBe('found');
  expect(uncertaintyInWords(finding, words)).toMatch(/^On an ordinary day it is \d+\. That is \d+ of 100/);
});

test('what is seen of four people is too early to say, of none it is nothing, and without data it was not asked', () => {
  expect(countedFinding('online-and-store', 4, 40).state).toBe('too-early');
  expect(countedFinding('online-and-store', 0, 40).state).toBe('nothing');
  expect(countedFinding('online-and-store', 0, 0).state).toBe('not-asked');
  const found = countedFinding('online-and-store', 12, 40);
  expect(findingInWords(found, words)).toBe('12 customers of 40 who bought did so both online and in a store.');
  expect(uncertaintyInWords(found, words)).toBe('The share is said once it can be told to within 10 of 100.');
  expect(findingsOpening([countedFinding('unknown-orders', 0, 0), found], words)).toBe(findingInWords(found, words));
  expect(findingsOpening([], words)).toBe('Nothing to tell yet: connect a source.');
});

test('the next thing to add is the first that is missing', () => {
  const kinds = (...all: Parameters<typeof nextToAdd>[0]['kinds'] extends ReadonlySet<infer K> ? K[] : never) =>
    new Set(all);
  const given = { joinable: 0, people: 100 };
  expect(nextToAdd({ ...given, people: 0, kinds: kinds() })).toBe('anything');
  expect(nextToAdd({ ...given, kinds: kinds('help') })).toBe('orders');
  expect(nextToAdd({ ...given, kinds: kinds('buy') })).toBe('contacts');
  expect(nextToAdd({ people: 100, joinable: 60, kinds: kinds('buy', 'help') })).toBe('joining-list');
  expect(nextToAdd({ ...given, kinds: kinds('buy', 'help') })).toBe('answers');
  expect(nextToAdd({ ...given, kinds: kinds('buy', 'help', 'feedback') })).toBe('messages');
  expect(nextToAdd({ ...given, kinds: kinds('buy', 'help', 'feedback', 'told') })).toBeNull();
});
