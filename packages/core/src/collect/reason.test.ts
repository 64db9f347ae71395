import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../words/language.js';
import { wordsIn } from '../words/words-in.js';
import { lineFault, unreadableLine } from './mapping/line-fault.js';
import { reasonInWords, reasonsInWords } from './reason.js';
import { setAside } from './set-aside.js';

const german = wordsIn('de');

test('a reason is said in the language of whoever reads it, what it quotes included', () => {
  const mark = setAside('interaction.mark-unknown', { value: ['a'], choices: 'test, void' });
  expect(reasonInWords(mark, wordsIn('en'))).toBe(
    'the mark a list is not known: use one of test, void, with true or false',
  );
  expect(reasonInWords(mark, german)).toBe(
    'das Kennzeichen eine Liste ist unbekannt: möglich sind test, void, mit true oder false',
  );
  const cells = { key: 'collect.unreadable-line.cells', values: { cells: 3, columns: 4 } } as const;
  expect(reasonInWords(unreadableLine(6, '', cells), german)).toBe(
    'Zeile 6 ist nicht lesbar: sie hat 3 Zellen, die Datei aber 4 Spalten',
  );
});

test('several faults of one message are said one after the other', () => {
  const faults = [lineFault('line.nobody', 4, 'mail'), lineFault('line.time-missing', 4, 'am')];
  expect(reasonsInWords(faults, german)).toBe(
    'Zeile 4: keine Spalte sagt, um wen es geht; Zeile 4: am ist leer, der Zeitpunkt ist also nicht bekannt',
  );
});

test('a reason is the same after it was stored as JSON, and no store chokes on what it quotes', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue());
  fc.assert(
    fc.property(value, (quoted) => {
      const reason = setAside('interaction.direction-unknown', { value: quoted, choices: 'a' });
      const text = JSON.stringify(reason);
      expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      for (const language of languages) {
        const words = wordsIn(language);
        expect(reasonInWords(JSON.parse(text), words)).toBe(reasonInWords(reason, words));
      }
    }),
  );
});
