import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts, oddParts } from './odd-parts.js';

const odd = (body: string, reason: string) => oddParts(body, reason).flatMap((part) => (part.odd ? [part.text] : []));

test('a field that the reason names is marked with its value', () => {
  expect(
    odd('{"type":"track","userId":12345678901234567890}', 'userId is a number that cannot be read exactly'),
  ).toEqual(['"userId":12345678901234567890']);
});

test('a value that the reason quotes is marked', () => {
  expect(odd('{"currency":"EURO"}', 'EURO is no such code: use three letters such as EUR')).toEqual(['"EURO"']);
});

test('ordinary words of the reason mark nothing', () => {
  expect(odd('{"event":"the order is late"}', 'the order is missing')).toEqual([]);
});

test('the parts joined are the body, whatever the reason says', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, reason) => {
      expect(
        oddParts(body, reason)
          .map((part) => part.text)
          .join(''),
      ).toBe(body);
    }),
  );
});

test('marks are cut out where they stand, whatever their order, and what reaches beyond the text is not lost', () => {
  const parts = markedParts('4711;03.04.;12,50', [
    { start: 12, end: 99 },
    { start: 5, end: 11 },
    { start: 7, end: 9 },
  ]);
  expect(parts).toEqual([
    { text: '4711;', odd: false },
    { text: '03.04.', odd: true },
    { text: ';', odd: false },
    { text: '12,50', odd: true },
  ]);
});
