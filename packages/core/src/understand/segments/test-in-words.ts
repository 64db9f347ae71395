import type { Words } from '../../words/words.js';
import { listInWords } from './condition-wording.js';
import { isNumberTest, type NumberTest } from './number-test.js';
import type { ValueTest } from './value-test.js';

/** "at least 3"; `unit` stands behind the numbers ("EUR"). */
export function numberTestInWords(test: NumberTest, { say, language }: Words, unit = ''): string {
  const number = (value: number): string =>
    `${new Intl.NumberFormat(language, { maximumSignificantDigits: 21 }).format(value)}${unit === '' ? '' : ` ${unit}`}`;
  const [low, high] = test.is === 'between' ? [number(test.from), number(test.to)] : [number(test.number), ''];
  return say('understand.segment.number', { is: key(test.is), low, high });
}

/** What is asked of a value, as it stands in a sentence: "“gold” or “silver”". */
export function valueTestInWords(test: ValueTest, words: Words): string {
  if (isNumberTest(test)) return numberTestInWords(test, words);
  const value = test.is === 'one-of' ? test.values : 'text' in test ? [test.text] : [];
  const list = listInWords(
    value.map((one) => valueInWords(one, words)),
    'or',
    words,
  );
  return words.say('understand.segment.test', { is: key(test.is), value: list });
}

/** One value, as it is read. */
export function valueInWords(value: unknown, { say, language }: Words): string {
  if (typeof value === 'boolean') return say('understand.segment.truth', { value: value ? 'yes' : 'no' });
  if (typeof value === 'number') return new Intl.NumberFormat(language, { maximumSignificantDigits: 21 }).format(value);
  return say('understand.segment.quoted', { text: typeof value === 'string' ? value : JSON.stringify(value) });
}

/** As choices are written in the catalogue. */
const key = (name: string): string => name.replaceAll('-', '_');
