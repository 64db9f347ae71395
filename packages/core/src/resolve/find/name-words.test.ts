import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameWords } from './name-words.js';

it('words are the same however accents, umlauts, case and signs are written', () => {
  expect(nameWords('Jürgen MÜLLER-Lüdenscheidt, Dr.')).toEqual(['jurgen', 'muller', 'ludenscheidt', 'dr']);
  expect(nameWords('Juergen Mueller')).toEqual(nameWords('ju\u0308rgen müller'));
  expect(nameWords('Łukasz Weiß O’Brien')).toEqual(['lukasz', 'weiss', 'obrien']);
  expect(nameWords('Иван Петров')).toEqual(['иван', 'петров']);
});

it('words of any text hold neither whitespace nor signs that a query would read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of nameWords(text)) expect(word).not.toMatch(/[\s'"\\&|!():*<>#]|^$/u);
    }),
  );
});
