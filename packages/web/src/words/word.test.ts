import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { en } from './en.js';
import { word } from './word.js';

test('every entry is readable ICU', () => {
  for (const [key, text] of Object.entries(en)) {
    expect(() => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
  }
});

test('numbers carry their plural and their grouping', () => {
  expect(word('imports.counts', { read: 12408, accepted: 12204, duplicates: 0, setAside: 204, passedOver: 0 })).toBe(
    '12,408 lines, 12,204 taken in, 204 set aside',
  );
});

test('the table is sorted, so that a translator finds her place', () => {
  const keys = Object.keys(en);
  expect(keys).toEqual([...keys].sort());
});

test('every entry is said somewhere, so that nobody translates in vain', () => {
  const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!./en.ts', '!./de.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const code = Object.values(sources).join('\n');
  const said = (key: string) => code.includes(`'${key}'`) || code.includes(`\`${key.replace(/[^.]+$/, '')}\${`);
  expect(Object.keys(en).filter((key) => !said(key))).toEqual([]);
});
