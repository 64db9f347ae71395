import { de as coreGerman } from '@throughline/core/words/de';
import { en as coreEnglish } from '@throughline/core/words/en';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { de as webGerman } from '../packages/web/src/words/de.js';
import { en as webEnglish } from '../packages/web/src/words/en.js';

type Catalogue = Readonly<Record<string, string>>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const pairs: readonly (readonly [name: string, english: Catalogue, german: Catalogue])[] = [
  ['the sentences', coreEnglish, coreGerman],
  ['the words of the screens', webEnglish, webGerman],
];

describe.each(pairs)('%s in German', (_, english, german) => {
  it('have the keys of the English ones, in the same order', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
  });

  it('take the same values, of the same kinds', () => {
    const differing = Object.keys(english).flatMap((key) => {
      const [wanted, found] = [english[key], german[key]].map((text) => argumentsOf(text ?? '').join(', '));
      return wanted === found ? [] : [`${key}: ${wanted} in English, ${found} in German`];
    });
    expect(differing).toEqual([]);
  });

  it('know every case that a choice in English knows', () => {
    const missing = Object.keys(english).flatMap((key) => {
      const known = casesOf(german[key] ?? '');
      return [...casesOf(english[key] ?? '')].filter((one) => !known.has(one)).map((one) => `${key}: ${one}`);
    });
    expect(missing).toEqual([]);
  });

  it('are translated: no sentence of four words or more reads the same', () => {
    const same = Object.entries(english).filter(([key, text]) => german[key] === text && text.split(' ').length > 3);
    expect(same).toEqual([]);
  });

  it('are spelt with German quotation marks and without typewriter apostrophes', () => {
    expect(Object.entries(german).filter(([, text]) => /["']|“[^„]*”/.test(text))).toEqual([]);
  });
});

/** `name kind` of each value that a message takes, sorted; a select and a plural of one value are two. */
function argumentsOf(text: string): readonly string[] {
  const found = new Set<string>();
  visit(elementsOf(text), (element) => {
    const kind = kindOf(element);
    if (kind !== undefined) found.add(`${nameOf(element)} ${kind}`);
  });
  return [...found].sort();
}

/** `name case` of each case of a select, and of each exact number of a plural. */
function casesOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  visit(elementsOf(text), (element) => {
    if (!('options' in element)) return;
    for (const name of Object.keys(element.options)) {
      if (!('pluralType' in element) || name === '=0') found.add(`${element.value} ${name}`);
    }
  });
  return found;
}

function elementsOf(text: string): readonly Element[] {
  return new IntlMessageFormat(text, 'de', undefined, { ignoreTag: true }).getAst();
}

function visit(elements: readonly Element[], look: (element: Element) => void): void {
  for (const element of elements) {
    look(element);
    if ('options' in element) for (const option of Object.values(element.options)) visit(option.value, look);
  }
}

/** A plain text and a plain value look alike but for their number: 0 is text. */
function kindOf(element: Element): string | undefined {
  if ('pluralType' in element) return 'plural';
  if ('options' in element) return 'select';
  if ('style' in element) return 'number';
  return 'value' in element && element.type !== 0 ? 'plain' : undefined;
}

function nameOf(element: Element): string {
  return 'value' in element ? element.value : '';
}
